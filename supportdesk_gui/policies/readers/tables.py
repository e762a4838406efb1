"""Tables as policies: question-and-answer sheets, and any other table with its column names.

A row with a question gives a section of its own: the category and the question are its heading
path, the answer is its text, and `page` is the row's number as the sheet shows it. A table
without questions gives one section, a line for each row: `- Country: France; Price: 9 euros`.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from supportdesk_gui.policies.readers.html import without_markup
from supportdesk_gui.policies.readers.plain_text import decode
from supportdesk_gui.policies.readers.reading import Composer, ReadDocument, Steps
from supportdesk_gui.text.delimiters import delimiter_of

Row = tuple[int, list[str]]
"""The number of a row, counted from 1, and its cells as text."""

_QUESTIONS = (
    "question questions q frage fragen pregunta preguntas 問題 问题 提問 提问 疑問 疑问 常見問題"
)
_ANSWERS = (
    "answer answers a reply response antwort antworten respuesta respuestas reponse reponses "
    "答案 回答 答覆 答复 回覆 回复 解答"
)
_CATEGORIES = (
    "category topic section group kategorie thema rubrik categoria tema seccion categorie "
    "rubrique sujet 分類 分类 類別 类别 主題 主题"
)
QUESTION, ANSWER, CATEGORY = (
    frozenset(words.split()) for words in (_QUESTIONS, _ANSWERS, _CATEGORIES)
)
_LOOK_FOR_HEAD = 20
_STEP = 200


def plain_name(name: str) -> str:
    """A column's name as it is compared: folded, without accents and marks around it."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(sign for sign in folded if not unicodedata.combining(sign))
    return bare.strip(" \t\n:：?？*#.")


@dataclass(frozen=True, slots=True)
class _Columns:
    """What the columns of a sheet are: their names, and which hold questions and answers."""

    names: list[str]
    question: int | None = None
    answer: int | None = None
    category: int | None = None


def read_csv(data: bytes) -> ReadDocument:
    """The table in a CSV or TSV file. Raises UnreadableDocument."""
    text = decode(data)
    composer = Composer()
    for _ in add_table(composer, (), _csv_rows(text)):
        pass
    return composer.document()


def _csv_rows(text: str) -> Iterator[Row]:
    # One limit for the whole process: never below what others have set.
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    # Not strict: a stray quote mark costs a cell, not the file.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    line = 1
    for cells in reader:
        yield line, [cell.strip() for cell in cells]
        line = reader.line_num + 1


def add_table(composer: Composer, headings: tuple[str, ...], rows: Iterable[Row]) -> Steps[None]:
    """Add the rows of one table below `headings`, yielding how many rows are done."""
    columns: _Columns | None = None
    waiting: list[Row] = []
    lines: list[str] = []
    first = 0
    for number, cells in rows:
        if number % _STEP == 0:
            yield number, 0
        if not any(cells):
            continue
        if columns is None:
            waiting.append((number, cells))
            columns = _questions_in(cells)
            if columns is None and len(waiting) < _LOOK_FOR_HEAD:
                continue
            body = [] if columns else waiting
            columns = columns or _named(waiting[0][1])
        else:
            body = [(number, cells)]
        first = first or number
        _add_rows(composer, headings, columns, body, lines)
    if columns is None and waiting:
        first = waiting[0][0]
        _add_rows(composer, headings, _named(waiting[0][1]), waiting, lines)
    composer.add(headings, "\n".join(lines), first or None)


def _questions_in(cells: Sequence[str]) -> _Columns | None:
    """The columns that this row names, None where it names no question and answer."""
    names = [plain_name(cell) for cell in cells]

    def column(words: frozenset[str]) -> int | None:
        return next((place for place, name in enumerate(names) if name in words), None)

    question, answer = column(QUESTION), column(ANSWER)
    if question is None or answer is None:
        return None
    return _Columns(list(cells), question, answer, column(CATEGORY))


def _named(cells: Sequence[str]) -> _Columns:
    """The first row's cells as the columns' names, where they look like names."""
    filled = [cell for cell in cells if cell]
    digits = any(sign.isdigit() for cell in filled for sign in cell)
    if len(filled) < 2 or digits or len(set(filled)) < len(filled):
        return _Columns([])
    return _Columns(list(cells))


def _add_rows(
    composer: Composer,
    headings: tuple[str, ...],
    columns: _Columns,
    rows: Sequence[Row],
    lines: list[str],
) -> None:
    for number, cells in rows:
        if columns.question is not None and columns.answer is not None:
            _add_question(composer, headings, columns, number, cells)
        elif cells != columns.names:
            lines.append("- " + "; ".join(_pairs(columns.names, cells, ())))


def _add_question(
    composer: Composer,
    headings: tuple[str, ...],
    columns: _Columns,
    number: int,
    cells: Sequence[str],
) -> None:
    def cell(place: int | None) -> str:
        return without_markup(cells[place]) if place is not None and place < len(cells) else ""

    question, answer = cell(columns.question), cell(columns.answer)
    path = [*headings, " ".join(cell(columns.category).split()), " ".join(question.split())]
    taken = tuple(
        place for place in (columns.question, columns.answer, columns.category) if place is not None
    )
    rest = _pairs(columns.names, cells, taken)
    composer.add(tuple(filter(None, path)), "\n".join(filter(None, [answer, *rest])), number)


def _pairs(names: Sequence[str], cells: Sequence[str], without: Sequence[int]) -> list[str]:
    """`Name: value` for each filled cell that is not left out."""
    pairs: list[str] = []
    for place, value in enumerate(cells):
        name = names[place] if place < len(names) else ""
        if value and place not in without:
            said = " ".join(value.split())
            pairs.append(f"{name}: {said}" if name else said)
    return pairs
