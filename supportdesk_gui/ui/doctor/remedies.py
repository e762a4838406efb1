"""No message text in an export: which one to make instead, step by step, for each helpdesk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from supportdesk_gui.tickets.importing.report import Advice, Diagnosis, Notice
from supportdesk_gui.ui.inbox.wording import in_a_row


@dataclass(frozen=True, slots=True)
class Remedy:
    """Why the text is missing, what to do in order, and what if that is not possible."""

    title: str
    why: str
    steps: tuple[str, ...]
    note_title: str
    note: str


def remedy(diagnosis: Diagnosis) -> Remedy | None:
    """What to do about missing text; None where there is all of it, or its column is to be chosen."""
    if diagnosis.advice is None or not diagnosis.has_tickets:
        return None
    title = QCoreApplication.translate("Doctor", "No message text in this export. Do this instead:")
    if Notice.ONLY_SNIPPETS in diagnosis.notices:
        title = QCoreApplication.translate(
            "Doctor", "Only the first words of each message. Do this instead:"
        )
    make = _REMEDIES.get(diagnosis.advice)
    why, steps = make() if make else _by_interface(diagnosis.vendor)
    if diagnosis.advice is Advice.PASTE:
        return Remedy(title, *_paste())
    note = QCoreApplication.translate(
        "Doctor",
        "Drop the mails themselves (.eml, .mbox or .msg), or copy a conversation in the helpdesk and paste it here with Ctrl+V.",
    )
    if diagnosis.advice is Advice.ZENDESK_JSON_EXPORT:
        first = QCoreApplication.translate(
            "Doctor",
            "Exports are switched on by Zendesk’s support, only administrators see them, and the Team plan has none.",
        )
        note = in_a_row([first, note])
    note_title = QCoreApplication.translate("Doctor", "If you cannot make that export")
    return Remedy(title, why, (*steps, _drop()), note_title, note)


def _drop() -> str:
    return QCoreApplication.translate(
        "Doctor", "Drop the file on this window. A ticket that is in both files stays one."
    )


def _zendesk() -> tuple[str, tuple[str, ...]]:
    return (
        QCoreApplication.translate(
            "Doctor", "Zendesk’s CSV never carries the conversation. Its JSON export does."
        ),
        (
            QCoreApplication.translate(
                "Doctor", "In Zendesk, open Admin Center › Account › Tools › Reports › Export."
            ),
            QCoreApplication.translate(
                "Doctor",
                "Beside JSON, choose tickets from the last 30 days and ask for the file. A link comes by mail.",
            ),
        ),
    )


def _freshdesk() -> tuple[str, tuple[str, ...]]:
    return _with_description("Freshdesk")


def _freshservice() -> tuple[str, tuple[str, ...]]:
    return _with_description("Freshservice")


def _with_description(vendor: str) -> tuple[str, tuple[str, ...]]:
    return (
        QCoreApplication.translate(
            "Doctor", "{vendor} leaves the message out unless Description is ticked."
        ).format(vendor=vendor),
        (
            QCoreApplication.translate(
                "Doctor", "In {vendor}, open the list of tickets and choose Export."
            ).format(vendor=vendor),
            QCoreApplication.translate(
                "Doctor", "Among the ticket fields, tick Description, and export as CSV."
            ),
        ),
    )


def _intercom() -> tuple[str, tuple[str, ...]]:
    return (
        QCoreApplication.translate(
            "Doctor", "Intercom’s list of conversations holds none of their messages."
        ),
        (
            QCoreApplication.translate(
                "Doctor", "In Intercom, export the conversations with their transcripts."
            ),
            QCoreApplication.translate("Doctor", "Intercom mails a .zip; it need not be unpacked."),
        ),
    )


def _jira() -> tuple[str, tuple[str, ...]]:
    return (
        QCoreApplication.translate(
            "Doctor", "This export leaves out the columns Description and Comment."
        ),
        (
            QCoreApplication.translate("Doctor", "In Jira, search for the issues."),
            QCoreApplication.translate("Doctor", "Choose Export › Export CSV (all fields)."),
        ),
    )


def _hubspot() -> tuple[str, tuple[str, ...]]:
    return (
        QCoreApplication.translate(
            "Doctor", "HubSpot exports the columns of the view, and this view has no description."
        ),
        (
            QCoreApplication.translate(
                "Doctor", "In HubSpot, add the column Ticket description to the view."
            ),
            QCoreApplication.translate("Doctor", "Export the view as CSV."),
        ),
    )


def _by_interface(vendor: str) -> tuple[str, tuple[str, ...]]:
    return (
        QCoreApplication.translate(
            "Doctor", "{vendor}’s exports never carry the conversation. Its interface (API) does."
        ).format(vendor=vendor),
        (
            QCoreApplication.translate(
                "Doctor",
                "Ask whoever looks after {vendor} for the conversations with their messages, as JSON.",
            ).format(vendor=vendor),
        ),
    )


def _paste() -> tuple[str, tuple[str, ...], str, str]:
    return (
        QCoreApplication.translate(
            "Doctor", "There are subjects, but nothing a reply could rest on."
        ),
        (
            QCoreApplication.translate(
                "Doctor", "In your helpdesk, look for an export with description, comments or JSON."
            ),
            _drop(),
        ),
        QCoreApplication.translate("Doctor", "If there is none"),
        QCoreApplication.translate(
            "Doctor",
            "Drop the mails themselves (.eml, .mbox or .msg), or copy a conversation in the helpdesk and paste it here with Ctrl+V.",
        ),
    )


_REMEDIES: dict[Advice, Callable[[], tuple[str, tuple[str, ...]]]] = {
    Advice.ZENDESK_JSON_EXPORT: _zendesk,
    Advice.FRESHDESK_TICK_DESCRIPTION: _freshdesk,
    Advice.FRESHSERVICE_TICK_DESCRIPTION: _freshservice,
    Advice.INTERCOM_TRANSCRIPTS: _intercom,
    Advice.JIRA_ALL_FIELDS: _jira,
    Advice.HUBSPOT_ADD_DESCRIPTION: _hubspot,
}
