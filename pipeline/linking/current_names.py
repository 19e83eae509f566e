"""The name that an entity bears now, where the text has it beside a former one."""

from __future__ import annotations

from pipeline.document import Entity
from pipeline.kb.knowledge_base import KnowledgeBase

#: Kinds of names in the knowledge base that are no better than a former one.
_NOT_CURRENT = ("previous", "abbreviation")


def prefer_current(base: KnowledgeBase, entity: Entity, kb_id: str) -> None:
    """Make a present name the primary one of its language where a former name of the row is, though it be longer.

    A former name stays if the present one is only a part of it, or letters.
    """
    kinds = {n["value"]: k.kind for n in entity["names"] for k in base.by_name(n["value"]) if k.kb_id == kb_id}
    for former in entity["names"]:
        if kinds.get(former["value"]) != "previous" or former["kind"] != "primary":
            continue
        current = [
            name
            for name in entity["names"]
            if name["language"] == former["language"]
            and kinds.get(name["value"], "previous") not in _NOT_CURRENT
            and name["kind"] not in _NOT_CURRENT
            and name["value"] not in former["value"]
        ]
        if current:
            best = max(current, key=lambda name: len(name["value"]))
            best["kind"], former["kind"] = "primary", "previous"
            if entity["name"] == former["value"]:
                entity["name"] = best["value"]
