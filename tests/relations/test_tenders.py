"""Bidders that have lost, and those that have not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from pipeline.document import Relation, Span
from pipeline.relations.tenders import without_lost_bids

Mark = Callable[[str], Doc]


def bid(doc: Doc, kind: str, modality: str) -> Relation:
    return Relation(
        type=kind,
        subject="Orrin",
        object="tender",
        modality=modality,
        attributed_to=None,
        evidence=[Span(start=0, end=len(doc.text))],
        method="model",
        confidence=0.9,
    )


@pytest.mark.parametrize(
    ("text", "status", "expected"),
    [
        ("[COMPANY:Orrin] has bid for the [PROJECT:tender].", "proposed", "possible"),
        ("[COMPANY:Orrin] has bid for the [PROJECT:tender].", "selected", "denied"),
        ("[COMPANY:Orrin] withdrew from the [PROJECT:tender].", "proposed", "denied"),
        ("[COMPANY:奥林公司]已递交[PROJECT:标书]。", "negotiating", "possible"),
        ("[COMPANY:奥林公司]落选[PROJECT:招标]。", "negotiating", "denied"),
    ],
)
def test_nobody_has_lost_what_is_not_awarded(mark: Mark, text: str, status: str, expected: str) -> None:
    doc = mark(text)
    doc._.projects = [{"project_id": "tender", "status": status}]
    assert [r["modality"] for r in without_lost_bids(doc, [bid(doc, "participates_in", "denied")])] == [expected]


def test_who_leads_has_not_lost(mark: Mark) -> None:
    doc = mark("[COMPANY:Orrin] won the [PROJECT:tender].")
    doc._.projects = [{"project_id": "tender", "status": "selected"}]
    won, lost = bid(doc, "leads", "planned"), bid(doc, "participates_in", "denied")
    assert without_lost_bids(doc, [won, lost]) == [won]
    assert without_lost_bids(doc, [lost]) == [lost]
