"""Everything that is said to people can be translated, and is, in every language of the window."""

from __future__ import annotations

import ast
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("zh_Hant", "zh_Hans")
SAME_IN_EVERY_LANGUAGE = {"Ctrl K", "Qdrant", "Claude API", "“{claim}”"}
_SAYS = (".tr", "Application.translate")
Sentence = tuple[str, str]


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("tool", ROOT / "packaging" / "translations.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _said(tree: ast.AST, owner: str = "") -> Iterator[tuple[ast.Call, str]]:
    """Every call of tr and translate, with the class that it stands in."""
    for node in ast.iter_child_nodes(tree):
        inside = node.name if isinstance(node, ast.ClassDef) else owner
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(_SAYS):
            yield node, inside
        yield from _said(node, inside)


def _literal(node: ast.expr) -> str | None:
    """The text of a whole literal; None for f-strings, names and sums."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _sentences() -> tuple[set[Sentence], list[str]]:
    """What the code says, and the places whose words no tool can find."""
    found: set[Sentence] = set()
    wrong: list[str] = []
    for path in _tool().sources():
        for call, owner in _said(ast.parse(path.read_text(encoding="utf-8"))):
            assert isinstance(call.func, ast.Attribute)
            words = [_literal(argument) for argument in call.args]
            by_class = call.func.attr == "tr"
            context = owner if by_class else words[0] if words else None
            place = 0 if by_class else 1
            text = words[place] if len(words) > place else None
            if context and text:
                found.add((context, text))
            else:
                wrong.append(f"{path.relative_to(ROOT)}:{call.lineno}")
    return found, wrong


def _messages(path: Path) -> dict[Sentence, tuple[str, str]]:
    """The translation and its type (empty when finished) of each message."""
    messages = {}
    for context in ElementTree.parse(path).getroot().findall("context"):
        for message in context.findall("message"):
            translation = message.find("translation")
            assert translation is not None
            key = (context.findtext("name", ""), message.findtext("source", ""))
            messages[key] = (translation.text or "", translation.get("type", ""))
    return messages


def test_every_sentence_is_a_whole_literal() -> None:
    assert _sentences()[1] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_is_known_and_none_has_vanished(name: str) -> None:
    known = set(_messages(_ts(name)))
    said = _sentences()[0]
    assert said - known == set(), "run packaging/translations.py, then translate what is new"
    assert known - said == set(), "run packaging/translations.py"


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_is_translated(name: str) -> None:
    unfinished = [key for key, (text, kind) in _messages(_ts(name)).items() if kind or not text]
    assert unfinished == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_was_left_in_english(name: str) -> None:
    same = {source for (_, source), (text, _) in _messages(_ts(name)).items() if text == source}
    assert same <= SAME_IN_EVERY_LANGUAGE


@pytest.mark.parametrize("name", NAMES)
def test_what_is_filled_in_is_filled_in_everywhere(name: str) -> None:
    gaps = re.compile(r"\{[a-z_]*\}")
    for (context, source), (text, _) in _messages(_ts(name)).items():
        assert sorted(gaps.findall(source)) == sorted(gaps.findall(text)), (context, source)


def test_taiwan_and_the_mainland_have_their_own_words() -> None:
    traditional = " ".join(text for text, _ in _messages(_ts("zh_Hant")).values())
    simplified = " ".join(text for text, _ in _messages(_ts("zh_Hans")).values())
    for word, other in (
        ("檔案", "文件"),
        ("設定", "设置"),
        ("剪貼簿", "剪贴板"),
        ("資料夾", "文件夹"),
    ):
        assert word in traditional and other not in traditional
        assert other in simplified and word not in simplified


@pytest.mark.parametrize("name", NAMES)
def test_the_window_loads_what_the_files_say(name: str) -> None:
    translator = QTranslator()
    assert translator.load(str(_ts(name).with_suffix(".qm")))
    tree = ElementTree.parse(_ts(name)).getroot()
    for context in tree.findall("context"):
        for message in context.findall("message"):
            words = translator.translate(
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
            )
            assert words == message.findtext("translation"), message.findtext("source")


def _ts(name: str) -> Path:
    return ROOT / "resources" / "i18n" / f"supportdesk_{name}.ts"
