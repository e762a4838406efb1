"""The runner's face: which Python, which verb, standard library only, and its exit codes."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from desk_steps import verbs

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
DESK = PACKAGING / "desk.py"
ON_AN_OLD_PYTHON = """
import runpy, sys
sys.version_info = tuple(map(int, sys.argv.pop(1).split(".")))
runpy.run_path(sys.argv.pop(1), run_name="__main__")
"""


def desk(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, DESK, *words], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("version", ["2.7.18", "3.8.18", "3.10.13", "3.15.0"])
def test_another_python_is_told_which_one_is_needed(version):
    done = subprocess.run(
        [sys.executable, "-c", ON_AN_OLD_PYTHON, version, DESK],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert f"needs Python 3.11 to 3.14; this is Python {version}." in done.stderr
    assert "Traceback" not in done.stderr


def test_the_entrance_parses_on_old_pythons():
    tree = ast.parse(DESK.read_text(), feature_version=(3, 8))
    newer = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.FunctionDef)
    assert not [node for node in ast.walk(tree) if isinstance(node, newer)]
    assert DESK.read_bytes().isascii()


def test_only_the_standard_library_is_used():
    for file in PACKAGING.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                names = [node.module]
            for name in names:
                assert name.partition(".")[0] in {*sys.stdlib_module_names, "desk_steps"}, file


@pytest.mark.parametrize(
    ("words", "verb", "arguments"),
    [
        ([], "run", ()),
        (["--yes"], "run", ()),
        (["test", "-k", "import", "--no-system"], "test", ("-k", "import")),
        (["eval", "--data", "x"], "eval", ("--data", "x")),
        (["eval-engine", "--data", "x"], "eval-engine", ("--data", "x")),
        (["test", "--claude", "u", "--key", "k"], "test", ("--claude", "u", "--key", "k")),
        (["--", "--home", "x", "--yes"], "run", ("--home", "x", "--yes")),
        (["--home", "x"], "run", ("--home", "x")),
        (["run", "--dry-run", "--", "-h"], "run", ("-h",)),
    ],
)
def test_words_become_an_order(words, verb, arguments):
    order = verbs.read(words)
    assert (order.verb, order.arguments) == (verb, arguments)
    assert order.consent.yes == ("--yes" in words and "--" not in words)
    assert order.consent.system == ("--no-system" not in words)
    assert order.consent.dry_run == ("--dry-run" in words)


@pytest.mark.parametrize("words", [["--claude", "http://here"], ["--claude=http://here"]])
def test_test_with_an_address_is_the_tour_and_not_the_tests(words, monkeypatch):
    run = []
    monkeypatch.setattr(verbs, "_module", lambda order, name: run.append((name, order.arguments)))
    order = verbs.read(["test", *words])
    verbs.VERBS[order.verb](order)
    assert run == [("tests.claude.tour", tuple(words))]


@pytest.mark.parametrize("verb", ["bench", "eval", "eval-engine"])
def test_what_measures_is_there(verb, monkeypatch):
    run = []
    monkeypatch.setattr(verbs, "_module", lambda order, name: run.append(name))
    verbs.VERBS[verb](verbs.read([verb]))
    path = PACKAGING.parent / f"{run[0].replace('.', '/')}.py"
    assert "def main(" in path.read_text("utf-8")


def test_an_unknown_verb_shows_the_usage():
    done = desk("tset")
    assert done.returncode == 2
    assert "python3 packaging/desk.py [verb]" in done.stderr
    assert desk("--help").returncode == 0


@pytest.mark.alone
def test_a_dry_run_changes_nothing():
    before = {file: file.stat().st_mtime_ns for file in PACKAGING.parent.iterdir()}
    done = desk("test", "--dry-run")
    assert done.returncode == 0, done.stderr
    assert "Would" in done.stderr or "Nothing to set up" in done.stderr
    assert before == {file: file.stat().st_mtime_ns for file in PACKAGING.parent.iterdir()}


def test_readme_begins_with_the_two_commands_and_ci_runs_the_second():
    root = PACKAGING.parent
    top = (root / "README.md").read_text("utf-8").splitlines()[:12]
    commands = ["python3 packaging/desk.py", "python3 packaging/desk.py test"]
    assert [line for line in top if line.startswith("python3")] == commands
    assert (root / ".ci" / "run").read_text("utf-8").splitlines()[-1] == f"exec {commands[1]}"
