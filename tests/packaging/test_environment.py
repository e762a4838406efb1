"""The Python environment: fetched by hash, broken off at every point, made again.

uv itself is played by a small program in a wheel of its own, served by a local index;
everything else is the runner's own code in a checkout of its own.
"""

import hashlib
import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

import pytest
from desk_steps import uv_wheel
from desk_steps.console import BREAK_AT, Stop

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
POINTS = sorted(
    set(re.findall(r'reached\("([^"]+)"', "".join(f.read_text() for f in PACKAGING.rglob("*.py"))))
    - {"packages-installed"}  # needs apt: proven by debian_proof.sh
)
PREPARE = """
import sys
from pathlib import Path
sys.path.insert(0, "packaging")
from desk_steps import console, environment
try:
    print("installed" if environment.Environment(Path.cwd()).prepare() else "was there")
except console.Stop as stop:
    sys.exit(str(stop))
"""
# Half of a package is what a broken sync leaves; only --reinstall mends it.
UV = f"""#!{sys.executable}
import os, sys
folder = os.environ["UV_PROJECT_ENVIRONMENT"]
assert os.environ["UV_COMPILE_BYTECODE"] == "1" and "VIRTUAL_ENV" not in os.environ
with open(folder + "/../uv.log", "a") as log: log.write(" ".join(sys.argv[1:]) + "\\n")
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in for uv is a script")


class Index(http.server.ThreadingHTTPServer):
    """A package index on this machine with one wheel, in the JSON or the HTML form."""

    def __init__(self, wheel: Path) -> None:
        super().__init__(("127.0.0.1", 0), Page)
        self.wheel = wheel
        self.html = False
        self.tampered = False
        self.fetched = 0
        self.keys = []
        self.address = f"http://127.0.0.1:{self.server_port}/simple"


class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.keys.append(self.headers.get("Authorization"))
        name = self.server.wheel.name
        if self.path.endswith(".whl"):
            self.server.fetched += 1
            body = self.server.wheel.read_bytes() + b"!" * self.server.tampered
            return self.answer(body, "application/octet-stream")
        if self.server.html:
            return self.answer(f'<a href="../../{name}#sha256=0">uv</a>'.encode(), "text/html")
        listed = {"files": [{"filename": name, "url": f"../../{name}"}]}
        return self.answer(json.dumps(listed).encode(), uv_wheel.JSON_INDEX)

    def answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words):
        pass


@pytest.fixture
def index(tmp_path, monkeypatch):
    wheel = tmp_path / "uv-9.9-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("uv-9.9.data/scripts/uv", UV)
    with Index(wheel) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        for name in ("http_proxy", "HTTP_PROXY", "PIP_INDEX_URL"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("UV_DEFAULT_INDEX", server.address)
        yield server
        server.shutdown()


@pytest.fixture
def pin(index):
    digest = hashlib.sha256(index.wheel.read_bytes()).hexdigest()
    return uv_wheel.Pin("9.9", index.wheel.name, digest)


@pytest.fixture
def checkout(tmp_path, pin):
    root = tmp_path / "checkout"
    shutil.copytree(PACKAGING, root / "packaging", ignore=shutil.ignore_patterns("__pycache__"))
    (root / "supportdesk_gui").mkdir()
    for name in ("uv.lock", "pyproject.toml"):
        (root / name).write_text("first")
    pins = root / "packaging" / "desk_steps" / "uv_pins.json"
    known = json.loads(pins.read_text())
    wheels = {name: [pin.file, pin.sha256] for name in known["wheels"]}
    pins.write_text(json.dumps({"version": "9.9", "wheels": wheels}))
    return root


def prepare(root: Path, break_at: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PREPARE],
        cwd=root,
        env={**os.environ, BREAK_AT: break_at, "VIRTUAL_ENV": "/elsewhere"},
        capture_output=True,
        text=True,
        check=False,
    )


def synced(root: Path) -> list[str]:
    log = root / "uv.log"
    return log.read_text().splitlines() if log.exists() else []


def test_the_points_are_known():
    assert len(POINTS) >= 7, POINTS


@pytest.mark.parametrize("point", POINTS)
def test_a_run_broken_off_anywhere_goes_on_the_next_time(checkout, point):
    assert prepare(checkout, break_at=point).returncode == -9
    again = prepare(checkout)
    assert again.stdout == "installed\n", again.stderr
    assert ("--reinstall" in synced(checkout)[-1]) == (point in ("sync-begun", "sync-done"))
    python = checkout / ".venv" / "bin" / "python"
    assert subprocess.run([python, "-c", "import json"], check=False).returncode == 0
    assert (checkout / ".venv" / "bin" / "activate").exists()
    assert [file.name for file in (checkout / ".venv" / "uv").iterdir()] == ["uv-9.9"]
    assert prepare(checkout).stdout == "was there\n"


def test_packages_are_installed_again_only_when_the_lock_changed(checkout):
    assert prepare(checkout).stdout == "installed\n"
    assert prepare(checkout).stdout == "was there\n"
    (checkout / "uv.lock").write_text("second")
    assert prepare(checkout).stdout == "installed\n"
    assert [line.split()[:2] for line in synced(checkout)] == [["sync", "--frozen"]] * 2


def test_an_environment_whose_python_is_gone_is_made_anew(checkout):
    prepare(checkout)
    python = checkout / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to("/nowhere/python3")
    assert prepare(checkout).stdout == "installed\n"
    assert subprocess.run([python, "-c", ""], check=False).returncode == 0


def test_two_runs_at_once_do_not_disturb_each_other(checkout):
    command = [sys.executable, "-c", PREPARE]
    both = [
        subprocess.Popen(command, cwd=checkout, stdout=subprocess.PIPE, text=True) for _ in "ab"
    ]
    assert sorted(one.communicate()[0] for one in both) == ["installed\n", "was there\n"]
    assert len(synced(checkout)) == 1


def test_a_wheel_with_another_hash_is_refused(checkout, index):
    index.tampered = True
    done = prepare(checkout)
    assert done.returncode == 1
    assert "has not the expected SHA-256" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list((checkout / ".venv" / "uv").iterdir())
    assert not synced(checkout)


def test_an_index_in_html_with_a_password(tmp_path, index, pin, monkeypatch):
    index.html = True
    monkeypatch.setenv("UV_DEFAULT_INDEX", index.address.replace("//", "//me:p%40ss@"))
    uv = uv_wheel.fetch(tmp_path / "uv", pin)
    assert os.access(uv, os.X_OK)
    assert index.keys[0] == "Basic bWU6cEBzcw=="
    assert uv_wheel.fetch(tmp_path / "uv", pin) == uv
    assert index.fetched == 1


def test_an_index_that_cannot_be_reached_is_named_without_its_password(tmp_path, pin, monkeypatch):
    monkeypatch.setattr(uv_wheel, "ATTEMPTS", 1)
    monkeypatch.setenv("UV_DEFAULT_INDEX", "http://me:secret@127.0.0.1:9/simple")
    with pytest.raises(Stop, match=r"fetched from http://127.0.0.1:9/simple: .*refused") as stop:
        uv_wheel.fetch(tmp_path / "uv", pin)
    assert "secret" not in str(stop.value)


def test_every_named_machine_has_a_wheel_and_a_hash():
    pins = json.loads(uv_wheel.PINS.read_text())
    assert {name.partition("-")[0] for name in pins["wheels"]} == {
        "linux",
        "musl",
        "darwin",
        "windows",
    }
    for file, digest in pins["wheels"].values():
        assert file.startswith(f"uv-{pins['version']}-py3-none-")
        assert re.fullmatch("[0-9a-f]{64}", digest)
    assert uv_wheel.pin_for_this_machine().version == pins["version"]
