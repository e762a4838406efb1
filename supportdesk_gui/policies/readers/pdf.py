"""PDF files: the text of each page, with wrapped lines joined and repeated edges dropped."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from supportdesk_gui.policies.document import ReadFailure
from supportdesk_gui.policies.readers.reading import ReadDocument, Section, UnreadableDocument

_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD in fpdfview.h
_ENDS = (".", "!", "?", ":", ";", "。", "！", "？", "：", "；", "…", '"', "”", "»", ")", "）")
_LIST_MARK = re.compile(r"(?:[-*•·▪‣–]|\(?\d{1,3}[.)、]|\(?[a-z][.)])\s*\S")
_DIGITS = re.compile(r"\d+")
_WRAPPED = 0.6  # a line this share of the widest is taken to run on
_EDGE_LINES = 2
_LONGEST_NUMBERED_EDGE = 40


def read_pdf(data: bytes) -> ReadDocument:
    """The document with one section for each page that has text.

    A line that recurs at the edge of at least three pages and half of all is dropped.
    Raises UnreadableDocument: PASSWORD, DAMAGED, or NO_TEXT for a scan.
    """
    pages = [_lines(page) for page in _page_texts(data)]
    repeated = _repeated_edges(pages)
    text = ""
    sections: list[Section] = []
    for number, lines in enumerate(pages, start=1):
        body = _joined([line for line in lines if _shape(line) not in repeated]).strip()
        if body:
            sections.append(Section((), len(text), len(text) + len(body), number))
            text += body + "\n\n"
    if not sections:
        raise UnreadableDocument(ReadFailure.NO_TEXT)
    return ReadDocument(text, tuple(sections))


def _page_texts(data: bytes) -> list[str]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD_ERROR or "assword" in str(error)
        reason = ReadFailure.PASSWORD if locked else ReadFailure.DAMAGED
        raise UnreadableDocument(reason) from error
    texts: list[str] = []
    try:
        for page in document:
            words = page.get_textpage()
            texts.append(words.get_text_bounded())
            words.close()
            page.close()
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocument(ReadFailure.DAMAGED) from error
    finally:
        document.close()
    return texts


def _lines(page: str) -> list[str]:
    text = page.replace("\r\n", "\n").replace("\r", "\n")
    # pdfium gives U+0002 or U+FFFE for the hyphen of a word broken at the line end.
    text = re.sub("[\x02\ufffe]\n?", "", text).replace("\x00", "")
    return [" ".join(line.split()) for line in text.split("\n")]


def _shape(line: str) -> str:
    """The line as page edges are compared: a page number in a short one does not matter."""
    if len(line) > _LONGEST_NUMBERED_EDGE or _LIST_MARK.match(line):
        return line
    return _DIGITS.sub("0", line)


def _repeated_edges(pages: list[list[str]]) -> set[str]:
    counts: Counter[str] = Counter()
    for lines in pages:
        filled = [_shape(line) for line in lines if line]
        counts.update(set(filled[:_EDGE_LINES] + filled[-_EDGE_LINES:]))
    return {line for line, count in counts.items() if count >= max(3, len(pages) / 2)}


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
