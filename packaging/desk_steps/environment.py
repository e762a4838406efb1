"""The Python environment in ``.venv``: made without pip, filled from ``uv.lock``.

Every step may be broken off at any point (kill -9, power cut) and run again: a marker
file stands while a step is under way, a stamp says what the finished one was made from.
"""

from __future__ import annotations

import compileall
import hashlib
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from . import uv_wheel
from .console import Stop, quietly, reached, run, step


class Environment:
    """``.venv`` of one checkout."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self._making = self.folder / "making"
        self._syncing = self.folder / "syncing"
        self._stamp = self.folder / "synced"

    @property
    def python(self) -> Path:
        """The environment's interpreter."""
        windows = os.name == "nt"
        return self.folder / ("Scripts/python.exe" if windows else "bin/python")

    def missing(self) -> list[str]:
        """Name the steps that :meth:`prepare` would take, in order."""
        version = self._version()
        if version is None:
            return [f"make {self.folder}", "fetch uv", "install the packages of uv.lock"]
        if not self._is_synced(version):
            return ["install the packages of uv.lock"]
        return []

    def prepare(self) -> bool:
        """Bring the environment up to date; True if packages were installed.

        Raises Stop when the package index cannot be reached or a package does not fit.
        """
        with _alone(self.root / "build"):
            return self._prepare()

    def _prepare(self) -> bool:
        version = self._version()
        if version is None:
            with step("Python environment (.venv)"):
                version = self._make()
        reached("venv-made")
        installed = not self._is_synced(version)
        if installed:
            with step("uv, the package installer"):
                uv = uv_wheel.fetch(self.folder / "uv", uv_wheel.pin_for_this_machine())
            reached("uv-fetched")
            with step("packages of uv.lock, compiled (the first time some 240 MB to fetch)"):
                self._sync(uv, version)
        # The environment may forbid Python to write bytecode; imports are twice as fast with it.
        compileall.compile_dir(self.root / "supportdesk_gui", quiet=2)
        return installed

    def _version(self) -> str | None:
        """The version of a working environment that fits, None if it has to be made."""
        if self._making.exists() or not self.python.exists():
            return None
        try:
            answer = run([self.python, "-c", "import sys; print(*sys.version_info[:3], sep='.')"])
        except OSError:
            return None
        version = answer.stdout.strip()
        fits = answer.returncode == 0 and (3, 11) <= _major_minor(version) <= (3, 14)
        return version if fits else None

    def _make(self) -> str:
        if self.folder.exists():
            # Moved first: a removal that is broken off must not look like an environment.
            old = self.root / "build" / "old-venv"
            shutil.rmtree(old, ignore_errors=True)
            self.folder.replace(old)
            shutil.rmtree(old, ignore_errors=True)
        import venv  # a package of its own on some systems, and by now installed

        self.folder.mkdir()
        self._making.touch()
        reached("venv-begun")
        venv.create(self.folder, symlinks=os.name != "nt", with_pip=False, prompt="supportdesk")
        reached("venv-nearly-made")
        self._making.unlink()
        version = self._version()
        if version is None:
            raise Stop(f"{sys.executable} made an environment in {self.folder} that does not run.")
        return version

    def _key(self, version: str) -> str:
        """What the packages depend on: the lock, the project, Python and uv."""
        digest = hashlib.sha256(version.encode())
        for file in (self.root / "uv.lock", self.root / "pyproject.toml", uv_wheel.PINS):
            digest.update(file.read_bytes())
        return digest.hexdigest()

    def _is_synced(self, version: str) -> bool:
        return self._stamp.exists() and self._stamp.read_text() == self._key(version)

    def _sync(self, uv: Path, version: str) -> None:
        command: list[str | Path] = [uv, "sync", "--frozen", "--project", self.root]
        if self._syncing.exists():
            command.append("--reinstall")  # a broken run may have left half of a package
        self._syncing.touch()
        self._stamp.unlink(missing_ok=True)
        reached("sync-begun")
        environment = {name: v for name, v in os.environ.items() if name != "VIRTUAL_ENV"} | {
            "UV_PROJECT_ENVIRONMENT": str(self.folder),
            "UV_PYTHON": str(self.python),
            "UV_PYTHON_DOWNLOADS": "never",
            "UV_COMPILE_BYTECODE": "1",
        }
        environment.setdefault("UV_SYSTEM_CERTS", "1")  # the same certificates as fetched uv itself
        quietly([*command, "--quiet"], environment)
        reached("sync-done")
        fresh = self._stamp.with_suffix(".new")
        fresh.write_text(self._key(version))
        fresh.replace(self._stamp)
        self._syncing.unlink()


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other runner works on this checkout; a killed one lets go by itself."""
    folder.mkdir(exist_ok=True)
    with (folder / "desk.lock").open("a") as lock:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _major_minor(version: str) -> tuple[int, int]:
    major, _, rest = version.partition(".")
    return int(major), int(rest.partition(".")[0])
