"""What a sentence and its translation disagree about, and that what agrees is left alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from supportdesk_gui.assist.mirror_check import MismatchKind, mismatches
from supportdesk_gui.text.romanising import may_be_same_name

_WRITTEN = Path(__file__).with_name("mirror_written.jsonl")
_SINGLE = Path(__file__).with_name("mirror_pairs_written.jsonl")
_EXACT = {"number", "date", "amount", "url", "placeholder", "name"}


@pytest.mark.parametrize(
    ("source", "one", "target", "other"),
    [
        ("You have 14 days.", "en", "您有两周的时间。", "zh-Hans"),
        ("Vous disposez de quinze jours.", "fr", "Sie haben zwei Wochen Zeit.", "de"),
        ("Your refund of £1,250.00 is due on 05/11/2025.", "en",
         "Ihre Erstattung von 1.250 £ ist am 5. November 2025 fällig.", "de"),
        ("Wir rufen Sie am Montag um halb fünf an.", "de", "我们周一四点半给您打电话。", "zh-Hans"),
        ("下次订单享八五折。", "zh-Hans", "15% off your next order.", "en"),
        ("Kein Problem, zögern Sie nicht zu fragen.", "de", "Sin problema, no dude en preguntar.", "es"),
        ("Vous ne payez que la livraison.", "fr", "You only pay for delivery.", "en"),
        ("Mr Huang, it is ready.", "en", "黃先生,已備好。", "zh-Hant"),
        ("Our shop in Munich is open.", "en", "Nuestra tienda de Múnich está abierta.", "es"),
        ("Llega a las nueve menos cuarto.", "es", "八点四十五分到达。", "zh-Hans"),
        ("Comptez trois quarts d'heure.", "fr", "It takes 45 minutes.", "en"),
        ("Rufen Sie uns unter 0800 555 010 an.", "de", "Call us on 0800 555 010.", "en"),
        ("您的預約為民國115年3月5日。", "zh-Hant", "Your visit is on 5 March 2026.", "en"),
        ("Ihr Guthaben verfällt nicht.", "de", "Su saldo sigue siendo válido.", "es"),
        ("Hello {{name}}, see shop.example/a.", "en", "{{name}}您好,请看shop.example/a。", "zh-Hans"),
    ],
)  # fmt: skip
def test_what_agrees_is_left_alone(source: str, one: str, target: str, other: str) -> None:
    assert mismatches(source, one, target, other) == []
    assert mismatches(target, other, source, one) == []


@pytest.mark.parametrize(
    ("source", "one", "target", "other", "kind", "ours", "theirs"),
    [
        ("Pay 25 € today.", "en", "Zahlen Sie heute 52 €.", "de", "amount", "25 €", "52 €"),
        ("We refund NT$90.", "en", "Wir erstatten 90 €.", "de", "amount", "NT$90", "90 €"),
        ("It comes on 3 May.", "en", "5月13日送达。", "zh-Hans", "date", "3 May", "5月13日"),
        ("Within thirty days.", "en", "En trece días.", "es", "number", "thirty days", "trece días"),
        ("Das Gerät ist nicht neu.", "de", "The device is new.", "en", "negation", "nicht", ""),
        ("La visite est impossible lundi.", "fr", "A visit is possible on Monday.", "en", "negation",
         "impossible", "possible"),
        ("刘洋先生已取走包裹。", "zh-Hans", "Herr Li Yang hat das Paket abgeholt.", "de", "name",
         "刘洋", "Li Yang"),
        ("Hola, Carolina.", "es", "Hi Caroline.", "en", "name", "Carolina", "Caroline"),
        ("Use a.example/x1.", "en", "请用a.example/x2。", "zh-Hans", "url",
         "a.example/x1", "a.example/x2"),
        ("Code {code}, please.", "en", "Code bitte.", "de", "placeholder", "{code}", ""),
    ],
)  # fmt: skip
def test_what_disagrees_is_told_with_its_place(
    source: str, one: str, target: str, other: str, kind: str, ours: str, theirs: str
) -> None:
    found = [each for each in mismatches(source, one, target, other) if each.kind == kind]
    assert found, mismatches(source, one, target, other)
    said = [
        text[slice(*span)] if span else ""
        for text, span in ((source, found[0].source), (target, found[0].target))
    ]
    assert said == [ours, theirs]


def test_an_omission_names_the_clause_that_is_missing() -> None:
    source = "You can exchange the boots, as long as they have only been worn indoors."
    (found,) = mismatches(source, "en", "Sie können die Stiefel umtauschen.", "de")
    assert found.kind is MismatchKind.OMISSION and found.source is not None
    assert "worn indoors" in source[slice(*found.source)]
    assert mismatches("Nothing.", "en", "", "de")[0].kind is MismatchKind.OMISSION


@pytest.mark.parametrize(
    ("chinese", "latin", "same"),
    [
        ("黄", "Huang", True), ("黄", "Wong", True), ("吴", "Huang", False), ("趙", "Zhou", False),
        ("林晓雨", "Lin Xiaoyu", True), ("林晓雨", "Xiaoyu Lin", True), ("林晓雨", "Lin Xiaomei", False),
        ("卡罗琳", "Caroline", True), ("托马斯", "Thomas", True), ("托马斯", "Beatriz", False),
    ],
)  # fmt: skip
def test_names_across_scripts(chinese: str, latin: str, same: bool) -> None:
    assert may_be_same_name(chinese, latin.split()) is same


@pytest.mark.parametrize("target", ["en", "es", "fr", "de", "zh-Hans", "zh-Hant"])
def test_our_own_pairs_into_each_language(target: str) -> None:
    """The bars of the exact kinds, of negations and omissions, and of false alarms."""
    caught: dict[bool, list[bool]] = {True: [], False: []}
    alarms = []
    for place, line in enumerate(_WRITTEN.read_text(encoding="utf-8").splitlines()):
        group = json.loads(line)
        others = [code for code in group["texts"] if code != target]
        for one in (others[place % 5], others[(place + 2) % 5]):  # all five by turns
            other = target
            text = group["texts"][one]
            alarms.append(bool(mismatches(text, one, group["texts"][other], other)))
            if group["wrong"]:
                found = mismatches(text, one, group["wrong"][other], other)
                caught[group["error"] in _EXACT].append(bool(found))
    assert sum(caught[True]) / len(caught[True]) >= 0.95
    assert sum(caught[False]) / len(caught[False]) >= 0.80
    assert sum(alarms) / len(alarms) <= 0.06


def test_our_own_single_pairs() -> None:
    """The same bars, over pairs of which each stands for itself."""
    caught: dict[bool, list[bool]] = {True: [], False: []}
    alarms = []
    for line in _SINGLE.read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        found = mismatches(pair["src"], pair["src_lang"], pair["dst"], pair["dst_lang"])
        if pair["error"] is None:
            alarms.append(bool(found))
        else:
            caught[pair["error"] in _EXACT].append(bool(found))
    assert sum(caught[True]) / len(caught[True]) >= 0.95
    assert sum(caught[False]) / len(caught[False]) >= 0.80
    assert len(alarms) >= 90 and sum(alarms) / len(alarms) <= 0.05
