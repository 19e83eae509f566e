"""Pairs outside brackets: `A, or 乙 in Chinese,`, `乙 / A`, `A – 乙`, cells, lines of a letterhead, side by side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.names import gloss_patterns as patterns
from pipeline.names import latin_words
from pipeline.names.edges import left_edge, mostly_latin, right_edge
from pipeline.names.mention_index import MentionIndex
from pipeline.names.name_types import looks_like_person
from pipeline.names.pairs import Pair, script
from pipeline.names.romanise import spells
from pipeline.text.scripts import to_simplified

_BEFORE = 40


class Appositions:
    """Pairs of a Latin and a CJK name that stand side by side."""

    def __init__(self, index: MentionIndex, base: KnowledgeBase) -> None:
        self._index = index
        self._text = index.text
        self._base = base

    def find(self) -> Iterator[Pair]:
        """Pairs of letterheads, then others in reading order of their Chinese (Japanese, Korean) names."""
        for match in patterns.LETTERHEAD.finditer(self._text):
            outer, inner = (match.span(group) for group, name in match.groupdict().items() if name)
            yield Pair(outer, inner, "gloss", "apposition")
        for match in patterns.CJK_RUN.finditer(self._text):
            pair = self._latin_first(match.start(), match.end()) or self._latin_behind(match.start(), match.end())
            if pair is not None:
                yield pair
        for left, right in pairwise(self._index.mentions):
            if left["end"] == right["start"] and self._are_of_one_row(left["text"], right["text"]):
                yield Pair((left["start"], left["end"]), (right["start"], right["end"]), "gloss", "apposition")

    def _are_of_one_row(self, left: str, right: str) -> bool:
        """Whether names in two scripts that meet without a space are of one row: Bosch博世."""
        if (script(left) == "en") == (script(right) == "en"):
            return False
        first, second = ({n.kb_id for n in self._base.by_name(name)} for name in (left, right))
        return not first.isdisjoint(second)

    def _latin_first(self, start: int, end: int) -> Pair | None:
        window = max(0, start - _BEFORE)
        before = self._text[window:start]
        sure = patterns.SURE_BEFORE.search(before)
        gap = sure or patterns.WEAK_BEFORE.search(before)
        inner = self._cjk_from(start, end)
        if gap is None or inner is None:
            return None
        name_end = window + gap.start()
        if "|" in gap.group():
            name_end = self._over_bracket(name_end)
        outer = left_edge(self._index, name_end, self._text[slice(*inner)])
        if outer is None or script(self._text[slice(*outer)]) != "en" or not self._text[outer[0] : outer[1]].strip():
            return None
        if "|" in gap.group() and not self._are_cells(outer, inner):
            return None
        return Pair(outer, inner, "gloss", "apposition") if self._one(outer, inner, sure is not None) else None

    def _latin_behind(self, start: int, end: int) -> Pair | None:
        sure = patterns.SURE_AFTER.match(self._text, end)
        gap = sure or patterns.WEAK_AFTER.match(self._text, end)
        if gap is None:
            return None
        inner = right_edge(self._index, gap.end())
        if inner is None or script(self._text[slice(*inner)]) != "en":
            return None
        outer = left_edge(self._index, end, self._text[slice(*inner)])
        if outer is None or outer[0] < start or ("|" in gap.group() and not self._are_cells(outer, inner)):
            return None
        return Pair(outer, inner, "gloss", "apposition") if self._one(inner, outer, sure is not None) else None

    def _cjk_from(self, start: int, end: int) -> tuple[int, int] | None:
        """The CJK name that opens a run: a mention, else the whole run in an English line."""
        known = self._index.starting_at(start)
        if known is not None and known["end"] <= end:
            return start, known["end"]
        if self._text[end : end + 1] in ("(", "（"):
            known = self._index.starting_at(start)
            return (start, known["end"]) if known is not None else None
        return (start, end) if mostly_latin(self._text, start) and 2 <= end - start <= 20 else None

    def _over_bracket(self, end: int) -> int:
        while end > 0 and self._text[end - 1] in " \t":
            end -= 1
        if end > 0 and self._text[end - 1] == ")" and self._index.ending_at(end) is None:
            opening = self._text.rfind("(", max(0, end - 30), end)
            return len(self._text[:opening].rstrip(" ")) if opening > 0 else end
        return end

    def _are_cells(self, left: tuple[int, int], right: tuple[int, int]) -> bool:
        before = self._text[max(0, left[0] - 6) : left[0]].rstrip(" \t*")
        after = self._text[right[1] : right[1] + 6].lstrip(" \t*")
        return before[-1:] in ("|", "\n", "") and after[:1] in ("|", "\n", "")

    def _one(self, latin: tuple[int, int], cjk: tuple[int, int], sure: bool) -> bool:
        """Whether both name one thing: the sign between them says so, or spelling, or the knowledge base."""
        left, right = self._text[slice(*latin)], self._text[slice(*cjk)]
        if left in latin_words.NOT_A_GLOSS:
            return False
        left_ids = {n.kb_id for n in self._base.by_name(left)}
        right_ids = {n.kb_id for n in self._base.by_name(right)}
        if left_ids & right_ids or spells(left, right):
            return True
        if left_ids and right_ids:
            return False
        if sure:
            return bool(left_ids or right_ids or self._index.at(*latin) or self._index.at(*cjk))
        person = self._index.at(*latin)
        beside = abs(cjk[0] - latin[1]) == 1 or abs(latin[0] - cjk[1]) == 1
        return beside and person is not None and person["type"] == "PERSON" and looks_like_person(to_simplified(right))
