"""Headlines: where every word is capitalised, capitals tell nothing."""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Za-z][\w’'.-]*")
#: A headline has at least this share of capitalised words, articles and prepositions left out.
_TITLE_CASE = 0.8
_SMALL = frozenset("a an the of in on at for to and or by with as from is its over after into vs amid but".split())


def is_title_case(line: str) -> bool:
    """Whether a line capitalises its words as English headlines do."""
    words = [w for w in _WORD.findall(line) if w.lower() not in _SMALL]
    return len(words) > 2 and sum(w[0].isupper() for w in words) >= _TITLE_CASE * len(words)
