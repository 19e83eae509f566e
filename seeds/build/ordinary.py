"""Which names are words, phrases, places or persons too and so need context: strict, since a wrong link costs more than
a missed one."""

from __future__ import annotations

import math
import re
from functools import lru_cache

from sources.word_frequencies import dictionary, people, zipf

#: Zipf frequency from which a single English word counts as ordinary.
SINGLE_WORD = 2.3
#: Frequency that the rarest word must stay below in a name of two words, and of three or more, to stand alone.
TWO_WORDS, THREE_WORDS = 4.0, 4.4
#: Frequency of the rarest part from which a Chinese name reads as a phrase.
CHINESE_PART = 4.05
#: Frequency of a word from which a name of three that begins with it may be the word and the start of another.
CHINESE_HEAD = 3.8
#: A Japanese word in Latin letters: where short, mostly a surname or a given name too.
_ROMAJI = re.compile("(?:(?:[kgsztdnhbpmrjfc]?h?y?|ts|w)[aiueo]|n)+")
#: Ends of short names that only companies have.
_FIRM_ENDINGS = ("股份", "证券", "药业", "制药", "置业", "信托", "期货")
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
    given, surnames = people()
    ranks = sorted(_rank(word) for word in words)
    if len(words) == 1:
        camel = re.search("[a-z][A-Z]", name) is not None
        common = ranks[0] >= (3.5 if camel else SINGLE_WORD) or (name.isupper() and len(letters) <= 5)
        return common or words[0] in given or words[0] in surnames
    if len(words) == 2:
        return ranks[0] >= TWO_WORDS or (words[0] in given and words[1] in surnames)
    return ranks[0] >= THREE_WORDS


def _rank(word: str) -> float:
    table = zipf("en")
    bare = re.sub(r"^\W+|\W+$", "", word)
    return max(table.get(bare, 0.0), table.get(bare.removesuffix("'s"), 0.0))


def is_romaji(name: str) -> bool:
    """Whether a name is one short Japanese word in Latin letters, so mostly a surname or a given name too.

    >>> is_romaji("Takano"), is_romaji("Avex")
    (True, False)
    """
    return len(name) < 9 and _ROMAJI.fullmatch(name.lower()) is not None


def chinese_needs_context(name: str) -> bool:
    """Two characters, a dictionary word of three, a phrase of common words, or a name like a person's or a group's.

    >>> [n for n in ("中国软件", "三全食品", "汇创达", "深科技", "东风股份", "方大集团") if chinese_needs_context(n)]
    ['中国软件', '深科技', '方大集团']
    """
    if len(name) <= 2 or (len(name) == 4 and name.endswith("集团")):
        return True
    if len(name) == 3:
        parts = segments(name)
        known = len(parts) == 1 or zipf("zh").get(name, 0.0) >= 3.0
        begins_with_word = zipf("zh").get(name[:2], 0.0) >= CHINESE_HEAD
        return known or begins_with_word or name[0] in _SURNAMES or (max(map(len, parts)) > 1 and _all_common(parts))
    return not name.endswith(_FIRM_ENDINGS) and any(_reads_as_phrase(text) for text in (name, *_continued(name)))


def _reads_as_phrase(name: str) -> bool:
    parts = segments(name, whole=False)
    return min(map(len, parts)) > 1 and _all_common(parts)


def _all_common(parts: list[str]) -> bool:
    return all(zipf("zh").get(part, 0.0) >= CHINESE_PART for part in parts)


def _continued(name: str) -> list[str]:
    """The name run on to the end of a common word that its last two characters begin (新能, 新能源)."""
    return [name[:-2] + word for word in _common_words().get(name[-2:], ())]


@lru_cache(maxsize=1)
def _common_words() -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    for word, frequency in sorted(zipf("zh").items()):
        if len(word) == 3 and frequency >= CHINESE_PART:
            words.setdefault(word[:2], []).append(word)
    return words


def segments(text: str, whole: bool = True) -> list[str]:
    """The most likely division of a Chinese text into dictionary words (unigram model, as jieba's without its HMM).

    `whole`: the text may be one word; else it is divided even if the dictionary has it.

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
            if end == start + 1 or (text[start:end] in counts and (whole or end - start < len(text)))
        )
    parts, at = [], 0
    while at < len(text):
        parts.append(text[at : best[at][1]])
        at = best[at][1]
    return parts


@lru_cache(maxsize=1)
def _total() -> float:
    return math.log(sum(dictionary().values()))
