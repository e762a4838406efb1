"""The first command without a display: the main job, once, in a process of its own.

What it must say and show is what an agent reads and sees; tour_run.py runs it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.storage.keyring_session import ROOT
from tests.ui.tour_run import SECONDS, Tour, tour, tour_in

__all__ = ["tour"]

LAST_LINE = "offline engine: no model wrote this; add a key to let Claude write"
_LANGUAGES = ("English", "French", "German", "Traditional Chinese", "Simplified Chinese")
_MOST_IN_ONE_COLOUR = 0.9


def test_it_ends_well(tour: Tour) -> None:
    assert tour.seen.code == 0, tour.text + tour.seen.errors
    assert tour.text.splitlines()[-1] == LAST_LINE


@pytest.mark.alone
def test_it_takes_no_longer_than_a_minute(tmp_path: Path) -> None:
    assert tour_in(tmp_path / "tour").seconds <= SECONDS


def test_the_question_is_understood(tour: Tour) -> None:
    found = re.search(
        r"^No llegó mi pedido y necesito dinero\.\n  → (\w+), (0\.\d\d), (\w+), ([\d.]+) ms$",
        tour.text,
        re.MULTILINE,
    )
    assert found, tour.text
    intent, confidence, language, milliseconds = found.groups()
    assert (intent, language) == ("Refund", "Spanish")
    assert 0.5 < float(confidence) < 1
    assert 0 < float(milliseconds) < 1000


def test_the_policy_sentences_have_file_and_heading(tour: Tour) -> None:
    cited = re.findall(r"  “(.+)”\n    (.+\.md) › (.+)\n", tour.part("Policy sentences"))
    assert cited
    policies = ROOT / "resources" / "sample_shop"
    for sentence, file, heading in cited:
        sources = [path.read_text("utf-8") for path in policies.rglob(file)]
        assert any(sentence in text and heading.split(" › ")[-1] in text for text in sources), (
            f"{sentence!r} is not in {file}"
        )


def test_the_reply_says_what_the_policy_says_in_the_customer_s_language(tour: Tour) -> None:
    reply = tour.part("Reply")
    assert "Lucía" in reply
    for sentence in re.findall("“(.+)”", tour.part("Policy sentences")):
        assert sentence in reply


def test_the_reply_is_there_in_six_languages(tour: Tour) -> None:
    replies = {tour.part(language) for language in _LANGUAGES} | {tour.part("Reply")}
    assert len(replies) == 6
    assert "refund" in tour.part("English")
    assert "退款" in tour.part("Traditional Chinese")
    assert "not translated" not in tour.text


def test_what_was_copied_and_spent_is_said(tour: Tour) -> None:
    copied = re.search(
        r"^Copied \(rich and plain text, (\d+) characters\): (.+) …$", tour.text, re.MULTILINE
    )
    assert copied, tour.text
    reply = "\n".join(line[2:] for line in tour.part("Reply").strip("\n").split("\n"))
    assert int(copied[1]) == len(reply)
    assert copied[2] == reply.splitlines()[0]
    assert re.search(r"^Spent: \$0\.00 ", tour.text, re.MULTILINE)


def test_the_pictures_show_a_window_each_another(tour: Tour) -> None:
    assert len(tour.pictures) >= 6
    images = [QImage(str(path)) for path in tour.pictures]
    for path, image in zip(tour.pictures, images, strict=True):
        assert (image.width(), image.height()) >= (1280, 720), path
        assert _most_in_one_colour(image) < _MOST_IN_ONE_COLOUR, f"{path} is as good as blank"
    contents = {bytes(image.constBits()) for image in images}
    assert len(contents) == len(images)


def test_a_blank_picture_would_be_noticed() -> None:
    image = QImage(1280, 720, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    assert _most_in_one_colour(image) >= _MOST_IN_ONE_COLOUR


def _most_in_one_colour(image: QImage) -> float:
    """The share of the commonest colour among points 7 pixels apart."""
    points = [
        image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)
    ]
    return max(points.count(colour) for colour in set(points)) / len(points)
