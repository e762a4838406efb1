"""A conversation copied from a helpdesk page becomes a ticket; a copied list becomes rows.

Most agents cannot export, all can copy. What a page puts on the clipboard is read as lines:
a message begins where a short line names a writer and it, or one of the next two lines, tells a
time or says what was done ("replied", "added a private note"). What is not recognised stays in
a message: nothing that was copied is lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC

from supportdesk_gui.text.safe_html import html_to_text
from supportdesk_gui.tickets.importing.bodies import message
from supportdesk_gui.tickets.importing.clipboard_forms import SOURCE, list_rows, mail_ticket
from supportdesk_gui.tickets.importing.clipboard_pages import PageConversation, read_page
from supportdesk_gui.tickets.importing.clipboard_roles import Us, Written, requester_of
from supportdesk_gui.tickets.importing.dates import TimeReader, find_time
from supportdesk_gui.tickets.importing.people import mailbox, mailbox_text, role_named
from supportdesk_gui.tickets.ticket import Message, Role, Ticket, Visibility

_LINK = re.compile(
    r"https?://[^\s\"'<>)]+/(?:agent/tickets|a/tickets|app/ticket|app/views/\d+|tickets?|conversations?|inbox/\S+?)/(\d+)"
)
_NUMBER = re.compile(r"(?:#|\b(?:ticket|case|n[ºo°.]|工单|工單)\s*#?\s*)(\d{2,})", re.IGNORECASE)
_NAMED_NUMBER = re.compile(
    r"^\s*[\[(]?#\s?(\d{2,})|\b(?:ticket|case|request|conversation|工单|工單)\s*[#:：n°]*\s*(\d{2,})",
    re.IGNORECASE,
)
_THREAD = re.compile(r'data-legacy-thread-id="(\w+)"')
_TO = re.compile(r"\s*(?:to|cc|bcc|an|à|para|a|收件人|收件者)\s*[:：]", re.IGNORECASE)
_ADDRESS = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_DONE = re.compile(
    r"\b(reported via|replied|wrote|commented|added a (?:private |internal )?note|forwarded|"
    r"respondió|a répondu|antwortete|schrieb)\b|回复|回覆",
    re.IGNORECASE,
)
_NOTE = re.compile(r"internal note|private note|\binternal\b|内部备注|內部備註", re.IGNORECASE)
_CLOCK = re.compile(
    r"\d{1,2}[:h]\d{2}|\b\d+\s*(?:minutes?|hours?|days?|m|h|d)\s+ago\b|\bToday\b|\bYesterday\b"
)
_TIME_WORDS = re.compile(
    r"\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|"
    r"\b(?:minutes?|hours?|days?|ago|at|am|pm|today|yesterday|gmt|utc|via|email|lun|mar|mié|jue|vie|"
    r"ene|abr|ago|dic|janv|févr|juil|août|uhr|um|le|el|à|de|del|mo|di|mi|do|fr|sa|so)\b",
    re.IGNORECASE,
)
_EXTRA = re.compile(
    r"^(?:to me|to:.*|cc:.*|via .*|from:.*|public reply|internal note|internal|private note|"
    r"reply|forward|show more|\(?\d+ (?:minutes?|hours?|days?) ago\)?)$",
    re.IGNORECASE,
)  # fmt: skip
_TIME = r"[^\[\]()\n]{0,24}\d{1,2}[:h]\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?"
_CHAT_LINES = tuple(
    re.compile(rf"\s*{form}\s*[:：]\s*(?P<text>.*)")
    for form in (
        rf"[\[(](?P<time>{_TIME})[\])]\s*(?P<name>[^:：\n]{{1,40}}?)",  # [10:15] Ana: …
        rf"(?P<name>[^:：()\[\]\n]{{1,40}}?)\s*[\[(](?P<time>{_TIME})[\])]",  # Ana (10:15): …
        rf"(?P<time>\d[\d./-]{{5,9}},?\s{_TIME})\s-\s(?P<name>[^:：\n]{{1,40}}?)",  # a telephone's
        r"(?P<name>[^:：()\d\n]{1,40}?)\s(?P<time>\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp][Mm])?)",
    )
)
_NAMED_LINES = (re.compile(r"(?P<time>)\s*(?P<name>[^\W\d_]{2,16})\s*[:：]\s*(?P<text>.*)"),)
_WORD = re.compile(r"[^\W\d_]{2,}")
_SIGN_ONLY = re.compile(r"^[\W\d_]*$")
_LONGEST_HEAD = 90


@dataclass(frozen=True, slots=True)
class Pasted:
    """One ticket, or the rows of a list, or neither when there was no text.

    `left_over` are lines of a list that belong to no row.
    """

    ticket: Ticket | None
    rows: tuple[Ticket, ...] = ()
    left_over: tuple[str, ...] = ()


@dataclass(slots=True)
class _Part:
    """A message as it stands on the page."""

    name: str
    email: str
    head: str
    sent_at: int | None
    lines: list[str]


def read_paste(html: str, text: str, us: Us = Us()) -> Pasted:  # noqa: B008 - a frozen value
    """What was copied. `html` may be empty; `text` is used where it has no HTML beside it.

    `us` is the agent, so that their own messages are not taken for the customer's.
    """
    words = html_to_text(html) if "<" in html else text
    if len(words.split()) < len(text.split()) // 2:
        words = text  # a page that copies its text in a way the HTML does not show
    words = words.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not words:
        return Pasted(None)
    page = read_page(html, TimeReader(UTC, True), us) if "<" in html else None
    if page:
        return Pasted(_page_ticket(page, html))
    rows, left_over = list_rows(text or words)
    if rows:
        return Pasted(None, rows, left_over)
    return Pasted(mail_ticket(words, us) or _conversation(words, html, us))


def _page_ticket(page: PageConversation, html: str) -> Ticket:
    """The ticket of a page whose marks are known; words beside its messages are kept as ours."""
    link = _LINK.search(html)
    number = _NUMBER.search(f"{page.rest}\n{page.subject}") or _THREAD.search(html)
    messages = list(page.messages)
    if page.rest:
        messages.append(message(len(messages), Role.SYSTEM, page.rest, Visibility.INTERNAL))
    beside = "\n".join(line for line in page.rest.splitlines() if not _TO.match(line))
    address = _ADDRESS.search(beside)
    times = [part.sent_at for part in page.messages if part.sent_at is not None]
    return Ticket(
        SOURCE, link.group(1) if link else _number(number), page.subject,
        tuple(messages), requester=page.requester,
        email=page.email or (address.group() if address else ""), url=link.group() if link else "",
        created_at=times[0] if times else None, updated_at=times[-1] if times else None,
    )  # fmt: skip


def _conversation(words: str, html: str, us: Us) -> Ticket:
    lines = words.split("\n")
    reader = TimeReader(UTC, True)
    first, parts = _chat(lines, reader, _CHAT_LINES) or _parts(lines, reader)
    if not parts:
        first, parts = _chat(lines, reader, _NAMED_LINES) or (0, [])
    title, rest = _before(lines, first)
    link = _LINK.search(html) or _LINK.search(words)
    number = _ticket_number(lines, bool(parts))
    external_id = link.group(1) if link else _number(number)
    if not parts:
        address = _ADDRESS.search(words)
        body = message(0, Role.REQUESTER, words)
        return Ticket(
            SOURCE, external_id, "", (body,), email=address.group() if address else "",
            url=link.group() if link else "",
        )  # fmt: skip
    written = [Written(part.name, part.email, part.head, "\n".join(part.lines)) for part in parts]
    requester = requester_of(written, us)
    asked = requester.writer if requester else ""
    messages = [
        _message(place, part, part_written.writer == asked)
        for place, (part, part_written) in enumerate(zip(parts, written, strict=True))
    ]
    if rest:
        messages = _with_rest(rest, messages)
    return Ticket(
        SOURCE, external_id, title, tuple(messages), requester=_named(requester),
        email=requester.email if requester else "", url=link.group() if link else "",
        created_at=parts[0].sent_at, updated_at=parts[-1].sent_at,
    )  # fmt: skip


def _named(requester: Written | None) -> str:
    """The name; a word such as Customer is none."""
    return "" if requester is None or role_named(requester.name) else requester.name


def _number(found: re.Match[str] | None) -> str:
    return next((part for part in found.groups() if part), "") if found else ""


def _ticket_number(lines: list[str], has_heads: bool) -> re.Match[str] | None:
    """The ticket's number above the messages; `order #12345` in a message is none."""
    for at, line in enumerate(lines[:8]):
        if has_heads and _head(lines, at):
            return None
        found = _NUMBER.search(line) if has_heads else _NAMED_NUMBER.search(line)
        if found:
            return found
    return None


