"""Publication dates of metadata in ISO 8601; what is ambiguous is left out, never guessed."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from dateutil import parser

_EAST_ASIAN = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s?(?:[-/.]|年)\s?(?P<month>\d{1,2})\s?(?:[-/.]|月)\s?(?P<day>\d{1,2})\s?日?"
    r"(?:[\sT]*(?P<hour>\d{1,2})[:：](?P<minute>\d\d)(?:[:：](?P<second>\d\d))?)?"
)
_MONTH_NAME = re.compile(r"(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)")
#: Epoch seconds and milliseconds are read between these years.
_EPOCH_YEARS = range(1990, 2101)


def iso_date(value: Any) -> str | None:
    """ISO 8601 date or date-time, or null where the value does not fix a day.

    Reads ISO 8601, year-month-day with any separator (Chinese characters too), RFC 5322, English month names and epoch
    seconds or milliseconds. `02/03/2026` may be either month and gives null.

    >>> iso_date("2026年2月12日"), iso_date("Feb 12, 2026"), iso_date("02/03/2026")
    ('2026-02-12', '2026-02-12', None)
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _epoch(value)
    if not isinstance(value, str) or len(value) > 100:
        return None
    text = value.strip()
    for read in (_iso, _year_first, _rfc5322, _month_name):
        found = read(text)
        if found:
            return found
    return _epoch(float(text)) if re.fullmatch(r"\d{10}|\d{13}", text, re.ASCII) else None


def _iso(text: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat() if "-" in text else None
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(text).isoformat() if "-" in text else None
    except ValueError:
        return None


def _year_first(text: str) -> str | None:
    match = _EAST_ASIAN.match(text)
    if not match:
        return None
    parts = {name: int(number) for name, number in match.groupdict().items() if number}
    try:
        moment = datetime(**parts)  # type: ignore[arg-type]
    except ValueError:
        return None
    return moment.isoformat() if "hour" in parts else moment.date().isoformat()


def _rfc5322(text: str) -> str | None:
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, IndexError, TypeError, OverflowError):
        return None


def _month_name(text: str) -> str | None:
    """Parsed twice over different days: only what the text itself fixes comes out the same."""
    if not _MONTH_NAME.search(text):
        return None
    try:
        first, second = (parser.parse(text, default=datetime(*day)) for day in ((2001, 1, 1), (2002, 2, 2)))
    except (ValueError, OverflowError, TypeError):
        return None
    if first != second:
        return None
    return first.isoformat() if re.search(r"\d:\d\d", text) else first.date().isoformat()


def _epoch(value: float) -> str | None:
    for seconds in (value, value / 1000):
        try:
            moment = datetime.fromtimestamp(seconds, UTC)
        except (ValueError, OverflowError, OSError):
            continue
        if moment.year in _EPOCH_YEARS:
            return moment.replace(microsecond=0).isoformat()
    return None
