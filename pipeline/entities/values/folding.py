"""The form in which values are matched: Simplified, half width, plain dashes; as long as the text, case kept."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.text.scripts import to_simplified

#: A full-width comma is punctuation, except between full-width digits.
_WIDE_COMMA = re.compile(r"(?<=[０-９])，(?=[０-９]{3})")


def fold(text: str) -> str:
    """`text` with width, script and dash variants levelled, character for character.

    >>> fold("約１．５億港元～２億港元")
    '约1.5亿港元~2亿港元'
    """
    return _WIDE_COMMA.sub(",", to_simplified(text)).translate(_table())


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if code != ord("，")}
    table |= {ord(char): "-" for char in "‐‑‒–−－"}
    table |= {ord(char): "~" for char in "〜～∼"}
    table |= {ord(char): "'" for char in "’‘"}
    table |= {ord(char): " " for char in "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000\t"}
    table |= {
        ord("￥"): "¥",
        ord("￡"): "£",
        ord("￦"): "₩",
        ord("￠"): "¢",
        ord("﹪"): "%",
        ord("〇"): "零",
        ord("○"): "零",
    }
    return table
