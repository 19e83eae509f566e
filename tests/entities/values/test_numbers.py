"""Numbers in digits and words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.entities.values.folding import fold
from pipeline.entities.values.numbers import english_value, han_successive, han_value

_DIGITS, _UNITS = "零一二三四五六七八九", ("", "十", "百", "千")


def in_han(number: int) -> str:
    """A whole number below 10^12 in Chinese characters, as one says it."""
    for unit, size in (("亿", 10**8), ("万", 10**4)):
        if number >= size:
            high, low = divmod(number, size)
            gap = "零" if 0 < low < size // 10 else ""
            return in_han(high) + unit + (gap + in_han(low) if low else "")
    digits = [int(d) for d in str(number)]
    written = "".join(_DIGITS[d] + (_UNITS[len(digits) - i - 1] if d else "") for i, d in enumerate(digits))
    while "零零" in written:
        written = written.replace("零零", "零")
    return written.rstrip("零")


@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_chinese_characters_round_trip(number: int) -> None:
    assert han_value(in_han(number)) == number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("两万八", 28000),
        ("1.5亿", 150000000),
        ("半", Decimal("0.5")),
        ("千亿", 10**11),
        ("3万5千", 35000),
        ("十五", 15),
        ("1兆2000亿", 12 * 10**11),
    ],
)
def test_chinese(text: str, value: Decimal | int) -> None:
    assert han_value(text) == value


@pytest.mark.parametrize("text", ["", "元", "abc", "三x"])
def test_no_chinese_number(text: str) -> None:
    assert han_value(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,250.5", Decimal("1250.5")),
        ("2.5 million", 2500000),
        ("one and a half billion", 1500000000),
        ("twenty-five", 25),
        ("5 widgets", None),
        ("half a widget", None),
    ],
)
def test_english(text: str, value: Decimal | int | None) -> None:
    assert english_value(text) == value


def test_successive_digits() -> None:
    assert han_successive("七八十亿") == (70 * 10**8, 80 * 10**8)
    assert han_successive("五三亿") is None


@given(st.text(max_size=40))
def test_folding_keeps_length(text: str) -> None:
    assert len(fold(text)) == len(text)
