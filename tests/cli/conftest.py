"""Puts this folder on the path of spawned workers, which import the fake work by name."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
