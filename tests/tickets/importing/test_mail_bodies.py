"""What a mail says, whichever of its parts says it."""

from __future__ import annotations

from supportdesk_gui.text.safe_html import html_to_text
from supportdesk_gui.tickets.importing.mail_bodies import body_of, chosen

ASKED = "Where is order 5512? I have been waiting for it since Monday."

_LINKED = (
    '<p>Click <a href="https://a.example/x">here</a> or read the <a href="https://a.example/t">terms'
    '</a> or <a href="mailto:a@b.example">write us</a>.<br>It does not work!</p>'
)
_WITH_LINKS = (
    "Click here [1] or read the terms [2] or write us [3].\nIt does not work!\n\n"
    "[1] https://a.example/x\n[2] https://a.example/t\n[3] mailto:a@b.example",
    "Click [1]here or read the [2]terms or [3]write us.\nIt does not work!\n\nReferences\n\n"
    "Visible links\n1. https://a.example/x\n2. https://a.example/t\n3. mailto:a@b.example",
    "Click here<https://a.example/x> or read the terms<https://a.example/t> or\n"
    "write us<mailto:a@b.example>. It does not work!",
    "Click [here](https://a.example/x) or read the [terms](https://a.example/t) or\n"
    "[write us](mailto:a@b.example). It does not work!",
    "Click here or read the terms or write us.\nIt does not work!",
)


def _mail(kind: str, *parts: str) -> bytes:
    return (
        f"From: a@mail.example\r\nContent-Type: multipart/{kind}; boundary=b\r\n\r\n"
        + "".join(f"--b\r\n{part}\r\n" for part in parts)
        + "--b--\r\n"
    ).encode()


def _plain(text: str) -> str:
    return f"Content-Type: text/plain; charset=utf-8\r\n\r\n{text}"


def _html(text: str) -> str:
    return f"Content-Type: text/html; charset=utf-8\r\n\r\n{text}"


def _said(mail: bytes) -> str:
    body = body_of(mail)[0]
    return html_to_text(body) if "<p>" in body else body


def test_no_part_of_a_mail_is_lost_for_another_form_of_it() -> None:
    asked, footer = f"<p>{ASKED}</p>", "____\nShop-support mailing list"
    photo = "Content-Type: image/jpeg; name=a.jpg\r\nContent-Disposition: inline\r\n\r\nx"
    for mail, said in (
        (_mail("alternative", _plain(" "), _html(asked)), ASKED),
        (_mail("alternative", _plain("\xa0\r\n\xa0"), _html(asked)), ASKED),
        (_mail("alternative", _plain("This needs an HTML-capable client."), _html(asked)), ASKED),
        (_mail("alternative", _plain("Kein Text."), _html(asked)), f"Kein Text.\n\n{ASKED}"),
        (_mail("alternative", _plain(footer), _html(f"{asked}<p>{footer}</p>")),
         f"{ASKED}\n\n____ Shop-support mailing list"),
        (_mail("alternative", _plain(ASKED), _html(f"<b>{asked}</b>")), ASKED),
        (_mail("alternative", _plain(ASKED), _html("<html></html>")), ASKED),
        *((_mail("alternative", _plain(one), _html(_LINKED)), one) for one in _WITH_LINKS),
        (_mail("mixed", _html(asked), _plain(footer)), f"{ASKED}\n\n{footer}"),
        (_mail("mixed", _plain("See the photo:"), photo, _html(asked)),
         f"See the photo:\n\n{ASKED}"),
        (_mail("mixed", _plain(ASKED), _html(asked)), ASKED),  # an alternative by a wrong name
        (_mail("mixed", _plain("1 < 2 <p>"), _html(asked)), f"1 < 2 <p>\n\n{ASKED}"),
    ):  # fmt: skip
        assert _said(mail).strip() == said, mail
    assert [one.name for one in body_of(_mail("mixed", _plain("a"), photo, _html("b")))[1]] == [
        "a.jpg"
    ]


def test_a_mail_of_outlook_without_plain_words_is_its_html() -> None:
    assert chosen(" \r\n", f"<p>{ASKED}</p>") == f"<p>{ASKED}</p>"
    assert chosen(ASKED, f"<p>{ASKED}</p>") == ASKED


def test_a_table_in_lines_is_the_table_and_a_long_footer_is_not_the_question() -> None:
    table = "<table><tr><td>Item</td><td>Qty</td></tr><tr><td>Cup</td><td>2</td></tr></table>"
    lines, footer = "Item: Cup\nQty: 2", "It may be for you alone. I write this below each mail."
    assert chosen(lines, table) == lines
    both = chosen(footer, "<p>May I be alone?</p>")
    assert footer in both
    assert "May I be alone?" in both
    assert table in body_of(_mail("mixed", _plain(lines), _html(table)))[0]  # each for itself
