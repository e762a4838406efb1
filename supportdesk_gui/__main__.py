"""`python -m supportdesk_gui` and the `supportdesk` command: a worker or the window."""

from __future__ import annotations

import sys


def main() -> int:
    """Run a worker when asked for, else the window; the process's exit code.

    The question stands before any import of Qt: a frozen build starts its workers this way.
    """
    import gc

    gc.disable()  # what is imported stays: looking through it for garbage is a tenth of the start
    if len(sys.argv) > 2 and sys.argv[1] == "--policy-worker":
        from pathlib import Path

        from supportdesk_gui.policies.worker import run_worker

        return run_worker(Path(sys.argv[2]))
    if sys.argv[1:] == ["--read-export"]:
        from supportdesk_gui.tickets.importing.reading_process import read_for_another

        return read_for_another()
    from supportdesk_gui.quick_qt import QuickEnums, prepare_qt

    prepare_qt()
    with QuickEnums():
        from supportdesk_gui.app import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
