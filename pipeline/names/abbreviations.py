"""Short forms and the long forms that they stand for, in English and Chinese."""

from __future__ import annotations

import re

from pipeline.kb import legal_forms
from pipeline.names.han_words import GENERIC_TERMS as HAN_GENERIC
from pipeline.names.latin_words import GENERIC_TERMS, LINKERS
from pipeline.text.scripts import HAN, LATIN, has_han, to_simplified

_WORD = re.compile(f"[{LATIN}0-9]+")
_HAN = re.compile(f"[{HAN}]")
#: A country or region at the head of a Chinese name, which its short form may drop.
_HEAD = re.compile(r"^(?:中国|国家|中华人民共和国|美国|日本|香港|台湾|上海|北京|全国)")


def schwartz_hearst(short: str, before: str) -> int | None:
    """Where in `before` the long form of `short` begins, null if there is none.

    The algorithm of Schwartz and Hearst (2003), "A simple algorithm for identifying abbreviation definitions in
    biomedical text", PSB 8:451-462: characters of the short form are matched from the right, the first one at the start
    of a word; at most min(n + 5, 2n) words.

    >>> schwartz_hearst("ICBC", "the Industrial and Commercial Bank of China")
    4
    """
    letters = [c.lower() for c in short if c.isalnum()]
    if not 2 <= len(letters) <= 10 or not any(c.isalpha() for c in letters):
        return None
    at = len(before)
    for position in range(len(letters) - 1, -1, -1):
        at -= 1
        while at >= 0 and (
            before[at].lower() != letters[position] or (position == 0 and at > 0 and before[at - 1].isalnum())
        ):
            at -= 1
        if at < 0:
            return None
    words = len(before[at:].split())
    limit = min(len(letters) + 5, len(letters) * 2)
    return at if words <= limit and len(before) - at > len(short) else None


def is_acronym(short: str, long: str) -> bool:
    """Whether `short` is made of the initials of `long`, small words counted or left out, legal forms left out.

    >>> is_acronym("SAMR", "State Administration for Market Regulation"), is_acronym("SAMR", "Samsung")
    (True, False)
    """
    letters = "".join(c for c in short if c.isalnum()).lower()
    words = _WORD.findall(long)
    if len(letters) < 2 or len(words) < 2:
        return False
    content = [w for w in words if w not in LINKERS and w != "and"]
    readings = (words, content, [w for w in content if w not in legal_forms.LATIN])
    return any(letters == "".join(w[0] for w in reading).lower() for reading in readings)


def shortens_words(short: str, long: str) -> bool:
    """Whether `short` is some of the words of `long`, in their order.

    >>> shortens_words("Braskem", "BRASKEM S.A."), shortens_words("Blue Energy", "Blue Harbor Energy Ltd")
    (True, True)
    """
    words = iter(w.lower() for w in _WORD.findall(long))
    wanted = [w.lower() for w in _WORD.findall(short)]
    return bool(wanted) and all(w in words for w in wanted) and short.lower() != long.lower()


def shortens_han(short: str, long: str) -> bool:
    """Whether a Chinese form is made of characters of a longer one, in order, from its first or behind its head.

    >>> shortens_han("工行", "中国工商银行"), shortens_han("建行", "中国工商银行")
    (True, False)
    """
    small, large = to_simplified(short), to_simplified(long)
    if not 2 <= len(small) < len(large) or not has_han(small):
        return False
    head = _HEAD.match(large)
    starts = {0, head.end() - 1, head.end()} if head else {0}
    return any(large[at] == small[0] and _subsequence(small, large[at:]) for at in sorted(starts) if at < len(large))


def _subsequence(small: str, large: str) -> bool:
    rest = iter(large)
    return all(char in rest for char in small)


def is_generic(term: str) -> bool:
    """Whether a defined term ("the Company", 公司) stands for anything at all.

    >>> is_generic("the Company"), is_generic("本公司"), is_generic("智新盟")
    (True, True, False)
    """
    if _HAN.search(term):
        return to_simplified(term) in HAN_GENERIC
    words = _WORD.findall(term)
    return bool(words) and all(w.lower() in GENERIC_TERMS or w.lower() in LINKERS for w in words)
