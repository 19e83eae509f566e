"""Mentions for both names of every pair: found ones corrected, missing ones made."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.document import Mention
from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.names.mention_index import MentionIndex
from pipeline.names.name_types import known_type, type_by_form
from pipeline.names.pairs import Pair, script

#: Score of a mention that a pair made; of a type that the knowledge base or the form of the names gives.
_PAIRED, _KNOWN, _FORM, _DEFAULT = 0.75, 0.9, 0.65, 0.2


def mark_pairs(index: MentionIndex, pairs: Iterable[Pair], base: KnowledgeBase) -> None:
    """Put a mention of method `pair` at each span of each pair that has none; the surer type holds for both."""
    for pair in pairs:
        kind, score = pair_type(index, pair, base)
        for span in (pair.outer, pair.inner):
            known = index.at(*span)
            if known is None:
                index.put(_mention(index.text, span, kind))
            elif known["type"] != kind and known["score"] < score:
                known["type"] = kind


def pair_type(index: MentionIndex, pair: Pair, base: KnowledgeBase) -> tuple[str, float]:
    """Type of a pair and how sure it is: what finders, knowledge base and form say, the surest first."""
    found: list[tuple[float, str]] = []
    surfaces = [index.text[slice(*span)] for span in (pair.outer, pair.inner)]
    for span, surface in zip((pair.outer, pair.inner), surfaces, strict=True):
        mention = index.at(*span)
        if mention is not None:
            found.append((mention["score"], mention["type"]))
        if (kind := known_type(base, surface)) is not None:
            found.append((_KNOWN, kind))
    latin = next((s for s in surfaces if script(s) == "en"), "")
    cjk = next((s for s in surfaces if script(s) != "en"), "")
    by_form = type_by_form(latin, cjk)
    if by_form is not None:
        found.append((_FORM, by_form))
    score, kind = max(found, key=lambda f: f[0], default=(_DEFAULT, "COMPANY"))
    return kind, score


def _mention(text: str, span: tuple[int, int], kind: str) -> Mention:
    return Mention(
        start=span[0], end=span[1], text=text[slice(*span)], type=kind, method="pair", score=_PAIRED, kb=[], entity=None
    )
