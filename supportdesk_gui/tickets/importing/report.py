"""What importing has to tell: how a file is understood, what was rejected, what failed and why.

Values only. The words for them are found in ui/, in the language of the agent.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from supportdesk_gui.tickets.number_forms import NumberForm

if TYPE_CHECKING:
    from supportdesk_gui.tickets.importing.cell_repairs import Repairs
    from supportdesk_gui.tickets.importing.privacy_words import Meaning


class Kind(StrEnum):
    """How a file holds its tickets."""

    TABLE = "table"
    JSON = "json"
    JSON_LINES = "json lines"
    WORKBOOK = "workbook"
    XML = "xml"
    MAILS = "mails"


TABLES = frozenset({Kind.TABLE, Kind.WORKBOOK})


class Shape(StrEnum):
    """What one row stands for."""

    TICKET = "ticket"
    MESSAGE = "message"


class Content(StrEnum):
    """What one file of an export holds; exports come in several."""

    TICKETS = "tickets"
    MESSAGES = "messages"
    PEOPLE = "people"
    ORDERS = "orders"
    PRODUCTS = "products"
    REVIEWS = "reviews"
    ARTICLES = "articles"
    SAVED_REPLIES = "saved replies"
    RATINGS = "ratings"
    OTHERS = "others"


class RejectReason(StrEnum):
    """Why one row could not be read."""

    EMPTY = "empty"
    NO_CONTENT = "no content"
    TOO_MANY_CELLS = "too many cells"
    BROKEN_QUOTES = "broken quotes"
    TOO_LONG = "too long"
    BEFORE_HEADER = "before header"
    NOT_JSON = "not json"
    TOO_DEEP = "too deep"
    NOT_A_TICKET = "not a ticket"
    CUT_OFF = "cut off"
    NO_ROW = "no row"
    NO_EXPORT = "no export"
    UNREADABLE_MAIL = "unreadable mail"
    UNSENT = "unsent"
    NO_TICKET = "no ticket"
    HEADER_AGAIN = "header again"
    OTHER_HEADER = "other header"
    BELOW_OTHER_HEADER = "below other header"
    NOT_IN_LIST = "not in list"
    TOO_FEW_CELLS = "too few cells"
    LOCKED = "locked"
    DAMAGED = "damaged"
    TOO_BIG = "too big"
    UNREADABLE = "unreadable"
    EMPTY_FILE = "empty file"
    BINARY = "binary"
    OTHER_FORMAT = "other format"
    HALF_FILE = "half file"
    BROKEN_JSON = "broken json"
    ONLY_PEOPLE = "only people"
    ONLY_ORDERS = "only orders"
    ONLY_PRODUCTS = "only products"
    ONLY_REVIEWS = "only reviews"
    ONLY_ARTICLES = "only articles"
    ONLY_SAVED_REPLIES = "only saved replies"
    ONLY_RATINGS = "only ratings"


HIDES_NO_TICKET = frozenset(
    {
        RejectReason.EMPTY, RejectReason.HEADER_AGAIN, RejectReason.OTHER_HEADER,
        RejectReason.NOT_IN_LIST, RejectReason.UNSENT,
    }
)  # fmt: skip
"""Why a row is left out that is no ticket for certain."""


class FailureReason(StrEnum):
    """Why a file as a whole could not be read."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    DIRECTORY = "directory"
    EMPTY_FILE = "empty file"
    BINARY = "binary"
    OTHER_FORMAT = "other format"
    HALF_FILE = "half file"
    BROKEN_JSON = "broken json"
    TOO_DEEP = "too deep"
    NO_TICKETS = "no tickets"
    ONLY_PEOPLE = "only people"
    ONLY_ORDERS = "only orders"
    ONLY_PRODUCTS = "only products"
    ONLY_REVIEWS = "only reviews"
    ONLY_ARTICLES = "only articles"
    ONLY_SAVED_REPLIES = "only saved replies"
    ONLY_RATINGS = "only ratings"
    LOCKED = "locked"
    TOO_BIG = "too big"
    DAMAGED = "damaged"


