"""Date expressions of English text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.entities.values import date_patterns_en as words
from pipeline.entities.values.date_expression import DateExpression, Direction
from pipeline.entities.values.match_fields import fields
from pipeline.entities.values.number_words import ENGLISH_WORDS

_PATTERNS = [re.compile(pattern) for pattern in words.PATTERNS]
_MONTH_NUMBERS = {name.lower(): n for n, names in enumerate(words.MONTHS, 1) for name in names}
_DIRECTIONS: dict[str, Direction] = {"last": "last", "this": "this", "next": "next"}
_HAN_NEAR = re.compile(r"[㐀-鿿]")
#: A name in characters and a bracket, in which four digits are the code of a security: in gold 26 of 26.
_NAME_AND_BRACKET = re.compile(r"[㐀-鿿] ?\($")


def english_dates(folded: str) -> Iterator[DateExpression]:
    """Date expressions, overlapping ones included.

    >>> [(folded[e.start : e.end], e.year) for folded in ["by mid-2027"] for e in english_dates(folded)]
    [('mid-2027', 2027), ('2027', 2027)]
    """
    for pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            found = fields(match)
            if not _barred(match, found, folded):
                yield _expression(match, found)


def _barred(match: re.Match[str], found: dict[str, str], folded: str) -> bool:
    if "month" in found and "day" not in found and not (found.keys() & {"year", "which", "direction"}):
        return _no_month(found)
    if match.re.groupindex.get("count") is None:
        return False
    before, behind = found.get("bar", "").rstrip(" -").lower(), found.get("count", "")
    if before in words.BARRED_BEFORE or behind.strip(" -").lower() in words.COUNTED_BEHIND:
        return True
    start, end = match.span("span")
    if folded[end : end + 1] == ")" and _NAME_AND_BRACKET.search(folded, max(0, start - 3), start):
        return True
    return bool(_HAN_NEAR.search(folded[max(0, start - 1) : start] + folded[end : end + 1]))


def _no_month(found: dict[str, str]) -> bool:
    """A month's name alone that is a verb (may, march), a first name (June Lee, Jan) or another word."""
    if "lead" in found or "part" in found:
        return (
            "name" in found
            and found["month"].capitalize() in ("April", "June", "August")
            and "part" not in found
            and found["lead"].lower().split()[0]
            in (
                "to",
                "and",
                "of",
                "for",
                "or",
                "between",
                "with",
                "from",
            )
        )
    month = found["month"].capitalize()
    return (
        month in ("May", "March")
        or (len(month) < 4 and month != "May")
        or ("name" in found and month in ("April", "June", "August"))
    )


def _expression(match: re.Match[str], found: dict[str, str]) -> DateExpression:
    span = "span" if match["span"] is not None else "span2"
    start, end = match.span(span)
    start += len("the ") if match[span][:4].lower() == "the " else 0
    month = next((found[g] for g in ("month", "quartermonth", "halfmonth", "yearmonth") if g in found), None)
    feast = words.FEASTS.get(found.get("feast", "").lower(), (None, None))
    return DateExpression(
        start,
        end,
        year=_year(found),
        month=_month(month) or _int(found.get("monthnumber")) or feast[0],
        day=_int(found.get("day")) or feast[1],
        quarter=_ordinal(found.get("quarter")) or _part(found.get("quartermonth"), 3),
        half=_half(found.get("half")) or _part(found.get("halfmonth"), 6),
        whole_year="yearmonth" in found,
        weekday=words.WEEKDAYS.index(found["weekday"][:3].capitalize()) if "weekday" in found else None,
        shift_years=_year_shift(match, found),
        shift_months=_month_shift(found),
        shift_quarters=_shift(found.get("quartershift")),
        shift_days=words.DAY_SHIFTS.get(found.get("dayshift", "").lower()),
        direction=_DIRECTIONS.get(found.get("direction", "").lower()),
        same_period=bool(found.keys() & {"sameperiod", "yearback"}),
    )


def _month(name: str | None) -> int | None:
    return _MONTH_NUMBERS[name.rstrip(".").lower()] if name else None


def _part(last_month: str | None, months: int) -> int | None:
    """Which quarter (of 3 `months`) or half (of 6) of its year a period is in whose last month is given."""
    month = _month(last_month)
    return None if month is None else (month + months - 1) // months


def _year(found: dict[str, str]) -> int | None:
    if "shortyear" in found:
        return 2000 + int(found["shortyear"])
    return _int(found.get("year") or ("which" not in found and found.get("endyear")) or None)


def _year_shift(match: re.Match[str], found: dict[str, str]) -> int | None:
    if "which" in found:
        return words.YEAR_SHIFTS[found["which"].lower()]
    if "newyear" in found:
        return 1
    if "midyear" in found:
        return 0
    if "yearback" in found:
        return -1
    if found.get("agounit") == "year":
        return -_count(found["ago"])
    bare = not found.keys() - {"span"}
    return 0 if bare and "ear" in match["span"] else None


def _count(written: str) -> int:
    if written.isdigit():
        return int(written)
    return 1 if written.lower() in ("a", "an") else int(ENGLISH_WORDS[written.lower()])


def _month_shift(found: dict[str, str]) -> int | None:
    if found.get("agounit") == "month":
        return -_count(found["ago"])
    return 0 if "monthend" in found else _shift(found.get("monthshift"))


def _shift(which: str | None) -> int | None:
    return None if which is None else words.YEAR_SHIFTS[which.lower()]


def _ordinal(written: str | None) -> int | None:
    if written is None:
        return None
    return int(written) if written.isdigit() else words.ORDINALS[written.lower()]


def _half(written: str | None) -> int | None:
    if written is None:
        return None
    return 1 if written.lower() in ("1", "first", "1st") else 2


def _int(written: str | None) -> int | None:
    return None if written is None else int(written)
