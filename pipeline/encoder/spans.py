"""Whose name each span of a Doc is."""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.document import SpanKey


def owners_of(doc: Doc) -> dict[SpanKey, str]:
    """Entity or project id of every mention and project mention that has one."""
    found: dict[SpanKey, str] = {
        ("mentions", i): m["entity"] for i, m in enumerate(doc._.mentions) if m["entity"] is not None
    }
    for project in doc._.projects:
        found |= {("project_mentions", i): project["project_id"] for i in project["mentions"]}
    return found
