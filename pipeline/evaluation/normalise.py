"""Comparable forms of names, titles, values and listings."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from iso10383 import MIC

from pipeline.evaluation.name_words import (
    DETERMINERS,
    FORMER_HAN,
    FORMER_LATIN,
    FUNCTION_WORDS,
    GENERIC_HEADS,
    GENERIC_HEADS_HAN,
)
from pipeline.text.scripts import CJK, HANGUL, has_han, to_simplified

_SEPARATORS = re.compile(r"[\s\-–—_.,;:'’‘\"“”()（）\[\]/·・‧&+]+")
_FORMER = re.compile(rf"^(?:(?:{'|'.join(FORMER_LATIN)})(?:\s+|$)|(?:{'|'.join(FORMER_HAN)}))|\s(?:former)$")
#: Kana without the middle dot and the long-vowel mark, which Chinese text uses too, and hangul.
_SYLLABLES = re.compile(f"[\\u3041-\\u30fa\\u30fd-\\u30ff\\u31f0-\\u31ff\\uff66-\\uff9f{HANGUL}]")
_UNIT = re.compile(f"[{CJK}]+|[^{CJK}\\s]+")
_GENERIC_TAIL = re.compile(f"(?:{'|'.join(GENERIC_HEADS_HAN)})$")


@lru_cache(maxsize=100_000)
def name(value: str) -> str:
    """A name without case, width, script variant and punctuation, determiner dropped.

    >>> name("The SoftBank Group Corp."), name("軟銀集團")
    ('softbank group corp', '软银集团')
    """
    words = _SEPARATORS.sub(" ", to_simplified(unicodedata.normalize("NFKC", value)).casefold()).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in DETERMINERS else words)


def title(value: str | None) -> tuple[str | None, bool]:
    """A title in comparable form, and whether the post is marked as a former one.

    >>> title("former vice-chairman"), title("前董事长"), title("CEO"), title("former")
    (('vice chairman', True), ('董事长', True), ('ceo', False), (None, True))
    """
    plain = name(value or "")
    bare = _FORMER.sub("", plain).strip()
    return bare or None, bare != plain


def language_of(value: str) -> str:
    """`zh` for a name with Han characters, `other` with kana or hangul, else `en`.

    >>> language_of("宁德时代"), language_of("CATL"), language_of("トヨタ自動車")
    ('zh', 'en', 'other')
    """
    if _SYLLABLES.search(value):
        return "other"
    return "zh" if has_han(value) else "en"


def similarity(one: str, other: str) -> float:
    """Jaccard similarity of two project names over content words and, in Han, pairs of characters; 0 to 1.

    Function words and heads that any undertaking may have ("project", 项目) do not count unless nothing else is there.

    >>> similarity("expansion of the Gulf terminal", "Gulf terminal expansion project")
    1.0
    >>> similarity("Alaska LNG project", "Mozambique LNG project") < 0.5
    True
    """
    a, b = _content(one), _content(other)
    return len(a & b) / len(a | b) if a | b else 0.0


@lru_cache(maxsize=100_000)
def _content(value: str) -> frozenset[str]:
    units: list[str] = []
    for unit in _UNIT.findall(name(value)):
        if has_han(unit):
            units += _character_pairs(_GENERIC_TAIL.sub("", unit) or unit)
        elif unit not in FUNCTION_WORDS and unit not in DETERMINERS:
            units.append(unit)
    specific = [u for u in units if u not in GENERIC_HEADS]
    return frozenset(specific or units)


def _character_pairs(unit: str) -> list[str]:
    return [unit[i : i + 2] for i in range(len(unit) - 1)] or [unit]


def number(value: float | None) -> str:
    """A number to nine significant digits, so that ways of computing it do not matter; empty for none.

    >>> number(1.2e9), number(1.2 * 1e9) == number(1200000000.0000002), number(None)
    ('1.2e+09', True, '')
    """
    return "" if value is None else format(value, ".9g")


@lru_cache(maxsize=10_000)
def listing(value: str) -> str:
    """MIC:code by operating market, Hong Kong codes in four digits at least.

    Segment and operating codes (ISO 10383) of one market are one market here, as data vendors use either.

    >>> listing("XNGS:AAPL") == listing("XNAS:AAPL"), listing("XHKG:00700")
    (True, 'XHKG:0700')
    """
    mic, _, code = value.partition(":")
    code = code.upper()
    return f"{_operating(mic.upper())}:{code.lstrip('0').zfill(4) if mic.upper() == 'XHKG' else code}"


def _operating(mic: str) -> str:
    entry = MIC.__members__.get(mic.lower())
    operating = entry.value.operating_mic if entry is not None else None
    return str(operating.mic) if operating is not None else mic
