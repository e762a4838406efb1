"""What is said to an engine whose answer did not fit its shape."""

from __future__ import annotations

from pydantic import ValidationError

_MOST_COMPLAINTS = 8
LOCAL_REPAIR = (
    "An answer that you gave before had the right shape, but checks found what stands below: places "
    "in it and what is wrong there. Give the whole answer again: leave out what no passage says, and "
    "keep to the rules of form."
)


def repair_words(error: ValidationError | ValueError) -> str:
    """What was wrong with an answer: places and kinds, and no word of it."""
    if isinstance(error, ValidationError):
        wrong = [
            f"{'.'.join(map(str, one['loc']))}: {one['type']}"
            for one in error.errors(include_input=False, include_context=False, include_url=False)
        ]
        found = "; ".join(wrong[:_MOST_COMPLAINTS])
    else:
        found = "it is no JSON"
    return f"An answer that you gave before did not fit the shape ({found}). Give the whole answer."
