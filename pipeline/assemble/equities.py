"""Affected equities: the effects on one company, with its listings, as one entry."""

from __future__ import annotations

from itertools import groupby

from spacy.tokens import Doc

from pipeline.document import Effect, text_of
from pipeline.records import AffectedEquity, Evidence, Listing
from pipeline.records import Effect as EffectRecord


def affected_equities(doc: Doc) -> list[AffectedEquity]:
    """One entry a company that has an effect, in the order of the entities."""
    by_entity = {
        k: list(g) for k, g in groupby(sorted(doc._.effects, key=lambda e: e["entity"]), lambda e: e["entity"])
    }
    return [
        AffectedEquity(
            entity=entity["entity_id"],
            listings=[Listing(**line) for line in entity["listings"]],
            resolution=entity["resolution"],
            direction=overall(by_entity[entity["entity_id"]]),  # type: ignore[arg-type]
            score=_score(by_entity[entity["entity_id"]]),
            effects=[_effect(doc, e) for e in by_entity[entity["entity_id"]]],
        )
        for entity in doc._.entities
        if entity["entity_id"] in by_entity
    ]


def overall(effects: list[Effect]) -> str:
    """Direction of the whole article for one company: mixed when effects go both ways."""
    ways = {e["direction"] for e in effects}
    if "mixed" in ways or {"positive", "negative"} <= ways:
        return "mixed"
    return next((way for way in ("positive", "negative") if way in ways), "neutral")


def _score(effects: list[Effect]) -> float:
    return round(max(-1.0, min(1.0, sum(e["score"] for e in effects) / len(effects))), 2)


def _effect(doc: Doc, effect: Effect) -> EffectRecord:
    span = effect["evidence"]
    quote = Evidence(start=span["start"], end=span["end"], quote=text_of(doc)[span["start"] : span["end"]])
    fields = {k: v for k, v in effect.items() if k not in ("entity", "score", "method", "features", "evidence")}
    return EffectRecord(**fields, evidence=quote)  # type: ignore[arg-type]
