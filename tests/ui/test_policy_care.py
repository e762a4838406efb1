"""What the Policies page says of a search, of contradictions with a model, and of order dates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from supportdesk_gui.ui.components.labels import Tag
from tests.claude.standin import Fault
from tests.ui.running import draft, running, trigger, until

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from supportdesk_gui.ui.program import Program
    from supportdesk_gui.ui.theme import Theme
    from tests.claude.standin import StandIn
    from tests.ui.claude_shop import Shop

REASON = "A lamp that came 20 days ago may go back by one rule only."


def _press(pane: QWidget, qtbot: QtBot, name: str) -> None:
    button = pane.findChild(QPushButton, name)
    assert button is not None and button.isVisible(), name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _label(program: Program, name: str) -> str:
    label = program.policies.findChild(QLabel, name)
    return label.text() if label is not None else ""


def _ask(program: Program) -> QPushButton:
    button: QPushButton = program.policies.findChild(QPushButton, "conflictsOpinion")
    return button


def _spoken(widget: QWidget) -> set[str]:
    return {tag.accessibleName() for tag in widget.findChildren(Tag)}


async def test_a_model_is_asked_about_a_contradiction_only_when_the_agent_wants_it(
    shop: Shop, claude: StandIn, qtbot: QtBot
) -> None:
    async with shop.open() as program:
        program.window.resize(1440, 900)
        cards = program.policies.care.conflicts
        trigger(program, "page_policies")
        await until(lambda: cards.open_count() == 1, "the contradiction")
        await until(_ask(program).isVisible, "the offer")
        words = _ask(program).text()
        assert words.startswith("Ask Sonnet 5.5, about $0.") and claude.messages == []
        assert "127.0.0.1" in _ask(program).toolTip()

        claude.will_fail(Fault.REFUSED_KEY)
        _press(program.policies, qtbot, "conflictsOpinion")
        await until(program.policies.notice.text, "what went wrong")
        await until(_ask(program).isVisible, "the offer again")
        claude.will_answer({"verdicts": [{"id": 1, "contradicts": True, "reason": REASON}]})
        _press(program.policies, qtbot, "conflictsOpinion")
        await until(lambda: _label(program, "conflictOpinion") == REASON, "the model's word")
        assert "Sonnet 5.5 confirms it" in _spoken(cards) and not program.policies.notice.text()
        assert not _ask(program).isVisible(), "nothing is left to ask"
        assert cards.open_count() == 1, "the agent decides"
        (conflict,) = program.index.conflicts("en")
        assert conflict.opinion is not None and conflict.opinion.contradicts


async def test_search_and_draft_say_what_they_rest_on(
    tmp_path: Path, theme: Theme, qtbot: QtBot
) -> None:
    """A trial search names what answers; a draft takes the rules of the order date, and says so."""
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "old.md").write_text(
        "---\neffective_until: 2020-06-30\n---\n# Returns\n\n"
        "You can return a lamp within 14 days of delivery."
    )
    (rules / "new.md").write_text(
        "---\neffective_from: 2020-07-01\n---\n# Returns\n\n"
        "You can return a lamp within 60 days of delivery."
    )
    tickets = tmp_path / "tickets.csv"
    question = "I ordered a lamp on 3 March 2020. How many days do I have to return the lamp?"
    tickets.write_text(
        f"id,subject,requester email,description\n1,Return,ana@example.com,{question}\n"
    )
    async with running(tmp_path / "home", theme) as program:
        program.window.resize(1440, 900)
        trigger(program, "page_policies")
        program.policies.add_files([rules])
        await until(lambda: not program.jobs.running("policies"), "the policies")
        none = "No two passages give different figures for the same matter."
        assert _label(program, "noConflicts") in {
            "Policies are compared when all files are read.",
            none,
        }
        await until(lambda: _label(program, "noConflicts") == none, "the comparison")
        search = program.policies.search
        said = "The first passage is likely to answer this."
        search.field.setText("how many days to return a lamp")
        await until(lambda: _label(program, "trialAnswers") == said, "the answer")
        first = search.findChild(QFrame, "trialHit1").accessibleName()
        assert first.startswith("1: new.md › Returns, by")
        said = "None of these seems to answer this. A draft claims nothing and asks the customer."
        search.field.setText("Do you sponsor skydiving clubs in Nevada?")
        await until(lambda: _label(program, "trialAnswers") == said, "that nothing answers")
        judged = search.findChild(QFrame, "trialJudgement").accessibleName()
        assert "% of what an answer needs" in judged
        assert "hardly fits" in search.findChild(QFrame, "trialHit1").accessibleName()

        trigger(program, "page_inbox")
        program.intake.take([tickets])
        await until(lambda: not program.tickets.is_empty(), "the ticket")
        await until(lambda: not program.jobs.running("triage"), "the triage")
        program.inbox.show_ticket(program.tickets.ids(program.inbox.list.model.query)[0])
        await draft(program)
        reply = program.inbox.reply
        assert "within 14 days" in reply.text()
        day = "Written by the policies in force on the order date, 3 March 2020."
        assert reply.notice.text() == day

        version = reply.version_id
        _press(reply.notice, qtbot, "noticeAction")
        await until(lambda: reply.version_id != version, "another draft")
        await until(lambda: "within 60 days" in reply.text(), "today's rules")
        assert day not in [one.text for one in reply.notice.said()]
        await until(lambda: not program.writer.is_busy(), "the draft to be kept")
        reply.step_version(-1)
        assert reply.notice.text() == day, "the version before still says it"

        trigger(program, "page_policies")
        dates = program.policies.care.findChild(QFrame, "policyDates")
        await until(dates.isVisible, "the ended rules")
        lines = [label.text() for label in dates.findChildren(QLabel)]
        assert any("old.md" in line and "used in 1 draft this week" in line for line in lines)
