"""The enums of Qt are the same whichever way Python makes them."""

from __future__ import annotations

import enum
from collections.abc import Callable
from typing import Any

import pytest

from supportdesk_gui.quick_qt import QuickEnums

pytestmark = pytest.mark.usefixtures("qapp")


def test_quick_enums_are_like_the_usual() -> None:
    from PySide6 import QtCore, QtGui, QtWidgets

    classes = [QtCore.Qt, QtCore.QEvent, QtGui.QPainter, QtGui.QPalette, QtGui.QKeySequence]
    classes += [QtWidgets.QStyle, QtWidgets.QSizePolicy]
    kinds = set()
    for known in (one for of in classes for one in vars(of).values()):
        if isinstance(known, enum.EnumType):
            (kind,) = known.__bases__
            kinds.add(kind)
            items = [(name, one.value) for name, one in known.__members__.items()]
            usual = kind(known.__name__, items, boundary=enum.FlagBoundary.KEEP)
            with QuickEnums():
                quick = kind(known.__name__, items, boundary=enum.FlagBoundary.KEEP)
            assert quick.__doc__ == "An enumeration.", "made the other way"
            assert _facts(quick) == _facts(usual)
    assert kinds == {enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag}


def test_other_enums_are_made_as_ever() -> None:
    before = vars(enum.EnumType)["_create_"]
    with QuickEnums():
        named = enum.Enum("named", {"a": 1, "b": 1}, module="elsewhere")
        counted = enum.Enum("counted", ["cc", "dd"])
    assert (named.__module__, [*named.__members__]) == ("elsewhere", ["a", "b"])
    assert [one.value for one in counted] == [1, 2]
    assert vars(enum.EnumType)["_create_"] is before


def _facts(made: Any) -> dict[str, Any]:
    """All that can be asked of an enum; two of its answers, or the kind of its refusal."""
    ones = list(made)
    asked: dict[str, Callable[[], Any]] = {
        "members": lambda: {
            name: (one.name, one.value, repr(one), str(one), f"{one}", one == one.value)
            for name, one in made.__members__.items()
        },
        "order": lambda: [one.name for one in made],
        "back": lambda: [made(one.value).name for one in made.__members__.values()],
        "none": lambda: repr(made(0)),
        "unknown": lambda: repr(made(1 << 40)),
        "below": lambda: repr(made(-3)),
        "inverted": lambda: [(~one).value for one in made.__members__.values()],
        "joined": lambda: [repr(one | other) for one in ones[:5] for other in ones[:5]],
        "within": lambda: [one in other for one in ones[:5] for other in ones[:5]],
        "masks": lambda: (made._flag_mask_, made._all_bits_, made._singles_mask_, made._boundary_),
        "pickled": lambda: [one.__reduce_ex__(2)[1] for one in ones],
        "changed": lambda: setattr(made, ones[0].name, 3),
    }
    return {name: _answer(ask) for name, ask in asked.items()}


def _answer(ask: Callable[[], Any]) -> Any:
    try:
        return ask()
    except (AttributeError, TypeError, ValueError, IndexError) as error:
        return type(error)
