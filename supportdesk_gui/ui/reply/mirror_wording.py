"""What a sentence and its translation disagree about, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from supportdesk_gui.text.shortening import shortened

if TYPE_CHECKING:
    from supportdesk_gui.assist.mirror_check import Mismatch

_MOST_QUOTED = 48


def mismatch_words(found: Sequence[Mismatch], source: str, target: str) -> str:
    """One line for each disagreement, with the words of both sides."""
    lines = []
    for one in found:
        kind = one.kind.value
        ours, theirs = (
            _quoted(text[slice(*span)]) if span else ""
            for text, span in ((source, one.source), (target, one.target))
        )
        if kind == "omission":
            line = _left_out().format(words=ours)
        elif kind == "negation":
            line = _negated() if ours else _not_negated()
        elif ours and theirs:
            line = _differs().format(kind=_named(kind), ours=ours, theirs=theirs)
        else:
            line = (_missing() if ours else _added()).format(
                kind=_named(kind), words=ours or theirs
            )
        lines.append(line)
    return "\n".join(dict.fromkeys(lines))


def _quoted(words: str) -> str:
    bare = " ".join(words.replace("\x00", " ").split())
    return shortened(bare, _MOST_QUOTED)


def _named(kind: str) -> str:
    return {
        "number": QCoreApplication.translate("Mirror", "Number"),
        "date": QCoreApplication.translate("Mirror", "Date"),
        "amount": QCoreApplication.translate("Mirror", "Amount"),
        "name": QCoreApplication.translate("Mirror", "Name"),
        "url": QCoreApplication.translate("Mirror", "Address"),
        "placeholder": QCoreApplication.translate("Mirror", "Placeholder"),
    }[kind]


def _differs() -> str:
    return QCoreApplication.translate("Mirror", "{kind}: “{ours}” in the draft, “{theirs}” here")


def _missing() -> str:
    return QCoreApplication.translate("Mirror", "{kind} missing here: “{words}”")


def _added() -> str:
    return QCoreApplication.translate("Mirror", "{kind} not in the draft: “{words}”")


def _left_out() -> str:
    return QCoreApplication.translate("Mirror", "Perhaps left out: “{words}”")


def _negated() -> str:
    return QCoreApplication.translate("Mirror", "The draft says “not”, this does not")


def _not_negated() -> str:
    return QCoreApplication.translate("Mirror", "This says “not”, the draft does not")
