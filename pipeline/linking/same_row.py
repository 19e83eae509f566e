"""Entities of one row of the knowledge base brought together: 湖北兴发集团 and 兴发集团, Allied Gold and Allied."""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.document import Entity


def unite(doc: Doc) -> None:
    """Make one of the entities of `doc._.entities` that are of one type and one row, with the mentions of all.

    In dev, hard and plain all five such pairs of companies are one but where the row had another's name.
    """
    firsts: dict[tuple[str, str], Entity] = {}
    kept: list[Entity] = []
    for entity in doc._.entities:
        first = firsts.setdefault((entity["type"], entity["kb_id"]), entity) if entity["kb_id"] else entity
        if first is entity:
            kept.append(entity)
        else:
            _take(doc, first, entity)
    doc._.entities = kept


def _take(doc: Doc, first: Entity, other: Entity) -> None:
    for index in other["mentions"]:
        doc._.mentions[index]["entity"] = first["entity_id"]
    first["mentions"] = sorted({*first["mentions"], *other["mentions"]})
    known = {name["value"] for name in first["names"]}
    primary = {name["language"] for name in first["names"] if name["kind"] == "primary"}
    for name in other["names"]:
        if name["value"] not in known:
            taken = name["kind"] == "primary" and name["language"] in primary
            first["names"].append({**name, "kind": "alias"} if taken else name)
    first["byline"] = first["byline"] and other["byline"]
    first["confidence"] = max(first["confidence"] or 0.0, other["confidence"] or 0.0)
