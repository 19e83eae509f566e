"""Mentions of names that the knowledge base knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.entities import context_cues as cues
from pipeline.entities.candidates import Candidate
from pipeline.kb.knowledge_base import KnowledgeBase, KnownName
from pipeline.kb.matcher import Hit, NameMatcher
from pipeline.text.scripts import has_han

#: Scores against the other finders: a long known name is all but certain, a two-letter abbreviation is not.
_LONG, _SHORT = 0.95, 0.8
#: A Han character run that goes on behind a known name may be a longer, unknown name.
_HAN_NAME_GOES_ON = re.compile(
    r"(?:集团|集團|控股|股份|有限|科技|银行|銀行|证券|證券|国际|國際|大学|大學|省|市|县|縣|区|區|州)"
)
#: A Han name that is an ordinary word too is a name where an article says it this often.
_REPEATED = 3
_BODIES = frozenset({"GOVERNMENT", "ORGANIZATION"})


class Gazetteer:
    """Longest known names of a text. A name that is an ordinary word too (`context`) needs support in the article.

    Support is another name of the same entry that needs none, a ticker of it, the statistical model's agreement, words
    around it that go with a company, or (in Han) that it is said again and again.
    """

    def __init__(self, base: KnowledgeBase) -> None:
        self._base = base
        self._matcher = NameMatcher(base)

    def find(
        self, text: str, listings: frozenset[str] = frozenset(), proposed: Iterable[Candidate] = ()
    ) -> Iterator[Candidate]:
        """Candidates in reading order; `listings` are MIC:code of the tickers in the text, `proposed` what the
        statistical model found."""
        hits = self._matcher.longest(text)
        sure = {n.kb_id for hit in hits for n in hit.names if not n.context}
        sure |= {kb_id for listing in listings if (kb_id := self._base.by_listing(listing))}
        agreed = {(c.start, c.end): c.type for c in proposed}
        for hit in hits:
            sure |= {n.kb_id for n in hit.names if n.context and self._supported(text, hit, n, agreed)}
        for hit in hits:
            names = [n for n in hit.names if not n.context or n.kb_id in sure] or self._generic(hit)
            if names:
                yield self._candidate(hit, names, text)

    def _supported(self, text: str, hit: Hit, name: KnownName, agreed: dict[tuple[int, int], str]) -> bool:
        kind = self._base.entries[name.kb_id].type
        if agreed.get((hit.start, hit.end)) == kind:
            return True
        if kind != "COMPANY":
            return False
        before, after = text[max(0, hit.start - 40) : hit.start], text[hit.end : hit.end + 40]
        if cues.COMPANY_AFTER.match(after) or cues.COMPANY_BEFORE.search(before):
            return True
        return has_han(name.value) and text.count(text[hit.start : hit.end]) >= _REPEATED

    def _generic(self, hit: Hit) -> list[KnownName]:
        """Bodies that share a full name with others ("Ministry of Finance", 财政部): a mention, whichever it is."""
        full = hit.end - hit.start > (2 if has_han(hit.names[0].value) else 9)
        return [n for n in hit.names if full and self._base.entries[n.kb_id].type in _BODIES]

    def _candidate(self, hit: Hit, names: list[KnownName], text: str) -> Candidate:
        surface = text[hit.start : hit.end]
        ranked = sorted(names, key=lambda n: (n.context, n.kind != "primary", n.kb_id))
        ids = tuple(dict.fromkeys(n.kb_id for n in ranked))
        entry = self._base.entries[ids[0]]
        long = len(surface) >= (3 if has_han(surface) else 5)
        score = _LONG if long else _SHORT
        if entry.type != "LOCATION" and has_han(surface) and _HAN_NAME_GOES_ON.match(text, hit.end):
            score = 0.55
        same = tuple(i for i in ids if self._base.entries[i].type == entry.type)
        return Candidate(hit.start, hit.end, entry.type, "gazetteer", score, same)
