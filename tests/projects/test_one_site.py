"""Phrases of one facility that stand far apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from pipeline.projects.one_site import one_site

FIRMS = ("Orrin", "Bolt")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("zinc smelter in Tarnia", "$7.4 billion smelter in Ruvia, Tarnia", True),
        ("$1.3 billion gigafactory in Ruvia", "Ruvia plant", True),
        ("Orrin plant in Ruvia", "Ruvia plant", True),
        ("塔恩超级工厂项目", "塔恩的超级工厂", True),
        ("zinc smelter in Tarnia", "graphite plant in Tarnia", False),
        ("second plant in Ruvia", "Ruvia plant", False),
        ("Ruvia plant for Orrin", "Ruvia plant", False),
        ("Orrin plant in Ruvia", "Bolt plant in Ruvia", False),
        ("plant in Ruvia", "plant in Tarnia", False),
        ("stake in the Ruvia plant", "Ruvia plant", False),
        ("Tarnia railway", "Ruvia–Tarnia railway", False),
    ],
)
def test_facilities_at_one_place(mark: Callable[[str], Doc], one: str, other: str, alike: bool) -> None:
    doc = mark(f"[PROJECT:{one}]; [PROJECT:{other}]")
    text = doc.text
    names = [(n, "LOCATION") for n in ("Tarnia", "Ruvia", "塔恩")] + [(n, "COMPANY") for n in FIRMS]
    places = sorted((at, name, kind) for name, kind in names for at in range(len(text)) if text.startswith(name, at))
    doc._.mentions = [
        {"start": at, "end": at + len(n), "text": n, "type": k, "method": "test", "score": 1.0, "kb": [], "entity": n}
        for at, n, k in places
    ]
    doc._.entities = [
        {"entity_id": n, "kb_id": None, "mentions": [i for i, p in enumerate(places) if p[1] == n]} for n, _ in names
    ]
    assert bool(one_site(doc)) is alike
