"""The house: imports run downwards only, files stay small, and forbidden habits stay out."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "supportdesk_gui"
FLOORS = {"text": 0, "storage": 1, "tickets": 2, "policies": 2, "engine": 2, "assist": 3, "ui": 4}
SOURCES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FILE = 400
LONGEST_FUNCTION = 45


def _room(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else ""


ROOMS = sorted({_room(path) for path in SOURCES})


def _imports(tree: ast.AST) -> list[str]:
    found: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.append(node.module)
            found += [f"{node.module}.{alias.name}" for alias in node.names]
    return found


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _against(rule: Callable[[Path], Iterator[str]], room: str) -> list[str]:
    """What breaks a rule in the files of a room, each with its file."""
    files = [path for path in SOURCES if _room(path) == room]
    return [f"{path.relative_to(PACKAGE)}: {said}" for path in files for said in rule(path)]


@pytest.mark.parametrize("room", ROOMS)
def test_imports_run_downwards(room: str) -> None:
    def upward(path: Path) -> Iterator[str]:
        for name in _imports(_tree(path)):
            if name.split(".")[0] in {"PySide6", "qasync"}:
                if room != "ui" and path.name != "app.py":
                    yield name
            elif name.startswith("supportdesk_gui.") and room:
                other = name.split(".")[1]
                if other in FLOORS and other != room and FLOORS[other] >= FLOORS[room]:
                    yield name

    assert not _against(upward, room)


@pytest.mark.parametrize("room", ROOMS)
def test_files_and_functions_stay_small(room: str) -> None:
    def long(path: Path) -> Iterator[str]:
        lines = path.read_text(encoding="utf-8").splitlines()
        if len(lines) > LONGEST_FILE:
            yield f"{len(lines)} lines"
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                head = lines[node.lineno - 1 : node.body[0].lineno]
                if length > LONGEST_FUNCTION and not any("# long:" in line for line in head):
                    yield f"{node.name} has {length} lines"

    assert not _against(long, room)


@pytest.mark.parametrize("room", ROOMS)
def test_no_dialog_spins_inside_a_coroutine(room: str) -> None:
    def spinning(path: Path) -> Iterator[str]:
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.AsyncFunctionDef):
                text = ast.unparse(node)
                if re.search(r"\.exec\(|processEvents\(|QMessageBox\.\w+\(", text):
                    yield node.name

    assert not _against(spinning, room)


def test_async_generators_are_closed_by_their_readers() -> None:
    """A bare `async for` over a generator of ours leaves its `finally` undone under qasync."""
    for path in SOURCES:
        tree = _tree(path)
        names = {
            item.optional_vars.id
            for node in ast.walk(tree)
            if isinstance(node, ast.AsyncWith)
            for item in node.items
            if isinstance(item.optional_vars, ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.AsyncFor):
                held = isinstance(node.iter, ast.Name) and node.iter.id in names
                assert held, f"{path.name}:{node.lineno} iterates without aclosing()"
