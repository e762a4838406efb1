"""What is wrong with an engine's answer of one group, found locally, in words for the engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from supportdesk_gui.assist.knowledge.entries import (
    PLACEHOLDER,
    Entry,
    EntryKind,
    TicketWords,
    placeholders,
)
from supportdesk_gui.assist.owned import Owned
from supportdesk_gui.text.references import references
from supportdesk_gui.text.sentences import split_sentences

_SENTENCES = 3
_MOST = 8


def complaints(entries: Sequence[Entry]) -> list[str]:
    """Places and what is wrong there, with no word of what customers wrote; empty for nothing."""
    found: list[str] = []
    counts: dict[EntryKind, int] = {}
    for entry in entries:
        number = counts[entry.kind] = counts.get(entry.kind, -1) + 1
        place = f"{entry.kind.value}.{number}"
        found += [f"{place}.{one}" for one in _wrong(entry)]
    return found[:_MOST]


def fits(entry: Entry) -> bool:
    """Whether an entry keeps to the form that its kind has: what does not is left out."""
    if entry.kind is not EntryKind.TEMPLATE:
        return True
    texts = entry.texts["text"]
    return not any(True for _ in _wrong_form(texts))


def without_people(entry: Entry, tickets: Sequence[TicketWords]) -> Entry:
    """The entry without what belongs to single customers of these tickets, placeholders instead."""
    codes = set(_codes(tickets))
    said = [text for one in tickets for text in (*one.people, one.subject, one.summary)]
    own = Owned((name for one in tickets for name in one.people if "@" not in name), said)

    def clean(text: str) -> str:
        text = own.without(text)  # before a telephone is taken for a code
        for code in codes:
            text = text.replace(code, "{{order_id}}")
        return text

    texts = {
        name: {code: clean(text) for code, text in by_language.items()}
        for name, by_language in entry.texts.items()
    }
    receipts = tuple(replace(one, why=clean(one.why)) if one.why else one for one in entry.receipts)
    return replace(entry, texts=texts, receipts=receipts)


def _wrong(entry: Entry) -> Iterator[str]:
    if entry.kind is EntryKind.TEMPLATE:
        yield from _wrong_form(entry.texts["text"])
    for language in entry.apart:
        yield f"{language}: figures or negations differ from the first language"
    for one in entry.unproven:
        yield f"{one.language}: no passage says this: {one.sentence}"


def _wrong_form(texts: Mapping[str, str]) -> Iterator[str]:
    names = None
    for language, text in texts.items():
        count = len(split_sentences(PLACEHOLDER.sub("Xy", text)))
        if count != _SENTENCES:
            yield f"text.{language}: {count} sentences, not three"
        own = set(placeholders(text))
        if names is not None and own != names:
            yield f"text.{language}: other placeholders than in the first language"
        names = own if names is None else names


def _codes(tickets: Sequence[TicketWords]) -> Iterator[str]:
    """Order and parcel numbers of these tickets."""
    for ticket in tickets:
        for text in (ticket.subject, ticket.summary, ticket.reply):
            for reference in references(text):
                if reference.kind == "code":
                    yield text[reference.start : reference.end]
