"""The doctor says which columns that may matter are not read."""

from __future__ import annotations

from pathlib import Path

from supportdesk_gui.tickets.importing.choices import with_choice
from supportdesk_gui.tickets.importing.doctor import Diagnosis, examine
from supportdesk_gui.tickets.importing.report import Choice
from supportdesk_gui.ui.components.drop_down import DropDown
from supportdesk_gui.ui.doctor.mapping_table import MappingTable
from supportdesk_gui.ui.doctor.verdicts import verdicts
from supportdesk_gui.ui.theme import Theme


def _told(found: Diagnosis) -> dict[str, str]:
    return {one.name: one.detail for one in verdicts(found, None)}


def _found(folder: Path, header: str, *rows: str) -> Diagnosis:
    path = folder / "export.csv"
    path.write_text("\n".join((header, *rows)), encoding="utf-8")
    return examine(path)


def test_a_number_that_nothing_calls_the_tickets_is_told_until_one_is_chosen(
    tmp_path: Path,
) -> None:
    rows = "ZX-81,L-1,Lamp is broken", "ZX-82,L-1,Where is my parcel?"
    found = _found(tmp_path, "Zeichen,Lot,Description", *rows)
    assert _told(found)["number"].startswith("Zeichen: different in each row.")
    chosen = with_choice(found, Choice(columns={"id": (0,), "body": (2,)}))
    assert "number" not in _told(chosen)


def test_texts_that_are_not_read_are_told(tmp_path: Path) -> None:
    header = "Ticket ID,Description,Work log,Product,Account,Raw,Web page"
    rows = (
        'A-1,Lamp is broken,We have asked the maker of the lamp about it,Lamp for a table in oak,12:ab-cd-ef-gh-ij-kl-mn-op-qr-st-uv,"{""a"": ""one two three four five six""}",https://shop.example/a/page/of/the/shop',
        'A-2,Parcel lost,The carrier searches for the parcel since Monday,Lamp for a table in oak,13:ab-cd-ef-gh-ij-kl-mn-op-qr-st-uv,"{""a"": ""one two three four five seven""}",https://shop.example/b/page/of/the/shop',
        "A-3,Hello,,Lamp for a table in oak,,,",
    )
    assert _told(_found(tmp_path, header, *rows))["unused"] == "Work log"


def test_what_is_told_of_is_there_to_be_chosen(tmp_path: Path, theme: Theme) -> None:
    rows = (
        "ZX-81,L-1,Lamp,Lamp is broken,We have asked the maker of the lamp about it",
        "ZX-82,L-1,Parcel,Where is my parcel?,The carrier searches for the parcel since Monday",
    )
    table = MappingTable(theme)
    table.show_columns(_found(tmp_path, "Zeichen,Lot,Subject,Description,Work log", *rows))
    assert {box.objectName() for box in table.findChildren(DropDown)} == {
        "field_0", "field_2", "field_3", "field_4",
    }  # fmt: skip


def test_a_list_of_which_columns_are_used_is_not_called_unknown(tmp_path: Path) -> None:
    rows = "1,Cy,cy@x.example,39.90,paid", "2,Di,di@x.example,12,paid"
    told = _told(_found(tmp_path, "id,customer,email,total,status", *rows))
    assert told["kind"] == "5 columns, 4 of them used"


def test_a_time_zone_that_is_not_known_is_told_as_one(tmp_path: Path) -> None:
    row = "1,The lamp is broken,2026-02-01 10:00"
    found = _found(tmp_path, "Ticket ID,Description,Created at (Mars/Olympus)", row)
    titles = {one.name: one.title for one in verdicts(found, None)}
    assert titles["zone"] == "The time zone in its header is not known"


def test_where_all_is_read_nothing_is_told(tmp_path: Path) -> None:
    found = _found(tmp_path, "Ticket ID,Order no,Description", "A-1,5512,Lamp is broken")
    assert _told(found).keys().isdisjoint({"number", "unused"})


def test_what_is_missing_beside_answers_is_told(tmp_path: Path) -> None:
    answers = _found(tmp_path, "Ticket ID,Answer", "A-1,We send another lamp")
    assert _told(answers)["text"].startswith("answers, but nothing that customers wrote")
    subjects = _found(tmp_path, "Ticket ID,Subject", "A-1,Lamp")
    assert _told(subjects)["text"].startswith("subjects only")
