"""Overlapping runs of words, by which texts that share passages are found."""

from __future__ import annotations

import re
import unicodedata

from pipeline.text.scripts import CJK, LATIN, to_simplified

#: Units (words, or CJK characters) in a shingle; 2 to 5 separate alike, longer ones lose more at each edit.
SHINGLE = 3
_UNIT = re.compile(f"[{CJK}]|[{LATIN}0-9]+")


def shingles(text: str) -> set[str]:
    """Runs of three words or CJK characters, without case and width, Traditional read as Simplified.

    A text of fewer units is one shingle, one without any none.

    >>> sorted(shingles("台積電 rose 5%")) == sorted(shingles("台积电　ROSE ５％"))
    True
    """
    units = _UNIT.findall(to_simplified(unicodedata.normalize("NFKC", text).casefold()))
    if not units:
        return set()
    return {"\x1f".join(units[i : i + SHINGLE]) for i in range(max(1, len(units) - SHINGLE + 1))}