class Notice(StrEnum):
    """What the agent should know about a file that can be read all the same."""

    DAMAGED_ID = "damaged id"
    GUESSED_TEXT_COLUMN = "guessed text column"
    NO_HEADER = "no header"
    FULL_WIDTH_COMMAS = "full-width commas"
    UNSURE_ENCODING = "unsure encoding"
    UNDECODABLE_BYTES = "undecodable bytes"
    ONLY_SNIPPETS = "only snippets"
    UNKNOWN_TIME_ZONE = "unknown time zone"
    UNSURE_DATE_ORDER = "unsure date order"
    LOST_ZEROS = "lost zeros"
    NO_TIME_ZONE = "no time zone"
    UNKNOWN_COLUMNS = "unknown columns"
    UNSURE_VISIBILITY = "unsure visibility"
    UNKNOWN_WRITERS = "unknown writers"
    HIDDEN_SHEET = "hidden sheet"
    READ_HIDDEN_SHEET = "read hidden sheet"
    OTHER_NUMBERS = "other numbers"
    WRAPPED_ROWS = "wrapped rows"
    LISTS_ORDERS = "lists orders"
    LISTS_PRODUCTS = "lists products"
    LISTS_REVIEWS = "lists reviews"
    LISTS_ARTICLES = "lists articles"
    LISTS_SAVED_REPLIES = "lists saved replies"
    LISTS_RATINGS = "lists ratings"
    BESIDE_MAILS = "beside mails"


class Advice(StrEnum):
    """Which export to make instead when the message texts are missing."""

    ZENDESK_JSON_EXPORT = "zendesk json export"
    FRESHDESK_TICK_DESCRIPTION = "freshdesk tick description"
    FRESHSERVICE_TICK_DESCRIPTION = "freshservice tick description"
    INTERCOM_TRANSCRIPTS = "intercom transcripts"
    GORGIAS_PASTE = "gorgias paste"
    ZAMMAD_API = "zammad api"
    OSTICKET_PASTE = "osticket paste"
    JIRA_ALL_FIELDS = "jira all fields"
    HUBSPOT_ADD_DESCRIPTION = "hubspot add description"
    HELP_SCOUT_API = "help scout api"
    FRONT_API = "front api"
    CHATWOOT_API = "chatwoot api"
    HOOTSUITE_PASTE = "hootsuite paste"
    PASTE = "paste"


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that could not be read: where it begins (line or item, from 1) and its first words.

    Line 0 stands for a whole file of a folder or an archive. `whole` is the row as it stood, where it
    is more than its first words.
    """

    file: str
    line: int
    reason: RejectReason
    excerpt: str
    whole: str = ""

    @property
    def is_file(self) -> bool:
        """Whether it is a whole file and no row of one."""
        return not self.line and self.reason is not RejectReason.NO_TICKET and not self.is_mail

    @property
    def is_mail(self) -> bool:
        """Whether it is a mail by itself or in a mailbox."""
        return self.reason in {RejectReason.UNREADABLE_MAIL, RejectReason.UNSENT}


def rejected(file: str, line: int, reason: RejectReason, text: str) -> RejectedRow:
    """A row that could not be read, with all its text."""
    first = excerpt(text)
    return RejectedRow(file, line, reason, first, text if text != first else "")


def rejected_for(reason: FailureReason) -> RejectReason:
    """Why a file among others is told not to be read: the same as alone."""
    same = {one.value: one for one in RejectReason}
    return same.get(reason.value, RejectReason.NO_EXPORT)


@dataclass(frozen=True, slots=True)
class ReadingProgress:
    """How far the reading is, in bytes of the file, how many lines were put to the row before
    since the last step, and whether something could not be decoded."""

    done: int
    total: int
    joined: int = 0
    is_spoilt: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One file to be read and what people call it: `export.zip › tickets.csv` for a member."""

    path: Path
    name: str


def tells_tickets(columns: Collection[str]) -> bool:
    """Whether a table with these of our fields tells what tickets are about: a subject, a text, or the
    answer to the one that has a number."""
    return "subject" in columns or "body" in columns or {"id", "reply"}.issubset(columns)


@dataclass(frozen=True, slots=True)
class Choice:
    """What the agent says of a file instead of what the doctor finds; empty means as found.

    `stands_alone`: whether it is kept apart from the source that it seems to continue.
    """

    encoding: str = ""
    delimiter: str = ""
    time_zone: str = ""
    columns: dict[str, tuple[int, ...]] | None = None
    shape: Shape | None = None
    stands_alone: bool | None = None


