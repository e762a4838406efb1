"""PySide6 without two things that it does at each start and that nobody here needs.

It compiles the sources of its signature modules, which write error messages, `__doc__` and stub
files: here each is compiled when it is first asked for. And it reads the source of every module
imported from then on, to see whether `from __feature__ import` may stand in it: here it does not
(nor can a module of Qt be imported with a star, which goes the same way). Together that is a third
of a bare window's start, measured with PySide6 6.11.3. With a PySide6 that works otherwise all of
this does nothing.
"""

from __future__ import annotations

import builtins
from typing import Any

_LATE = frozenset(
    f"shibokensupport/signature/{name}.py"
    for name in (
        "errorhandler", "layout", "lib/enum_sig", "lib/pyi_generator", "lib/tool", "mapping",
        "parser",
    )
)  # fmt: skip
_STAND_IN = """
def _load(name):
    if globals().pop("__getattr__", None):
        from supportdesk_gui.quick_qt import sources
        exec(compile(sources.pop(__name__), __file__, "exec"), globals())
    try:
        return globals()[name]
    except KeyError:
        raise AttributeError(name) from None

def update_mapping():  # PySide takes this one out of the dictionary of `mapping`
    return _load("update_mapping")()

__getattr__ = _load
"""
_compile = builtins.compile
sources: dict[str, Any] = {}
"""Of the modules that nobody has asked for yet, by their names."""


def prepare_qt() -> None:
    """Import what lies below PySide6, which is then imported as usual, but faster."""
    stand_in = compile(_STAND_IN, "stand-in", "exec")

    def compile_late(source: Any, filename: Any, *rest: Any, **more: Any) -> Any:
        if filename not in _LATE:
            return _compile(source, filename, *rest, **more)
        sources[filename.removesuffix(".py").replace("/", ".")] = source
        return stand_in

    builtins.compile, import_ = compile_late, builtins.__import__
    try:
        import shiboken6  # noqa: F401
    finally:
        builtins.compile, builtins.__import__ = _compile, import_
