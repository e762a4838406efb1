"""System packages, displays and fonts: what is missing, who may install it, what is said.

apt and sudo are played by scripts in a folder that is the whole PATH: they write down
how they were called and answer as the scene says.
"""

import importlib.util
import os
import socket
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from desk_steps import apt, checks, display, needs, verbs
from desk_steps.console import Stop

pytestmark = pytest.mark.skipif(not needs.LINUX, reason="apt and its displays are Linux")

# What every glibc system has, and what comes in one package with a library of the tables.
ALWAYS = {f"lib{name}.so.6" for name in ("c", "m")} | {"libgcc_s.so.1", "libbrotlicommon.so.1"}
ALWAYS |= {"libdl.so.2", "libpthread.so.0", "libresolv.so.2", "librt.so.1"}
LIBRARY = needs.Need("libGL.so.1", ("libgl1",), "window")
GLIB = needs.Need("libglib-2.0.so.0", ("libglib2.0-0t64", "libglib2.0-0"), "window")
FONT = needs.Need("a Chinese font", ("fonts-droid-fallback",), "Chinese text", required=False)
INSTALL = "apt-get install -y --no-install-recommends"
APT_GET = """#!/bin/sh
echo "apt-get $*" >> "$SCENE/calls"
case "$*" in
    *-s*) echo "Inst libgl1 (1.6.0-1 Debian:12/oldstable [amd64])"; exit 0 ;;
    *--print-uris*) echo "'http://x/libgl1.deb' libgl1.deb 2500000 MD5Sum:0"; exit 0 ;;
    update*) : > "$SCENE/lists"; exit 0 ;;
    *--fix-broken*) : > "$SCENE/mended"; exit 0 ;;
    *) test ! -e "$SCENE/broken" -o -e "$SCENE/mended" && exit 0 ;;
esac
echo "E: dpkg was interrupted" >&2
exit 100
"""
APT_CACHE = """#!/bin/sh
verb=$1; shift
if [ $verb = show ]; then echo "Installed-Size: 4096"; exit 0; fi
for name in "$@"; do
    case " $UNKNOWN " in *" $name "*) continue ;; esac
    test -e "$SCENE/lists" && printf '%s:\\n  Installed: (none)\\n  Candidate: 1.0\\n' "$name"
done
exit 0
"""
SUDO = """#!/bin/sh
echo "sudo $*" >> "$SCENE/calls"
test "$1" = -n && { test -e "$SCENE/password" && exit 1; shift; }
exec "$@"
"""


