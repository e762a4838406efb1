"""Marks in a text become citations, however the text is cut on its way."""

from __future__ import annotations

import random

import pytest

from supportdesk_gui.engine.body import Body
from supportdesk_gui.engine.capabilities import NONE
from supportdesk_gui.engine.claude import _readers
from supportdesk_gui.engine.json_in_words import last_value
from supportdesk_gui.engine.marks import Marks, numbered
from supportdesk_gui.engine.request import (
    BlockEnded,
    CitationCame,
    EngineRequest,
    SourceBlock,
    TextBlock,
    TextCame,
)

SOURCES = (
    SourceBlock("a", "Returns", ("Within 30 days.", " The customer pays.")),
    SourceBlock("b", "Lost parcels", ("We send it again.",)),
)


def read(pieces: list[str]) -> tuple[str, list[tuple[str, int, int, int, str]]]:
    """The text, and (text of the block so far, place, first, last, cited words)."""
    marks, text, cited = Marks(SOURCES), "", []
    blocks: dict[int, str] = {}
    ended: list[int] = []
    for event in [*(TextCame(piece, 0) for piece in pieces), BlockEnded(0)]:
        for shown in marks.events(event):
            if isinstance(shown, TextCame):
                assert shown.block not in ended
                text += shown.text
                blocks[shown.block] = blocks.get(shown.block, "") + shown.text
            elif isinstance(shown, CitationCame):
                said = blocks[shown.block].strip()
                cited.append((said, shown.place, shown.first, shown.last, shown.cited))
            elif isinstance(shown, BlockEnded):
                ended.append(shown.block)
    assert ended == sorted(blocks)
    return text, cited


PAYS, AGAIN = (1, 2, " The customer pays."), (0, 1, "We send it again.")


@pytest.mark.parametrize(
    ("said", "text", "cited"),
    [
        ("You pay. [P1.2] Sorry.", "You pay. Sorry.", [("You pay.", 0, *PAYS)]),
        ("You pay [P1.2]. Sorry.", "You pay. Sorry.", [("You pay.", 0, *PAYS)]),
        ("You pay.[P1.2][P2.1] Sorry", "You pay. Sorry", [
            ("You pay.", 0, *PAYS), ("You pay.", 1, *AGAIN),
        ]),
        ("You pay. [P1.2, P2.1]", "You pay.", [("You pay.", 0, *PAYS), ("You pay.", 1, *AGAIN)]),
        ("您付运费【P1.2】。抱歉。", "您付运费。抱歉。", [("您付运费。", 0, *PAYS)]),
        ("All. [P1]", "All.", [("All.", 0, 0, 2, "Within 30 days. The customer pays.")]),
        ("All. [P1.1-2]", "All.", [("All.", 0, 0, 2, "Within 30 days. The customer pays.")]),
        ("A. [P1.2]\n\nB. [P2.1]", "A.\n\nB.", [("A.", 0, *PAYS), ("B.", 1, *AGAIN)]),
        ("Nowhere. [P9.1] [P1.7] B", "Nowhere. B", []),
        ("It is [tracking status]. [3] [PS]", "It is [tracking status]. [3] [PS]", []),
        ("Sorry. You pay [P1.2].", "Sorry. You pay.", [("You pay.", 0, *PAYS)]),
        ("Dear Mr. B,\n\nA gift. You pay [P1.2]. Bye.", "Dear Mr. B,\n\nA gift. You pay. Bye.", [("You pay.", 0, *PAYS)]),
        ("抱歉。您付运费（P1.2）。再见。", "抱歉。您付运费。再见。", [("您付运费。", 0, *PAYS)]),
        ("You pay (see P1.2). Bye", "You pay. Bye", [("You pay.", 0, *PAYS)]),
        ("You pay **[P1.2]**. Bye", "You pay. Bye", [("You pay.", 0, *PAYS)]),
        ("You pay ［P1.2］. Bye", "You pay. Bye", [("You pay.", 0, *PAYS)]),
        ("You pay P1.2. Bye", "You pay. Bye", [("You pay.", 0, *PAYS)]),
        ("You pay [1.2]. Bye [^2].", "You pay [1.2]. Bye [^2].", []),
        ("You pay. [P1.2][1.2] Bye", "You pay. Bye", [("You pay.", 0, *PAYS), ("You pay.", 0, *PAYS)]),
        ("You chose option [2]. Open [1], press [2]", "You chose option [2]. Open [1], press [2]", []),
        ("From P1.2 or P1.1, up, to P1.2.3, see P1.2 now", "From P1.2 or P1.1, up, to P1.2.3, see P1.2 now", []),
        ("You pay P1.2", "You pay", [("You pay", 0, *PAYS)]),
        ("You pay, see P1.2.", "You pay, see P1.2.", []),
        ("It is the MP1.2.", "It is the MP1.2.", []),
        ("您付 P1.2。抱歉。", "您付。抱歉。", [("您付。", 0, *PAYS)]),
        ("You pay P1.2 \nBye", "You pay \nBye", [("You pay", 0, *PAYS)]),
        ("Level (P3), hall (P9.1), page [p. 2].", "Level (P3), hall (P9.1), page [p. 2].", []),
        ("您付运费[段落1.2]。", "您付运费。", [("您付运费。", 0, *PAYS)]),
        ("You pay [P.1.2.] now", "You pay now", [("You pay", 0, *PAYS)]),
        ("You pay [P1:2]and we do", "You pay and we do", [("You pay", 0, *PAYS)]),
        ("You pay [P1.2 and P2.1]. Bye", "You pay. Bye", [("You pay.", 0, *PAYS), ("You pay.", 1, *AGAIN)]),
        ("You pay [P1.2/P2.1]. Bye", "You pay. Bye", [("You pay.", 0, *PAYS), ("You pay.", 1, *AGAIN)]),
        ("You pay [P1.1, 1.2].", "You pay.", [("You pay.", 0, 0, 1, "Within 30 days."), ("You pay.", 0, *PAYS)]),
        ("You pay [P1.2][P2.", "You pay", [("You pay", 0, *PAYS)]),
        ("Order [48213] or [P48213] of **[name]** (if unused) in lamp P20.", "Order [48213] or [P48213] of **[name]** (if unused) in lamp P20.", []),
        ("[1] is a list\n[2] as well (p. 12) 5 < 6", "[1] is a list\n[2] as well (p. 12) 5 < 6", []),
        ("[P1.2] At the front.", " At the front.", []),
        ("It ends with [P1", "It ends with", []),
    ],
)  # fmt: skip
def test_marks_leave_the_text_and_cite(said: str, text: str, cited: list[object]) -> None:
    chance = random.Random(7)
    assert read([said]) == (text, cited)
    assert read(list(said)) == (text, cited)
    for _ in range(40):
        cuts = sorted(chance.sample(range(len(said) + 1), 3))
        pieces = [said[a:b] for a, b in zip([0, *cuts], [*cuts, len(said)], strict=True)]
        assert read([piece for piece in pieces if piece]) == (text, cited)


