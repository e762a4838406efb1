"""Which column of a table, or field of an object, holds a saved reply's title, text and language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

TITLES = (
    "title name macro macroname shortcut titel name titulo nombre titre nom 標題 标题 名稱 名称"
).split()  # fmt: skip
TEXTS = (
    "text body content message reply answer response comment template bodytext bodyhtml "
    "contenthtml commentvalue commentvaluehtml richtext plaintext inhalt antwort nachricht texto "
    "contenido mensaje respuesta texte contenu reponse 內容 内容 回覆 回复 文字"
).split()  # fmt: skip
LANGUAGES = "language lang locale sprache idioma langue 語言 语言".split()
# How the words end that are put together: Makroname, Antworttext, 模板名称, 回复内容.
_TITLE_ENDS = (
    "name",
    "titel",
    "title",
    "bezeichnung",
    "betreff",
    "标题",
    "標題",
    "名称",
    "名稱",
    "名字",
)
_TEXT_ENDS = ("text", "html", "inhalt", "antwort", "nachricht", "内容", "內容", "回复", "回覆", "话术",
              "話術", "正文", "文本")  # fmt: skip
_OF = frozenset("of de del du des der la el le die the".split())
_WORD = re.compile(r"[^\W_]+")
_LONGEST_HEAD = 40


def plain_name(name: str) -> str:
    """A head without accents, signs and capitals."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in folded if sign.isalnum())


def columns_of(heads: Sequence[str]) -> tuple[int, int, int | None] | None:
    """The places of title, text and language in a row of heads; None where it is none."""
    names = [plain_name(cell) for cell in heads]
    places = [_place(names, words) for words in (TITLES, TEXTS, LANGUAGES)]
    kinds = [_kind(cell) for cell in heads]
    title = places[0] if places[0] is not None else _place(kinds, ["title"])
    text = places[1] if places[1] is not None else _place(kinds, ["text"])
    if title == text:  # "Macro text" alone is no title
        text = _place([*kinds[:title], "", *kinds[(title or 0) + 1 :]], ["text"])
    return None if title is None or text is None else (title, text, places[2])


def _place(names: Sequence[str], words: Sequence[str]) -> int | None:
    return next((names.index(word) for word in words if word in names), None)


def _kind(head: str) -> str:
    """`title` for "Macro Title" and "Nombre de la respuesta", `text` for "Canned Response"."""
    if len(head) > _LONGEST_HEAD:
        return ""
    words = [plain_name(word) for word in _WORD.findall(head)]
    kinds = [kind for word in words if (kind := _kind_of(word))]
    if not kinds:
        return ""
    return kinds[0] if _OF & set(words) else kinds[-1]


def _kind_of(word: str) -> str:
    if word in TITLES or word.endswith(_TITLE_ENDS):
        return "title"
    return "text" if word in TEXTS or word.endswith(_TEXT_ENDS) else ""
