"""Who is offered one answer: ticked are those that ask the same and have no reply of the agent's."""

from __future__ import annotations

from PySide6.QtCore import Qt

from supportdesk_gui.ui.review.candidate_model import Candidate, CandidateModel
from supportdesk_gui.ui.theme import Theme


def test_a_reply_of_the_agents_is_not_ticked_and_says_so(theme: Theme) -> None:
    model = CandidateModel(
        [
            Candidate(1, "1", "Ana", "en", "Where is it?", is_sure=True, has_own=True),
            Candidate(2, "2", "Zoe", "en", "Where is mine?", is_sure=True),
            Candidate(3, "3", "Kim", "en", "Late?", is_sure=False),
        ]
    )
    assert model.ticked() == [2]
    assert [model.index(row).data() for row in range(3)] == [
        "#2   Zoe   English   Where is mine?",
        "Has a reply of yours: #1   Ana   English   Where is it?",
        "Look first: #3   Kim   English   Late?",
    ]
    model.setData(model.index(1), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert model.ticked() == [2, 1]
