"""Work in a thread that rests between its steps and ends where nobody waits for it any more."""

import pytest

from supportdesk_gui.assist.preflight import preflight
from supportdesk_gui.ui.giving_way import GivingWay, NoLongerWanted
from tests.assist.test_preflight import _flight


def test_what_nobody_waits_for_ends_between_two_sentences() -> None:
    asked: list[bool] = []

    def wanted() -> bool:
        asked.append(True)
        return len(asked) < 3

    text = "Thank you for your message. " * 50
    with pytest.raises(NoLongerWanted):
        preflight(text, _flight("en"), (), GivingWay(wanted))
    assert len(asked) == 3


def test_resting_changes_nothing_in_the_result() -> None:
    text = "Hello Mrs. Nobody,\nplease send us your order number.\nOrder AB-99812 is attached."
    flight = _flight("en", "Where is my parcel?")
    assert preflight(text, flight, (), GivingWay(lambda: True)) == preflight(text, flight, ())