def test_what_the_request_says_is_no_mark() -> None:
    policy = SourceBlock("c", "Shop (Passage 1)", (
        "Park on level (P2), bay P1.1. ", "The firmware is P2.1 or later. ",
        "Open the box [1], press the button [2].",
    ))  # fmt: skip
    request = EngineRequest(
        "m", (TextBlock("Sign as Desk [P1.2]."),),
        (*SOURCES, policy, TextBlock("See note [1] on lamp (P1.2)")), 100,
    )  # fmt: skip
    for said in (
        "Park on level (P2), bay P1.1", "Park in P1.1", "On the level (P2) is bay (P1.1)",
        "You need firmware P2.1 or later", "It is the firmware P2.1",
        "Open the box [1], press the button [2]", "Our shop (Passage 1) opens",
        "About note [1] on lamp (P1.2)", "Yours, Desk [P1.2]",
    ):  # fmt: skip
        for pieces in ([said + " [P3.1]."], list(said + " [P3.1].")):
            (marks,) = _readers(request, Body({}, NONE, has_marks=True))
            came = [*(TextCame(one, 0) for one in pieces), BlockEnded(0)]
            events = [shown for one in came for shown in marks.events(one)]
            assert "".join(one.text for one in events if isinstance(one, TextCame)) == said + "."
            cited = [one.place for one in events if isinstance(one, CitationCame)]
            assert cited == [2]


def test_a_passage_is_written_with_a_number_at_each_sentence() -> None:
    assert numbered(SOURCES[0], 0).splitlines() == [
        "Passage P1: Returns", "[P1.1] Within 30 days.", "[P1.2] The customer pays.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"a": 1}', '{"a": 1}'),
        ('Sure:\n```json\n{"a": {"b": [1]}}\n```\nDone.', '{"a": {"b": [1]}}'),
        ('First {"a": 1}, no: {"a": 2}', '{"a": 2}'),
        ('{"a": 1} as said in [1]', '{"a": 1}'),
        ("[{broken", "[{broken"), ("no JSON", "no JSON"),
    ],
)  # fmt: skip
def test_the_last_value_of_an_answer_in_words_is_taken(text: str, found: str) -> None:
    assert last_value(text) == found
