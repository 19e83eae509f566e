"""Choosing among the knowledge-base rows that an entity may be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.kb.knowledge_base import KnowledgeBase

#: A candidate must lead the next by this much to be resolved; from development articles, 0.2 to 1.0 tried.
MARGIN = 0.5
_TICKER, _FULL_NAME, _COUNTRY, _PRIMARY, _LISTED = 4.0, 1.5, 1.0, 0.4, 0.2


@dataclass(frozen=True)
class Context:
    """What the article offers besides the name: its tickers (MIC:code) and how often it names each country."""

    listings: frozenset[str]
    countries: Counter[str]


def choose(
    base: KnowledgeBase, candidates: Iterable[str], surfaces: Iterable[str], entity_type: str, context: Context
) -> tuple[str | None, list[str]]:
    """The row that an entity is, or null with the rows that it may be.

    Args:
        candidates: kb_ids proposed for its mentions.
        surfaces: every name of the entity in the article.
    """
    forms = list(surfaces)
    scores = {
        kb_id: score(base, kb_id, forms, context)
        for kb_id in dict.fromkeys(candidates)
        if kb_id in base.entries and _compatible(base.entries[kb_id].type, entity_type)
    }
    ranked = sorted(scores, key=lambda k: (-scores[k], k))
    if not ranked:
        return None, []
    if len(ranked) == 1 or scores[ranked[0]] - scores[ranked[1]] >= MARGIN:
        return ranked[0], []
    return None, [k for k in ranked if scores[ranked[0]] - scores[k] < MARGIN]


def score(base: KnowledgeBase, kb_id: str, surfaces: list[str], context: Context) -> float:
    """Support for one row: a ticker of it, its full names, its country in the article, being listed."""
    entry = base.entries[kb_id]
    total = 0.0
    if any(line.listing in context.listings for line in base.listings.get(kb_id, [])):
        total += _TICKER
    known = {name.value.lower(): name for name in base.names[kb_id]}
    for surface in dict.fromkeys(s.lower() for s in surfaces):
        if surface in known:
            name = known[surface]
            total += _PRIMARY if name.kind == "primary" else 0.0
            total += _FULL_NAME if not name.context else 0.0
    if entry.country and context.countries:
        total += _COUNTRY * context.countries[entry.country] / max(context.countries.values())
    return total + (_LISTED if entry.status == "listed" else 0.0)


def _compatible(known: str, found: str) -> bool:
    bodies = {"COMPANY", "GOVERNMENT", "ORGANIZATION"}
    return known == found or {known, found} <= bodies
