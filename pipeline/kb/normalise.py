"""The key under which names are compared: Simplified, half width, lower case, letters without their marks; as long as
the text itself.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from pipeline.text.scripts import HAN, LATIN, UNMARKED, to_simplified

#: A space that many pages put where Latin letters or digits and Han characters meet: SK |海力士.
SEAM = re.compile(f"(?<=[{LATIN}0-9]) (?=[{HAN}])|(?<=[{HAN}]) (?=[{LATIN}0-9])")


def key(text: str) -> str:
    """Comparison key of the same length as `text`, so that offsets stay.

    >>> key("台積電（ＴＳＭＣ） O’Neill")
    "台积电(tsmc) o'neill"
    >>> key("Nestlé"), key("Ørsted"), key("Türkiye İş Bankası")
    ('nestle', 'orsted', 'turkiye is bankasi')
    """
    if text.isascii():
        return text.replace("`", "'").lower()
    return _lower(to_simplified(text).translate(_folding()))


def _lower(text: str) -> str:
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


@lru_cache(maxsize=1)
def _folding() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table |= {ord(char): "'" for char in "’‘ʼ`´"}
    table |= {ord(char): "-" for char in "‐‑‒–"}
    table |= {ord(char): "·" for char in "•・‧∙⋅"}
    for letter in map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))):
        bare = unicodedata.normalize("NFD", letter)[0]
        if bare.isascii() and bare.isalpha():
            table[ord(letter)] = bare
    table |= {ord(letter): bare for letter, bare in (UNMARKED | dict(zip("ħĦŧŦ", "hHtT", strict=True))).items()}
    table |= {ord(char): " " for char in "\u00a0\u2009\u202f\u3000"}
    return table
