"""Makes the runner's parts importable, as ``packaging/desk.py`` finds them."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging"))
