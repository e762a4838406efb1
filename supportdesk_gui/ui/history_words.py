"""What happened with a ticket, in words: one line for the list, and what there is to tell of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from supportdesk_gui.assist.draft_basis import Basis
from supportdesk_gui.assist.drafts import DraftState
from supportdesk_gui.assist.journal import (
    Asked,
    Brought,
    Copied,
    Drafted,
    Edited,
    Happened,
    StatusSet,
)
from supportdesk_gui.tickets.import_changes import Became
from supportdesk_gui.tickets.statuses import Cause
from supportdesk_gui.ui.engine_words import dollars, kind_word, model_words, outcome_word
from supportdesk_gui.ui.inbox.import_words import became_words
from supportdesk_gui.ui.inbox.wording import as_of_words, source_word, status_word
from supportdesk_gui.ui.language_names import language_name
from supportdesk_gui.ui.policies.wording import passage_place


def line_words(one: Happened) -> str:
    """What happened, in one line."""
    if isinstance(one, Copied):
        text = QCoreApplication.translate("History", "Copied in {language}")
        return text.format(language=language_name(one.language))
    if isinstance(one, Drafted):
        text = QCoreApplication.translate("History", "Version {number}, {language}, {who}")
        if not one.version.language:  # typed before anybody had looked at the ticket
            text = QCoreApplication.translate("History", "Version {number}, {who}")
        return text.format(
            number=one.number, language=language_name(one.version.language), who=_writer(one)
        )
    if isinstance(one, Edited):
        text = QCoreApplication.translate("History", "Version {number} changed by you")
        return text.format(number=one.draft.number)
    if isinstance(one, StatusSet):
        text = QCoreApplication.translate("History", "Status: {status}, {cause}")
        return text.format(status=status_word(one.after), cause=_cause_words(one.cause))
    if isinstance(one, Asked):
        text = QCoreApplication.translate("History", "Request: {kind}, {model}")
        return text.format(kind=kind_word(one.entry.kind), model=model_words(one.entry.model))
    if one.became is Became.ADDED:
        return QCoreApplication.translate("History", "Came in")
    return became_words(one.became)


def about_words(one: Happened) -> str:
    """All that there is to tell beside the text, line by line."""
    if isinstance(one, Copied):
        return "\n".join(_grounds(one.draft))
    if isinstance(one, Drafted):
        return "\n".join(_drafted_lines(one))
    if isinstance(one, Edited):
        return QCoreApplication.translate("History", "The text as it stands now:")
    if isinstance(one, StatusSet):
        text = QCoreApplication.translate("History", "Before: {status}")
        return text.format(status=status_word(one.before))
    if isinstance(one, Asked):
        return "\n".join(_request_lines(one))
    return _brought_words(one)


def _writer(one: Drafted) -> str:
    if one.version.engine == "agent":
        return QCoreApplication.translate("History", "written by you")
    if one.version.engine == "offline":
        return QCoreApplication.translate("History", "put together offline")
    return model_words(one.version.engine)


def _cause_words(cause: Cause) -> str:
    words = {
        Cause.AGENT: QCoreApplication.translate("History", "by you"),
        Cause.IMPORT: QCoreApplication.translate("History", "by an import"),
        Cause.UNDO: QCoreApplication.translate("History", "undone"),
        Cause.REDO: QCoreApplication.translate("History", "redone"),
        Cause.IMPORT_UNDONE: QCoreApplication.translate("History", "the import was undone"),
    }
    return words[cause]


def _drafted_lines(one: Drafted) -> list[str]:
    lines = _grounds(one)[1:]
    if one.version.state is DraftState.STOPPED and one.version.engine != "agent":
        lines.append(QCoreApplication.translate("History", "It was stopped before its end."))
    if one.was_changed:
        lines.append(QCoreApplication.translate("History", "You changed the text since."))
    return lines


def _grounds(one: Drafted | None) -> list[str]:
    """Which version a text is, and what that rests on."""
    if one is None:
        return []
    lines = [line_words(one)]
    if one.rests_on:
        text = QCoreApplication.translate("History", "Rests on: {places}")
        places = dict.fromkeys(passage_place(passage) for passage in one.rests_on)
        lines.append(text.format(places="; ".join(places)))
    if one.basis is not None:
        lines += _steering(one.basis)
    if one.agents_word:
        text = QCoreApplication.translate("History", "You answer for: {words}")
        lines.append(text.format(words="; ".join(one.agents_word)))
    if one.version.rules_day:
        text = QCoreApplication.translate("History", "By the policies of {day}")
        lines.append(text.format(day=one.version.rules_day))
    return lines


def _steering(basis: Basis) -> list[str]:
    """What the agent decided and said before it was written."""
    stances = {
        "decline": QCoreApplication.translate("History", "You declined"),
        "ask": QCoreApplication.translate("History", "You asked for more"),
    }
    lines = [stances[basis.stance]] if basis.stance in stances else []
    if basis.wish:
        text = QCoreApplication.translate("History", "You said: {wish}")
        lines.append(text.format(wish=basis.wish))
    if basis.saved_reply:
        text = QCoreApplication.translate("History", "Begun from the saved reply “{title}”")
        lines.append(text.format(title=basis.saved_reply))
    return lines


def _request_lines(one: Asked) -> list[str]:
    entry = one.entry
    cost = QCoreApplication.translate("History", "unpriced")
    if entry.micro_usd is not None:
        cost = dollars(entry.micro_usd)
    text = QCoreApplication.translate(
        "History", "{outcome}; {prompt} tokens in, {output} tokens out; {cost}"
    )
    words = text.format(
        outcome=outcome_word(entry.outcome), prompt=f"{entry.prompt:,}",
        output=f"{entry.output:,}", cost=cost,
    )  # fmt: skip
    return [words, entry.host]


def _brought_words(one: Brought) -> str:
    if not one.path:
        return source_word(one.source)
    return f"{source_word(one.source)}, {one.path}, {as_of_words(one.as_of)}"
