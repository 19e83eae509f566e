"""Mentions for both names of every pair: found ones corrected, missing ones made."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.document import Mention
from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.names.mention_index import MentionIndex
from pipeline.names.name_types import is_surname_of_known, known_type, type_by_form
from pipeline.names.pairs import Pair, script

#: Score of a mention that a pair made; of a type that the knowledge base or the form of the names gives.
_PAIRED, _KNOWN, _FORM, _UNTOLD = 0.75, 0.9, 0.65, 0.0
#: Of a type that both names of a known person give.
_CERTAIN = 1.0
#: What the names of undertakings end in.
_UNDERTAKING = re.compile(
    r"\b(?:Project|Programme|Program|Scheme|Phase (?:[IVX]+|\d|One|Two)|Expansion|Extension|Corridor|Rail Link|"
    r"High-Speed Rail|Fleet|Map|Handbook|Plant|Factory|Complex)$|"
    r"(?:项目|項目|工程|[一二三四五]期|高铁|高鐵|走廊|园区|園區|手[册冊]|地图|地圖|工厂|工廠|电站|電站|线路|線路|综合体|綜合體)$"
)


def mark_pairs(index: MentionIndex, pairs: Iterable[Pair], base: KnowledgeBase) -> None:
    """Put a mention of method `pair` at each span of each pair that has none; the surer type holds for both.

    Where nothing tells a type, the pair is no name's: 37 of 40 such pairs in gold are a project's or a term's.
    """
    for pair in pairs:
        kind, score = pair_type(index, pair, base)
        if score == _UNTOLD:
            continue
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
    read = any(index.at(*span) for span in (pair.outer, pair.inner))
    if not read and any(_UNDERTAKING.search(surface) for surface in surfaces):
        return "COMPANY", _UNTOLD
    for span, surface in zip((pair.outer, pair.inner), surfaces, strict=True):
        mention = index.at(*span)
        if mention is not None:
            found.append((mention["score"], mention["type"]))
        if (kind := known_type(base, surface)) is not None:
            found.append((_KNOWN, kind))
    latin = next((s for s in surfaces if script(s) == "en"), "")
    cjk = next((s for s in surfaces if script(s) != "en"), "")
    if latin and is_surname_of_known(base, latin, cjk):
        return "PERSON", _CERTAIN
    by_form = type_by_form(latin, cjk)
    outer_known = known_type(base, surfaces[0]) is not None
    if not cjk and not outer_known and not read:
        # a term and its letters, which other things may have: only a body's form tells
        return (by_form, _FORM) if by_form in ("GOVERNMENT", "ORGANIZATION") else ("COMPANY", _UNTOLD)
    if by_form is not None:
        found.append((_FORM, by_form))
    score, kind = max(found, key=lambda f: f[0], default=(_UNTOLD, "COMPANY"))
    return kind, score


def _mention(text: str, span: tuple[int, int], kind: str) -> Mention:
    return Mention(
        start=span[0], end=span[1], text=text[slice(*span)], type=kind, method="pair", score=_PAIRED, kb=[], entity=None
    )
