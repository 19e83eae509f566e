"""What the words and the companies of an article say of a project's sector, to weigh beside the encoder."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from pipeline.document import Mention, ProjectMention, text_of
from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.projects.heads import head
from pipeline.projects.lexicon import sector_patterns
from pipeline.text.cues import SentenceCues
from pipeline.text.lexicons import folded
from pipeline.text.scripts import HAN, to_simplified

#: A stretch speaks for a sector by 1 for the first of its words and this for each further one, up to `_MOST`.
_FURTHER, _MOST = 0.5, 2.0
#: Banks and funds take part in undertakings of all sectors.
_ANYWHERE = "finance"
#: Right before the name of a company, what it is: 储能系统集成商|海宸科技, Vertical farming group |Leafra. Of projects
#: led by such companies in half of train 93 of 134 have that sector, where the sector of a known company is that of 105
#: of 161.
_KIND_OF_FIRM = re.compile(
    f"[{HAN}a-z0-9]{{0,14}}(?:公司|企业|厂商?|集团|商|机构|品牌|平台|巨头|龙头|独角兽)$"
    r"|\b(?:[a-z][\w-]* ){1,4}"
    r"(?:company|group|firm|start-?up|giant|chain|brand|platform|business|subsidiary|unit|"
    r"(?:[a-z]+-)?[a-z]{3,}(?:er|or|ist)) $"
)
_REACH = 60
#: Kinds of firms of several sectors.
_OF_SEVERAL = re.compile(r"\b(?:developer|operator|utility|lender|carrier|owner)s? $|(?:开发|运营|基金公司|机构)商?$")


class SectorEvidence:
    """Evidence for the sectors of the projects of one article; its words and companies are read once."""

    def __init__(self, doc: Doc, base: KnowledgeBase) -> None:
        plain = folded(to_simplified(text_of(doc)))
        hits = ((m.start(), sector, m.group()) for sector, p in sector_patterns() for m in p.finditer(plain))
        self._words = sorted(hits)
        told = [(m, sector) for m in doc._.mentions if (sector := _sector(m, base) or self._described(plain, m))]
        self._companies = [(m["start"], sector) for m, sector in told]
        kinds = {next(iter(m["kb"]), m["text"]): sector for m, sector in told if sector != _ANYWHERE}
        self._fields = _shares(Counter(kinds.values()))

    def of(self, own: Sequence[ProjectMention], sentences: Sequence[SentenceCues]) -> dict[str, dict[str, float]]:
        """Evidence by name, each a number a sector.

        Args:
            own: the project's phrases.
            sentences: those of the phrases, in the same order.
        """
        stretches = sorted({(s["start"], s["end"]) for s in sentences})
        heads = (found.sector for m in own if (found := head(m["text"])) and found.sector)
        nearest = (
            self._before(s["start"], m["end"]) for m, s in zip(own, sentences, strict=True) if s["start"] < m["end"]
        )
        near = [{s for s in self._between(start, end) if s != _ANYWHERE} for start, end in stretches]
        return {
            "head": _means(({sector: 1.0} for sector in heads), len(own)),
            "phrase": _means((self._strengths(m["start"], m["end"]) for m in own), len(own)),
            "sentence": _means((self._strengths(start, end) for start, end in stretches), len(stretches)),
            "company": _means((dict.fromkeys(found, 1.0) for found in near), len(stretches)),
            "nearest": _means(({sector: 1.0} for sector in nearest if sector), len(own)),
            "companies": self._fields,
        }

    def _strengths(self, start: int, end: int) -> dict[str, float]:
        first = bisect_left(self._words, start, key=lambda w: w[0])
        last = bisect_left(self._words, end, key=lambda w: w[0])
        found = Counter(sector for sector, _ in {(s, word) for _, s, word in self._words[first:last]})
        return {sector: min(_MOST, 1 + _FURTHER * (number - 1)) for sector, number in found.items()}

    def _described(self, plain: str, mention: Mention) -> str | None:
        """Sector of what a company is said to be right before its name, of those with most words the first."""
        if mention["type"] != "COMPANY":
            return None
        start = mention["start"]
        found = _KIND_OF_FIRM.search(plain, max(0, start - _REACH), start)
        if found is None or _OF_SEVERAL.search(found.group()):
            return None
        strengths = self._strengths(found.start(), start)
        return max(strengths, key=lambda sector: strengths[sector], default=None)

    def _between(self, start: int, end: int) -> Iterator[str]:
        first = bisect_left(self._companies, start, key=lambda c: c[0])
        last = bisect_left(self._companies, end, key=lambda c: c[0])
        yield from (sector for _, sector in self._companies[first:last])

    def _before(self, start: int, end: int) -> str | None:
        """Sector of the last company of a sentence up to the end of a phrase."""
        return next(reversed([*self._between(start, end)]), None)


def _sector(mention: Mention, base: KnowledgeBase) -> str | None:
    if mention["type"] != "COMPANY" or not mention["kb"]:
        return None
    entry = base.entries.get(mention["kb"][0])
    return entry.sector if entry is not None else None


def _shares(counts: Counter[str]) -> dict[str, float]:
    total = counts.total()
    return {sector: number / total for sector, number in counts.items()}


def _means(values: Iterable[dict[str, float]], count: int) -> dict[str, float]:
    totals: Counter[str] = Counter()
    for each in values:
        totals.update(each)
    return {sector: total / count for sector, total in totals.items()}
