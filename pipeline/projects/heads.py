"""The class of the head noun of a project's phrases."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from pipeline.projects.lexicon import ALL, HeadClass, heads
from pipeline.text.lexicons import folded
from pipeline.text.scripts import has_han, to_simplified

#: The head of an English phrase stands before its first preposition: "plant in Peru", "acquisition of a mine"; what an
#: offering is of tells whether shares or bonds are sold.
_COMPLEMENT = re.compile(r"(?:(?<!offering)\sof|\s(?:in|at|with|for|on|near|between|from|to|by|under|along))\s")


def head(phrase: str, strengths: tuple[str, ...] = ALL) -> HeadClass | None:
    """The class of the last head noun of a phrase, null if none is known.

    Args:
        strengths: those of the heads that count.

    >>> head("acquisition of a copper mine").kind, head("二期电池工厂").kind, head("四艘油轮").kind
    ('acquisition', 'facility', 'contract')
    """
    if has_han(phrase):
        found = list(heads("zh", to_simplified(phrase), strengths=strengths))
        if found:
            return max(found, key=lambda f: (f[1], f[0]))[2]
    plain = folded(phrase)
    for part in (without_complement(plain), plain):
        found = list(heads("en", part, strengths=strengths))
        if found:
            return max(found, key=lambda f: (f[1], f[0]))[2]
    return None


def without_complement(plain: str) -> str:
    """An English phrase up to its first preposition.

    >>> without_complement("plant in peru"), without_complement("copper mine")
    ('plant', 'copper mine')
    """
    complement = _COMPLEMENT.search(plain)
    return plain[: complement.start()] if complement else plain


def kind_votes(phrases: Iterable[str]) -> Counter[str]:
    """How many phrases have a head of each kind."""
    return Counter(found.kind for phrase in phrases if (found := head(phrase)) is not None)
