"""Contradictions: the planted one is found, translations raise no alarm, verdicts stay."""

from __future__ import annotations

import asyncio
import re
import shutil
from contextlib import aclosing
from pathlib import Path

import pytest

from supportdesk_gui.policies.client import PolicyIndex
from supportdesk_gui.policies.document import Conflict, IndexNotice, Opinion, Verdict
from supportdesk_gui.policies.matters import acts
from supportdesk_gui.policies.radar import conflicts_in
from supportdesk_gui.policies.texts_layout import open_for_reading
from supportdesk_gui.policies.texts_reading import TextsReading
from supportdesk_gui.storage.data_folder import DataFolder
from tests.policies.shop import data_folder, in_loop, opened, run, write_shop

pytestmark = pytest.mark.usefixtures("forked_workers")
SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample_shop" / "policies"
LANGUAGES = ("en", "es", "fr", "de", "zh-Hant", "zh-Hans")


def _found(folder: DataFolder, source: Path, language: str = "en") -> list[Conflict]:
    with opened(folder) as (index, _):
        index.add([source], internal=False)
        run(index)
        assert list(index.seek_conflicts())[-1] is IndexNotice.CONFLICTS_SOUGHT
        assert list(index.seek_conflicts()) == []
    return _listed(folder, language)


def _listed(folder: DataFolder, language: str = "en") -> list[Conflict]:
    connection = open_for_reading(folder.policies_database)
    assert connection is not None
    return conflicts_in(TextsReading(connection), language)


def _files(conflict: Conflict) -> set[str]:
    sides = (conflict.first, conflict.second, *conflict.also)
    return {Path(side.passage.file).name for side in sides}


def test_the_sample_shops_contradiction_is_found_and_nothing_else(tmp_path: Path) -> None:
    folder = data_folder(tmp_path)
    conflicts = _found(folder, SAMPLE)

    assert len(conflicts) == 1
    assert {"questions-and-answers.md", "returns-and-refunds.md"} <= _files(conflicts[0])
    days = {"14", "30"}
    for language in LANGUAGES:
        (one,) = _listed(folder, language)
        assert {one.first.passage.language, one.second.passage.language} == {language}
        texts = (one.first.text, one.second.text)
        assert {re.findall(r"\d+", text)[0] for text in texts} == days


@pytest.mark.parametrize("language", ["es", "fr", "de", "zh-Hans"])
def test_policies_in_one_language_alone_raise_no_false_alarm(tmp_path: Path, language: str) -> None:
    """There the embedder is weaker, and no translation speaks for another."""
    source = tmp_path / language
    shutil.copytree(SAMPLE / language, source)
    (one,) = _found(data_folder(tmp_path), source, language)
    assert {re.findall(r"\d+", side.text)[0] for side in (one.first, one.second)} == {"14", "30"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("You can exchange it within 30 days", "You can return it within 14 days"),
        ("wir erstatten die Differenz", "die Änderung wird wirksam"),
        ("le enviamos la etiqueta", "le enviamos la factura"),
        ("nous remboursons le prix", "nous supprimons votre compte"),
        ("把商品換成其他尺寸", "包裹送達後可以退貨"),
    ],
)
def test_different_acts_are_told_apart(first: str, second: str) -> None:
    assert acts(first) and acts(second) and not acts(first) & acts(second)


def test_getting_the_money_back_and_sending_it_back_are_one_act() -> None:
    said = ["You get a refund", "Returns are free", "Sie können es zurückgeben", "退货", "退款"]
    assert {acts(text) for text in said} == {frozenset({"back"})}


@pytest.mark.parametrize(
    ("changed", "before", "after"),
    [
        ("questions-and-answers", ("5 working days after your return", "within 5 Werktagen"), "9"),
        ("questions-and-answers", ("10 working days have passed",), "12"),
        ("questions-and-answers", ("each further exchange costs 4.90",), "5.90"),
        ("questions-and-answers", ("within 90 days of the order",), "60"),
    ],
)
def test_a_figure_that_is_changed_in_one_language_alone_is_found(
    tmp_path: Path, changed: str, before: tuple[str, ...], after: str
) -> None:
    """English policies only, and one figure that differs from what other files say."""
    source = tmp_path / "en"
    source.mkdir()
    for path in (SAMPLE / "en").glob("*.md"):
        text = path.read_text(encoding="utf-8")
        if path.stem == changed:
            assert before[0] in text
            figure = re.search(r"\d+(?:\.\d+)?", before[0])
            assert figure is not None
            text = text.replace(before[0], before[0].replace(figure.group(), after))
        (source / path.name).write_text(text, encoding="utf-8")
    conflicts = _found(data_folder(tmp_path), source)

    told = [side.text for one in conflicts for side in (one.first, one.second, *one.also)]
    assert any(after in text for text in told)
    assert len(conflicts) <= 3


