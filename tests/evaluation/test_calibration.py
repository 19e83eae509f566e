"""What the pipeline saw of each part comes beside the part that it saw it of."""

from __future__ import annotations

from typing import Any

import spacy

import pipeline.components  # noqa: F401  (registers the Doc's slots)
from pipeline.annotation.gold import Gold
from pipeline.evaluation.calibration import Observed, observed
from pipeline.evaluation.case import Case
from pipeline.records import Record


def test_features_stand_beside_their_parts(perfect: dict[str, Any], gold: Gold, text: str) -> None:
    """Two companies moved, the second named first among the effects; an `affects` relation has no features."""
    equity = perfect["affected_equities"][0]
    wrong = {**equity, "entity": "toyota", "effects": [dict(equity["effects"][0])]}
    perfect["affected_equities"] = [equity, wrong]
    affects = next(r for r in perfect["relations"] if r["type"] == "affects")
    other = next(r for r in perfect["relations"] if r["type"] == "competes_with")
    perfect["relations"] = [affects, other]
    doc = spacy.blank("en").make_doc(text)
    doc._.entities = [{"features": {"score": float(i)}} for i, _ in enumerate(perfect["entities"])]
    doc._.projects = [{"features": {"score": 10.0}}]
    doc._.relations = [{"type": "affects"}, {"type": "competes_with", "features": {"score": 20.0}}]
    doc._.effects = [
        {"entity": "toyota", "features": {"score": 31.0, "moved": 2.0}, "confidence": 0.2},
        {"entity": "alibaba", "features": {"score": 30.0}, "confidence": 0.4},
    ]
    case = Case("small", gold, text, Record.model_validate(perfect))
    rows = list(observed(doc, case))
    assert [r.features["score"] for r in rows if r.part == "entity"] == [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0]
    assert [r for r in rows if r.part != "entity"] == [
        Observed("project", {"score": 10.0}, True),
        Observed("relation", {"score": 20.0}, True, "competes_with"),
        Observed("effect", {"score": 30.0}, True, never=True),
        Observed("effect", {"score": 31.0, "moved": 2.0}, False, always=True),
    ]
