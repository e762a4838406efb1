"""The bars of choosing a saved reply and of finding the answer to a question, on our own sets."""

from __future__ import annotations

from tests.benchmarks.evaluate_answers import (
    QUESTIONS,
    REPLIES,
    judged_questions,
    judged_replies,
    rows,
)


def test_a_saved_reply_is_chosen_only_where_it_fits() -> None:
    judged = list(judged_replies(rows(REPLIES)))
    fitting = [found == wanted for wanted, found in judged if wanted]
    others = [bool(found) for wanted, found in judged if not wanted]
    assert len(fitting) >= 30 and sum(fitting) / len(fitting) >= 0.80
    assert not any(found and found != wanted for wanted, found in judged if wanted)
    assert len(others) >= 70 and sum(others) / len(others) <= 0.05


def test_most_questions_find_their_answer_and_few_find_another() -> None:
    judged = list(judged_questions(rows(QUESTIONS)))
    answered = [found == wanted for wanted, found in judged if wanted]
    others = [bool(found) for wanted, found in judged if not wanted]
    assert len(answered) >= 60 and sum(answered) / len(answered) >= 0.75
    assert len(others) >= 30 and sum(others) / len(others) <= 0.15
