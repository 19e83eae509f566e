"""Codes of securities in brackets right behind a company, which are no names: Lam Research (LRCX), ASML (DE:ASME)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.entities.candidates import Candidate
from pipeline.kb.knowledge_base import KnowledgeBase

_CODE = re.compile(r"\s?[(（]\s?(?P<code>(?:(?P<market>[A-Z]{1,8}):\s?)?[A-Z0-9][A-Z0-9.\-]{0,7})\s?[)）]")

#: Codes of foreign shares over the counter in America, which the knowledge base leaves out.
_OVER_THE_COUNTER = re.compile("[A-Z]{4}[FY]")


def codes_in_brackets(text: str, candidates: Sequence[Candidate], base: KnowledgeBase) -> Iterator[tuple[int, int]]:
    """Spans of codes: with a market before them behind any company, alone behind one that is listed by the code.

    Initials of the company are its name: International Business Machines (IBM).

    >>> from pipeline.kb.knowledge_base import load
    >>> found = [Candidate(0, 12, "COMPANY", "gazetteer", 0.95, ("lam-research",))]
    >>> list(codes_in_brackets("Lam Research (XX:LRCX) fell", found, load()))
    [(14, 21)]
    """
    for candidate in candidates:
        code = _CODE.match(text, candidate.end) if candidate.type == "COMPANY" else None
        if code is not None and (code["market"] or _is_listed_by(code["code"], text, candidate, base)):
            yield code.span("code")


def _is_listed_by(code: str, text: str, company: Candidate, base: KnowledgeBase) -> bool:
    name = text[company.start : company.end]
    rows = company.kb or [row.kb_id for row in base.by_name(name)]
    codes = {line.code for row in rows for line in base.listings.get(row, ())}
    return (code in codes or _OVER_THE_COUNTER.fullmatch(code) is not None) and not _abbreviates(code, name)


def _abbreviates(code: str, name: str) -> bool:
    return "".join(word[0] for word in name.split() if word[0].isupper()).startswith(code)
