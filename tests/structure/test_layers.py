"""The house: imports run downwards only, files stay small, and forbidden habits stay out."""

from __future__ import annotations

import ast
import re
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


def _imports(tree: ast.AST) -> list[str]:
    found: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.append(node.module)
            found += [f"{node.module}.{alias.name}" for alias in node.names]
    return found


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_downwards(path: Path) -> None:
    room = _room(path)
    for name in _imports(ast.parse(path.read_text(encoding="utf-8"))):
        if name.split(".")[0] in {"PySide6", "qasync"}:
            assert room == "ui" or path.name == "app.py", f"{path.name} imports {name}"
        if not name.startswith("supportdesk_gui.") or not room:
            continue
        other = name.split(".")[1]
        if other in FLOORS and other != room:
            assert FLOORS[other] < FLOORS[room], f"{room}/{path.name} imports {name}"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_files_and_functions_stay_small(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= LONGEST_FILE, f"{path.name} is too long"
    lines = source.splitlines()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            reasoned = any(
                "# long:" in line for line in lines[node.lineno - 1 : node.body[0].lineno]
            )
            assert length <= LONGEST_FUNCTION or reasoned, f"{node.name} has {length} lines"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_dialog_spins_inside_a_coroutine(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.AsyncFunctionDef):
            text = ast.unparse(node)
            assert not re.search(r"\.exec\(|processEvents\(|QMessageBox\.\w+\(", text), node.name


def test_async_generators_are_closed_by_their_readers() -> None:
    """A bare `async for` over a generator of ours leaves its `finally` undone under qasync."""
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
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