def _chat(
    lines: list[str], reader: TimeReader, forms: tuple[re.Pattern[str], ...]
) -> tuple[int, list[_Part]] | None:
    """Where the first line of a chat begins, and all parts; None where it is none: a line there has
    its writer before the text, and a time or a word such as Customer, two of them at least."""
    parts: list[_Part] = []
    first = 0
    for at, line in enumerate(lines):
        told = next((found for form in forms if (found := form.match(line))), None)
        if told and (told["time"] or role_named(told["name"])):
            name, email = mailbox(told["name"].strip())
            when = find_time(told["time"], reader)
            head = line[: told.start("text")]
            first = first if parts else at
            parts.append(_Part(name, email, head, when[0] if when else None, [told["text"]]))
        elif parts:
            parts[-1].lines.append(line)
    return (first, parts) if len({(part.name, part.email) for part in parts}) > 1 else None


def _parts(lines: list[str], reader: TimeReader) -> tuple[int, list[_Part]]:
    """Where the first message begins, and all of them."""
    parts: list[_Part] = []
    at = first = 0
    while at < len(lines):
        head = _head(lines, at)
        if head is None:
            if parts:
                parts[-1].lines.append(lines[at])
            at += 1
            continue
        count, name, email = head
        first = first if parts else at
        text = " ".join(lines[at : at + count])
        found = find_time(text, reader)
        said = _behind_time(lines[at])
        parts.append(_Part(name, email, text, found[0] if found else None, [said] if said else []))
        at += count
    return first, parts


