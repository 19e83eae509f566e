from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.projects.sectors import SectorEvidence


@pytest.mark.parametrize(
    ("before", "sector"),
    [
        ("储能系统集成商", "batteries"),
        ("Vertical farming group ", "agriculture_food"),
        ("The developer ", None),
        ("The car plant of ", None),
    ],
)
def test_what_an_unknown_company_is_said_to_be_tells_its_sector(
    text_nlp: Language, before: str, sector: str | None
) -> None:
    doc = text_nlp.make_doc(f"{before}Tarn raised a loan.")
    start = len(before)
    doc._.mentions = [{"start": start, "end": start + 4, "text": "Tarn", "type": "COMPANY", "kb": ()}]
    phrase = {"start": len(doc.text) - 5, "end": len(doc.text) - 1, "text": "loan"}
    sentence = {"start": 0, "end": len(doc.text)}
    evidence = SectorEvidence(doc, KnowledgeBase()).of([phrase], [sentence])  # type: ignore[list-item]
    assert evidence["nearest"] == ({sector: 1.0} if sector else {})
