"""How central an entity is to the article, and whether it acts in it."""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc

from pipeline.document import FURNITURE, Entity, Mention, text_of

#: Weight of a mention by the kind of block that it stands in; a paragraph is 1.
_BLOCK_WEIGHT = {"title": 3.0, "heading": 1.5}
_ACTOR_TYPES = frozenset({"PERSON", "COMPANY", "GOVERNMENT", "ORGANIZATION"})
_ACTING = frozenset(
    """holds_position leads invests_in participates_in oversees restricts acquires supplies partners_with
    negotiates_with competes_with affects""".split()
)


def salience(doc: Doc) -> dict[str, float]:
    """Share of the most central entity's weight, 0 to 1, by entity_id.

    The weight of an entity is the sum over its mentions of its block's weight, more for the first tenth of the text.
    """
    weights = {
        e["entity_id"]: sum(_mention_weight(doc, doc._.mentions[i]) for i in e["mentions"]) for e in doc._.entities
    }
    top = max(weights.values(), default=0.0)
    return {key: round(value / top, 2) if top else 0.0 for key, value in weights.items()}


def _mention_weight(doc: Doc, mention: Mention) -> float:
    at = bisect_right(doc._.blocks, mention["start"], key=lambda b: b["start"]) - 1
    kind = doc._.blocks[at]["kind"] if at >= 0 else "paragraph"
    if kind in FURNITURE:
        return 0.0
    weight = _BLOCK_WEIGHT.get(kind, 1.0)
    return weight + (0.5 if mention["start"] < 0.1 * len(text_of(doc)) else 0.0)


def actors(doc: Doc) -> set[str]:
    """Ids of entities that do something in the article: party of a relation, or named outside furniture as a body or
    person. A place acts only where a relation says so."""
    acting = {r[end] for r in doc._.relations if r["type"] in _ACTING for end in ("subject", "object")}
    return {e["entity_id"] for e in doc._.entities if _acts(doc, e, acting)}


def _acts(doc: Doc, entity: Entity, acting: set[str]) -> bool:
    if entity["type"] in _ACTOR_TYPES:
        return any(_mention_weight(doc, doc._.mentions[i]) for i in entity["mentions"])
    return entity["type"] == "LOCATION" and entity["entity_id"] in acting
