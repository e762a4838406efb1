"""Files of every kind become text with sections, or a typed refusal."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from supportdesk_gui.policies.document import ReadFailure
from supportdesk_gui.policies.families import language_and_family
from supportdesk_gui.policies.readers.reader import (
    MOST_PACKED_BYTES,
    MOST_TEXT_BYTES,
    policy_files,
    read_bytes,
    read_document,
)
from supportdesk_gui.policies.readers.reading import ReadDocument, UnreadableDocument


def _read(text: str | bytes, kind: str = ".md") -> ReadDocument:
    return read_document(text.encode() if isinstance(text, str) else text, kind)


def _bodies(document: ReadDocument) -> list[tuple[str, str]]:
    return [
        (" > ".join(part.headings), document.text[part.start : part.end])
        for part in document.sections
    ]


def _refusal(data: bytes, kind: str) -> ReadFailure:
    with pytest.raises(UnreadableDocument) as caught:
        read_document(data, kind)
    return caught.value.reason


def make_pdf(
    pages: list[list[str]], password: bool = False, outline: Sequence[tuple[int, str]] = (),
    sizes: Mapping[str, int] = {},
) -> bytes:  # fmt: skip
    """A PDF with one text line for each string, written out by hand; outline by page and title.

    Lines are 11 points, those in `sizes` as large as it says, which is drawn as scale: so do
    many programs that write PDFs.
    """
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 "]
    objects[2] += b"/BaseFont /Helvetica >>"
    kids = []
    for lines in pages:
        shown = "".join(
            f"{sizes.get(line, 11)} 0 0 {sizes.get(line, 11)} 50 {800 - 26 * place} Tm ({line}) Tj "
            for place, line in enumerate(lines)
        )
        stream = f"BT /F1 1 Tf {shown}ET".encode("latin-1")
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 850] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (len(objects) + 2)
        )
        objects.append(b"<< /Length %d >> stream\n%s\nendstream" % (len(stream), stream))
    listed = " ".join(f"{kid} 0 R" for kid in kids).encode()
    if outline:
        first = len(objects) + 2
        objects.append(
            b"<< /Type /Outlines /First %d 0 R /Last %d 0 R >>" % (first, first + len(outline) - 1)
        )
        objects[0] = b"<< /Type /Catalog /Pages 2 0 R /Outlines %d 0 R >>" % (first - 1)
        for place, (page, title) in enumerate(outline):
            later = b"/Next %d 0 R" % (first + place + 1) if place < len(outline) - 1 else b""
            objects.append(
                b"<< /Title (%s) /Parent %d 0 R %s /Dest [%d 0 R /Fit] >>"
                % (title.encode("latin-1"), first - 1, later, kids[page])
            )
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (listed, len(pages))
    trailer = b""
    if password:
        objects.append(
            b"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <%s> /U <%s> >>"
            % (b"11" * 32, b"22" * 32)
        )
        trailer = b"/Encrypt %d 0 R /ID [<00> <00>]" % len(objects)
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer << /Size %d /Root 1 0 R %s >>\n" % (len(objects) + 1, trailer)
    return data + b"startxref\n%d\n%%%%EOF" % start


def test_markdown_sections_carry_their_heading_path_and_source_offsets() -> None:
    source = """Before all headings.

# Returns *and* refunds

Intro.

## How long

30 days. **No** exceptions.

```
# not a heading
```

### Sale items

14 days.

Costs
-----

