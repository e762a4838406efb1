"""Helpdesks known by the columns of their exports, and what columns are called elsewhere.

Column names are those of the vendors' documentation and public sample files (November 2026).
Names are compared after `normalised`: lower case words, however they are put together, without a
BOM and without `(…)` or `[list]` at the end.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from supportdesk_gui.tickets.importing.column_names import (
    COMMENTS,
    FORM_NAMES,
    HUBSPOT_NAMES,
    JIRA_FIELDS,
    JIRA_MARKS,
    MORE_NAMES,
    NAME_PARTS,
)
from supportdesk_gui.tickets.importing.number_names import NUMBER_NAMES
from supportdesk_gui.tickets.importing.report import Advice, Shape
from supportdesk_gui.tickets.importing.translated_names import TRANSLATED_NAMES

_LONGEST_NAME = 200
_SUFFIX = re.compile(r"\s*(\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])\s*$")
_CUSTOM_FIELD = re.compile(r"^custom field \((.*)\)$", re.IGNORECASE)
_SEAM = re.compile(r"[\s_.-]+|(?<=[a-z0-9])(?=[A-Z])")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_NUMBERED = re.compile(r"\d{1,2}[.)]\s+")
_WIDE = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
_SIGNS = " *:¿“”„\"'«»▲▼△▽▴▾↑↓⇅⬆⬇"
_OUTLOOK = re.compile(r"([^\W\d_]+): \(([^\W\d_-]+)\)")
_OF_PATHS = ("ticket/", "requester/", "customer/", "conversation/", "case/")


def trimmed(name: str) -> str:
    """A column name as it stands but for case, spaces, BOM and what is in brackets at its end; a
    Jira custom field is called by what it holds. What was remembered of a header is found by it."""
    return _bare(name).lower()


def _bare(name: str) -> str:
    name = " ".join(name.replace("\ufeff", "").replace("\xa0", " ").split())
    custom = _CUSTOM_FIELD.match(name)
    if custom:
        return custom[1]
    if len(name) > _LONGEST_NAME:
        return name  # a text, whose brackets are its own
    while True:
        shorter = _SUFFIX.sub("", name)
        if shorter == name or not shorter:
            return name
        name = shorter


def normalised(name: str) -> str:
    """A column name fit for comparing: requester_name, Requester-Name and requesterName are one."""
    name = name.translate(_WIDE)
    if outlook := _OUTLOOK.fullmatch(name.strip()):
        return f"{outlook[1]} {outlook[2]}".lower()
    bare = _bare(name)
    plain = _SEAM.sub(" ", _without_signs(bare)).strip().lower() or bare
    return _part(plain) if "/" in plain else plain


def _without_signs(name: str) -> str:
    """Without what forms and tables put around a name: a star, a colon, a number, a mark of sorting."""
    bare = _UNSEEN.sub("", name).strip(_SIGNS)
    if number := _NUMBERED.match(bare):
        bare = bare[number.end() :]
    return bare.rstrip("?？") or bare


def _part(name: str) -> str:
    """What a name is in one language of two, and `ticket/subject` with a blank."""
    if name.startswith(_OF_PATHS):
        return name.replace("/", " ")
    parts = [part.strip() for part in name.split("/")]
    if len({part.isascii() for part in parts}) == 2:
        return next((part for part in parts if part in FIELD_OF), name)
    return name


@dataclass(frozen=True, slots=True)
class Vendor:
    """A helpdesk: its name, columns that give it away, and what to export when texts are missing.

    `fields` are columns that mean something else here than elsewhere; `snippets` says that its
    texts are only the first words of a message.
    """

    name: str
    marks: tuple[frozenset[str], ...]
    advice: Advice
    shape: Shape = Shape.TICKET
    fields: tuple[tuple[str, str], ...] = ()
    snippets: bool = False


def _marks(*names: str) -> frozenset[str]:
    return frozenset(map(normalised, names))


VENDORS = (
    Vendor("SupportDesk", (_marks("helpdesk_status", "waits_for", "conversation", "stand_in"),),
           Advice.PASTE, fields=(("helpdesk_status", "status"), ("status", ""), ("source", ""),
                                 ("summary", ""), ("conversation", "body"))),  # own_exports.py
    Vendor(
        "Intercom",
        (_marks("message_id", "message_body", "message_type", "conversation_id"),),
        Advice.INTERCOM_TRANSCRIPTS,
        Shape.MESSAGE,
        (("message_body", "body"), ("conversation_id", "id"), ("app_name", "")),
    ),
    Vendor(
        "Intercom",
        (
            _marks("conversation id", "conversation started at"),
            _marks("ticket id", "ticket title", "ticket state category"),
            _marks("ticket id", "ticket created", "ticket title"),
        ),
        Advice.INTERCOM_TRANSCRIPTS,
        fields=(("started by", ""), ("topics", ""), ("created by", "customer")),
    ),
    Vendor(
        "Front",
        (_marks("message id", "conversation id", "segment", "extract"),),
        Advice.FRONT_API,
        Shape.MESSAGE,
        (
            ("conversation id", "id"), ("message id", "message_id"), ("message date", "sent"),
            ("direction", "direction"), ("from", "author_email"), ("author", "author"),
            ("contact name", "customer"), ("contact handle", "email"), ("to", ""),
            ("status", "status"), ("segment", ""), ("inbox", "channel"),
        ),
        True,
    ),
    Vendor(
        "Zendesk",
        (
            _marks("summation column", "id", "requester"),
            _marks("requester", "submitter", "assignee", "group stations"),
            _marks("id", "requester", "requester email", "assignee", "ticket type"),
            _marks("requester_id", "submitter_id", "subject", "description"),
            _marks("requester", "requester id", "requester external id"),
            _marks("id", "subject", "requester name", "first reply time"),
            _marks("id", "assignee name", "full resolution time"),
            _marks("subject", "requester", "requested"),
        ),
        Advice.ZENDESK_JSON_EXPORT,
        fields=(
            ("submitter", ""), ("resolution time", ""), ("summation column", ""),
            ("requested", "created"),
        ),
    ),
    Vendor(
        "Freshservice",
        (_marks("ticket id", "urgency", "impact"), _marks("ticket id", "sub-category", "item")),
        Advice.FRESHSERVICE_TICK_DESCRIPTION,
        fields=(("category", ""), ("item", "")),
    ),
    Vendor(
        "Freshdesk",
        (
            _marks("ticket id", "agent interactions", "customer interactions"),
            _marks("ticket id", "due by time", "last update time"),
            _marks("ticket id", "association type", "created time"),
        ),
        Advice.FRESHDESK_TICK_DESCRIPTION,
        fields=(("title", ""), ("full name", "customer"), ("contact id", "")),
    ),
    Vendor(
        "Gorgias",
        (
            _marks("ticket id", "initial channel", "number of customer messages"),
            _marks("ticket id", "last used integration name"),
            _marks("customer message", "response", "ticket id", "handled by"),
        ),
        Advice.GORGIAS_PASTE,
        fields=(("handled by", "agent"), ("date", "created"), ("rating", "")),
    ),
    Vendor(
        "Zammad",
        (_marks("#", "title", "state", "create channel"), _marks("#", "title", "article count")),
        Advice.ZAMMAD_API,
        fields=(("sender", ""), ("owner", "agent")),
    ),
    Vendor(
        "osTicket",
        (
            _marks("ticket number", "date created", "help topic"),
            _marks("ticket number", "from", "from email"),
            _marks("ticket number", "thread count"),
        ),
        Advice.OSTICKET_PASTE,
    ),
    Vendor(
        "Jira",
        (
            _marks("issue key", "summary"), _marks("issue key", "issue type"),
            *(frozenset(pair) for pair in JIRA_MARKS),
        ),
        Advice.JIRA_ALL_FIELDS,
        fields=JIRA_FIELDS,
    ),
    Vendor(
        "HubSpot",
        (
            _marks("ticket id", "ticket name", "pipeline"), _marks("ticket name", "ticket status"),
            *(_marks(name, pipeline) for name in HUBSPOT_NAMES for pipeline in ("pipeline", "パイプライン")),
        ),
        Advice.HUBSPOT_ADD_DESCRIPTION,
        fields=(("last activity date", "updated"),),
    ),
    Vendor(
        "Help Scout",
        (
            _marks("conversation id", "mailbox", "preview"),
            _marks("conversation number", "mailbox"),
            _marks("number", "mailbox", "replies to resolve"),
        ),
        Advice.HELP_SCOUT_API,
        fields=(("conversation number", "id"), ("preview", "body"), ("mailbox", "group")),
        snippets=True,
    ),
    Vendor(
        "Chatwoot",
        (_marks("conversation_id", "inbox_name", "contact_email"),),
        Advice.CHATWOOT_API,
        fields=(("contact_name", "customer"), ("contact_email", "email")),
    ),
    Vendor(
        "Hootsuite",
        (_marks("conversation id", "medium", "contact profile id"),),
        Advice.HOOTSUITE_PASTE,
        fields=(("contact primary identifier", "customer"),),
    ),
)  # fmt: skip

_ALIASES: dict[str, str] = {
    "id": "ticket id;ticketid;ticket number;ticket no;ticket #;ticket;conversation id;"
    "conversationid;issue key;case number;case id;key;#;number;id;工单编号;工单号;"
    "工單編號;工單號;受付番号;ticketnummer;ticket nr;vorgangsnummer;número do ticket;"
    "número de ticket;numero de ticket;numéro du ticket;n° ticket;nº de ticket;"
    "工单id;工單id;case no;request id;ticket key;номер;номер заявки;номер обращения",
    "subject": "subject;raw subject;title;summary;ticket name;ticket title;"
    "ticket subject;主题;标题;主題;標題;件名;betreff;assunto;asunto;objet;sujet;"
    "issue subject;тема;заголовок;제목",
    "body": "description;description text;ticket description;body;plain body;"
    "message body;message text;content;text;comment;message;customer message;"
    "extract;内容;描述;客户留言;內容;客戶留言;本文;お問い合わせ内容;beschreibung;nachricht;mensagem;"
    "mensaje;descripción;descripcion;descrição;contenu;utterance;question;"
    "query;review;inquiry;issue description;问题描述;問題描述;工单描述;工單描述;留言;"
    "message content;问题;問題;咨询内容;諮詢內容;сообщение;описание;текст;обращение;вопрос;내용;"
    "문의 내용;문의내용;メッセージ;消息内容;訊息內容;聊天内容;聊天內容",
    "reply": "answer;response;resolution note;agent reply;reply;resolution;antwort;"
    "respuesta;réponse;resposta;回复;回覆;答复;回答;客服回复;客服回覆;ответ;返信;답변",
    "status": "status;state;state id;current status;ticket status;"
    "current conversation state;conversation state;"
    "current ticket state category;状态;狀態;estado;statut;ステータス;issue status;工单状态;"
    "工單狀態;ticketstatus;статус;상태",
    "priority": "priority;ticket priority;priorität;prioridad;priorité;优先级;優先級;"
    "issue priority;prioridade;优先度;приоритет",
    "tags": "tags;labels;label;tag;conversation tag;conversation tags;topics;标签;標籤;"
    "etiquetas;schlagworte;étiquettes",
    "channel": "via;source;channel;initial channel;create channel;medium;ticket channel;"
    "via channel;conversation source;渠道;canal;kanal",
    "customer": "requester;requester name;customer;customer name;from;full name;"
    "contact name;reporter;user name;name;contact;客户;客戶;姓名;kunde;cliente;"
    "client;kundenname;name des kunden;nombre del cliente;nom du client;"
    "nome do cliente;客户姓名;客戶姓名;客户名称;お客様名;user;username;client name;"
    "buyer;person;caller;applicant;nombre;nom;nome;naam;kontakt;顾客;顧客;用户;用戶;买家;買家;"
    "会员;會員;提交人;咨询人;提问人;お客様;顧客名;клиент;имя;заказчик;пользователь;고객;고객명;이름",
    "email": "requester email;customer email;from email;email;e mail;contact email;"
    "contact handle;邮箱;郵箱;电子邮件;correo;courriel;e mail address;email address;"
    "requester email address;e mail adresse;kunden e mail;correo electrónico;"
    "adresse e mail;客户邮箱;客戶郵箱;メールアドレス;почта;электронная почта;이메일",
    "agent": "assignee;assignee name;agent;owner;teammate currently assigned;"
    "agent assigned;ticket owner;assigned to;客服;bearbeiter;agente;agent name;"
    "assigned agent;zugewiesen an;asignado a;处理人;担当者;оператор;исполнитель;상담원",
    "group": "group;team;department;team currently assigned;team assigned;queue;gruppe;"
    "grupo;assigned group;assigned team",
    "created": "created at;createdat;created time;creation date;date created;create date;"
    "created;created on;conversation started at;conversation created at;"
    "ticket created;opened;date;message date;创建时间;建立時間;作成日時;erstellt;"
    "erstellt am;creado;fecha de creación;créé le;criado em;timestamp;"
    "data de criação;date de création;创建日期;建立日期;erstellungsdatum;created date;"
    "opened at;submitted at;日期;时间;時間;дата;создано;дата создания;날짜",
    "updated": "updated at;updatedat;updated;last update time;last updated time;"
    "last updated;last modified;更新时间;更新時間;aktualisiert;actualizado;mis à jour;"
    "updated date;last update;更新日期",
    "solved": "solved at;resolved time;resolved;closed time;closed date;closed at;"
    "close at;conversation closed at;resolved at;closed on;closed;solved;"
    "completed at;解决时间;关闭时间;geschlossen am;gelöst am",
    "csat": "satisfaction score;satisfaction rating;conversation rating;survey score;"
    "survey result;survey results;csat score;customer satisfaction rating",
    "language": "language;request language;locale;lang;语言;sprache;idioma;langue;言語;語言",
    "url": "url;link;ticket url;ticket link;permalink",
    "message_id": "message id;comment id",
    "author": "author;author name;message author name;sender;sender name;message author;"
    "absender;remitente;expéditeur;remetente;发送者;发送人;發送者;發送人;发送方;發送方;отправитель;差出人",
    "author_type": "author type;message author type;sender type;role",
    "author_email": "author email;message author email;sender email",
    "author_id": "author id;message author id;user id",
    "requester_id": "requester id;contact id;customer id;reporter id",
    "sent": "message created at;sent at",
    "public": "public;is public",
    "private": "private;internal;is private;is internal",
    "message_type": "message type;part type;消息类型;訊息類型",
    "direction": "direction;incoming;inbound;is inbound;is incoming;from customer;is customer;"
    "by customer;is agent;from agent;by agent;is staff;is operator;is admin;outgoing;outbound;"
    "is outbound;is outgoing;sent by agent;from me;is from me;richtung;dirección;direção;sens;"
    "direzione;richting;kierunek;yön;směr;riktning;направление;方向;送受信;방향",
}

_TABLES = ({"id": NUMBER_NAMES}, TRANSLATED_NAMES, MORE_NAMES, _ALIASES)
_NAMES = tuple((field, 1000 * (len(_TABLES) - table) + place, name) for table, names in enumerate(_TABLES)
               for field, told in names.items() for place, name in enumerate(told.split(";")))  # fmt: skip
FIELD_OF: dict[str, str] = {name: field for field, _, name in _NAMES}
_RANK: dict[str, int] = {name: rank for _, rank, name in _NAMES}
REPEATED = frozenset({"tags", "comment", "attachment"})
CUSTOMER_TEXTS = frozenset({"body", "comment"})
"""Fields with what customers write; an answer alone is nothing to reply to."""
TEXT_FIELDS = CUSTOMER_TEXTS | {"reply"}


def vendor_of(names: Collection[str]) -> Vendor | None:
    """The helpdesk that makes exports with these normalised column names."""
    found = set(names)
    best: tuple[int, Vendor] | None = None
    for vendor in VENDORS:
        size = max((len(marks) for marks in vendor.marks if marks <= found), default=0)
        if size and (best is None or size > best[0]):
            best = (size, vendor)
    return best[1] if best else None


def advice_of(name: str) -> Advice:
    """Which export of this helpdesk to make when the texts are missing."""
    return next((vendor.advice for vendor in VENDORS if vendor.name == name), Advice.PASTE)


def known_names(names: Sequence[str]) -> int:
    """How many of these normalised names mean something here."""
    return sum(name in FIELD_OF or name.startswith("tag ") for name in names)


def mapped(header: Sequence[str]) -> tuple[Vendor | None, dict[str, tuple[int, ...]]]:
    """Which columns hold which of our fields: the vendor's own meaning first, then aliases."""
    names = [FORM_NAMES.get(name.strip().lower()) or normalised(name) for name in header]
    vendor = vendor_of(names)
    own = {normalised(name): field for name, field in vendor.fields} if vendor else {}
    places: dict[str, list[tuple[int, int]]] = {}
    for place, name in enumerate(names):
        field = own.get(name, "tags" if name.startswith("tag ") else FIELD_OF.get(name, ""))
        if field:
            rank = -1 if name in own else _RANK.get(name, 9999)
            places.setdefault(field, []).append((rank, place))
    columns = {
        field: tuple(sorted(place for _, place in found)) if field in REPEATED else (min(found)[1],)
        for field, found in places.items()
    }
    if "id" in columns and "id" in names:
        _name_message_id(names, columns)
    _name_by_parts(names, columns)
    if "comment" not in columns:
        _name_comments(names, columns, [place for _, place in sorted(places.get("body", []))])
    return vendor, columns


def _name_by_parts(names: list[str], columns: dict[str, tuple[int, ...]]) -> None:
    for first, last in NAME_PARTS:
        if first in names and last in names:
            parts = names.index(first), names.index(last)
            if columns.get("customer", parts)[0] in parts:
                columns["customer"] = parts


def _name_comments(
    names: list[str], columns: dict[str, tuple[int, ...]], bodies: list[int]
) -> None:
    """Columns of comments beside the text, or several of them, the first of which is the text then."""
    found = [place for place, name in enumerate(names) if name.rstrip(" 0123456789") in COMMENTS]
    texts = [place for place in bodies if place not in found]
    if texts and found:
        columns["body"] = (texts[0],)
        columns["comment"] = tuple(found)
    elif any("work notes" in names[place] for place in found):  # a journal, by agents too
        columns["comment"] = tuple(found)
    elif len(found) > 1:
        columns["body"], columns["comment"] = (found[0],), tuple(found[1:])


def _name_message_id(names: list[str], columns: dict[str, tuple[int, ...]]) -> None:
    own = names.index("id")
    if columns["id"][0] != own and names[columns["id"][0]] in ("ticket id", "conversation id"):
        columns.setdefault("message_id", (own,))
