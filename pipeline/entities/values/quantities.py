"""Numbers of a text with their scale, wherever they stand: what money is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipeline.entities.values.number_words import ENGLISH_SCALES, ENGLISH_WORDS, HAN_DIGITS
from pipeline.entities.values.numbers import english_value, han_successive, han_value

_SCALE_WORDS = "thousand|million|billion|trillion|quadrillion|lakh crores?|crores?|lakhs?|lac"
_SCALE_SHORT = "mil|bil|mn|mln|mio|Mio|mm|MM|Mrd|mrd|Mld|mld|bn|bln|tn|tln|trn|trln|tr|cr|Cr|BN|MN|TN|Bn|Mn|Tn|m|M|B"
_ENGLISH_SCALE = (
    rf"(?:(?:[ -]|\r?\n)?(?i:{_SCALE_WORDS})(?![A-Za-z])|[ ]?(?:{_SCALE_SHORT})(?![A-Za-z0-9])"
    r"|[bkKtT](?![A-Za-z0-9])|-[BMT](?![A-Za-z0-9-]))"
)
_HAN_SCALE = (
    r"[ ]?[余多来]?[十百千万亿兆]{1,6}(?:\d{1,3}(?:,\d{3}|\d{1,2})?(?:\.\d{1,4})?[十百千万亿]{1,2}){0,2}"
    r"(?:[余多来][万亿]{0,2})?"
)
_HAN = "零一二两三四五六七八九十百千"
_HAN_NUMBER = rf"(?<![{_HAN}万亿兆\d.])(?:[{_HAN}半][{_HAN}万亿兆]{{0,20}}[余多来]?[万亿兆]{{0,2}}|万亿)"
#: 二点四八亿, 三十五．三九兆.
_HAN_POINT = (
    rf"(?<![{_HAN}万亿兆\d.午晨晚])[{_HAN}]{{1,5}}[点.][零一二三四五六七八九]{{1,4}}(?![{_HAN}点分半])"
    r"[万亿兆]{1,2}[余多]?"
)
_WORD = "|".join(sorted({*ENGLISH_WORDS, "hundred", *_SCALE_WORDS.replace("s?", "").split("|")}, key=len, reverse=True))
_SPELLED = (
    rf"(?<![A-Za-z-])(?i:(?:half[ -]an?|an?(?=[ -](?:hundred|{_SCALE_WORDS}))|{_WORD})"
    rf"(?:[ -](?:and[ -])?(?:an?[ -])?(?:{_WORD})){{0,8}})(?![A-Za-z])"
)
#: Thousands by threes, or by twos as in India; a comma with one or two digits is a decimal one before a scale, else
#: the number cannot be read.
_DIGITS = (
    r"(?:\d{1,3}(?:,\d{3}(?!\d))+|\d{1,2}(?:,\d{2}(?=,)){1,5},\d{3}(?!\d)|\d+(?!\d))"
    r"(?:\.\d+(?!\d)|(?!\.\d))(?!,\d)"
)
_DECIMAL_COMMA = rf"\d{{1,3}},\d{{1,2}}(?={_ENGLISH_SCALE}|[ ]?[百千万亿兆])"
_NUMBER = re.compile(
    rf"(?<!\d)(?<!\d[.,])(?:(?P<digits>{_DIGITS})|(?P<decimal>{_DECIMAL_COMMA}))"
    rf"(?:(?P<english>{_ENGLISH_SCALE})|(?P<units>{_HAN_SCALE}))?|(?P<point>{_HAN_POINT})|(?P<han>{_HAN_NUMBER})|(?P<spelled>{_SPELLED})"
)
_MORE = re.compile("[余多来]")
#: A number in characters alone counts as one if it is no bare "hundred", "thousand", "ten thousand".
_HAN_COUNTED = re.compile(r"(?=.*[一二两三四五六七八九半]).*|.*[十百千]+[万亿]|万亿|十")
_HAN_BELOW_HUNDRED = re.compile("[一二两三四五六七八九十]{1,3}")


@dataclass(frozen=True)
class Quantity:
    """A number: `number` times `scale`, or from there to `high` (两三亿). `more` is set by 余 and 多 (50多亿)."""

    start: int
    end: int
    number: Decimal
    scale: Decimal
    written: str
    high: Decimal | None = None
    more: bool = False

    @property
    def value(self) -> Decimal:
        """The number in full."""
        return self.number * self.scale

    @property
    def plain(self) -> bool:
        """Whether it is bare digits without thousands separator or scale, or a small number in words."""
        small_word = self.written.isascii() and self.written[0].isalpha() and self.number < 1000
        return self.scale == 1 and (self.written.isdigit() or small_word)

    @property
    def below_hundred(self) -> bool:
        """Whether it is written in characters without 百, 千, 万 or 亿: money only before the name of a currency."""
        return _HAN_BELOW_HUNDRED.fullmatch(self.written) is not None

    @property
    def by_unit_alone(self) -> bool:
        """Whether it is written with units and no digit (千亿)."""
        return not re.search(r"[^十百千万亿兆]", self.written)


def quantities(folded: str) -> Iterator[Quantity]:
    """Numbers in reading order; `folded` comes from `folding.fold`. A number that cannot be read is left out.

    >>> [(q.written, int(q.value)) for q in quantities("3.2万亿 and 1,300 crore, two million")]
    [('3.2万亿', 3200000000000), ('1,300 crore', 13000000000), ('two million', 2000000)]
    """
    for match in _NUMBER.finditer(folded):
        found = _quantity(match)
        if found is not None:
            yield found


def _quantity(match: re.Match[str]) -> Quantity | None:
    start, end, written = match.start(), match.end(), match.group()
    more = bool(match["units"] or match["han"]) and bool(_MORE.search(written))
    if match["spelled"]:
        spelled = english_value(written)
        return None if spelled is None else Quantity(start, end, spelled, Decimal(1), written)
    if match["point"]:
        return _point_quantity(start, end, written)
    if match["han"]:
        return _han_quantity(start, end, written, more)
    digits = match["digits"] or match["decimal"].replace(",", ".")
    number = Decimal(digits.replace(",", ""))
    if match["english"]:
        scale = ENGLISH_SCALES[match["english"].strip(" -\r\n").lower()]
        return Quantity(start, end, number, scale, written)
    if match["units"]:
        return _scaled_quantity(start, end, number, digits, match["units"], more)
    return Quantity(start, end, number, Decimal(1), written)


def _scaled_quantity(start: int, end: int, number: Decimal, digits: str, units: str, more: bool) -> Quantity | None:
    units = _MORE.sub("", units).strip()
    scale = None if re.search(r"\d", units) else han_value("1" + units)
    if scale is not None:
        return Quantity(start, end, number, scale, digits + units, more=more)
    whole = han_value(digits + units)
    return None if whole is None else Quantity(start, end, whole, Decimal(1), digits + units, more=more)


def _han_quantity(start: int, end: int, written: str, more: bool) -> Quantity | None:
    bare = _MORE.sub("", written)
    if not _HAN_COUNTED.fullmatch(bare):
        return None
    successive = han_successive(bare)
    if successive is not None:
        return Quantity(start, end, successive[0], Decimal(1), written, high=successive[1])
    value = han_value(bare)
    return None if value is None else Quantity(start, end, value, Decimal(1), written, more=more)


def _point_quantity(start: int, end: int, written: str) -> Quantity | None:
    bare = _MORE.sub("", written)
    digits = bare.rstrip("万亿兆")
    whole, part = re.split("[点.]", digits)
    number, scale = han_value(whole), han_value("1" + bare[len(digits) :])
    if number is None or scale is None:
        return None
    places = Decimal("".join(str(HAN_DIGITS[char]) for char in part)).scaleb(-len(part))
    return Quantity(start, end, number + places, scale, written, more=bare != written)
