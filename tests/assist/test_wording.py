"""The agent's terms and address in a translation's prompt, and what was typed into a tab."""

from __future__ import annotations

import pytest

from supportdesk_gui.assist.drafting import Origin, SentenceIn
from supportdesk_gui.assist.typed_sentences import typed_for, with_typed
from supportdesk_gui.assist.wording import (
    GlossaryFault,
    GlossaryRefused,
    Wording,
    read_glossary,
    wording_in,
)
from supportdesk_gui.storage.settings import Settings


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("term,en,de\nlamp,lamp,Leuchte\n", {"lamp": {"en": "lamp", "de": "Leuchte"}}),
        (
            "\ufeffde;zh_TW;Term\nLeuchte;燈具;lamp\n",
            {"lamp": {"de": "Leuchte", "zh-Hant": "燈具"}},
        ),
        ("en\tfr\nlamp\tlampe\n\t\n", {"lamp": {"en": "lamp", "fr": "lampe"}}),
        ("term|zh-MO\nlamp, large|大燈\n", {"lamp, large": {"zh-Hant": "大燈"}}),
        ("sep=;\nterm;de\nlamp, large;Leuchte\n", {"lamp, large": {"de": "Leuchte"}}),
        ("\n  \n\r\nterm,de\r\nlamp,Leuchte\r\n", {"lamp": {"de": "Leuchte"}}),
        (
            "Term,German,Français,Spanish,Traditional Chinese\nlamp,a,b,c,d\n",
            {"lamp": {"de": "a", "fr": "b", "es": "c", "zh-Hant": "d"}},
        ),
        (
            "術語,德語,Deutsch (AT),繁體中文,简体\nlamp,a,,c,d\n",
            {"lamp": {"de": "a", "zh-Hant": "c", "zh-Hans": "d"}},
        ),
        ("source,target_de,Target: French\nlamp,a,b\n", {"lamp": {"de": "a", "fr": "b"}}),
        (
            "Inglés\tAlemán\tChinese (simplified)\nlamp\ta\tb\n",
            {"lamp": {"en": "lamp", "de": "a", "zh-Hans": "b"}},
        ),
    ],
)
def test_a_glossary_is_read_by_its_columns(text: str, terms: object) -> None:
    assert read_glossary(text.encode()).terms == terms


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252", "gb18030", "big5"])
def test_a_glossary_is_read_in_the_encoding_of_the_spreadsheet(encoding: str) -> None:
    rows = "Begriff;de;fr\nreturn label;Rücksendeetikett;étiquette de retour\n"
    if encoding in {"gb18030", "big5"}:
        rows = "術語,英文,繁體中文\n退貨標籤,return label,退貨標籤\n運費,shipping,運費\n"
    found = read_glossary(rows.encode(encoding)).terms
    assert "�" not in str(found)
    assert found in (
        {"return label": {"de": "Rücksendeetikett", "fr": "étiquette de retour"}},
        {"退貨標籤": {"en": "return label", "zh-Hant": "退貨標籤"},
         "運費": {"en": "shipping", "zh-Hant": "運費"}},
    )  # fmt: skip


def test_what_a_glossary_does_not_keep_is_counted() -> None:
    rows = [f"t{number},x" for number in range(2003)] + ["t1,y", "lamp,", f"{'t' * 300},x"]
    found = read_glossary("\n".join(["term,de", *rows]).encode())
    assert (len(found.terms), found.left_out, found.beyond) == (2000, 2, 3)
    assert found.terms["t1"] == {"de": "y"}


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"\x00\x01\x02\x03\x04", GlossaryFault.NOT_TEXT),
        (b"a,b\n1,2\n", GlossaryFault.NO_LANGUAGE),
        (b"term,de\n,\n", GlossaryFault.NO_TERM),
        (b"", GlossaryFault.NOT_TEXT),
        (b"term,model,notes\nlamp,x,y\n", GlossaryFault.NO_LANGUAGE),
        (b'term,de\n"lamp,Leuchte\n' + b"x" * 200_000, GlossaryFault.NO_TERM),  # no closing quote
    ],
)
def test_what_is_no_glossary_is_refused(data: bytes, fault: GlossaryFault) -> None:
    with pytest.raises(GlossaryRefused) as refused:
        read_glossary(data)
    assert refused.value.fault is fault


def test_only_terms_that_stand_in_the_text_are_sent_and_the_version_follows_all() -> None:
    terms = {"lamp": {"es": "lámpara", "de": "Leuchte"}, "sofa": {"de": "Couch"}}
    plain = wording_in(Settings(), "de")
    assert plain.version == "" and plain.rules(["Hola"]).endswith("formal way (Sie).")
    german = wording_in(Settings(glossary=terms), "de")
    said = german.rules(["La LÁMPARA llegó."])
    assert "lámpara = Leuchte" in said and "Couch" not in said
    familiar = wording_in(Settings(glossary=terms, familiar=("de",)), "de")
    assert len({plain.version, german.version, familiar.version}) == 3
    assert "familiar way (du)" in familiar.rules([])
    assert wording_in(Settings(glossary=terms), "fr").version == ""
    assert Wording("en").rules(["x"]) == ""


def _sentence(number: int, source: str, text: str, origin: Origin) -> SentenceIn:
    return SentenceIn(number, source, text, origin, " ")


def test_what_was_typed_goes_with_its_sentence_and_stays_where_that_changes() -> None:
    kept = [
        _sentence(0, "One.", "Eins.", Origin.TRANSLATED),
        _sentence(1, "Two.", "Mein Zwei.", Origin.TYPED),
        _sentence(2, "Three.", "Drei.", Origin.TRANSLATED),
    ]
    assert typed_for("New. One. Two. Three.", kept) == {"Two.": "Mein Zwei."}
    assert typed_for("One. Two changed. Three.", kept) == {"Two changed.": "Mein Zwei."}
    assert typed_for("One. Three.", kept) == {}
    fresh = [
        _sentence(0, "One.", "Eins.", Origin.TRANSLATED),
        _sentence(1, "Two changed.", "Zwei.", Origin.TRANSLATED),
        _sentence(2, "Three.", "Drei.", Origin.TRANSLATED),
    ]
    found = with_typed(fresh, kept)
    assert [one.text for one in found] == ["Eins.", "Mein Zwei.", "Drei."]
    assert found[1].origin is Origin.OVERTAKEN and found[1].source == "Two changed."
