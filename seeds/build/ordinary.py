"""Which names are words, phrases, places or persons too and so need context: strict, since a wrong link costs more than
a missed one."""

from __future__ import annotations

import math
import re
from functools import lru_cache

from sources.word_frequencies import dictionary, people, zipf

#: Zipf frequency from which a single English word counts as ordinary.
SINGLE_WORD = 2.3
#: Frequency from which every word of a two-word and of a three-word name must be below for the name to stand alone.
TWO_WORDS, THREE_WORDS = 4.0, 4.4
#: Frequency of the rarest part from which a Chinese name reads as a phrase.
CHINESE_PART = 4.05
_HAN_NAME = re.compile("[一-鿿]+")
#: Surnames that as a first character of a name of three mostly begin a person's name.
_SURNAMES = frozenset(
    "王李张刘陈杨赵吴徐孙朱胡郭何罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁余叶蒋杜苏魏吕丁沈姚卢傅钟姜崔谭廖范汪陆贾韦邱"
    "侯邹熊孟秦阎薛尹雷黎史陶贺顾郝龚邵钱严"
)


def needs_context(name: str) -> bool:
    """Whether a name, of either script, needs support in an article.

    >>> needs_context("机器人"), needs_context("值得买"), needs_context("Target"), needs_context("Zuora")
    (True, True, True, False)
    """
    if _HAN_NAME.fullmatch(name):
        return chinese_needs_context(name)
    if _HAN_NAME.search(name):
        return len(name) < 3
    return latin_needs_context(name)


def latin_needs_context(name: str) -> bool:
    """A short token, an ordinary word, a phrase of ordinary words or a person's name."""
    letters = re.sub(r"[^A-Za-z]", "", name)
    words = [word for word in re.split(r"[\s\-/]+", name.lower()) if re.search("[a-z]", word)]
    if len(letters) <= 3 or not words:
        return True
    ranks = sorted(_rank(word) for word in words)
    if len(words) == 1:
        camel = re.search("[a-z][A-Z]", name) is not None
        return ranks[0] >= (3.5 if camel else SINGLE_WORD) or (name.isupper() and len(letters) <= 5)
    if len(words) == 2:
        given, surnames = people()
        return ranks[0] >= TWO_WORDS or (words[0] in given and words[1] in surnames)
    return len(words) == 3 and ranks[0] >= THREE_WORDS


def _rank(word: str) -> float:
    table = zipf("en")
    bare = re.sub(r"^\W+|\W+$", "", word)
    return max(table.get(bare, 0.0), table.get(bare.removesuffix("'s"), 0.0))


def chinese_needs_context(name: str) -> bool:
    """Two characters, a dictionary word, a phrase of common words, or a name like a person's.

    >>> [n for n in ("中国软件", "三全食品", "汇创达", "深科技", "东风股份") if chinese_needs_context(n)]
    ['中国软件', '深科技']
    """
    if len(name) <= 2 or zipf("zh").get(name, 0.0) >= 3.0:
        return True
    if len(name) == 3 and name[0] in _SURNAMES:
        return True
    parts = segments(name)
    if len(name) == 3:
        return max(map(len, parts)) > 1 and _all_common(parts)
    return min(map(len, parts)) > 1 and not name.endswith("股份") and _all_common(parts)


def _all_common(parts: list[str]) -> bool:
    return len(parts) == 1 or all(zipf("zh").get(part, 0.0) >= CHINESE_PART for part in parts)


def segments(text: str) -> list[str]:
    """The most likely division of a Chinese text into dictionary words (unigram model, as jieba's without its HMM).

    >>> segments("中国软件")
    ['中国', '软件']
    """
    counts = dictionary()
    total = _total()
    best: list[tuple[float, int]] = [(0.0, 0)] * (len(text) + 1)
    for start in range(len(text) - 1, -1, -1):
        best[start] = max(
            (math.log(counts.get(text[start:end], 0) or 0.5) - total + best[end][0], end)
            for end in range(start + 1, min(len(text), start + 6) + 1)
            if end == start + 1 or text[start:end] in counts
        )
    parts, at = [], 0
    while at < len(text):
        parts.append(text[at : best[at][1]])
        at = best[at][1]
    return parts


@lru_cache(maxsize=1)
def _total() -> float:
    return math.log(sum(dictionary().values()))