AS_FOUND = Choice()


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """How a file is understood before it is read.

    `columns` maps our fields to the places of a table's columns; repeated fields have several.
    `delimiter`, `quote`, `header_at` and `columns` say nothing of JSON. `time_zone` is the name of the
    zone of times without an offset, IANA's or `UTC+2`, "" for that of this computer; `zones` are
    those of columns, by their places, whose header names another. `encodings` are the candidates,
    best first. `parts` is the key of the list in a JSON file that holds its messages or people.
    `sheet` is a workbook's; `mails` are all mails dropped together; `messages_in` and `people_in`
    are the other parts of an export that came in several, `slices` more files like this one.
    `mark` is the column by which a row is known to begin, and `breaks_texts` says that texts have
    line breaks without quotes, `usual` what stands in the columns behind them (row_checks.py).
    `privacy` are the columns that say who can see a message, and `hides_unclear` says that one of
    them says so in words that are not understood.
    `to_at` is the column of whom a message went to, `ours` are our addresses in it; `newest_first`
    says that conversations begin at their end.
    `rounded` where a spreadsheet has rounded the tickets' numbers, `repairs` what else was made of cells.
    `is_wrapped` where each row stands in one cell (wrapped_lines.py), `has_stray_quote` where the
    quotation marks of the header do not match (header_quotes.py).
    `unused_texts` are columns of texts that are not read, `likely_numbers` those that may be the
    tickets' numbers where none is known to be.
    `continues` is a source under another name whose tickets these are; `source` is that one then,
    unless the agent says no. `number_form` is how its numbers are written there. `apart` is what it
    is called where the numbers in that source are other customers'; `source` is `apart` then,
    unless the agent says no.
    """

    path: Path
    kind: Kind
    vendor: str
    source: str
    encoding: str
    encodings: tuple[str, ...] = ()
    delimiter: str = ""
    escape: str = ""
    quote: str = '"'
    shape: Shape = Shape.TICKET
    content: Content = Content.TICKETS
    header: tuple[str, ...] = ()
    header_at: int = 0
    skipped_lines: int = 0
    is_wrapped: bool = False
    has_stray_quote: bool = False
    columns: dict[str, tuple[int, ...]] = field(default_factory=dict)
    first_rows: tuple[tuple[str, ...], ...] = ()
    has_message_text: bool = True
    advice: Advice | None = None
    notices: tuple[Notice, ...] = ()
    time_zone: str = ""
    zones: dict[int, str] = field(default_factory=dict)
    day_first: bool | None = None
    parts: str = ""
    name: str = ""
    sheet: str = ""
    mails: tuple[Part, ...] = ()
    messages_in: tuple[Diagnosis, ...] = ()
    people_in: tuple[Diagnosis, ...] = ()
    rounded: bool = False
    mark: tuple[int, str] = (-1, "")
    breaks_texts: bool = False
    usual: dict[int, frozenset[str] | str] | None = None
    privacy: tuple[tuple[Meaning, int], ...] = ()
    hides_unclear: bool = False
    to_at: int = -1
    ours: frozenset[str] = frozenset()
    newest_first: bool = False
    unused_texts: tuple[int, ...] = ()
    likely_numbers: tuple[int, ...] = ()
    telling: frozenset[str] = frozenset()
    continues: str = ""
    apart: str = ""
    number_form: NumberForm | None = None
    slices: tuple[Diagnosis, ...] = ()
    repairs: Repairs | None = None

    @property
    def shown_name(self) -> str:
        """What people call the file."""
        return self.name or self.path.name

    @property
    def has_tickets(self) -> bool:
        """Whether its rows can be tickets: a table tells what they are about, or is a helpdesk's."""
        return self.kind not in TABLES or bool(self.vendor) or tells_tickets(self.columns)

    def by_message(self) -> Diagnosis:
        """The same table, where each row is a message."""
        told = () if Notice.UNSURE_VISIBILITY in self.notices or not self.hides_unclear else (
            Notice.UNSURE_VISIBILITY,
        )  # fmt: skip
        return replace(self, shape=Shape.MESSAGE, notices=(*self.notices, *told))

    @property
    def has_wide_rows(self) -> bool:
        """Whether rows may have more comments than the header has columns for them."""
        comments = self.columns.get("comment", ())
        is_last = len(comments) > 1 and comments[-1] == len(self.header) - 1
        return is_last or (bool(comments) and self.vendor == "Jira")

    @property
    def only_messages(self) -> bool:
        """Whether it lists messages with the numbers of their tickets, which stand elsewhere."""
        is_list = self.shape is Shape.MESSAGE and "subject" not in self.columns
        return self.content is Content.MESSAGES or (is_list and bool(self.columns))

    @property
    def is_joined(self) -> bool:
        """Whether tickets, messages and people stand in lists of their own."""
        return bool(self.messages_in or self.people_in)


class ImportFailure(Exception):
    """A file that gives no ticket at all, and why."""

    def __init__(self, reason: FailureReason, path: Path, name: str = "") -> None:
        super().__init__(f"{reason}: {path}")
        self.reason = reason
        self.path = path
        self.name = name or path.name

    def __reduce__(self) -> tuple[type[ImportFailure], tuple[FailureReason, Path, str]]:
        """To cross from one process to another."""
        return ImportFailure, (self.reason, self.path, self.name)


EXCERPT = 200


def excerpt(text: str) -> str:
    """The first words of a row, on one line, fit to be shown and stored."""
    short = " ".join(text[: 2 * EXCERPT].split())[:EXCERPT]
    return short.encode("utf-8", "replace").decode("utf-8")
