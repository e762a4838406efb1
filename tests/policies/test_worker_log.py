"""What the worker writes down holds no secret of a shared index, also where nobody foresaw it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from supportdesk_gui.own_process import environment
from supportdesk_gui.policies.vector_choice import Place, VectorChoice
from supportdesk_gui.policies.wire import choice_fields, packed
from supportdesk_gui.storage.data_folder import open_data_folder

_SECRET = "of no known shape 4711"


def test_an_unforeseen_fault_shows_no_secret(tmp_path: Path) -> None:
    folder = open_data_folder(str(tmp_path))
    # An address where nobody listens, then a verdict that there is none of, named like the secret.
    choice = VectorChoice(Place.CHROMA, "http://127.0.0.1:9", _SECRET)
    sent = packed({"id": 0, "do": "use", "choice": choice_fields(choice)})
    sent += packed({"id": 1, "do": "settle", "keys": ["a"], "verdict": _SECRET})
    done = subprocess.run(
        [sys.executable, "-m", "supportdesk_gui", "--policy-worker", str(folder.root)],
        input=sent, env=environment(), capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    said = done.stderr.decode()
    assert "policies: not foreseen" in said
    assert "[secret]" in said
    assert _SECRET not in said
