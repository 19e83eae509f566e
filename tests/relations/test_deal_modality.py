"""Buyers of deals that were called off, closed, or are only talked of."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from pipeline.document import Relation
from pipeline.relations.deal_modality import set_deal_modality

Mark = Callable[[str], Doc]


def relation(kind: str, target: str, modality: str) -> Relation:
    return Relation(
        type=kind,
        subject="Orrin",
        object=target,
        modality=modality,
        attributed_to=None,
        evidence=[],
        method="model",
        confidence=0.9,
    )


@pytest.mark.parametrize(
    ("kind", "status", "modality", "expected"),
    [
        ("acquires", "cancelled", "asserted", "denied"),
        ("acquires", "completed", "planned", "asserted"),
        ("acquires", "completed", "denied", "denied"),
        ("acquires", "negotiating", "asserted", "possible"),
        ("acquires", "approved", "asserted", "planned"),
        ("acquires", "announced", "possible", "planned"),
        ("invests_in", "cancelled", "planned", "denied"),
        ("invests_in", "announced", "asserted", "asserted"),
    ],
)
def test_a_buyer_stands_as_its_deal(mark: Mark, kind: str, status: str, modality: str, expected: str) -> None:
    doc = mark("[COMPANY:Orrin] and the [PROJECT:purchase of Bolt].")
    doc._.projects = [{"project_id": "deal", "kind": "acquisition", "status": status, "mentions": [0]}]
    found = relation(kind, "deal", modality)
    set_deal_modality(doc, [found])
    assert found["modality"] == expected


def test_the_company_in_the_name_of_a_deal_is_bought_as_the_deal_is(mark: Mark) -> None:
    doc = mark("[COMPANY:Orrin] closed the [PROJECT:purchase of Bolt] and may buy [COMPANY:Tarn].")
    doc._.mentions.insert(1, {**doc._.mentions[0], "start": 31, "end": 35, "text": "Bolt", "entity": "Bolt"})
    doc._.projects = [{"project_id": "deal", "kind": "acquisition", "status": "completed", "mentions": [0]}]
    relations = [relation("acquires", name, "planned") for name in ("Bolt", "Tarn", "deal")]
    set_deal_modality(doc, relations)
    assert [r["modality"] for r in relations] == ["asserted", "planned", "asserted"]


def test_other_projects_say_nothing_of_stakes(mark: Mark) -> None:
    doc = mark("[COMPANY:Orrin] gave up the [PROJECT:plant].")
    doc._.projects = [{"project_id": "plant", "kind": "facility", "status": "cancelled", "mentions": [0]}]
    found = relation("invests_in", "plant", "asserted")
    set_deal_modality(doc, [found])
    assert found["modality"] == "asserted"
