"""Numbers as business news writes them, in digits or words, English or Chinese, as exact decimals."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.entities.values.number_words import (
    ENGLISH_SCALES,
    ENGLISH_WORDS,
    HAN_DIGITS,
    HAN_LARGE_UNITS,
    HAN_SMALL_UNITS,
)

#: Digits with thousands separators and decimals; never begun or ended inside a longer number.
# no possessive quantifiers: Python 3.11 before 3.11.5 takes more than they match
DIGITS = r"(?<![\d.,])(?:\d{1,3}(?:,\d{3}(?!\d))+|\d+(?!\d))(?:\.\d+(?!\d))?"
_PLAIN = re.compile(r"[\d,]*\.?\d+")
_HAN_SMALL = re.compile(r"(?P<digit>[\d,.]+|[零一二两三四五六七八九])?(?P<unit>[十百千])?")
#: 一三六五, 五零.
_DIGIT_BY_DIGIT = re.compile("[一二三四五六七八九](?:[零一二三四五六七八九]{2,}|零)")
_SUCCESSIVE = re.compile(
    r"(?P<head>[十百千]?)(?P<low>[一二两三四五六七八])(?P<high>[二三四五六七八九])(?P<units>[十百千万亿兆]*)"
)


def english_value(text: str) -> Decimal | None:
    """Value of a number in digits with an English scale, or spelled out; None if it is neither.

    >>> english_value("1.2bn"), english_value("half a million"), english_value("two hundred and fifty")
    (Decimal('1200000000.0'), Decimal('500000.0'), Decimal('250'))
    """
    plain = _PLAIN.match(text)
    if plain:
        scale = text[plain.end() :].strip(" -").rstrip(".")
        factor = ENGLISH_SCALES.get(scale.lower(), None) if scale else Decimal(1)
        return None if factor is None else Decimal(plain.group().replace(",", "")) * factor
    return _spelled(re.split(r"[\s-]+", text.strip().lower()))


def _spelled(words: list[str]) -> Decimal | None:
    total = group = Decimal(0)
    for word in words:
        if word in ("and", "of"):
            continue
        if word == "hundred":
            group = (group or 1) * Decimal(100)
        elif word in ENGLISH_SCALES:
            total, group = total + (group or 1) * ENGLISH_SCALES[word], Decimal(0)
        elif word in ("a", "an"):
            group = group or Decimal(1)
        elif word in ENGLISH_WORDS:
            group += ENGLISH_WORDS[word]
        else:
            return None
    return total + group


def han_value(text: str) -> Decimal | None:
    """Value of a number with Chinese units, in digits, characters or both; None if it is none.

    >>> [int(han_value(n)) for n in ("3.2万亿", "一万五千亿", "1亿2000万", "两万八", "千亿", "一六零零")]
    [3200000000000, 1500000000000, 120000000, 28000, 100000000000, 1600]
    """
    text = text.replace(",", "")
    for unit, factor in HAN_LARGE_UNITS:
        left, found, right = text.rpartition(unit)
        if found:
            high = han_value(left) if left else Decimal(1)
            low = _after_unit(right, factor) if right else Decimal(0)
            return None if high is None or low is None else high * factor + low
    return _han_small(text)


def _after_unit(right: str, factor: Decimal) -> Decimal | None:
    """两万八: a lone digit behind a unit counts tenths of that unit."""
    if len(right) == 1 and right in HAN_DIGITS:
        return HAN_DIGITS[right] * factor / 10
    return han_value(right)


def _han_small(text: str) -> Decimal | None:
    if not text or not re.fullmatch(r"[\d.零一二两三四五六七八九十百千半]+", text):
        return None
    if text == "半":
        return Decimal("0.5")
    if _DIGIT_BY_DIGIT.fullmatch(text):
        return Decimal("".join(str(HAN_DIGITS[char]) for char in text))
    total, at, last = Decimal(0), 0, Decimal(10)
    while at < len(text):
        match = _HAN_SMALL.match(text, at)
        if match is None or match.end() == at:
            return None
        digit, unit = match["digit"], match["unit"]
        factor = HAN_SMALL_UNITS[unit] if unit else Decimal(1)
        if digit is None:
            number = Decimal(1)
        elif digit in HAN_DIGITS:
            number = HAN_DIGITS[digit]
            factor = last / 10 if not unit and match.end() == len(text) and at and text[at - 1] in "百千" else factor
        elif _PLAIN.fullmatch(digit):
            number = Decimal(digit)
        else:
            return None
        total, at, last = total + number * factor, match.end(), factor
    return total


def han_successive(text: str) -> tuple[Decimal, Decimal] | None:
    """Low and high of two neighbouring digits in front of a unit, None for any other number.

    >>> [int(n) for n in han_successive("两三亿")], [int(n) for n in han_successive("十五六万")]
    ([200000000, 300000000], [150000, 160000])
    """
    match = _SUCCESSIVE.fullmatch(text)
    if match is None or HAN_DIGITS[match["high"]] != HAN_DIGITS[match["low"]] + 1:
        return None
    low = han_value(match["head"] + match["low"] + match["units"])
    high = han_value(match["head"] + match["high"] + match["units"])
    return None if low is None or high is None else (low, high)
