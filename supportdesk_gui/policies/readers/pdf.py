"""PDF files: the text of each page, with wrapped lines joined and repeated edges dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from supportdesk_gui.policies.document import ReadFailure
from supportdesk_gui.policies.readers.pdf_edges import without_edges
from supportdesk_gui.policies.readers.pdf_headings import (
    Bookmark,
    SizedLine,
    headings_by_size,
    outline_of,
    sized_lines,
)
from supportdesk_gui.policies.readers.reading import (
    ReadDocument,
    Section,
    Steps,
    UnreadableDocument,
)

_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD in fpdfview.h
_ENDS = (".", "!", "?", ":", ";", "。", "！", "？", "：", "；", "…", '"', "”", "»", ")", "）")
_LIST_MARK = re.compile(r"(?:[-*•·▪‣–]|\(?\d{1,3}[.)、]|\(?[a-z][.)])\s*\S")
_WRAPPED = 0.6  # a line this share of the widest is taken to run on
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|[。！？]")
_LONGEST_REST = 400


Path = tuple[str, ...]
Piece = tuple[Path, str, int]
"""Heading path, text and page of a section to be."""


def read_pdf(data: bytes) -> Steps[ReadDocument]:
    """The document with a section for each page, or part of one below a heading: those of the
    outline, or without one the lines that are larger than the rest.

    Headers and footers that recur are dropped; a sentence that runs over a page's end stays whole
    on the page where it begins. Yields pages done.
    Raises UnreadableDocument: PASSWORD, DAMAGED, or NO_TEXT for a scan.
    """
    texts, sized, outline = yield from _page_texts(data)
    pages = [_lines(page) for page in texts]
    kept, larger = headings_by_size(without_edges(pages), sized)
    marks = outline if len(outline) > 1 else larger or outline  # one entry is the title alone
    text = ""
    shown: Path = ()
    sections: list[Section] = []
    for path, body, page in _whole_sentences(_pieces(kept, marks)):
        text += _fresh(path, shown)  # for who opens it there
        shown = path
        sections.append(Section(path, len(text), len(text) + len(body), page))
        text += body + "\n\n"
    if not sections:
        raise UnreadableDocument(ReadFailure.NO_TEXT)
    return ReadDocument(text, tuple(sections))


def _page_texts(data: bytes) -> Steps[tuple[list[str], list[list[SizedLine]], list[Bookmark]]]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD_ERROR or "assword" in str(error)
        reason = ReadFailure.PASSWORD if locked else ReadFailure.DAMAGED
        raise UnreadableDocument(reason) from error
    texts: list[str] = []
    sized: list[list[SizedLine]] = []
    try:
        outline = list(outline_of(document))
        total = len(document)
        for page in document:
            words = page.get_textpage()
            texts.append(words.get_text_bounded())
            sized.append(sized_lines(words))
            words.close()
            page.close()
            yield len(texts), total
        return texts, sized, outline
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocument(ReadFailure.DAMAGED) from error
    finally:
        document.close()


def _fresh(path: Path, before: Path) -> str:
    """The headings that were not above the section before, a line each."""
    same = next(
        (place for place, pair in enumerate(zip(path, before)) if pair[0] != pair[1]),  # noqa: B905
        min(len(path), len(before)),
    )
    return "".join(f"{title}\n" for title in path[same:])


def _pieces(pages: list[list[str]], marks: list[Bookmark]) -> Iterator[Piece]:
    """The text between two headings or page ends, each with the headings above it."""
    path: list[tuple[int, str]] = []
    for number, lines in enumerate(pages):
        open_lines: list[str] = []
        due = _placed([mark for mark in marks if mark.page == number], lines)
        headings = {place for _, place in due}
        for place, line in enumerate(lines):
            while due and (due[0][1] is None or due[0][1] <= place):
                mark, _ = due.pop(0)
                yield from _piece(path, open_lines, number)
                open_lines = []
                path = [entry for entry in path if entry[0] < mark.level]
                path.append((mark.level, mark.title))
            if place not in headings:
                open_lines.append(line)
        yield from _piece(path, open_lines, number)


def _piece(path: list[tuple[int, str]], lines: list[str], number: int) -> Iterator[Piece]:
    body = _joined(lines).strip()
    if body:
        yield tuple(title for _, title in path), body, number + 1


def _placed(marks: list[Bookmark], lines: list[str]) -> list[tuple[Bookmark, int | None]]:
    """Each with the line that is the heading itself, below the one before; None, which is the
    page's top, where the page does not show it alone."""
    placed: list[tuple[Bookmark, int | None]] = []
    after = 0
    for mark in marks:
        wanted = mark.title.casefold()
        places = [place for place, line in enumerate(lines) if line.casefold() == wanted]
        found = next((place for place in places if place >= after), min(places, default=None))
        placed.append((mark, found))
        after = after if found is None else found + 1
    return sorted(placed, key=lambda one: -1 if one[1] is None else one[1])


def _whole_sentences(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The pieces, with the rest of a sentence taken over from the top of the next page."""
    before: Piece | None = None
    for path, body, page in pieces:
        rest = body
        if before is not None and before[0] == path and _goes_on(before[1], body):
            end = _SENTENCE_END.search(body)
            if end is not None and end.end() <= _LONGEST_REST:
                joint = " " if before[1][-1].isascii() else ""
                before = (path, before[1] + joint + body[: end.end()], before[2])
                rest = body[end.end() :].strip()
        if before is not None:
            yield before
        before = (path, rest, page) if rest else None
    if before is not None:
        yield before


def _goes_on(body: str, following: str) -> bool:
    """Whether a sentence is open at the end of a page: no end mark, then no capital."""
    return not body.endswith(_ENDS) and (following[0].islower() or following[0] > "\u2e80")


def _lines(page: str) -> list[str]:
    text = page.replace("\r\n", "\n").replace("\r", "\n")
    # pdfium gives U+0002 or U+FFFE for the hyphen of a word broken at the line end.
    text = re.sub("[\x02\ufffe]\n?", "", text).replace("\x00", "")
    return [" ".join(line.split()) for line in text.split("\n")]


def _joined(lines: list[str]) -> str:
    """Lines joined to paragraphs: a wide line without an end mark runs on into the next."""
    widest = max(map(len, lines), default=0)
    parts: list[str] = []
    for line, following in pairwise([*lines, ""]):
        parts.append(line)
        runs_on = (
            len(line) >= widest * _WRAPPED
            and not line.endswith(_ENDS)
            and following
            and not _LIST_MARK.match(following)
        )
        if not runs_on:
            parts.append("\n")
        elif line[-1].isascii() or following[0].isascii():
            parts.append(" ")
    return "".join(parts)
