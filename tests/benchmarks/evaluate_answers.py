"""How well a saved reply is chosen for a ticket, and how well a question's answer is found in a draft.

`python tests/benchmarks/evaluate_answers.py` reads our own sets beside the tests, each in two
rounds: the first was tuned on, the second only looked at afterwards. No model.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from supportdesk_gui.assist.customer_questions import answer_to
from supportdesk_gui.assist.offline import triaged
from supportdesk_gui.assist.saved_replies import SavedReply, best_for
from supportdesk_gui.tickets.ticket import Message, Role, Ticket

_FOLDER = Path(__file__).parents[1] / "assist"
REPLIES = _FOLDER / "saved_replies_written.json"
"""Small libraries of replies in six languages, with tickets that one of them answers, or none."""
QUESTIONS = _FOLDER / "questions_written.json"
"""Drafts in six languages with questions, each with the sentence that answers it, or none."""

Judgement = tuple[str, str]
"""What should be chosen and what was; empty for nothing."""


def main(_arguments: Sequence[str] | None = None) -> int:
    """Print the tables; there is nothing to choose."""
    print()
    for title, path, judge in (
        ("saved replies", REPLIES, judged_replies), ("questions", QUESTIONS, judged_questions)
    ):  # fmt: skip
        found = rows(path)
        for number in sorted({row["round"] for row in found}):
            chosen = [row for row in found if row["round"] == number]
            print(f"{title}, round {number}: {report(judge(chosen))}")
    return 0


def rows(path: Path) -> list[dict[str, Any]]:
    """The parts of a file."""
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def judged_replies(libraries: Iterable[dict[str, Any]]) -> Iterator[Judgement]:
    """For each ticket the reply that fits and the one chosen."""
    for library in libraries:
        language = library["language"]
        replies = [
            SavedReply(one["title"], one["text"], language, place)
            for place, one in enumerate(library["replies"], 1)
        ]
        keys = {one["title"]: one["key"] for one in library["replies"]}
        for asked in library["tickets"]:
            messages = (Message(0, Role.REQUESTER, asked["text"]),)
            ticket = Ticket("desk", "T-1", "", messages, language=language)
            found = best_for(replies, ticket, triaged(ticket), language)
            yield asked["fits"], keys[found.title] if found else ""


def judged_questions(drafts: Iterable[dict[str, Any]]) -> Iterator[Judgement]:
    """For each question the place of the sentence that answers it and of the one found."""
    for one in drafts:
        for asked in one["questions"]:
            found = answer_to(asked["text"], one["language"], one["draft"], one["language"])
            wanted = asked["answer"]
            yield "" if wanted is None else str(wanted), "" if found is None else str(found)


def report(judged: Iterable[Judgement]) -> str:
    """How many were found, how many chosen wrongly, and how many chosen where nothing fits."""
    pairs = list(judged)
    there = [one for one in pairs if one[0]]
    nothing = [one for one in pairs if not one[0]]
    right = sum(wanted == found for wanted, found in there)
    wrong = sum(bool(found) and wanted != found for wanted, found in there)
    false = sum(bool(found) for _, found in nothing)
    return (
        f"found {right / len(there):.3f} ({right}/{len(there)}), another {wrong}, "
        f"chosen where nothing fits {false / len(nothing):.3f} ({false}/{len(nothing)})"
    )


if __name__ == "__main__":
    raise SystemExit(main())
