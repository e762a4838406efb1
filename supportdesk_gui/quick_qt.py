"""PySide6 without what it does at each start and nobody here needs.

It compiles the sources of its signature modules, which write error messages, `__doc__` and stub
files: here each is compiled when it is first asked for. It asks at every import whether
`from __feature__ import` stands there, and reads the source of every module for it: here none does
(nor can a module of Qt be imported with a star, which goes the same way). And it takes `zipfile`,
with a dozen modules behind it, to read the archive in its own binary, where ten lines do, and others
for the case that this fails. Together that is
more than a third of a bare window's start, measured with PySide6 6.11.3. A PySide6 that works
otherwise is imported as it comes.

It also makes some 120 enums before anything can be shown, 93 of them at the first word of the namespace
Qt. Python has two ways to make one, and that of its own modules, which leaves out the checks of what
people write, takes a third of the time.
"""

from __future__ import annotations

import builtins
import enum
import sys
from types import ModuleType, SimpleNamespace
from typing import Any

_LATE = frozenset(
    f"shibokensupport/{name}.py"
    for name in (
        "feature", "signature/errorhandler", "signature/layout", "signature/lib/enum_sig",
        "signature/lib/pyi_generator", "signature/lib/tool", "signature/mapping",
        "signature/parser",
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

def feature_import(*_asked, **_more):  # None: an import like any other
    return None

def feature_imported(_module):
    pass

__getattr__ = _load
"""
_NAMED = ("module", "qualname", "type")
"""What PySide tells of an enum when it is there, others when they have it made."""
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
    late = [_QuickZipfile("zipfile"), _Late("tempfile"), _Late("traceback")]
    late = [module for module in late if module.__name__ not in sys.modules]
    sys.modules.update((module.__name__, module) for module in late)
    try:
        import shiboken6  # noqa: F401
    finally:
        builtins.compile, builtins.__import__ = _compile, import_
        for module in late:
            module.leave()


class QuickEnums:
    """While it lasts, the enums that PySide makes are made as Python makes its own; for the start,
    which needs a hundred of them at once. Others come as ever."""

    def __init__(self) -> None:
        self._convert: Any = getattr(enum, "_simple_enum", None)
        self._usual: Any = getattr(enum.EnumType, "_create_", None)

    def __enter__(self) -> None:
        if self._convert is not None and self._usual is not None:
            usual, convert = self._usual, self._convert

            def create(of: Any, class_name: str, names: Any, **more: Any) -> Any:
                pairs = type(names) is list and {type(one) for one in names} <= {tuple}
                if not pairs or any(more[key] is not None for key in _NAMED):
                    return usual(of, class_name, names, **more)
                caller = sys._getframe(2).f_globals["__name__"]
                members = type(class_name, (), {"__module__": caller, **dict(names)})
                return convert(of, boundary=more["boundary"])(members)

            self._set(create)

    def __exit__(self, *_error: object) -> None:
        if self._usual is not None:
            self._set(self._usual)

    def _set(self, create: Any) -> None:
        enum.EnumType._create_ = create  # type: ignore[attr-defined]


class _Late(ModuleType):
    """In the place of a module until something of it is wanted."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self.whole(), name)

    def leave(self) -> None:
        """The next import is a real one."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]

    def whole(self) -> ModuleType:
        """The module itself."""
        import importlib

        self.leave()
        return importlib.import_module(self.__name__)


class _QuickZipfile(_Late):
    """Reads the one archive that PySide has in its binary, without the module behind it."""

    def ZipFile(self, file: Any) -> Any:
        """An archive as it is written in one go: no part has its length behind it."""
        from io import BytesIO
        from struct import unpack_from
        from zlib import decompress

        data, at, parts = file.getvalue(), 0, {}
        while data.startswith(b"PK\3\4", at):
            flags, method, size, name, more = unpack_from("<6xHH8xL4xHH", data, at)
            if flags & 8 or method not in {0, 8}:
                return self.whole().ZipFile(file)
            begin = at + 30 + name + more
            part = data[begin : begin + size]
            parts[data[at + 30 : at + 30 + name].decode()] = (method, part)
            at = begin + size

        def opened(name: str, _mode: str) -> BytesIO:
            method, part = parts[name]
            return BytesIO(decompress(part, -15) if method else part)

        filelist = [SimpleNamespace(filename=name) for name in parts]
        return SimpleNamespace(filelist=filelist, open=opened)
