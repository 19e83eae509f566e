"""Gold as the record of a pipeline that agrees with it in everything."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from pipeline.annotation.gold import Gold, GoldAmount, GoldEntity, GoldEquity, GoldProject, GoldRelation
from pipeline.annotation.spans import GoldSpan, spans, surface_pattern
from pipeline.evaluation.normalise import title
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
)


def gold_record(gold: Gold, text: str, path: str) -> Record:
    """The record that gold amounts to over a text, so that a second annotator can be scored like a run.

    What gold does not have is null or empty (kb_id, timeline, evidence of relations), scores are 0. Names are those
    that stand in the text; values and names of projects are placed at their occurrences.

    Args:
        path: of the article, by whose stem the record is matched to gold.

    >>> gold = Gold.model_validate({"article": {"id": "a"}, "sentiment": {"document": "neutral"}, "entities": [
    ...     {"id": "acme", "type": "COMPANY", "mentions": ["Acme"]}]})
    >>> [m.start for m in gold_record(gold, "At Acme", "a.txt").entities[0].mentions]
    [3]
    """
    mentions: dict[str, list[GoldSpan]] = defaultdict(list)
    for span in spans(text, gold):
        mentions[span.entity].append(span)
    return Record(
        document=_document(gold, text, path),
        entities=[_entity(e, mentions[e.id], text) for e in gold.entities],
        projects=[_project(p, text) for p in gold.projects],
        relations=[_relation(r) for r in gold.relations],
        affected_equities=[_equity(q, text) for q in gold.equities],
        amounts=[_amount(a, text) for a in gold.amounts],
        dates=[DateValue(value=d.iso, **_place(d.text, text)) for d in gold.dates],
        sentiment=DocumentTone(label=gold.sentiment.document, score=0.0, sentences=[]),
        provenance=Provenance(version="", config="", models={}, seeds=""),
    )


def _document(gold: Gold, text: str, path: str) -> DocumentInfo:
    article = gold.article
    return DocumentInfo(
        doc_id="",
        path=path,
        content_hash="",
        title=article.title,
        author=article.author,
        publisher=None,
        url=None,
        published_at=article.published,
        language=article.language or "und",
        scripts={},
        words=0,
        duplicate_of=None,
        text=text,
    )


def _entity(entity: GoldEntity, mentions: list[GoldSpan], text: str) -> Entity:
    lowered = text.lower()
    named = [(lang, n) for lang, names in entity.names.items() for n in names if n.lower() in lowered]
    return Entity(
        entity_id=entity.id,
        kb_id=None,
        type=entity.type,
        name=next(iter(entity.mentions), entity.id),
        names=[Name(value=n, language=lang, kind="alias", origin="text") for lang, n in named],
        mentions=[_mention(m.start, m.end, text) for m in mentions],
        actor=not entity.byline,
        byline=entity.byline,
        positions=[
            Position(title=p.title, organization=p.organization, current=not title(p.title)[1])
            for p in entity.positions
        ],
        country=entity.country,
        salience=0.0,
        status=None,
        listings=[_listing(line) for line in entity.securities or []],
        sentiment=None,
        confidence=None,
    )


def _listing(line: str) -> Listing:
    mic, _, code = line.partition(":")
    return Listing(
        listing=line, mic=mic, ticker=code, symbol=None, isin=None, role="primary", link="self", via=None
    )  # fmt: skip


def _project(project: GoldProject, text: str) -> Project:
    patterns = [re.compile(surface_pattern(n).pattern, re.IGNORECASE) for n in project.names]
    return Project(
        project_id=project.id,
        name=project.names[0],
        names=project.names,
        kind=project.kind,
        sector=project.sector,
        status=project.status,
        description=None,
        locations=project.locations,
        leads=project.leads,
        investors=project.investors,
        participants=project.participants,
        amounts=[_amount(a, text) for a in project.amounts],
        timeline=[],
        part_of=project.part_of,
        mentions=[_mention(*place, text) for place in sorted({m.span() for p in patterns for m in p.finditer(text)})],
        confidence=None,
    )


def _relation(relation: GoldRelation) -> Relation:
    return Relation(
        type=relation.type,
        subject=relation.subject,
        object=relation.object,
        modality=relation.modality,
        attributed_to=None,
        evidence=[],
        method="rule",
        confidence=None,
    )


def _equity(equity: GoldEquity, text: str) -> AffectedEquity:
    effects = [
        Effect(
            cause=f.cause,
            direction=f.direction,
            modality=f.modality,
            mechanism="other",
            horizon=None,
            evidence=_evidence(f.evidence, text),
            confidence=None,
        )
        for f in equity.effects
    ]
    return AffectedEquity(
        entity=equity.entity, listings=[], resolution="resolved", direction=equity.direction, score=0.0, effects=effects
    )


def _evidence(quote: str, text: str) -> Evidence:
    start = max(text.find(quote), 0)
    return Evidence(start=start, end=start + len(quote), quote=quote)


def _amount(amount: GoldAmount, text: str) -> Amount:
    return Amount(
        value=amount.value, max=amount.max, currency=amount.currency, qualifier="exact", **_place(amount.text, text)
    )


def _place(surface: str, text: str) -> dict[str, Any]:
    """Where a surface stands first; at the start of the text if nowhere, as in pages whose furniture holds it."""
    start = max(text.find(surface), 0)
    return {"start": start, "end": start + len(surface), "text": surface}


def _mention(start: int, end: int, text: str) -> Mention:
    return Mention(start=start, end=end, text=text[start:end])
