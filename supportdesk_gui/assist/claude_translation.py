"""Translation by Claude: numbered texts in, the same numbers out, each as soon as it is whole."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Iterable, Iterator, Mapping
from contextlib import aclosing

from pydantic import BaseModel

from supportdesk_gui.assist.ask import Ask, Instruction, Rows
from supportdesk_gui.assist.asking import Asking
from supportdesk_gui.assist.prompts import language_name, prompt
from supportdesk_gui.assist.wording import Wording
from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.engine.ledger import Kind
from supportdesk_gui.engine.request import TextCame
from supportdesk_gui.text.token_count import about_tokens
from supportdesk_gui.tickets.ticket import Ticket

_LEAST_TOKENS = 4096  # a ceiling, not what is paid
_GROWTH = 4


class Sentence(BaseModel):
    """One text under the number it was given."""

    id: int
    text: str


class Translation(BaseModel):
    """The shape of an answer."""

    sentences: list[Sentence]


async def translated(
    asking: Asking, kind: Kind, texts: Mapping[int, str], wording: Wording, model: str,
    *, ticket: Ticket | None, version_id: int = 0,
) -> AsyncGenerator[tuple[int, str]]:  # fmt: skip
    """Each text's number and translation, as it comes; numbers that were not given are dropped.

    What is missing at the end was not translated. Iterate with `contextlib.aclosing`. Raises
    EngineError.
    """
    if not texts:
        return
    rows = {"sentences": [{"id": number, "text": text} for number, text in texts.items()]}
    tokens = about_tokens(json.dumps(rows, ensure_ascii=False))
    ask = Ask(
        kind=kind, model=model, ticket=ticket, version_id=version_id, effort="low",
        rules=(Instruction(_rules(wording, texts.values())),), parts=(Rows("sentences", rows),),
        answer_tokens=max(_LEAST_TOKENS, int(_GROWTH * tokens)), shape=Translation,
    )  # fmt: skip
    reading = SentenceReading()
    left = set(texts)
    async with aclosing(asking.stream(ask)) as events:
        async for event in events:
            if not isinstance(event, TextCame):
                continue
            for sentence in reading.read(event.text):
                if sentence.id in left and sentence.text.strip():
                    left.discard(sentence.id)
                    yield sentence.id, sentence.text
    if len(left) == len(texts):
        raise EngineError(Fault.GARBLED, "no sentence", model=model)


def _rules(wording: Wording, texts: Iterable[str]) -> str:
    said = prompt("translation").format(language=language_name(wording.language))
    return f"{said.rstrip()}\n{wording.rules(texts)}".rstrip()


class SentenceReading:
    """Reads `{"sentences": [{"id": …, "text": …}, …]}` while it is still being written."""

    def __init__(self) -> None:
        self._text = ""
        self._at = -1
        self._decoder = json.JSONDecoder()

    def read(self, piece: str) -> Iterator[Sentence]:
        """The sentences that have become whole with this piece."""
        self._text += piece
        if self._at < 0:
            opened = self._text.find("[")
            if opened < 0:
                return
            self._at = opened + 1
        if "}" not in piece:
            return
        while (begin := self._text.find("{", self._at)) >= 0:
            try:
                value, self._at = self._decoder.raw_decode(self._text, begin)
            except json.JSONDecodeError:
                return
            if isinstance(value, dict) and isinstance(value.get("id"), int):
                yield Sentence(id=value["id"], text=str(value.get("text", "")))
