"""Date expressions of Chinese text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.entities.values import date_patterns_zh as words
from pipeline.entities.values.date_expression import DateExpression
from pipeline.entities.values.match_fields import fields
from pipeline.entities.values.number_words import HAN_DIGITS
from pipeline.entities.values.numbers import han_value

#: Groups of patterns for Traditional text only.
_TRADITIONAL = ("traditionalday", "minguo")
_PATTERNS = [re.compile(pattern) for pattern in words.PATTERNS]


def chinese_dates(folded: str, traditional: bool) -> Iterator[DateExpression]:
    """Date expressions, overlapping ones included; a bare 昨 and years such as 115年 count in Traditional text only.

    >>> [(e.year, e.month, e.day) for e in chinese_dates("二零二六年十二月三十一日", False) if e.day]
    [(2026, 12, 31), (2026, 12, 31)]
    """
    for pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            found = fields(match)
            if not traditional and not found.keys().isdisjoint(_TRADITIONAL):
                continue
            if "traditionalday" in found:
                found["dayshift"] = found["traditionalday"]
            expression = _expression(match, found)
            if expression is not None:
                yield expression


def _expression(match: re.Match[str], found: dict[str, str]) -> DateExpression | None:
    start, end = match.span("span")
    end -= len(match["span"]) - len(match["span"].rstrip())
    feast = words.FEASTS.get(found.get("feast", ""), (None, None))
    base = DateExpression(
        start,
        end,
        year=_year(found),
        month=_number(found.get("month")) or feast[0],
        day=_number(found.get("day")) or feast[1],
        quarter=_quarter(found),
        half={"上": 1, "下": 2}.get(found.get("half", "")) or _number(found.get("halfnumber")),
        shift_years=_back(found.get("ago")) if "ago" in found else words.YEAR_SHIFTS.get(found.get("yearshift", "")),
        shift_months=_month_shift(found),
        shift_quarters=words.QUARTER_SHIFTS.get(found.get("quartershift", "-")),
        shift_days=words.DAY_SHIFTS.get(found.get("dayshift", "")),
        after=words.AFTER_DAYS.get(found.get("after", "")),
        same_year="sameyear" in found,
        same_month="samemonth" in found,
    )
    if "weekday" in found:
        return _with_weekday(base, found)
    if match.group("span").startswith("年"):
        return DateExpression(start, end, shift_years=0)
    return base


def _with_weekday(base: DateExpression, found: dict[str, str]) -> DateExpression:
    weekday = min(words.WEEKDAYS.index(found["weekday"]), 6)
    week = found.get("week", "")
    return DateExpression(
        base.start,
        base.end,
        weekday=weekday,
        direction="this" if week in ("本", "这") else "next" if week == "下" else None,
        shift_weeks={"上": -1, "上上": -2}.get(week),
    )


def _back(written: str | None) -> int:
    return -(_number(written) or 0)


def _month_shift(found: dict[str, str]) -> int | None:
    if "agomonths" in found:
        return _back(found["agomonths"])
    return 0 if "thismonth" in found else words.MONTH_SHIFTS.get(found.get("monthshift", "-"))


def _year(found: dict[str, str]) -> int | None:
    if "era" in found:
        year = _number(found["erayear"])
        return None if year is None else words.ERAS[found["era"]] + year
    if minguo := found.get("minguo") or found.get("minguocode"):
        return words.ERAS["民国"] + int(minguo)
    if "shortyear" in found:
        return 2000 + int(found["shortyear"])
    written = found.get("year") or found.get("fiscal")
    if written is None or written.isdigit():
        return int(written) if written else None
    return int("".join(str(HAN_DIGITS[char]) for char in written))


def _quarter(found: dict[str, str]) -> int | None:
    if "firstquarter" in found:
        return 1
    return 4 if "lastquarter" in found else _number(found.get("quarter") or found.get("quarternumber"))


def _number(written: str | None) -> int | None:
    if written is None:
        return None
    if written == "元":
        return 1
    value = int(written) if written.isascii() else han_value(written)
    return None if value is None else int(value)
