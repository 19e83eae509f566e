"""Date expressions resolved to ISO 8601 with what is known, against the publication date."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from pipeline.entities.values.date_expression import DateExpression, Tense

#: Months by which a reading against the tense of its sentence counts as farther off: more than the ten that lie between
#: "bought it in January", told in December, and the January that is next.
_AGAINST_TENSE = 11
#: The same where the cue of the tense stands far off or behind. Chosen on the development articles over 0 to 8.
_AGAINST_VAGUE_TENSE = 4
#: A quarter or half that has passed is farther than one to come: news calls an old one by its year. Chosen on the
#: development articles over 1 to 2.
_PAST_PERIOD = 1.6


def resolve(
    expression: DateExpression, published: date | None, last: date | None = None, period: str | None = None
) -> str | None:
    """ISO 8601 day, month, quarter (`2026-Q3`), half (`2026-H1`) or year; None if it cannot be known or is no date.

    `last` is the last full date that the text named before, `period` the last day, month, quarter or half.

    >>> resolve(DateExpression(0, 3, month=11, tense="past"), date(2026, 2, 12))
    '2025-11'
    """
    try:
        if expression.same_month or expression.same_period:
            return _as_period(expression, period) if period else None
        return _resolve(expression, published, last)
    except (ValueError, OverflowError):  # the 31st of a short month, a year beyond 9999
        return None


def _resolve(x: DateExpression, published: date | None, last: date | None) -> str | None:
    if x.after is not None or x.same_year:
        return _from_last(x, last)
    if x.year is not None:
        return _in_year(x, x.year)
    if published is None:
        return None
    if x.shift_days is not None:
        return (published + timedelta(days=x.shift_days)).isoformat()
    if x.weekday is not None:
        return _weekday(x, published).isoformat()
    if x.shift_years is not None:
        return _in_year(x, published.year + x.shift_years)
    if x.shift_months is not None:
        month = published + relativedelta(months=x.shift_months)
        return _in_year(DateExpression(x.start, x.end, month=month.month, day=x.day), month.year)
    if x.shift_quarters is not None:
        quarter = published + relativedelta(months=3 * x.shift_quarters)
        return f"{quarter.year}-Q{(quarter.month + 2) // 3}"
    return _without_year(x, published)


def _as_period(x: DateExpression, period: str) -> str | None:
    """The month that `period` lies in, or the same month, quarter or half of another year."""
    if x.same_month:
        return None if period[5] in "QH" else period[:7]
    year = x.year if x.year is not None else int(period[:4]) + (x.shift_years or 0)
    return f"{year}{period[4:7]}"


def _from_last(x: DateExpression, last: date | None) -> str | None:
    if last is None:
        return None
    if x.after is not None:
        return (last + timedelta(days=x.after)).isoformat()
    return _in_year(x, last.year)


def _in_year(x: DateExpression, year: int) -> str:
    if not 1000 <= year <= 9999:
        raise ValueError(year)
    if x.quarter:
        return f"{year}-Q{x.quarter}"
    if x.half:
        return f"{year}-H{x.half}"
    if x.month is None or x.whole_year:
        return str(year)
    if x.day is None:
        return f"{year}-{date(year, x.month, 1).month:02}"
    return date(year, x.month, x.day).isoformat()


def _without_year(x: DateExpression, published: date) -> str | None:
    if x.month is not None:
        return _in_year(x, published.year + _years_off(x, published, x.month))
    if x.quarter is not None:
        return _in_year(x, published.year + _years_off(x, published, 3 * x.quarter - 1))
    if x.half is not None:
        return _in_year(x, published.year + _years_off(x, published, 6 * x.half - 3))
    if x.day is not None:
        return _day_alone(x, published)
    return None


def _years_off(x: DateExpression, published: date, month: int) -> int:
    """-1, 0 or 1: the year in which the month lies nearest, or as "last", "this" and "next" say."""
    away = month - published.month
    if x.direction == "this":
        return 0
    if x.direction == "last":
        return 0 if away < 0 else -1
    if x.direction == "next":
        return 0 if away > 0 else 1
    return min((0, -1, 1), key=lambda years: _distance(away + 12 * years, x, published))


def _distance(months: int, x: DateExpression, published: date) -> float:
    ahead = months > 0 or (months == 0 and x.day is not None and x.day > published.day)
    against = x.tense is not None and months != 0 and ahead != (x.tense == "future")
    stretch = _PAST_PERIOD if months < 0 and x.month is None else 1
    penalty = _AGAINST_TENSE if x.certain else _AGAINST_VAGUE_TENSE
    return abs(months) * stretch + (penalty if against else 0)


def _day_alone(x: DateExpression, published: date) -> str | None:
    """The 12th: the one nearest to publication."""
    months = (published + relativedelta(day=1, months=m) for m in (0, -1, 1))
    days = [m.replace(day=x.day or 1) for m in months if x.day is not None and x.day <= monthrange(m.year, m.month)[1]]
    return min(days, key=lambda day: abs((day - published).days)).isoformat() if days else None


def _weekday(x: DateExpression, published: date) -> date:
    """The last one up to publication, unless the sentence looks ahead; weeks begin on Monday."""
    weekday = x.weekday or 0
    in_week = published + timedelta(days=weekday - published.weekday())
    if x.shift_weeks is not None:
        return in_week + timedelta(weeks=x.shift_weeks)
    if x.direction == "this":
        return in_week
    if x.direction == "next":
        return in_week + timedelta(days=7)
    back = (published.weekday() - weekday) % 7
    if x.direction == "last":
        return published - timedelta(days=back or 7)
    return _next_or_last(x.tense if x.certain else None, published, back)


def _next_or_last(tense: Tense | None, published: date, back: int) -> date:
    if tense == "future" and back:
        return published + timedelta(days=7 - back)
    return published - timedelta(days=back)
