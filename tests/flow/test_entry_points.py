"""Every stage is found by its entry point in anybody's spaCy."""

from __future__ import annotations

from importlib.metadata import entry_points

from pipeline.flow import STAGES


def test_each_stage_has_an_entry_point_that_loads() -> None:
    found = {e.name: e for e in entry_points(group="spacy_factories") if e.value.startswith("pipeline.")}
    assert set(found) == set(STAGES)
    for name, entry in found.items():
        assert callable(entry.load()), name
