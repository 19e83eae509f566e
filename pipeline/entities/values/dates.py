"""Dates of an article, in both languages, resolved against its publication date."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from pipeline.document import DateValue
from pipeline.entities.values.date_expression import DateExpression
from pipeline.entities.values.date_resolution import resolve
from pipeline.entities.values.dates_en import english_dates
from pipeline.entities.values.dates_zh import chinese_dates
from pipeline.entities.values.folding import fold
from pipeline.entities.values.numbered_years import numbered_year
from pipeline.entities.values.tense import tense
from pipeline.text.scripts import has_han, is_traditional

_PERIOD_BEFORE = re.compile(
    r"\b(?:ended|ending|through|until|till|by)(?: on)? $"
    r"|\b(?:founded|established|incorporated|born|listed)(?: on| in)? $"
    r"|[至到]$|(?:成立|[创創][立办辦]|注册|註冊|出?生|上市)[于於]?$"
)


def dates(text: str, published: date | None, taken: Iterable[tuple[int, int]] = ()) -> list[DateValue]:
    """Dates in reading order, offsets in code points, ISO 8601 with what is known.

    Args:
        text: the article.
        published: without it, the first full date of the text that is not told as one to come stands in; without
            that too, dates without a year are of the year that numbers a meeting or notice of the text, or are left
            out, as relative ones are.
        taken: spans of other values (money, tickers), which no date may touch.

    >>> found = dates("Since last July; 明年上半年, mid-2027", date(2026, 2, 12))
    >>> [(d["text"], d["value"]) for d in found]
    [('last July', '2025-07'), ('明年上半年', '2027-H1'), ('mid-2027', '2027')]
    """
    folded = fold(text)
    found: list[DateValue] = []
    last: date | None = None
    period: str | None = None
    # the tense decides on years that are not told and, where nothing else does, on the day that stands in
    told = [
        e.told(*tense(folded, e.start, e.end)) if e.year is None or published is None else e
        for e in expressions(text, folded, taken)
    ]
    reference = published or first_day(told, folded)
    if reference is None:
        told = _in_year(told, numbered_year(folded))
    for expression in told:
        value = resolve(expression, reference, last, period)
        if value is None:
            continue
        if len(value) == 10:
            day = date.fromisoformat(value)
            last = day if published is None or day <= published else last
        period = value if len(value) > 4 else period
        start, end = expression.start, expression.end
        found.append(DateValue(value=value, start=start, end=end, text=text[start:end]))
    return found


def _in_year(told: list[DateExpression], year: int | None) -> list[DateExpression]:
    """The same, those that name a month, quarter or half of no year in that `year`."""
    return [replace(e, year=year) if _lacks_year(e) else e for e in told]


def _lacks_year(e: DateExpression) -> bool:
    named = e.month is not None or e.quarter is not None or e.half is not None
    return named and e.year is None and e.direction is None and e.shift_years is None and e.shift_months is None


def first_day(told: Iterable[DateExpression], folded: str) -> date | None:
    """A day near to that of an article that tells none: 0.85 of 745 such dates of train come out right.

    The last day of a period ("year ended 31 March 2025", "until 30 June 2026") and that of a founding are none.
    """
    days = (
        resolve(e, None)
        for e in told
        if e.year
        and e.month
        and e.day
        and e.tense != "future"
        and not _PERIOD_BEFORE.search(folded, max(0, e.start - 14), e.start)
    )
    return next((date.fromisoformat(day) for day in days if day), None)


def expressions(text: str, folded: str, taken: Iterable[tuple[int, int]] = ()) -> list[DateExpression]:
    """Date expressions without overlap, the longest first served, in reading order."""
    candidates = list(english_dates(folded))
    if has_han(text):
        candidates += chinese_dates(folded, is_traditional(text))
    occupied = bytearray(len(text))
    for start, end in taken:
        occupied[start:end] = b"\1" * (end - start)
    chosen: list[DateExpression] = []
    for candidate in sorted(candidates, key=lambda e: (-e.length, e.start)):
        if not any(occupied[candidate.start : candidate.end]):
            occupied[candidate.start : candidate.end] = b"\1" * candidate.length
            chosen.append(candidate)
    return sorted(chosen, key=lambda e: e.start)
