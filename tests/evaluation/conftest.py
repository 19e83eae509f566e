"""Gold turned into the record that a perfect pipeline would write, and a small article with gold."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.annotation.gold import Gold
from pipeline.evaluation.case import Case
from pipeline.evaluation.gold_record import gold_record
from pipeline.evaluation.tally import Sheet, Tally
from pipeline.records import Record

ARTICLE = """软银集团 (SoftBank Group) picks Texas for data center project

TOKYO, March 3, 2026 – SoftBank Group will invest $55 billion in the Texas data center project,
Masayoshi Son (孙正义), its chief executive, said. 阿里巴巴 (Alibaba)
may lose orders from Toyota. 约3.2万亿韩元 comes from SoftBank’s lenders. 🚀
Ann Lee, formerly of Toyota, disagrees.
"""

GOLD: dict[str, Any] = {
    "article": {"id": "small", "title": "t", "published": "2026-03-03", "language": "en"},
    "entities": [
        {
            "id": "softbank",
            "type": "COMPANY",
            "names": {"en": ["SoftBank Group", "SoftBank"], "zh": ["软银集团"]},
            "mentions": ["SoftBank Group", "SoftBank", "软银集团"],
            "country": "JP",
            "securities": ["XTKS:9984"],
        },
        {
            "id": "son",
            "type": "PERSON",
            "names": {"en": ["Masayoshi Son"], "zh": ["孙正义"]},
            "mentions": ["Masayoshi Son", "孙正义"],
            "positions": [{"title": "chief executive", "organization": "softbank"}],
        },
        {
            "id": "alibaba",
            "type": "COMPANY",
            "names": {"en": ["Alibaba"], "zh": ["阿里巴巴"]},
            "mentions": ["Alibaba", "阿里巴巴"],
            "securities": ["XHKG:9988", "XNYS:BABA"],
        },
        {"id": "toyota", "type": "COMPANY", "names": {"en": ["Toyota"]}, "mentions": ["Toyota"]},
        {
            "id": "lee",
            "type": "PERSON",
            "names": {"en": ["Ann Lee"]},
            "mentions": ["Ann Lee"],
            "positions": [{"title": "former", "organization": "toyota"}],
        },
        {"id": "texas", "type": "LOCATION", "names": {"en": ["Texas"]}, "mentions": ["Texas"]},
        {"id": "tokyo", "type": "LOCATION", "names": {"en": ["TOKYO"]}, "mentions": ["TOKYO"]},
    ],
    "amounts": [
        {"text": "$55 billion", "value": 55000000000, "currency": "USD"},
        {"text": "约3.2万亿韩元", "value": 3200000000000, "currency": "KRW"},
    ],
    "dates": [{"text": "March 3, 2026", "iso": "2026-03-03"}],
    "projects": [
        {
            "id": "center",
            "names": ["Texas data center project", "data center project"],
            "kind": "infrastructure",
            "sector": "data_center",
            "status": "selected",
            "locations": ["texas"],
            "leads": ["softbank"],
            "amounts": [{"text": "$55 billion", "value": 55000000000, "currency": "USD"}],
        }
    ],
    "relations": [
        {"type": "leads", "subject": "softbank", "object": "center", "modality": "asserted"},
        {"type": "located_in", "subject": "center", "object": "texas", "modality": "planned"},
        {"type": "competes_with", "subject": "softbank", "object": "alibaba", "modality": "possible"},
        {"type": "affects", "subject": "center", "object": "alibaba", "modality": "possible"},
    ],
    "equities": [
        {
            "entity": "alibaba",
            "direction": "negative",
            "effects": [
                {"cause": "center", "direction": "negative", "modality": "possible", "evidence": "may lose orders"}
            ],
        }
    ],
    "sentiment": {"document": "mixed"},
}


def as_record(gold: Gold, text: str, path: str = "") -> dict[str, Any]:
    """The record, as plain data, of a pipeline that agrees with gold in everything."""
    return gold_record(gold, text, path or f"{gold.article.id}.txt").model_dump()


@pytest.fixture
def gold() -> Gold:
    return Gold.model_validate(GOLD)


@pytest.fixture
def text() -> str:
    return ARTICLE


@pytest.fixture
def perfect(gold: Gold, text: str) -> dict[str, Any]:
    """The perfect record of the small article, to be degraded by tests."""
    return as_record(gold, text)


@pytest.fixture(name="as_record")
def as_record_fixture() -> Callable[..., dict[str, Any]]:
    return as_record


@pytest.fixture
def tallies(gold: Gold, text: str) -> Callable[..., dict[str, Tally]]:
    """Runs one scorer on the small article and a record given as plain data: score name -> counts."""

    def run(scorer: Callable[[Case, Sheet], None], record: dict[str, Any]) -> dict[str, Tally]:
        sheet = Sheet()
        scorer(Case("small", gold, text, Record.model_validate(record)), sheet)
        return {key.name: tally for key, tally in sheet.tallies.items()}

    return run


@pytest.fixture
def causes(gold: Gold, text: str) -> Callable[..., list[tuple[str, str]]]:
    """Runs one scorer on the small article and a record given as plain data: (kind, cause) of its findings."""

    def run(scorer: Callable[[Case, Sheet], None], record: dict[str, Any]) -> list[tuple[str, str]]:
        sheet = Sheet()
        scorer(Case("small", gold, text, Record.model_validate(record)), sheet)
        return [(finding.kind, finding.cause) for finding in sheet.findings]

    return run
