from __future__ import annotations

import json

import pytest
from floors import DEV, FILE, HELD, digest, measured

pytestmark = pytest.mark.slow


def test_scores_do_not_fall() -> None:
    held = json.loads(FILE.read_text(encoding="utf-8"))
    assert held["corpus"] == digest(DEV), "dev has changed: measure it anew (python tests/floors.py)"
    assert len(held["floors"]) == len(HELD)
    now = measured()
    assert {name: now.get(name) for name, floor in held["floors"].items() if now.get(name, 0.0) < floor} == {}
