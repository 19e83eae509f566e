"""Whose name each span of a Doc is, and how sure those are."""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.document import SpanKey


def certainty(doc: Doc) -> dict[str, float]:
    """Log odds of the scores of every entity and project, by id; 0 where it has none."""
    owners = [(e["entity_id"], e.get("features")) for e in doc._.entities]
    owners += [(p["project_id"], p.get("features")) for p in doc._.projects]
    return {owner: (seen or {}).get("score", 0.0) for owner, seen in owners}


def owners_of(doc: Doc) -> dict[SpanKey, str]:
    """Entity or project id of every mention and project mention that has one."""
    found: dict[SpanKey, str] = {
        ("mentions", i): m["entity"] for i, m in enumerate(doc._.mentions) if m["entity"] is not None
    }
    for project in doc._.projects:
        found |= {("project_mentions", i): project["project_id"] for i in project["mentions"]}
    return found
