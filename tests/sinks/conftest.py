"""A record with something in every table."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.article import doc_id
from pipeline.records import (
    AffectedEquity,
    Amount,
    DateValue,
    DocumentInfo,
    DocumentTone,
    Effect,
    Entity,
    Evidence,
    Listing,
    Mention,
    Name,
    Position,
    Project,
    Provenance,
    Record,
    Relation,
    SentenceTone,
    TimelineEntry,
    Tone,
)

TEXT = "海湾钢铁 will spend $450 million on a furnace.\n=HYPERLINK is what Mara Lindqvist, chief executive, said."


def _quote(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence(start=start, end=start + len(words), quote=words)


_SENTENCE = TEXT.split("\n")[0]
_QUOTE = _quote(_SENTENCE)
_LINE = Listing(
    listing="XHKG:9901", mic="XHKG", ticker="9901", symbol="9901.HK", isin=None, role="primary", link="self", via=None
)
_AMOUNT = Amount(value=4.5e8, max=None, currency="USD", qualifier="exact", start=16, end=28, text=TEXT[16:28])


def _entity(entity_id: str, kind: str, name: str, **values: object) -> Entity:
    start = TEXT.find(name)
    given: dict[str, object] = {
        "entity_id": entity_id,
        "kb_id": None,
        "type": kind,
        "name": name,
        "names": [Name(value=name, language=None, kind="primary", origin="text")],
        "mentions": [Mention(start=start, end=start + len(name), text=name)],
        "actor": True,
        "byline": False,
        "positions": [],
        "country": None,
        "salience": 0.5,
        "status": None,
        "listings": [],
        "sentiment": None,
        "confidence": None,
    }
    return Entity(**{**given, **values})  # type: ignore[arg-type]


def _record(path: str = "a.txt", text: str = TEXT) -> Record:
    return Record(
        document=DocumentInfo(
            doc_id=doc_id(text),
            path=path,
            content_hash="0" * 64,
            title="电炉",
            author=None,
            publisher=None,
            url=None,
            published_at="2026-03-04",
            language="mixed",
            scripts={"latin": 0.95, "han": 0.05},
            words=20,
            duplicate_of=None,
        ),
        entities=[
            _entity(
                "gulf-steel",
                "COMPANY",
                "海湾钢铁",
                listings=[_LINE],
                status="listed",
                sentiment=Tone(label="positive", score=0.5),
                confidence=0.9,
            ),
            _entity(
                "lindqvist",
                "PERSON",
                "Mara Lindqvist",
                positions=[Position(title="chief executive", organization="gulf-steel", current=True)],
            ),
        ],
        projects=[
            Project(
                project_id="furnace",
                name="furnace",
                names=["furnace"],
                kind="facility",
                sector="mining_metals",
                status="announced",
                description=_SENTENCE,
                locations=[],
                leads=["gulf-steel", "gulf-steel"],
                investors=["lindqvist"],
                participants=[],
                amounts=[_AMOUNT],
                timeline=[TimelineEntry(date=None, status="announced", evidence=_QUOTE)],
                part_of=None,
                mentions=[Mention(start=34, end=41, text="furnace")],
                confidence=0.8,
            )
        ],
        relations=[
            Relation(
                type="leads",
                subject="gulf-steel",
                object="furnace",
                modality="planned",
                attributed_to=None,
                evidence=[_QUOTE, _quote("said")],
                method="rule",
                confidence=0.7,
            )
        ],
        affected_equities=[
            AffectedEquity(
                entity="gulf-steel",
                listings=[_LINE],
                resolution="resolved",
                direction="positive",
                score=0.4,
                effects=[
                    Effect(
                        cause="furnace",
                        direction="positive",
                        modality="possible",
                        mechanism="supply",
                        horizon=None,
                        evidence=_quote("=HYPERLINK"),
                        confidence=0.6,
                    )
                ],
            )
        ],
        amounts=[_AMOUNT],
        dates=[DateValue(value="2026-03", start=0, end=4, text=TEXT[:4])],
        sentiment=DocumentTone(
            label="neutral",
            score=0.0,
            sentences=[SentenceTone(start=0, end=len(_SENTENCE), label="neutral", score=-0.25)],
        ),
        provenance=Provenance(version="0", config="c", models={"m": "1"}, seeds="s"),
    )


@pytest.fixture
def make_record() -> Callable[..., Record]:
    """Makes the record of an article with a path and a text."""
    return _record


@pytest.fixture
def record() -> Record:
    """A record with a row in every table."""
    return _record()
