"""Word, Excel, CSV and JSON files become text with sections, or a typed refusal."""

from __future__ import annotations

import datetime
import io
import json
import random
import zipfile
from pathlib import Path

import pytest

from supportdesk_gui.policies.document import ReadFailure
from supportdesk_gui.policies.preparing import prepare
from supportdesk_gui.policies.readers import office
from supportdesk_gui.policies.readers.reader import read_document
from supportdesk_gui.policies.readers.reading import ReadDocument, UnreadableDocument, drained
from supportdesk_gui.policies.tokenizer import TokenCount
from tests.policies.test_readers import make_pdf

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = """<?xml version="1.0"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType=
"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
_RELATIONS = """<?xml version="1.0"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="word/document.xml" Type=
"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
</Relationships>"""
# German Word names the styles' ids in German and keeps their names in English.
_STYLES = f"""<w:styles {_W}>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
</w:styles>"""
_NUMBERING = f"""<w:numbering {_W}>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""


def _paragraph(text: str, style: str = "", item: bool = False) -> str:
    inside = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if item else ""
    return f"<w:p><w:pPr>{inside}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def _table(rows: list[list[str]]) -> str:
    cells = (
        "<w:tr>" + "".join(f"<w:tc>{_paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{''.join(cells)}</w:tbl>"


def make_docx(body: str) -> bytes:
    """A Word file with that body, a header and a deleted word in it."""
    buffer = io.BytesIO()
    deleted = '<w:p><w:del w:id="1"><w:r><w:delText>90 days</w:delText></w:r></w:del></w:p>'
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELATIONS)
        package.writestr("word/styles.xml", _STYLES)
        package.writestr("word/numbering.xml", _NUMBERING)
        package.writestr("word/header1.xml", f"<w:hdr {_W}>{_paragraph('Page header')}</w:hdr>")
        package.writestr(
            "word/document.xml",
            f"<w:document {_W}><w:body>{body}{deleted}</w:body></w:document>",
        )
    return buffer.getvalue()


def make_xlsx(sheets: dict[str, list[list[object]]]) -> bytes:
    """An Excel file with those sheets, as openpyxl writes it."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _sections(document: ReadDocument) -> list[tuple[tuple[str, ...], str, int | None]]:
    return [
        (part.headings, document.text[part.start : part.end], part.page)
        for part in document.sections
    ]


def _refusal(data: bytes, kind: str) -> ReadFailure:
    with pytest.raises(UnreadableDocument) as caught:
        read_document(data, kind)
    return caught.value.reason


def test_word_keeps_headings_lists_and_tables_and_drops_what_is_deleted() -> None:
    body = (
        _paragraph("Widerruf", "berschrift1")
        + _paragraph("Frist", "berschrift2")
        + _paragraph("Sie können 30 Tage lang zurückgeben.")
        + _paragraph("Kosten", "berschrift2")
        + _paragraph("Im Inland: nichts", item=True)
        + _paragraph("Ins Ausland: 9 Euro", item=True)
        + _table([["Gewicht", "Preis"], ["5 kg", "12 Euro"]])
    )
    assert _sections(read_document(make_docx(body), ".docx")) == [
        (("Widerruf", "Frist"), "Sie können 30 Tage lang zurückgeben.", None),
        (
            ("Widerruf", "Kosten"),
            "- Im Inland: nichts\n- Ins Ausland: 9 Euro\n\nGewicht | Preis\n5 kg | 12 Euro",
            None,
        ),
    ]


def test_a_sheet_of_questions_gives_a_section_for_each_with_its_row() -> None:
    data = make_xlsx(
        {
            "FAQ": [
                ["Help center export"],
                [],
                ["Topic", "Question", "Answer", "Applies to"],
                ["Returns", "How long?", "30 days.\nThen no more.", "All"],
                ["Returns", "Is it free?", "<p>Yes, <b>always</b>.</p>", None],
                ["Empty", None, None, None],
            ]
        }
    )
    assert _sections(read_document(data, ".xlsx")) == [
        (("Returns", "How long?"), "30 days.\nThen no more.\nApplies to: All", 4),
        (("Returns", "Is it free?"), "Yes, always.", 5),
    ]


def test_cells_are_text_as_the_sheet_shows_them() -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "Prices"
    sheet.append(["Article", "Reduced by", "Until", "Price"])
    sheet.append([417, 0.15, datetime.datetime(2026, 1, 31), 19.9])
    sheet["A2"].number_format = "00000"
    sheet["B2"].number_format = "0%"
    hidden = book.create_sheet("Drafts")
    hidden.append(["Not", "for", "anybody"])
    hidden.sheet_state = "hidden"
    other = book.create_sheet("Weights")
    other.append(["Weight", "Fee"])
    other.append(["5 kg", True])
    buffer = io.BytesIO()
    book.save(buffer)

    assert _sections(read_document(buffer.getvalue(), ".xlsx")) == [
        (
            ("Prices",),
            "- Article: 00417; Reduced by: 15%; Until: 2026-01-31; Price: 19.9",
            1,
        ),
        (("Weights",), "- Weight: 5 kg; Fee: TRUE", 1),
    ]


def test_a_formula_is_read_by_the_value_that_was_stored_with_it() -> None:
    data = make_xlsx({"Fees": [["Country", "Fee"], ["France", "=4+5"]]})
    read, written = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for name in read.namelist():
            # openpyxl computes nothing; Excel and LibreOffice store the value beside the formula.
            text = read.read(name).replace(b"<f>4+5</f><v></v>", b"<f>4+5</f><v>9</v>")
            text = text.replace(b"<f>4+5</f><v />", b"<f>4+5</f><v>9</v>")
            package.writestr(name, text)

    assert _sections(read_document(written.getvalue(), ".xlsx"))[0][1] == (
        "- Country: France; Fee: 9"
    )


@pytest.mark.parametrize(
    ("delimiter", "encoding", "names"),
    [
        (",", "utf-8-sig", ("Question", "Answer")),
        (";", "cp1252", ("Frage", "Antwort")),
        ("\t", "utf-16", ("問題", "答案")),
        (";", "utf-8", ("Pregunta", "Réponse")),
        ("^", "utf-8", ("Question", "Answer")),
    ],
)
def test_csv_in_common_shapes(delimiter: str, encoding: str, names: tuple[str, str]) -> None:
    rows = [names, ("How long is it?", '"30 days, or 14; see below.\nThen no more."')]
    rows += [(f"Question {n}?", f"Answer {n}") for n in range(3)]
    text = "\r\n".join(delimiter.join(row) for row in rows)
    sections = _sections(read_document(text.encode(encoding), ".csv"))

    assert sections[0] == (
        ("How long is it?",),
        "30 days, or 14; see below.\nThen no more.",
        2,
    )
    assert sections[-1] == (("Question 2?",), "Answer 2", 6)


def test_a_table_without_questions_keeps_its_column_names_in_every_row() -> None:
    text = "Country,Price,Days\nFrance,9 euros,3\nSpain,11 euros,5\n"
    assert _sections(read_document(text.encode(), ".csv")) == [
        (
            (),
            "- Country: France; Price: 9 euros; Days: 3\n"
            "- Country: Spain; Price: 11 euros; Days: 5",
            1,
        )
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            {"faq": [{"category": "Returns", "question": "How long?", "answer": "30 days."}]},
            [(("Returns", "How long?"), "30 days.")],
        ),
        (
            {"Returns": {"How long?": "30 days.", "Free?": "Yes."}},
            [(("Returns", "How long?"), "30 days."), (("Returns", "Free?"), "Yes.")],
        ),
        (
            [{"title": "Shipping", "children": [{"q": "When?", "a": "<p>Soon.</p>"}]}],
            [(("Shipping", "When?"), "Soon.")],
        ),
        (
            {"shipping": {"title": "Delivery", "days": 3, "notes": ["Not on Sundays."]}},
            [
                (("shipping", "Delivery"), "days: 3"),
                (("shipping", "Delivery", "notes"), "- Not on Sundays."),
            ],
        ),
    ],
)
def test_json_in_common_shapes(value: object, expected: list[tuple[tuple[str, ...], str]]) -> None:
    document = read_document(json.dumps(value).encode(), ".json")
    assert [(path, body) for path, body, _ in _sections(document)] == expected


def test_json_lines() -> None:
    lines = [json.dumps({"question": f"Why {n}?", "answer": f"So {n}."}) for n in range(2)]
    document = read_document("\n".join(lines).encode(), ".jsonl")
    assert [path for path, _, _ in _sections(document)] == [("Why 0?",), ("Why 1?",)]


ENCRYPTED = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le")
DOCX = make_docx(_paragraph("Some words"))
NO_MAIN_PART = io.BytesIO()
with zipfile.ZipFile(NO_MAIN_PART, "w") as _package:
    _package.writestr("readme.txt", "no office file")


@pytest.mark.parametrize("kind", [".docx", ".xlsx"])
@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (ENCRYPTED, ReadFailure.PASSWORD),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 500, ReadFailure.DAMAGED),
        (random.Random(2).randbytes(5000), ReadFailure.DAMAGED),
        (DOCX[: len(DOCX) // 2], ReadFailure.DAMAGED),
        (NO_MAIN_PART.getvalue(), ReadFailure.DAMAGED),
    ],
)
def test_office_files_that_cannot_be_read(data: bytes, kind: str, reason: ReadFailure) -> None:
    assert _refusal(data, kind) is reason


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * (office.MOST_XML_BYTES + 1))
    assert len(buffer.getvalue()) < 1_000_000
    assert _refusal(buffer.getvalue(), ".docx") is ReadFailure.TOO_LARGE


def test_word_and_excel_files_without_text() -> None:
    assert _refusal(make_docx(_paragraph("")), ".docx") is ReadFailure.NO_TEXT
    assert _refusal(make_xlsx({"Empty": []}), ".xlsx") is ReadFailure.NO_TEXT
    assert _refusal(b"[]", ".json") is ReadFailure.NO_TEXT


@pytest.mark.parametrize("text", ['{"a": ', "[" * 100_000, "not json"])
def test_json_that_is_none(text: str) -> None:
    assert _refusal(text.encode(), ".json") is ReadFailure.DAMAGED


@pytest.mark.parametrize("kind", [".docx", ".xlsx", ".pdf", ".html", ".csv", ".json"])
def test_damage_anywhere_is_a_refusal_or_a_text(kind: str, tmp_path: Path) -> None:
    """Random bytes in the middle of sound files, as the worker would read them."""
    whole = {
        ".docx": DOCX,
        ".xlsx": make_xlsx({"FAQ": [["Question", "Answer"], ["Why?", "So."]]}),
        ".pdf": make_pdf([["Some words"], ["More words"]]),
        ".html": b"<h1>A</h1><table><tr><td><p>B</p></td></tr></table><ul><li>C</ul>",
        ".csv": b'Question,Answer\n"Why?","So, it is."\n',
        ".json": b'{"faq": [{"question": "Why?", "answer": "So."}]}',
    }[kind]
    chance = random.Random(kind)
    path = tmp_path / f"damaged{kind}"
    outcomes = set()
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 12)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data)
        try:
            drained(prepare(path, "", TokenCount(None)))
            outcomes.add("text")
        except UnreadableDocument as refused:
            outcomes.add(refused.reason.value)
    assert outcomes
