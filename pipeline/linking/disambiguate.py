"""Choosing among the knowledge-base rows that an entity may be."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.kb.knowledge_base import Entry, KnowledgeBase
from pipeline.kb.normalise import key
from pipeline.linking.context import Context

#: A candidate must lead the next by this much to be resolved; from development articles, 0.2 to 1.0 tried.
MARGIN = 0.5
_TICKER, _FULL_NAME, _PRIMARY, _LISTED = 4.0, 1.5, 0.4, 0.2
_COUNTRY, _HOME, _SECTOR, _RELATED = 1.0, 0.6, 0.8, 1.0
#: A post of the person at a body or company of the article.
_POST = 1.5
#: Names that every country's body may have.
_GENERIC_BODY = re.compile(
    r"(?:the )?(?:national |federal |state )?(?:ministry|department|bureau|office|agency|commission|central bank|"
    r"treasury|supreme court|parliament|congress|senate|cabinet|customs|antitrust)\b.*|"
    r"[^国]{0,6}(?:部|局|署|委|委员会|央行|法院|国会|议会|内阁|海关)"
)
_BODIES = frozenset({"COMPANY", "GOVERNMENT", "ORGANIZATION"})


def choose(
    base: KnowledgeBase, candidates: Iterable[str], surfaces: Iterable[str], entity_type: str, context: Context
) -> tuple[str | None, list[str]]:
    """The row that an entity is, or null with the rows that it may be.

    Args:
        candidates: kb_ids proposed for its mentions.
        surfaces: every name of the entity in the article.
    """
    forms = [key(surface) for surface in dict.fromkeys(surfaces)]
    fitting = [
        kb_id
        for kb_id in dict.fromkeys(candidates)
        if kb_id in base.entries and _compatible(base.entries[kb_id].type, entity_type)
    ]
    scores = {kb_id: score(base, kb_id, forms, context) if len(fitting) > 1 else 0.0 for kb_id in fitting}
    ranked = sorted(scores, key=lambda k: (-scores[k], k))
    if not ranked:
        return None, []
    best = ranked[0]
    leads = len(ranked) == 1 or scores[best] - scores[ranked[1]] >= MARGIN
    if leads and not _elsewhere(base, base.entries[best], forms, context):
        return best, []
    return None, [k for k in ranked if scores[best] - scores[k] < MARGIN]


def score(base: KnowledgeBase, kb_id: str, forms: list[str], context: Context) -> float:
    """Support for one row: a ticker of it, its names, its country and sector in the article, rows linked to it.

    Args:
        forms: comparison keys of the entity's names.
    """
    entry = base.entries[kb_id]
    total = _LISTED if entry.status == "listed" else 0.0
    if any(line.listing in context.listings for line in base.listings[kb_id]):
        total += _TICKER
    known = {key(name.value): name for name in base.names[kb_id]}
    for form in forms:
        if form in known:
            total += _PRIMARY if known[form].kind == "primary" else 0.0
            total += _FULL_NAME if not known[form].context else 0.0
    return total + _surroundings(base, entry, context)


def _surroundings(base: KnowledgeBase, entry: Entry, context: Context) -> float:
    total = 0.0
    if entry.country and context.countries:
        total += _COUNTRY * context.countries[entry.country] / max(context.countries.values())
    if entry.country in context.home:
        total += _HOME
    if entry.sector and context.sectors[entry.sector]:
        total += _SECTOR * context.sectors[entry.sector] / max(context.sectors.values())
    near = {other for other, _ in (*base.parents[entry.kb_id], *base.children[entry.kb_id])}
    if near & context.related:
        total += _RELATED
    if any(post.organization in context.related for post in base.positions[entry.kb_id]):
        total += _POST
    return total


def _elsewhere(base: KnowledgeBase, entry: Entry, forms: list[str], context: Context) -> bool:
    """Whether a body with a name that every country may have is of a country which the article does not speak of."""
    if entry.type != "GOVERNMENT" or not entry.country or not all(_GENERIC_BODY.fullmatch(form) for form in forms):
        return False
    country = [key(name.value) for name in base.names[f"country-{entry.country.lower()}"]]
    if any(name in form for name in country for form in forms):
        return False
    if context.countries:
        return not context.countries[entry.country] and entry.country not in context.home
    return bool(context.home) and entry.country not in context.home


def _compatible(known: str, found: str) -> bool:
    return known == found or {known, found} <= _BODIES
