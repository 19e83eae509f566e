"""Posts from the titles that the encoder finds: whose title it is, and at which body."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator

from spacy.tokens import Doc

from pipeline.document import PairScore, Position, TaggedSpan
from pipeline.encoder.owners import OwnerScores
from pipeline.encoder.spans import owners_of
from pipeline.names import position_patterns as patterns

#: A title is somebody's from these odds on.
HELD = 1.0
#: A body is where somebody holds a post from this probability on.
AT = 0.35


def titles(doc: Doc) -> dict[str, list[Position]]:
    """Positions by entity_id of the holder, in reading order; bodies from `holds_position`, nearest first."""
    scores = OwnerScores(doc._.pair_scores, owners_of(doc))
    bodies = _bodies(scores)
    found: dict[str, list[Position]] = defaultdict(list)
    for index, holder in sorted(_holders(doc)):
        title: TaggedSpan = doc._.titles[index]
        body = _nearest(doc, title, bodies.get(holder, []))
        found[holder].append(
            Position(
                title=title["text"],
                organization=body,
                current=patterns.FORMER.search(title["text"]) is None,
                start=title["start"],
                end=title["end"],
            )
        )
    for holder, named in bodies.items():
        for body, pair in named:
            if not found[holder]:
                slot, number = pair["object"]
                span = getattr(doc._, slot)[number]
                found[holder].append(
                    Position(title=None, organization=body, current=True, start=span["start"], end=span["end"])
                )
    return dict(found)


def _holders(doc: Doc) -> Iterator[tuple[int, str]]:
    """Index of each title with the entity that most speaks for holding it."""
    odds: dict[int, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for score in doc._.pair_scores:
        (slot, index), (other, title) = score["subject"], score["object"]
        if slot == "mentions" and other == "titles" and "has_title" in score["labels"]:
            entity = doc._.mentions[index]["entity"]
            if entity is not None and doc._.mentions[index]["type"] == "PERSON":
                odds[title][entity] += math.exp(score["labels"]["has_title"])
    for title, holders in odds.items():
        best = max(sorted(holders), key=lambda e: holders[e])
        if holders[best] >= HELD:
            yield title, best


def _bodies(scores: OwnerScores) -> dict[str, list[tuple[str, PairScore]]]:
    """Bodies at which each person holds a post, with the pair of spans that says so."""
    found: dict[str, list[tuple[str, PairScore]]] = defaultdict(list)
    for ends in scores.ends():
        if scores.probability("holds_position", ends) >= AT:
            found[ends[0]].append((ends[1], scores.best("holds_position", ends)))
    return found


def _nearest(doc: Doc, title: TaggedSpan, bodies: list[tuple[str, PairScore]]) -> str | None:
    """The body whose name stands nearest to the title."""
    places = {
        body: min(
            max(m["start"] - title["end"], title["start"] - m["end"], 0) for m in doc._.mentions if m["entity"] == body
        )
        for body, _ in bodies
    }
    return min(places, key=lambda b: (places[b], b), default=None)
