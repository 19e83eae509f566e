"""The tables of places: what the build makes of the pinned packages and the curated tables."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from pipeline.kb.knowledge_base import ENTITY_COLUMNS
from pipeline.kb.tables import read_table
from pipeline.paths import seeds


@pytest.mark.slow
def test_the_build_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(seeds("build")))
    importlib.import_module("places").main(tmp_path)
    for file in ("places.tsv", "place_names.tsv"):
        assert (tmp_path / file).read_bytes() == seeds("kb", file).read_bytes()


def test_curated_cities_are_sorted_and_known() -> None:
    rows = [(r["kb_id"], r["zh"]) for r in read_table(seeds("kb", "city_names.tsv"), ("kb_id", "zh", "zh_aliases"))]
    places = {r["kb_id"] for r in read_table(seeds("kb", "places.tsv"), ENTITY_COLUMNS)}
    assert rows == sorted(set(rows))
    assert {kb_id for kb_id, _ in rows} <= places