- Free.
"""
    document = _read(source)

    assert document.text == source
    assert _bodies(document) == [
        ("", "Before all headings."),
        ("Returns and refunds", "Intro."),
        (
            "Returns and refunds > How long",
            "30 days. **No** exceptions.\n\n```\n# not a heading\n```",
        ),
        ("Returns and refunds > How long > Sale items", "14 days."),
        ("Returns and refunds > Costs", "- Free."),
    ]


def test_front_matter_is_read_and_is_no_text() -> None:
    document = _read(
        "---\nvisibility: internal\neffective_from: 2026-01-31\neffective_until: soon\n---\n"
        "# A\n\nB."
    )

    assert document.front.internal
    assert (document.front.effective_from, document.front.effective_until) == ("2026-01-31", "")
    assert _bodies(document) == [("A", "B.")]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert not _read("---\n\nVisible text without a colon\n\n---\n").front.internal


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "gb18030"])
def test_text_in_common_encodings(encoding: str) -> None:
    text = "Rückgabe innerhalb von dreißig Tagen für Möbel und Lampen, die größer sind.\r\n" * 8
    if encoding == "gb18030":
        text = "未使用的商品可以在收到货物后的三十天之内退货，我们会全额退款。\r\n" * 8
    document = _read(text.encode(encoding), ".txt")

    assert document.text == text.replace("\r\n", "\n")


def test_html_keeps_blocks_lists_and_tables_and_drops_the_rest() -> None:
    document = _read(
        """<html><head><title>x</title><style>p {}</style></head><body>
        <nav>Home | Shop</nav><script>alert(1)</script>
        <h1>Returns</h1><p>You can return <b>any</b>
        item.<br>Within 30 days.</p>
        <h2>Costs</h2><ul><li>Inside the country: free</li><li><p>Abroad: 9 euros</p></li></ul>
        <table><tr><th>Weight</th><th>Price</th></tr><tr><td>5 kg</td><td>12 euros</td></tr></table>
        </body></html>""",
        ".html",
    )

    assert _bodies(document) == [
        ("Returns", "You can return any item.\nWithin 30 days."),
        (
            "Returns > Costs",
            "- Inside the country: free\n- Abroad: 9 euros\n\nWeight | Price\n5 kg | 12 euros",
        ),
    ]


def test_pdf_pages_lines_and_repeated_edges() -> None:
    pages = [
        [
            "Shop policies",
            f"Rule {number} says that a parcel which was sent back to us unopened and",
            "unused is paid back in full.",
            f"- It is free in case {number}.",
            f"Page {number} of 4",
        ]
        for number in range(1, 5)
    ]
    document = _read(make_pdf(pages), ".pdf")

    assert [section.page for section in document.sections] == [1, 2, 3, 4]
    assert _bodies(document)[1][1] == (
        "Rule 2 says that a parcel which was sent back to us unopened and "
        "unused is paid back in full.\n- It is free in case 2."
    )


_GOODS = ("Lamps", "Rugs", "Chairs", "Tables", "Shelves", "Vases")


@pytest.mark.parametrize(
    ("heads", "feet"),
    [
        (["Acme, Terms"] * 2, ["1", "2"]),
        (["Acme, Terms"] * 2, ["Seite 1 von 2", "Seite 2 von 2"]),
        (["Acme", "Terms"] * 3, [f"- {n} -" for n in range(1, 7)]),
        (["Acme"] * 3, [f"Página {n} de 3" for n in range(1, 4)]),
        (["Acme"] * 4, [f"Printed 2026-11-{n}" for n in (10, 12, 13, 14)]),
    ],
)
def test_headers_and_footers_are_dropped_and_nothing_beside_them(
    heads: list[str], feet: list[str]
) -> None:
    bodies = [
        [f"{goods} come back within 30 days.", "5", f"{goods} are paid back."] for goods in _GOODS
    ]
    pages = [[head, *body, foot] for head, body, foot in zip(heads, bodies, feet)]  # noqa: B905
    lines = read_document(make_pdf(pages), ".pdf").text.split("\n")
    assert not set(lines) & {*heads, *feet}
    assert [line for line in lines if line] == [
        line for body in bodies[: len(pages)] for line in body
    ]


def test_a_number_at_the_end_of_two_pages_that_counts_none_stays() -> None:
    found = read_document(make_pdf([["Prices", "12"], ["Weights", "40"]]), ".pdf").text
    assert "12" in found and "40" in found


def test_pdf_headings_come_from_its_outline_and_sentences_run_over_pages() -> None:
    pages = [
        ["Returns", "Unused items come back within 30 days and are", "Cost of the parcel"],
        ["paid in full. The parcel is free.", "Shipping", "Parcels take 2 days."],
    ]
    document = _read(make_pdf(pages, outline=[(0, "Returns"), (1, "Shipping")]), ".pdf")

    assert [(part.headings, part.page) for part in document.sections] == [
        (("Returns",), 1),
        (("Returns",), 2),
        (("Shipping",), 2),
    ]
    assert [body for _, body in _bodies(document)] == [
        "Unused items come back within 30 days and are Cost of the parcel paid in full.",
        "The parcel is free.",
        "Parcels take 2 days.",
    ]


def test_pdf_lines_that_are_larger_than_the_rest_are_its_headings() -> None:
    """Each passage has its headings in front: a large one holds over those below it."""
    rules = [f"Rule {n} says that all which was sent back to us is paid back." for n in range(6)]
    sizes = {"Terms of sale": 22, "Shop": 18, "Returns and what": 16, "they cost": 16, "Money": 16}
    returns = ["Returns and what", "they cost"]
    pages = [
        ["Shop", "Terms of sale", rules[0], *returns, rules[1], "Money", rules[2]],
        ["Shop", rules[3], *returns, rules[4]],
        ["Shop", rules[5]],
    ]
    document = _read(make_pdf(pages, sizes=sizes), ".pdf")

    costs, money = "Returns and what they cost", "Money"
    assert [(part.headings[1:], part.page) for part in document.sections] == [
        ((), 1), ((costs,), 1), ((money,), 1), ((money,), 2), ((costs,), 2), ((costs,), 3),
    ]  # fmt: skip
    assert {part.headings[0] for part in document.sections} == {"Terms of sale"}
    assert [body for _, body in _bodies(document)] == rules
    assert document.text.count(costs) == 2 and "Shop" not in document.text  # it was a running head


@pytest.mark.parametrize(
    "sizes", [{}, {"Two working days at most.": 20, "It costs nothing.": 20, "Rules": 20}]
)
def test_a_pdf_of_one_size_or_mostly_large_has_no_headings(sizes: dict[str, int]) -> None:
    pages = [
        ["Rules", "Two working days at most.", "It costs nothing.", "See the list for others."]
    ]
    (part,) = _read(make_pdf(pages, sizes=sizes), ".pdf").sections
    assert part.headings == ()


@pytest.mark.parametrize(
    ("data", "kind", "reason"),
    [
        (b"", ".txt", ReadFailure.EMPTY),
        (b" \n\n ", ".md", ReadFailure.EMPTY),
        (b"# \n\n***\n", ".md", ReadFailure.NO_TEXT),
        (b"<html><script>let a = 1</script></html>", ".html", ReadFailure.NO_TEXT),
        (b"\x00\x01\x02\x03" * 500, ".txt", ReadFailure.DAMAGED),
        (random.Random(1).randbytes(5000), ".md", ReadFailure.DAMAGED),
        (random.Random(1).randbytes(5000), ".pdf", ReadFailure.DAMAGED),
        (make_pdf([["Some words"]])[:300], ".pdf", ReadFailure.DAMAGED),
        (make_pdf([[]]), ".pdf", ReadFailure.NO_TEXT),
        (make_pdf([["Some words"]], password=True), ".pdf", ReadFailure.PASSWORD),
    ],
)
def test_what_cannot_be_read_has_a_reason(data: bytes, kind: str, reason: ReadFailure) -> None:
    assert _refusal(data, kind) is reason


def test_paths_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.xyz").write_text("text")
    (tmp_path / "big.txt").write_bytes(b"a" * (MOST_TEXT_BYTES + 1))
    for name in ("huge.pdf", "huge.docx", "huge.xlsx", "huge.csv"):
        with open(tmp_path / name, "wb") as huge:
            huge.truncate(2 * MOST_PACKED_BYTES)
    for name, reason in {
        "gone.md": ReadFailure.MISSING,
        "a.xyz": ReadFailure.UNKNOWN_KIND,
        "big.txt": ReadFailure.TOO_LARGE,
        "huge.pdf": ReadFailure.TOO_LARGE,
        "huge.docx": ReadFailure.TOO_LARGE,
        "huge.xlsx": ReadFailure.TOO_LARGE,
        "huge.csv": ReadFailure.TOO_LARGE,
        ".": ReadFailure.UNKNOWN_KIND,
    }.items():
        with pytest.raises(UnreadableDocument) as caught:
            read_bytes(tmp_path / name)
        assert caught.value.reason is reason


def test_folders_give_the_files_in_them(tmp_path: Path) -> None:
    names = ("b/two.md", "one.txt", ".git/config.txt", "b/picture.png", "~$open.docx", "c/d/x.CSV")
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")

    found = list(policy_files([tmp_path, tmp_path / "b" / "picture.png"]))
    assert [path.name for path in found] == ["two.md", "x.CSV", "one.txt", "picture.png"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/a/de/returns.md", ("de", "returns.md")),
        ("/a/zh-TW/shop/returns.md", ("zh-Hant", "shop/returns.md")),
        ("/a/zh_CN/returns.md", ("zh-Hans", "returns.md")),
        ("/a/zh-MO/returns.md", ("zh-Hant", "returns.md")),
        ("/a/zh/returns.md", ("", "returns.md")),
        ("/a/en-GB/returns.md", ("en", "returns.md")),
        ("/a/en-old/it/returns.md", ("", "")),
        ("/de/shop/fr/x.md", ("fr", "x.md")),
        ("/a/returns.md", ("", "")),
        ("/a/b/de", ("", "")),
    ],
)
def test_the_folder_names_language_and_family(path: str, expected: tuple[str, str]) -> None:
    assert language_and_family(Path(path)) == expected