def _head(lines: list[str], at: int) -> tuple[int, str, str] | None:
    """How many lines a message's head has, and its writer; None where none begins."""
    line = lines[at].strip()
    if not line or len(line) > _LONGEST_HEAD or line.startswith(">") or _EXTRA.match(line):
        return None
    name, email = _writer(line)
    if not name and not email:
        return None
    told = bool(_DONE.search(line) or _CLOCK.search(line))
    count, looked = 1, 1
    while at + looked < len(lines) and looked < 7:
        following = lines[at + looked].strip()
        looked += 1
        if _time_only(following) or _EXTRA.match(following):
            told = told or _time_only(following)
            count = looked
        elif _DONE.match(following) and len(following) <= _LONGEST_HEAD:
            told = True
            count = looked
        elif following:
            break
    return (count, name, email) if told else None


def _behind_time(line: str) -> str:
    """Words of a message on the line of its head, behind the time."""
    clock = _CLOCK.search(line)
    said = line[clock.end() :].strip() if clock else ""
    if _DONE.search(line) or _NOTE.search(said) or _ADDRESS.search(said):
        return ""
    return said if len(_WORD.findall(_TIME_WORDS.sub(" ", said))) > 2 else ""


def _time_only(line: str) -> bool:
    """Whether a line tells a time and nothing else."""
    if not line or len(line) > _LONGEST_HEAD or not _CLOCK.search(line):
        return False
    return not _WORD.search(_TIME_WORDS.sub(" ", line))


def _writer(line: str) -> tuple[str, str]:
    bare = _DONE.split(line)[0]
    bare = _CLOCK.split(bare)[0]
    address = _ADDRESS.search(bare)
    name, email = mailbox(bare.strip(" ,:·|-(["))
    if address and not email:
        email = address.group()
        name = bare[: address.start()].strip(" <(,")
    name = re.sub(r"\b(?:On|Le|El|Am|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Today|Yesterday)\b.*$", "", name)
    name = re.sub(r"[\d/.,:·|-]+\s*$", "", name).strip(" ,:·|-")
    if _SIGN_ONLY.match(name) or len(name.split()) > 6 or _sentence(name):
        name = ""
    return name, email


def _sentence(text: str) -> bool:
    """Whether a line reads like a message rather than like a head."""
    return bool(re.search(r"[.!?。！？](?:\s|$)", text)) or len(text.split()) > 14


def _before(lines: list[str], first: int) -> tuple[str, str]:
    """The subject and whatever else stands before line `first`, where the messages begin."""
    before = [line.strip() for line in lines[:first] if line.strip()]
    if not before:
        return "", ""
    named = [line for line in before[:4] if not _NUMBER.fullmatch(line) and not _LINK.search(line)]
    if not named:
        return "", "\n".join(before)
    title = named[0]
    rest = [line for line in before if line != title and not _NUMBER.search(line)]
    return _NUMBER.sub("", title).strip(" -–|:[]"), "\n".join(rest)


def _message(place: int, part: _Part, by_requester: bool) -> Message:
    role = Role.REQUESTER if by_requester else Role.AGENT
    note = _NOTE.search(part.head) and not by_requester
    seen = Visibility.INTERNAL if note else Visibility.PUBLIC
    body = "\n".join(part.lines).strip("\n")
    return message(place, role, body, seen, mailbox_text(part.name, part.email), part.sent_at)


def _with_rest(rest: str, messages: list[Message]) -> list[Message]:
    """Text that no message claims goes to the first, before its own."""
    first = messages[0]
    body = f"{rest}\n\n{first.text}".strip()
    kept = message(
        0, first.role, body, first.visibility, first.author, first.sent_at, first.external_id
    )
    return [kept, *messages[1:]]
