"""Percentages, percentage points and basis points, so that nobody takes them for money or counts."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.document import Percentage
from pipeline.entities.values.folding import fold
from pipeline.entities.values.numbers import DIGITS, han_value

_HAN = "零一二两三四五六七八九十百"
_BEHIND = re.compile(
    rf"(?P<number>{DIGITS})(?:"
    r"(?:[ -]?(?:%|per[ -]?cent\b|pct\b|percentage[ -]points?\b|ppts?\b|pp\b)|[ ]?个?百分点)"
    r"|(?P<tenths>成(?![立为本长果交分功员都家品绩熟员效]))"
    r"|(?P<basis>[ -]?(?:basis[ -]points?\b|bps?\b)|个?基点))",
    re.IGNORECASE,
)
_HAN_PERCENT = re.compile(
    rf"百分之(?P<percent>[{_HAN}]{{1,6}}(?:点[{_HAN}]{{1,4}})?|\d[\d.]*)|(?P<permille>[千万]分之[{_HAN}]{{1,6}})"
    rf"|(?<![{_HAN}几数])(?P<tenths>[{_HAN}])成(?P<half>半|[{_HAN}](?![个项十百千万成]))?(?![立为本长果交分功员都家品绩熟效])|(?<![{_HAN}几数])(?P<points>[{_HAN}]{{1,3}})个百分点"
)


def percentages(text: str) -> list[Percentage]:
    """Percentages in reading order; `value` is in percent (a basis point is 0.01, 一成 is 10).

    >>> [(p["text"], p["value"]) for p in percentages("up 5.2%, 25 basis points, 百分之五, 三成, 0.5个百分点")]
    [('5.2%', 5.2), ('25 basis points', 0.25), ('百分之五', 5.0), ('三成', 30.0), ('0.5个百分点', 0.5)]
    """
    folded = fold(text)
    found: list[Percentage] = []
    for match in _BEHIND.finditer(folded):
        number = Decimal(match["number"].replace(",", ""))
        factor = Decimal(10) if match["tenths"] else Decimal("0.01") if match["basis"] else Decimal(1)
        found.append(_percentage(text, match, number * factor))
    for match in _HAN_PERCENT.finditer(folded):
        value = _han_percent(match)
        if value is not None:
            found.append(_percentage(text, match, value))
    return sorted(found, key=lambda p: p["start"])


def _han_percent(match: re.Match[str]) -> Decimal | None:
    if match["permille"]:
        value = han_value(match["permille"][3:])
        return None if value is None else value / (10 if match["permille"][0] == "千" else 100)
    if match["tenths"]:
        tenths = han_value(match["tenths"])
        ones = Decimal(5) if match["half"] == "半" else han_value(match["half"] or "零")
        return None if tenths is None or ones is None else tenths * 10 + ones
    written = match["percent"] or match["points"]
    if written[0].isdigit():
        return Decimal(written.rstrip("."))
    whole, _, decimals = written.partition("点")
    value = han_value(whole)
    digits = "".join(str(han_value(char)) for char in decimals)
    return None if value is None else value + (Decimal(f"0.{digits}") if digits.isdigit() else 0)


def _percentage(text: str, match: re.Match[str], value: Decimal) -> Percentage:
    return Percentage(value=float(value), start=match.start(), end=match.end(), text=text[match.start() : match.end()])