def test_internal_expired_and_agreeing_texts_are_no_conflict(tmp_path: Path) -> None:
    source = write_shop(tmp_path)
    (source / "en" / "old.md").write_text(
        "---\neffective_until: 2020-01-01\n---\n# Returns\n\n"
        "You can return an unused item within 60 days of delivery."
    )
    (source / "en" / "team.md").write_text(
        "---\nvisibility: internal\n---\n# Returns\n\n"
        "You can return an unused item within 90 days of delivery."
    )
    (source / "en" / "copy.md").write_text(
        "# Returns\n\nYou can return an unused item within 30 days of delivery."
    )
    assert _found(data_folder(tmp_path), source) == []


def test_a_verdict_is_remembered_until_the_words_change(tmp_path: Path) -> None:
    folder, source = data_folder(tmp_path), write_shop(tmp_path)
    other = source / "en" / "faq.md"
    other.write_text("# FAQ\n\nYou can return an unused item within 14 days of delivery.")

    async def sought_in(index: PolicyIndex, added: Path) -> None:
        async with aclosing(index.changes()) as changes:
            adding = asyncio.ensure_future(index.add([added]))  # the listener is there before it
            async for change in changes:
                if change is IndexNotice.CONFLICTS_SOUGHT:
                    break
        await adding

    async def act(index: PolicyIndex) -> None:
        await sought_in(index, source)
        (one,) = index.conflicts("en")
        assert one.verdict is Verdict.OPEN and "14 days" in one.first.text + one.second.text
        await index.settle(one, Verdict.BOTH_HOLD)
        opinion = Opinion(True, "14 and 30 days for one return.", "claude-sonnet-5-5")
        await index.keep_opinion(one, opinion)
        settled = index.conflicts("en")[0]
        assert settled.verdict is Verdict.BOTH_HOLD and settled.opinion == opinion

        # Another file changes: the verdict stays. The sentence changes: it is asked again.
        (source / "en" / "new.md").write_text("# New\n\nParcels weigh at most 20 kg.")
        await sought_in(index, source / "en" / "new.md")
        assert index.conflicts("en")[0] == settled
        other.write_text(other.read_text().replace("14", "21"))
        await sought_in(index, other)
        (changed,) = index.conflicts("en")
        assert changed.verdict is Verdict.OPEN and changed.opinion is None

    in_loop(folder, act)


def test_marks_stay_when_files_change(tmp_path: Path) -> None:
    folder, source = data_folder(tmp_path), write_shop(tmp_path)
    shipping = source / "en" / "shipping.md"

    async def act(index: PolicyIndex) -> None:
        await index.add([source])
        await index.settled()
        hit = (await index.search("lost parcel", "en")).hits[0]
        assert hit.passage.heading == "Shipping › Lost parcels"
        await index.mark_passages([hit.passage.id], True)
        await index.settled()
        shipping.write_text(shipping.read_text().replace("10 working days", "12 working days"))
        await index.add([source])
        await index.settled()
        assert "Shipping › Lost parcels" not in [
            one.passage.heading for one in (await index.search("lost parcel", "en")).hits
        ]
        inside = await index.search("lost parcel", "en", include_internal=True)
        assert inside.hits[0].passage.internal and "12 working" in inside.hits[0].passage.text

        # Renamed and changed as well, and copied: the same words stay inside.
        text = shipping.read_text()
        shipping.rename(shipping.with_name("parcels.md"))
        shipping.with_name("parcels.md").write_text(text + "\n## News\n\nWe ship by bike.\n")
        await index.add([source])
        await index.settled()
        hits = (await index.search("lost parcel", "en")).hits
        assert not [one for one in hits if "Lost parcels" in one.passage.heading]
        shipping.with_name("parcels.md").unlink()
        shipping.write_text(text)
        await index.add([source])
        await index.settled()

        file = next(one for one in index.files() if one.name == "shipping.md")
        await index.mark(file.id, True)
        shipping.rename(shipping.with_name("parcels.md"))
        shipping.with_name("parcels.md").write_text("# News\n\nBy bike.\n\n" + text)
        await index.add([source])
        await index.settled()
        hits = (await index.search("parcels inside the country", "en")).hits
        assert not [one for one in hits if "Delivery times" in one.passage.heading]
        shipping.with_name("parcels.md").unlink()
        shipping.write_text("# Shipping\n\n## Delivery times\n\nTo other islands 9 days.\n")
        await index.add([source])
        await index.settled()

        file = next(one for one in index.files() if one.name == "shipping.md")
        await index.mark(file.id, False, "2020-01-01", "2020-12-31")
        shipping.write_text(shipping.read_text() + "\nParcels are counted.\n")
        await index.add([shipping])
        await index.settled()
        changed = next(one for one in index.files() if one.name == "shipping.md")
        assert (changed.effective_from, changed.effective_until) == ("2020-01-01", "2020-12-31")
        hits = (await index.search("parcels inside the country", "en")).hits
        assert not [one for one in hits if one.passage.file.endswith("shipping.md")]

    in_loop(folder, act)
