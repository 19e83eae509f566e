"""Predicted entities and projects matched one-to-one to gold ones.

Both matchings are greedy: qualifying pairs are taken best first, ties in the order of gold, then of the record. Greedy
differs from an optimal assignment only where clusters split or merge several ways at once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from pipeline.annotation.gold import GoldEntity, GoldProject
from pipeline.annotation.spans import GoldSpan, surface_pattern
from pipeline.evaluation.normalise import name, similarity
from pipeline.records import Entity, Project

#: Share of mentions that must agree for an entity to count as found; also the least likeness of project names, and
#: the least overlap (intersection over union) of project mentions.
HALF = 0.5
Span = tuple[int, int]


def align_entities(
    gold: Sequence[GoldEntity], gold_spans: Iterable[GoldSpan], predicted: Sequence[Entity]
) -> dict[str, str]:
    """Predicted entity id -> gold entity id.

    A mention agrees if both sides give it exactly the same span. A pair qualifies if the types are equal and either at
    least half of the mentions of *each* side agree, or at least one agrees and a full name is the same. Full names are
    the first of each language in gold, and, in the record, `name`, mentions and names that do not come from the
    knowledge base (compared without case, width, script variant and punctuation). Of qualifying pairs the one with
    most agreeing mentions goes first, then those with the same full name, then the smaller difference in mentions.
    """
    spans_of: dict[str, set[Span]] = defaultdict(set)
    for span in gold_spans:
        spans_of[span.entity].add((span.start, span.end))
    owners = {span: e.id for e in gold for span in spans_of[e.id]}
    order = {e.id: i for i, e in enumerate(gold)}
    by_id = {e.id: e for e in gold}
    ranked = []
    for j, entity in enumerate(predicted):
        own = {(m.start, m.end) for m in entity.mentions}
        for gold_id in {owners[span] for span in own if span in owners}:
            if by_id[gold_id].type != entity.type:
                continue
            theirs = spans_of[gold_id]
            agreeing, most = len(own & theirs), max(len(own), len(theirs))
            same_name = bool(_full_names(by_id[gold_id]) & _text_names(entity))
            if agreeing >= HALF * most or same_name:
                rank = (-agreeing, not same_name, most - agreeing, order[gold_id], j)
                ranked.append((rank, entity.entity_id, gold_id))
    return _one_to_one(ranked)


def align_projects(gold: Sequence[GoldProject], predicted: Sequence[Project], text: str) -> dict[str, str]:
    """Predicted project id -> gold project id.

    A pair qualifies if a name is the same, if names are alike by at least half (`normalise.similarity`), or if a
    predicted mention overlaps an occurrence of a gold name (case aside) by at least half of their union. Pairs with the
    same name go first, then those with most overlapping mentions, then those with the most similar names.
    """
    places = {p.id: _occurrences(p.names, text) for p in gold}
    ranked = []
    for i, project in enumerate(gold):
        names = {name(n) for n in project.names}
        for j, found in enumerate(predicted):
            found_names = [found.name, *found.names]
            same_name = bool(names & {name(n) for n in found_names})
            overlapping = sum(_overlaps((m.start, m.end), places[project.id]) for m in found.mentions)
            alike = max(similarity(a, b) for a in project.names for b in found_names)
            if same_name or overlapping or alike >= HALF:
                ranked.append(((not same_name, -overlapping, -alike, i, j), found.project_id, project.id))
    return _one_to_one(ranked)


def _one_to_one(ranked: Iterable[tuple[tuple[float, ...], str, str]]) -> dict[str, str]:
    matches: dict[str, str] = {}
    taken: set[str] = set()
    for _, predicted_id, gold_id in sorted(ranked):
        if predicted_id not in matches and gold_id not in taken:
            matches[predicted_id] = gold_id
            taken.add(gold_id)
    return matches


def _full_names(entity: GoldEntity) -> set[str]:
    return {name(names[0]) for names in entity.names.values() if names}


def _text_names(entity: Entity) -> set[str]:
    from_text = [n.value for n in entity.names if n.origin != "knowledge_base"]
    return {name(n) for n in [entity.name, *from_text, *(m.text for m in entity.mentions)]}


def _occurrences(surfaces: Iterable[str], text: str) -> list[Span]:
    patterns = [re.compile(surface_pattern(s).pattern, re.IGNORECASE) for s in surfaces]
    return sorted({m.span() for pattern in patterns for m in pattern.finditer(text)})


def _overlaps(span: Span, places: Iterable[Span]) -> bool:
    return any(_intersection_over_union(span, place) >= HALF for place in places)


def _intersection_over_union(one: Span, other: Span) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared / (max(one[1], other[1]) - min(one[0], other[0])) if shared > 0 else 0.0
