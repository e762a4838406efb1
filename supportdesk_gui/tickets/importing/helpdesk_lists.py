"""Lists that a helpdesk keeps beside its tickets: articles of its help centre, saved replies, ratings.

They have titles, texts and numbers as tickets have; what else their columns or keys are called tells
them. What could be a ticket by one of its columns is one.
"""

from __future__ import annotations

import re

from supportdesk_gui.tickets.importing.report import Content
from supportdesk_gui.tickets.importing.vendors import FIELD_OF, normalised


def _names(told: str) -> frozenset[str]:
    return frozenset(map(normalised, told.split(";")))


_OF_TICKETS = frozenset(
    "ticket tickets conversation conversations case issue requester assignee submitter subject "
    "inquiry enquiry question query priority channel queue sender transcript complaint "
    "工单 工單 咨询 諮詢 投诉 投訴 betreff asunto assunto objet sujet 件名 主题 主題".split()
)
_PEOPLE = frozenset(("customer", "email", "requester_id"))
_ARE_PEOPLE_NOT = frozenset(("name", "nombre", "nome", "nom", "naam"))
"""What tickets call who asks, and others themselves."""
_ARTICLES = _names(
    "section id;section;section name;article id;article title;article body;article content;"
    "article url;article;locale;source locale;default locale;label names;vote sum;vote count;"
    "promoted;comments disabled;permission group id;user segment id;outdated;outdated locales;"
    "content tag ids;category id;folder id;collection id;collection;seo data;seo title;"
    "seo description;meta title;meta description;thumbs up;thumbs down;hits;views;page views;"
    "view count;helpful;not helpful;slug;published;published at;has draft;parent type;"
    "知识库;文章标题;文章内容;文章編號;文章编号;浏览量;阅读量;artikel id;seitenaufrufe"
)
"""What articles have beside a title and a text."""
_MAY_BE_ANYTHING = _names("locale;category id;folder id;collection;published;section;hits;slug")
_SAVED = _names(
    "macro;macro id;macro name;macro title;macro text;macro body;canned response;"
    "canned response id;canned response name;canned response title;canned reply;saved reply;"
    "saved reply name;shortcut;short code;quick reply;textbaustein;"
    "makro;makroname;plantilla;respuesta predefinida;réponse type;话术;話術;话术内容;快捷回复;"
    "快捷回覆;快捷短语;模板名称;模板名稱;定型文;テンプレート名"
)
_FOLDERS = _names("folder;folder id;folder name;ordner;carpeta;dossier;文件夹;資料夾")
_CALLED_SAVED = re.compile(
    r"(?<![a-z])(?:macros?|makros?|canned[ _-](?:repl|respons)\w*|(?:saved|quick)[ _-]repl\w*|"
    r"textbausteine?)(?![a-z])|话术|快捷回[复覆]"
)
_SCORES = _names(
    "score;rating;ratings;stars;csat;csat score;csat rating;satisfaction;satisfaction score;"
    "satisfaction rating;survey score;survey result;survey id;nps;nps score;评分;評分;满意度;滿意度"
)
_OPINIONS = _names(
    "comment;comments;feedback;reason;rating comment;survey comment;csat comment;csat feedback;"
    "remark;remarks;satisfaction comment;survey feedback;评价内容;评语"
)
_RATED = _names(
    "ticket id;ticket;ticket number;ticket no;ticket #;conversation id;case id;case number;"
    "工单编号;工单号;工單編號;工單號"
)
_BESIDE_RATINGS = frozenset(("id", "body", "reply", "agent", "group", "created", "updated", "url",
                             "csat", "message_id", "requester_id", "language", "author_id"))  # fmt: skip

_BESIDE_TEXTS = frozenset(("id", "subject", "body", "reply", "created", "updated", "language", "tags",
                           "customer", ""))  # fmt: skip


def kept_beside_tickets(plain: frozenset[str]) -> Content | None:
    """What a list with these normalised names holds where it is one of a helpdesk's others; None
    where it may be tickets."""
    fields = {name: FIELD_OF.get(name, "") for name in plain}
    if _are_ratings(plain, fields):
        return Content.RATINGS
    if _are_asked(fields):
        return None
    title, texts = _title_and_texts(fields)
    has_status = "status" in fields.values()
    if plain >= {"title", "actions"} and plain & {"restriction", "active"}:
        return Content.SAVED_REPLIES if "conditions" not in plain else None
    saved = plain & _SAVED
    if not has_status and (len(saved) > 1 or (saved and (title or texts))):
        return Content.SAVED_REPLIES
    marks = plain & _ARTICLES
    is_marked = len(marks) > (3 if has_status else 1) and not marks <= _MAY_BE_ANYTHING
    if title and texts and (is_marked or plain >= {"locale", "section id"}):
        return Content.ARTICLES
    return None


def are_saved_replies(plain: frozenset[str], called: str) -> bool:
    """Whether a list with these normalised names, that says nothing of what it is, has titles and
    texts in folders, or the name of a file, sheet or key that says so; that is in small letters."""
    fields = {name: FIELD_OF.get(name, "") for name in plain}
    if _are_asked(fields) or not all(_title_and_texts(fields)):
        return False
    is_called = _CALLED_SAVED.search(called) is not None
    in_folders = bool(plain & _FOLDERS) and "name" not in plain  # of who asks
    return (is_called or in_folders) and _BESIDE_TEXTS.issuperset(fields.values())


def _are_asked(fields: dict[str, str]) -> bool:
    """Whether a column tells who asks, or has a word that only tickets have."""
    words = {word for name in fields for word in name.split()}
    who = (name for name, field in fields.items() if field in _PEOPLE)
    return bool(words & _OF_TICKETS) or not _ARE_PEOPLE_NOT.issuperset(who)


def _title_and_texts(fields: dict[str, str]) -> tuple[bool, bool]:
    has_title = "name" in fields or "subject" in fields.values()
    return has_title, not {"body", "reply"}.isdisjoint(fields.values())


def _are_ratings(plain: frozenset[str], fields: dict[str, str]) -> bool:
    """Whether each row is what somebody thinks of one ticket, and nothing is told of that."""
    if not (plain & _SCORES and plain & _OPINIONS and plain & _RATED):
        return False
    asks = {name for name, field in fields.items() if field and field not in _BESIDE_RATINGS}
    texts = {name for name, field in fields.items() if field in ("body", "reply")}
    return not asks and texts <= _OPINIONS
