"""Docs with names, amounts and project phrases marked in the test string: `[COMPANY:Orrin]`, `[MONEY:$2 billion]`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from spacy.tokens import Doc

_MARK = re.compile(r"\[(?P<type>[A-Z]+)(?:=(?P<id>[\w-]+))?:(?P<text>[^\]]+)\]")


def marked_doc(read: Callable[..., Doc], marked: str) -> Doc:
    """A Doc whose slots hold what the marks say; an entity's id is its text unless `[TYPE=id:text]` gives one."""
    text, found, at = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        found.append((len(text), match["type"], match["id"] or match["text"], match["text"]))
        text += match["text"]
        at = match.end()
    doc = read(text + marked[at:])
    names = [f for f in found if f[1] not in ("MONEY", "PROJECT")]
    doc._.project_mentions = [
        {**_span(start, name), "kind": None, "sector": None, "score": 1.0}
        for start, kind, _, name in found
        if kind == "PROJECT"
    ]
    doc._.mentions = [
        {**_span(start, name), "type": kind, "method": "test", "score": 1.0, "kb": [], "entity": key}
        for start, kind, key, name in names
    ]
    doc._.entities = [_entity(key, kind, names) for key, kind in dict.fromkeys((n[2], n[1]) for n in names)]
    doc._.amounts = [
        {"value": float(start + 1), "max": None, "currency": "USD", "qualifier": "exact", **_span(start, name)}
        for start, kind, _, name in found
        if kind == "MONEY"
    ]
    return doc


def _span(start: int, text: str) -> dict[str, Any]:
    return {"start": start, "end": start + len(text), "text": text}


def _entity(key: str, kind: str, names: list[tuple[int, str, str, str]]) -> dict[str, Any]:
    return {
        "entity_id": key, "type": kind, "name": key, "names": [], "byline": False, "positions": [], "kb_id": None,
        "mentions": [i for i, n in enumerate(names) if n[2] == key], "candidates": [], "resolution": "unresolved",
        "country": None, "status": None, "listings": [], "confidence": None,
    }  # fmt: skip
