"""A draft without a model that starts from a saved reply.

Its words stay as they are, without its own greeting and closing; placeholders that nothing fills
are blanks. The policy sentence that answers is cited by the sentence of the reply that says it,
or stands behind the reply where none does.
"""

from __future__ import annotations

from collections.abc import Iterator

from supportdesk_gui.assist.placeholders import with_blanks
from supportdesk_gui.assist.policy_answer import Answer
from supportdesk_gui.assist.proof_evidence import read_sentence
from supportdesk_gui.assist.proof_sources import support
from supportdesk_gui.assist.reply_frames import without_frame
from supportdesk_gui.text.sentences import split_sentences

_SAYS_IT = 1.6


def saved_parts(
    saved: str, language: str, answer: Answer | None
) -> Iterator[tuple[str, Answer | None]]:
    """The reply in pieces, each with the answer that it rests on; the answer behind it if none does.

    An answer in another language is left out: nothing of the reply could say it.
    """
    text = with_blanks(without_frame(saved))
    if answer is None or answer.passage.language not in {language, ""}:
        yield text, None
        return
    wanted = read_sentence(answer.text, language)
    best, place = 0.0, (len(text), len(text))
    for start, end in split_sentences(text):
        said = read_sentence(text[start:end], language)
        score = support(said.clauses, said.figures, wanted.clauses, wanted.figures)
        if score > best:
            best, place = score, (start, end)
    if best < _SAYS_IT:
        yield text, None
        yield answer.text, answer
        return
    for start, end, cited in (
        (0, place[0], None), (*place, answer), (place[1], len(text), None)
    ):  # fmt: skip
        if text[start:end]:
            yield text[start:end], cited
