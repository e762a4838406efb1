"""A helpdesk's own words for a status."""

from __future__ import annotations

import pytest

from supportdesk_gui.tickets.status_words import Standing, standing


@pytest.mark.parametrize(
    ("word", "means"),
    [
        ("Solved", Standing.CLOSED), ("CLOSED", Standing.CLOSED), ("Erledigt", Standing.CLOSED),
        ("Gelöst", Standing.CLOSED), ("Fermée", Standing.CLOSED), ("Cerrada", Standing.CLOSED),
        ("Resolvido", Standing.CLOSED), ("Chiuso", Standing.CLOSED), ("解決済み", Standing.CLOSED),
        ("완료", Standing.CLOSED), ("已完成", Standing.CLOSED), ("已關閉", Standing.CLOSED),
        ("Решено", Standing.CLOSED), ("Gesloten", Standing.CLOSED), ("Cancelled", Standing.CLOSED),
        ("Closed (duplicate)", Standing.CLOSED), ("Resolved - Fixed", Standing.CLOSED),
        ("已关闭（重复）", Standing.CLOSED), ("Waiting-on-customer", Standing.ANSWERED),
        ("En attente du client", Standing.ANSWERED), ("Pending", Standing.ANSWERED),
        ("On-hold", Standing.PUT_ASIDE), ("Open", Standing.OPEN), ("Offen", Standing.OPEN),
        ("Pendiente", Standing.OPEN), ("En attente", Standing.OPEN), ("待处理", Standing.OPEN),
        ("Reopened (was closed)", Standing.OPEN), ("Not done", Standing.OPEN), (" ", Standing.UNKNOWN),
    ],
)  # fmt: skip
def test_what_a_word_means(word: str, means: Standing) -> None:
    assert standing(word) is means
