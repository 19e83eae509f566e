"""Language data: number words and scales, English and Chinese (Simplified, as folding leaves it)."""

from __future__ import annotations

from decimal import Decimal

# fmt: off
_TEENS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]
# fmt: on
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

ENGLISH_WORDS: dict[str, Decimal] = {
    **{word: Decimal(value) for value, word in enumerate(_TEENS)},
    **{word: Decimal(10 * value) for value, word in enumerate(_TENS, start=2)},
    "half": Decimal("0.5"),
}
ENGLISH_SCALES: dict[str, Decimal] = {
    scale: Decimal(10) ** power
    for power, scales in {
        3: "thousand k",
        5: "lakh lakhs lac",
        6: "million millions mil mn mln mio mm m",
        7: "crore crores cr",
        9: "billion billions bil bn bln b mrd mld",
        15: "quadrillion",
        12: "trillion trillions tn tln trn trln tr t",
    }.items()
    for scale in scales.split()
} | {"lakh crore": Decimal(10) ** 12, "lakh crores": Decimal(10) ** 12}
HAN_DIGITS: dict[str, Decimal] = {char: Decimal(value) for value, char in enumerate("零一二三四五六七八九")} | {
    "两": Decimal(2)
}
HAN_SMALL_UNITS = {"十": Decimal(10), "百": Decimal(100), "千": Decimal(1000)}
#: In the order in which a number is split. 兆 is 10^12 as in Taiwan and Japan.
HAN_LARGE_UNITS = (("兆", Decimal(10) ** 12), ("亿", Decimal(10) ** 8), ("万", Decimal(10) ** 4))
