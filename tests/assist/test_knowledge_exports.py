"""Knowledge as files: what is in them, what is not, and the web page in a real browser."""

from __future__ import annotations

import copy
import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from supportdesk_gui.assist.drafting import Frame
from supportdesk_gui.assist.knowledge import macros
from supportdesk_gui.assist.knowledge.document import NotValid, demand_valid, schema
from supportdesk_gui.assist.knowledge.exports import ExportKind, markdown, web_page, write
from supportdesk_gui.assist.knowledge.rendering import FieldKind, tabs_of
from supportdesk_gui.assist.saved_replies import SavedReplies
from supportdesk_gui.resources import resource
from tests.tickets.desk import open_desk
from tests.ui.chromium import Page, chromium

FRAMES = {"en": Frame("Hello {name},", "Kind regards"), "es": Frame("Hola, {name}:", "Un saludo")}
EVIL = '</script><script>document.title="taken"</script><img src=x onerror="document.title=1"> & |'


def sample() -> dict[str, Any]:
    text = resource("knowledge", "sample.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def evil() -> dict[str, Any]:
    """The sample with a question of a customer who writes markup."""
    document = copy.deepcopy(sample())
    document["faq"][0]["question"]["en"] = EVIL
    document["faq"][0]["disagreeing"] = [{"ticket": "10413", "why": "Said Secret"}]
    return document


def test_json_is_written_with_its_schema_and_nothing_that_does_not_fit(tmp_path: Path) -> None:
    written = write(sample(), ExportKind.JSON, tmp_path / "faq.json", FRAMES)
    assert [path.name for path in written] == ["faq.json", "faq.schema.json"]
    assert json.loads(written[0].read_text(encoding="utf-8")) == sample()
    assert json.loads(written[1].read_text(encoding="utf-8")) == schema()
    with pytest.raises(NotValid):
        write({**sample(), "languages": []}, ExportKind.MARKDOWN, tmp_path / "a.md", FRAMES)
    assert not (tmp_path / "a.md").exists()


def test_markdown_has_every_language_and_no_markup_of_others() -> None:
    text = markdown(evil())
    assert text.count("\n# ") == 3 and "# Español" in text and "## Refund rules" in text
    assert "### ¿Cuándo me devuelven el dinero?" in text
    assert "| order\\_id | order number |" in text or "| order id | order number |" in text
    assert "<script" not in re.sub(r"\\<", "", text) and "10413" not in text


def test_what_is_added_to_the_schema_is_shown_by_what_is_rendered_from_it() -> None:
    tabs = {tab.name: tab for tab in tabs_of(schema())}
    assert list(tabs) == ["faq", "templates", "refund_rules"]
    assert [one.name for one in tabs["faq"].shown()] == ["answer"]
    more = copy.deepcopy(schema())
    more["$defs"]["faq"]["properties"]["mood"] = {"type": "array", "items": {"type": "string"}}
    (field,) = [one for one in tabs_of(more)[0].fields if one.name == "mood"]
    assert (field.title, field.kind, field.show) == ("Mood", FieldKind.LINES, "")


def test_a_macro_runs_nothing_of_a_helpdesks_language_but_known_placeholders() -> None:
    text = "{{customer_name}}, {{ticket.comments}}{{{x}}} {% raw %} #{config.key} {{order_id}}."
    one = {"id": "t", "intent": "refund", "title": {"en": "＝1+1"}, "text": {"en": text}}
    document = {"templates": [one]}
    for made, name in (
        (macros.zendesk(document, {}), "{{ticket.requester.first_name}}"),
        (macros.freshdesk(document, {}), "{{ticket.requester.firstname}}"),
        (macros.zammad(document, {}), "#{ticket.customer.firstname}"),
    ):
        assert name in made
        left = made.replace(name, "").replace("{{\n", "")
        assert not any(sign in left for sign in ("{{", "{%", "#{")), left
    assert "\n'＝1+1 (en)" in macros.zammad(document, {}), "nor is a title a formula"


def test_macros_fill_what_the_helpdesk_knows_and_leave_the_rest_to_the_eye() -> None:
    (first, *_) = json.loads(macros.zendesk(sample(), FRAMES))["macros"]
    (action,) = first["macro"]["actions"]
    assert action["field"] == "comment_value_html"
    assert action["value"].startswith("<p>Hello {{ticket.requester.first_name}},</p><p>")
    assert "[order id]" in action["value"] and "{{order_id}}" not in action["value"]
    fresh = json.loads(macros.freshdesk(sample(), FRAMES))["canned_responses"]
    assert len(fresh) == 4 * len(sample()["templates"])
    assert {"title", "content_html", "visibility"} == set(fresh[0])
    rows = list(csv.DictReader(io.StringIO(macros.zammad(sample(), FRAMES))))
    assert rows[0]["content"].startswith("<p>Hello #{ticket.customer.firstname},</p>")
    assert len(rows) == len(fresh) and {row["active"] for row in rows} == {"true"}


def test_templates_become_saved_replies(tmp_path: Path) -> None:
    with open_desk(tmp_path) as database:
        replies = SavedReplies(database)
        replies.keep(macros.snippets(sample())).result()
        kept = SavedReplies(database).all()
        assert len(kept) == 4 * len(sample()["templates"])
        assert any("{{order_id}}" in one.text and one.language == "fr" for one in kept)


def test_the_web_page_is_searched_and_switched_and_runs_nothing_of_its_texts(
    tmp_path: Path,
) -> None:
    document = evil()
    demand_valid(document)
    text = web_page(document)
    assert not re.search(r"(?:src|href)\s*=|https?://|@import|url\(", web_page(sample()))
    assert "Secret" not in text and "10413" not in text and "</script><script>doc" not in text
    (tmp_path / "faq.html").write_text(text, encoding="utf-8")
    address = (tmp_path / "faq.html").as_uri()
    with chromium(tmp_path / "profile", address) as socket:
        page = Page(socket)
        page.until(
            "document.readyState == 'complete' && document.querySelector('article') !== null"
        )
        _choose(page, "en")
        assert EVIL in page.evaluate("document.body.innerText")
        assert page.evaluate("document.title") == "FAQ" and _count(page) == 15
        assert page.evaluate("document.querySelectorAll('img').length") == 0
        _search(page, "VAT invoice")
        assert 1 <= _count(page) < 6
        _search(page, "")
        _choose(page, "fr")
        shown = page.evaluate("document.body.innerText")
        assert "Mon colis n’est pas arrivé" in shown and "My parcel" not in shown
        _search(page, "remboursement etiquette")  # without its accent
        assert _count(page) >= 1 and page.evaluate("document.documentElement.lang") == "fr"
        _search(page, "zzzz")
        assert _count(page) == 0
        loaded = page.evaluate("performance.getEntriesByType('resource').length")
        assert loaded == 0


def _count(page: Page) -> int:
    return int(page.evaluate("document.querySelectorAll('article').length"))


def _choose(page: Page, language: str) -> None:
    page.evaluate(f"choice.value = '{language}'; choice.dispatchEvent(new Event('change'))")


def _search(page: Page, words: str) -> None:
    page.evaluate(f"search.value = '{words}'; search.dispatchEvent(new Event('input'))")
