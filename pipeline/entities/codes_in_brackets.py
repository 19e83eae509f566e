"""Codes of securities in brackets right behind a company, which are no names: Lam Research (LRCX), ASML (DE:ASME)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.document import Ticker
from pipeline.entities.candidates import Candidate
from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.kb.markets import markets
from pipeline.kb.normalise import key

_CODE = re.compile(
    r"\s?[(（]\s?(?P<span>(?:(?P<market>[A-Z]{1,2}):\s?)?(?P<code>[A-Z0-9][A-Z0-9.\-]{0,7}))(?:\s?[)）]|(?P<number>[,，]\s?\d{4})[,，])"
)
#: Codes of foreign shares over the counter in America, which the knowledge base leaves out.
_OVER_THE_COUNTER = re.compile("[A-Z]{4}[FY]")


def codes_in_brackets(text: str, candidates: Sequence[Candidate], base: KnowledgeBase) -> Iterator[Ticker]:
    """Codes with a country before them behind any company, alone behind one that is listed by the code, or that is
    listed abroad and has one over the counter in America, or with a number and a board behind it, as Malaysian papers
    write (MSM,5202,主板消费产品服务组); with listings where the knowledge base has the line.

    A code that is a name of the company too is a name, as in 62 of 64 such places of gold: 必和必拓（BHP）.

    >>> from pipeline.kb.knowledge_base import load
    >>> found = [Candidate(0, 12, "COMPANY", "gazetteer", 0.95, ("lam-research",))]
    >>> [(t["text"], t["listings"]) for t in codes_in_brackets("Lam Research (LRCX) fell", found, load())]
    [('LRCX', ['XNAS:LRCX'])]
    """
    countries = {market.country for market in markets().values()}
    for candidate in candidates:
        match = _CODE.match(text, candidate.end) if candidate.type == "COMPANY" else None
        if match is None:
            continue
        name = text[candidate.start : candidate.end]
        rows = candidate.kb or tuple(row.kb_id for row in base.by_name(name))
        lines = [line.listing for row in rows for line in base.listings.get(row, ()) if line.code == match["code"]]
        with_country = match["market"] in countries
        alone = match["market"] is None and not _is_name(match["code"], name, rows, base)
        if with_country or match["number"] or (alone and (lines or _is_abroad(match["code"], rows, base))):
            start, end = match.span("span")
            yield Ticker(listings=lines, start=start, end=end, text=text[start:end])


def _is_name(code: str, name: str, rows: Sequence[str], base: KnowledgeBase) -> bool:
    return key(code) != key(name) and any(row.kb_id in rows for row in base.by_name(code))


def _is_abroad(code: str, rows: Sequence[str], base: KnowledgeBase) -> bool:
    listed = [row for row in rows if base.listings.get(row) and base.entries[row].country != "US"]
    return bool(listed) and _OVER_THE_COUNTER.fullmatch(code) is not None
