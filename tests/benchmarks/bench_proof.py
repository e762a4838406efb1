"""The proof check: one edited sentence against 24 passages, and a whole draft.

Both in processor time, since the check is arithmetic: other work on the machine must not count.
"""

from __future__ import annotations

import re
import statistics
import time
from pathlib import Path

from supportdesk_gui.assist.proof import Proof
from supportdesk_gui.policies.document import Passage
from supportdesk_gui.text.sentences import split_sentences
from supportdesk_gui.tickets.ticket import Message, Role, Ticket
from tests.benchmarks.figures import Figure

_POLICIES = Path(__file__).parents[2] / "resources" / "sample_shop" / "policies"
_MOST_PASSAGES = 24
_PASSAGE = 1800
_DRAFT = 1000
_LANGUAGES = ("en", "de", "zh-Hans")
_SENTENCE_BAR_MS, _DRAFT_BAR_MS = 3.0, 60.0


def figures(quick: bool = False) -> list[Figure]:
    """The slowest language's median of an edited sentence and of a whole draft, and preparing."""
    runs = [_run(language, 3 if quick else 15) for language in _LANGUAGES]
    sentence, draft, ready = (max(values) for values in zip(*runs, strict=True))
    return [
        Figure("proof: one edited sentence, median", "ms", sentence, _SENTENCE_BAR_MS),
        Figure("proof: a draft of 1,000 characters, median", "ms", draft, _DRAFT_BAR_MS),
        Figure("proof: reading 24 passages and the ticket, once", "ms", ready, None),
    ]


def _run(language: str, rounds: int) -> tuple[float, float, float]:
    """Milliseconds of an edited sentence, a draft whose sentences are all new, and preparing."""
    passages = sample_passages(language)[:_MOST_PASSAGES]
    text = "Order MP-10482 came on 3 March 2025, I paid 48.00 euros. Can I return it?"
    ticket = Ticket(
        "Shop", "1", "Return", (Message(0, Role.REQUESTER, text),), requester="Ana López",
        language=language,
    )  # fmt: skip
    began = time.process_time()
    proof = Proof(passages, ticket, language)
    ready = time.process_time() - began
    drafts, sentences = [], []
    for number in range(rounds):
        draft = _draft(language, number)
        began = time.process_time()
        proof.mark(draft)
        drafts.append(time.process_time() - began)
        said = [draft[start:end] for start, end in split_sentences(draft)]
        for sentence in said:
            began = time.process_time()
            proof.check(f"{sentence} {number}", 0, said)
            sentences.append(time.process_time() - began)
    return 1000 * statistics.median(sentences), 1000 * statistics.median(drafts), 1000 * ready


def sample_passages(language: str) -> list[Passage]:
    """The policies of the sample shop, cut into passages of the usual length."""
    found: list[Passage] = []
    for path in sorted((_POLICIES / language).iterdir()):
        whole = path.read_text(encoding="utf-8")
        for at in range(0, len(whole), _PASSAGE):
            text = whole[at : at + _PASSAGE]
            name = f"{path.name}:{at}"
            found.append(Passage(len(found), name, text, path.name, "", 0, len(text), language))
    return found


def _draft(language: str, number: int) -> str:
    """Sentences of a policy with a sign in each that makes it new to the cache."""
    whole = (_POLICIES / language / "returns-and-refunds.md").read_text(encoding="utf-8")
    plain = re.sub(r"[#*|-]+|\A---.*?---\n", " ", whole, flags=re.DOTALL)
    return re.sub(r"([.。])", rf" ({number})\1", plain)[:_DRAFT]


if __name__ == "__main__":
    from tests.benchmarks.figures import table

    print(table(figures()))