class Scene:
    """A Debian with these programs, of which the runner's calls are known."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._monkeypatch = monkeypatch
        self.has("lists")
        for name, text in {"apt-get": APT_GET, "apt-cache": APT_CACHE}.items():
            self.program(name, text)
        self.program("dpkg", '#!/bin/sh\necho "dpkg $*" >> "$SCENE/calls"\n')
        monkeypatch.setenv("PATH", f"{folder / 'bin'}:/bin:/usr/bin")
        monkeypatch.setenv("SCENE", str(folder))
        monkeypatch.setenv("UNKNOWN", "")
        # The machine's own sudo and apt must not be found behind the scene's.
        real = apt.shutil.which
        monkeypatch.setattr(apt.shutil, "which", lambda name: real(name, path=folder / "bin"))

    def program(self, name: str, text: str) -> None:
        file = self.folder / "bin" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
        file.chmod(0o755)

    def has(self, name: str) -> None:
        (self.folder / name).touch()

    def user(self, number: int) -> None:
        self._monkeypatch.setattr(os, "geteuid", lambda: number)

    @property
    def calls(self) -> list[str]:
        """What was done to the system: simulations left out."""
        file = self.folder / "calls"
        lines = file.read_text().splitlines() if file.exists() else []
        return [line for line in lines if "-s" not in line.split() and "--print-uris" not in line]


@pytest.fixture
def scene(tmp_path, monkeypatch):
    made = Scene(tmp_path, monkeypatch)
    made.user(0)
    return made


def test_root_installs_without_a_question_when_nobody_sits_there(scene, capsys):
    assert apt.provide([LIBRARY, FONT], apt.Consent()) is None
    (call,) = scene.calls
    assert call.startswith("apt-get install -y -qq --no-install-recommends")
    assert call.endswith("fonts-droid-fallback libgl1")
    said = capsys.readouterr().err
    assert "(window, Chinese text)" in said
    assert "1 in all, 2.5 MB to fetch, 4 MB on disk" in said


def test_nothing_missing_touches_nothing(scene):
    assert apt.provide([], apt.Consent()) is None
    assert not scene.calls


def test_somebody_without_rights_gets_the_exact_line(scene):
    scene.user(1000)
    with pytest.raises(Stop) as stop:
        apt.provide([LIBRARY, FONT], apt.Consent(yes=True))
    assert stop.value.code == 3
    assert "Missing: libGL.so.1." in str(stop.value)
    assert str(stop.value).endswith(f"\n  sudo {INSTALL} fonts-droid-fallback libgl1")
    assert not scene.calls


def test_what_is_only_nice_to_have_does_not_stop_anybody(scene, capsys):
    scene.user(1000)
    assert apt.provide([FONT], apt.Consent()) == f"sudo {INSTALL} fonts-droid-fallback"
    assert "Going on without a Chinese font." in capsys.readouterr().err


def test_sudo_without_a_password_is_consent_enough(scene):
    scene.user(1000)
    scene.program("sudo", SUDO)
    assert apt.provide([LIBRARY], apt.Consent()) is None
    assert scene.calls[1].startswith("sudo -n env DEBIAN_FRONTEND=noninteractive apt-get install")


def test_sudo_with_a_password_and_no_terminal_is_refused(scene):
    scene.user(1000)
    scene.program("sudo", SUDO)
    scene.has("password")
    with pytest.raises(Stop):
        apt.provide([LIBRARY], apt.Consent(yes=True))
    assert scene.calls == ["sudo -n true"]


@pytest.mark.parametrize("consent", [apt.Consent(system=False), apt.Consent(dry_run=True)])
def test_no_system_and_dry_run_install_nothing(scene, consent):
    if consent.dry_run:
        assert apt.provide([LIBRARY], consent) == f"{INSTALL} libgl1"
    else:
        with pytest.raises(Stop, match="Missing: libGL"):
            apt.provide([LIBRARY], consent)
    assert not scene.calls


def test_the_name_of_this_distribution_is_taken(scene, monkeypatch):
    apt.provide([GLIB], apt.Consent())
    monkeypatch.setenv("UNKNOWN", "libglib2.0-0t64")
    apt.provide([GLIB], apt.Consent())
    assert [call.rpartition(" ")[2] for call in scene.calls] == ["libglib2.0-0t64", "libglib2.0-0"]


def test_package_lists_are_read_only_when_they_are_needed(scene):
    (scene.folder / "lists").unlink()
    apt.provide([LIBRARY], apt.Consent())
    assert scene.calls[0] == "apt-get update -qq"
    assert len(scene.calls) == 2


def test_without_lists_and_rights_the_line_reads_them_too(scene):
    (scene.folder / "lists").unlink()
    scene.user(1000)
    with pytest.raises(Stop, match=f"sudo apt-get update && sudo {INSTALL} libgl1"):
        apt.provide([LIBRARY], apt.Consent())


def test_an_installation_that_was_broken_off_is_mended(scene):
    scene.has("broken")
    assert apt.provide([LIBRARY], apt.Consent()) is None
    words = [" ".join(call.split()[:2]) for call in scene.calls]
    assert words == [
        "apt-get install",
        "dpkg --configure",
        "apt-get install",
        "apt-get update",
        "apt-get install",
    ]


def test_another_system_hears_the_names_and_goes_on(scene, capsys):
    (scene.folder / "bin" / "apt-get").unlink()
    assert apt.provide([LIBRARY, GLIB], apt.Consent()) is None
    assert "Missing here: libGL.so.1, libglib-2.0.so.0." in capsys.readouterr().err


class Ready:
    """An environment that is set up; the checks of the whole project are not run in a test of one."""

    python = Path(sys.executable)

    def __init__(self, root: Path) -> None:
        self.root = root

    def missing(self):
        return []

    def prepare(self):
        return False


@pytest.mark.parametrize(("ci", "code"), [("", 0), ("true", 1)])
def test_without_any_right_the_last_lines_say_what_was_not_run(scene, monkeypatch, capfd, ci, code):
    """The rest is run, and passes; in CI that is not enough."""
    scene.user(1000)
    monkeypatch.setenv("CI", ci)
    tests = scene.folder / "checkout" / "tests"
    tests.mkdir(parents=True)
    (tests / "test_text.py").write_text("def test_text(): ...")
    (tests / "test_window.py").write_text("def test_window(qtbot): ...")
    monkeypatch.chdir(scene.folder)  # so that leaving the checkout is undone
    monkeypatch.setattr(verbs, "ROOT", tests.parent)
    monkeypatch.setattr(verbs, "Environment", Ready)
    monkeypatch.setattr(checks, "STATIC", dict.fromkeys(checks.STATIC, ("this",)))
    monkeypatch.setattr(checks, "TOGETHER", ("-m", "not alone"))  # two tests need one process
    monkeypatch.setattr(needs, "for_window", lambda _: [LIBRARY])
    monkeypatch.setattr(needs, "for_fonts", list)
    assert verbs.main(["test"]) == code
    out, err = capfd.readouterr()
    assert "1 passed" in out and "qtbot" not in out
    assert err.splitlines()[-6:] == [
        "Not run:",
        "  window: without libGL.so.1",
        "  keyring tests: without D-Bus, a keyring",
        "  paste tests: without a browser",
        "To run all tests:",
        f"  sudo {INSTALL} chromium dbus gnome-keyring libgl1",
    ]
    assert ("Failed: tests that CI may not leave out" in err) == bool(ci)
    assert scene.calls == []


@pytest.mark.parametrize(("answer", "installed"), [("\n", True), ("n\n", False)])
def test_a_person_at_a_terminal_is_asked(scene, answer, installed):
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    script = (
        "import os, sys; os.geteuid = lambda: 0\n"
        f"sys.path.insert(0, {str(Path(apt.__file__).parents[1])!r})\n"
        "from desk_steps import apt, needs, console\n"
        "try: apt.provide([needs.Need('GL', ('libgl1',), 'window')], apt.Consent())\n"
        "except console.Stop as stop: print(stop); sys.exit(stop.code)\n"
    )
    child = subprocess.Popen([sys.executable, "-c", script], stdin=theirs, stderr=theirs)
    os.write(ours, answer.encode())
    assert child.wait() == (0 if installed else 3)
    assert "Install them now? [Y/n]" in os.read(ours, 4096).decode()
    assert any("apt-get install" in call for call in scene.calls) == installed


def test_displays_are_found_by_their_sockets(tmp_path):
    name = f"\0/tmp/.X11-unix/X{os.getpid() + 100_000}"
    env = {"DISPLAY": f":{os.getpid() + 100_000}.0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert display.platforms(env) == []
    with socket.socket(socket.AF_UNIX) as x11, socket.socket(socket.AF_UNIX) as wayland:
        x11.bind(name)
        x11.listen()
        assert display.platforms(env) == ["xcb"]
        wayland.bind(str(tmp_path / "wayland-0"))
        wayland.listen()
        assert display.platforms(env | {"WAYLAND_DISPLAY": "wayland-0"}) == ["wayland", "xcb"]
        assert display.platforms(env | {"QT_QPA_PLATFORM": "offscreen"}) == []
        assert display.platforms(env | {"QT_QPA_PLATFORM": "xcb"}) == ["xcb"]
    assert display.platforms(env | {"WAYLAND_DISPLAY": "wayland-0"}) == []
    assert display.platforms({"DISPLAY": "nonsense"}) == []


def font(path: Path, chinese: bool, collection: bool) -> Path:
    start = 16 if collection else 0
    os2 = bytes(46) + struct.pack(">I", (1 << 27) * chinese) + bytes(20)
    head = struct.pack(">4sHHHH", b"OTTO", 1, 0, 0, 0)
    entry = struct.pack(">4sIII", b"OS/2", 0, start + 28, len(os2))
    first = struct.pack(">4sHHII", b"ttcf", 1, 0, 1, start) if collection else b""
    path.write_bytes(first + head + entry + os2)
    return path


@pytest.mark.parametrize("collection", [False, True])
def test_a_font_says_whether_it_has_chinese(tmp_path, collection):
    assert needs.has_chinese(font(tmp_path / "a.ttc", True, collection))
    assert not needs.has_chinese(font(tmp_path / "b.ttf", False, collection))


@pytest.mark.parametrize("content", [b"", b"ttcf", b"\0\1\0\0\xff\xff" + bytes(100)])
def test_a_file_that_is_no_font_has_no_chinese(tmp_path, content):
    file = tmp_path / "broken.ttf"
    file.write_bytes(content)
    assert not needs.has_chinese(file)
    assert not needs.has_chinese(tmp_path / "missing.ttf")


def test_a_library_that_cannot_be_loaded_is_named():
    assert needs.unloadable(sys.executable, ["libc.so.6", "libnowhere.so.3"]) == ["libnowhere.so.3"]


def test_the_tables_name_what_the_installed_qt_asks_for():
    """Whatever Qt's window plugins need, they bring themselves, or a table names it."""
    qt = Path(importlib.util.find_spec("PySide6").origin).parent / "Qt"
    named = set(needs.QT)
    for platform, plugin in (("offscreen", "qoffscreen"), ("xcb", "qxcb"), ("wayland", "qwayland")):
        known = named | set(needs.OF_PLATFORM.get(platform, {}))
        todo, seen = [qt / "plugins" / "platforms" / f"lib{plugin}.so"], set()
        todo += [qt / "lib" / f"libQt6{part}.so.6" for part in ("Widgets", "Network", "DBus")]
        while todo:
            file = todo.pop()
            seen.add(file)
            for name in needed(file):
                own = qt / "lib" / name
                if own.exists() and own not in seen:
                    todo.append(own)
                assert own.exists() or name in known or name in ALWAYS, (platform, name)


def needed(file: Path) -> list[str]:
    """The DT_NEEDED names of a 64-bit little-endian ELF file (ELF-64 object file format)."""
    data = file.read_bytes()
    at, count = struct.unpack_from("<Q", data, 40)[0], struct.unpack_from("<H", data, 60)[0]
    sections = [struct.unpack_from("<IIQQQQIIQQ", data, at + 64 * i) for i in range(count)]
    dynamic = next(section for section in sections if section[1] == 6)
    strings = sections[dynamic[6]][4]
    names = []
    for entry in range(dynamic[4], dynamic[4] + dynamic[5], 16):
        tag, value = struct.unpack_from("<QQ", data, entry)
        if tag == 1:
            end = data.index(b"\0", strings + value)
            names.append(data[strings + value : end].decode())
    return [name for name in names if not name.startswith("ld-linux")]
