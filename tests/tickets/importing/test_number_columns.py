"""The numbers of tickets in a column that no helpdesk calls so."""

from __future__ import annotations

from pathlib import Path

import pytest

from supportdesk_gui.tickets.importing.doctor import Diagnosis, examine, read_tickets
from supportdesk_gui.tickets.ticket import Ticket

_AGES = ("Age", "Customer age", "age_years", "Alter", "Edad", "Âge", "Idade", "Età", "年龄", "客户年龄", "年齡",
         "年齢", "나이", "العمر", "גיל", "Leeftijd", "Wiek", "Возраст", "Yaş", "Ålder", "Alder", "Ikä", "Věk",
         "Életkor", "Vârstă", "Ηλικία", "Tuổi", "อายุ", "Usia", "Вік", "Amount", "Resolution time")  # fmt: skip


def _read(
    folder: Path, name: str, numbers: tuple[str, ...], more: str = ""
) -> tuple[Diagnosis, list[str]]:
    path = folder / "export.csv"
    rows = [f"{number},My lamp is broken since {number},{more and 'Ana'}" for number in numbers]
    path.write_text("\n".join((f"{name},Description,{more}", *rows)), encoding="utf-8")
    found = examine(path)
    told = [one.external_id for one in read_tickets(found) if isinstance(one, Ticket)]
    return found, told


@pytest.mark.parametrize("name", ["Nr.", "编号", "番号", "번호", "رقم", "№", "Our complaint no", "対応案件の番号", "Anfrage intern Nr"])  # fmt: skip
def test_a_number_that_is_different_in_each_row_is_the_tickets(tmp_path: Path, name: str) -> None:
    found, numbers = _read(tmp_path, name, ("A-0071", "A-0072", "A-0075"))
    assert (found.columns["id"], numbers) == ((0,), ["A-0071", "A-0072", "A-0075"])


@pytest.mark.parametrize(
    "name", ["受付時間番号", "Ticket Age ID", "Vorgang Zeit Nr", "工单时长编号"]
)
def test_a_word_for_a_measure_makes_no_measure_of_codes(tmp_path: Path, name: str) -> None:
    for numbers in (("A-0071", "A-0072", "A-0075"), ("480071", "480072", "480075")):
        assert _read(tmp_path, name, numbers)[1] == [*numbers]
    assert _read(tmp_path, name, ("31", "45", "27"))[1] == ["", "", ""]


@pytest.mark.parametrize(
    ("name", "numbers", "more"),
    [
        ("Nr.", ("1", "2", "3"), ""),  # counts the rows
        ("编号", ("7001", "7001", "7002"), ""),
        ("订单编号", ("7001", "7002", "7003"), ""),
        ("Order no", ("7001", "7002", "7003"), ""),
        ("Customer's ticket customer no", ("7001", "7002", "7003"), ""),
        ("Nr.", ("7001", "7002", "7003"), "Author"),  # of messages, perhaps
        ("Room no", ("7001", "7002", "7003"), ""),
    ],
)
def test_other_numbers_are_not(
    tmp_path: Path, name: str, numbers: tuple[str, ...], more: str
) -> None:
    found, _ = _read(tmp_path, name, numbers, more)
    assert "id" not in found.columns and "body" in found.columns


@pytest.mark.parametrize("name", _AGES)
def test_what_is_measured_is_not_offered_as_a_number(tmp_path: Path, name: str) -> None:
    assert _read(tmp_path, name, ("31", "45", "27"))[0].likely_numbers == ()
    assert _read(tmp_path, "Mark", ("31", "45", "27"))[0].likely_numbers == (0,)
