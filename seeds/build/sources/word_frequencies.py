"""`wordfreq` (Apache-2.0; its data CC BY-SA 4.0, used to decide and not copied) and `names` (MIT): ordinary words of
English and Chinese, and given names and surnames of people."""

from __future__ import annotations

import gzip
import re
from functools import lru_cache
from typing import Any

from packages import member


class _Reader:
    """MessagePack as far as the frequency lists need it: small and 16/32-bit arrays, maps, strings, integers."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def read(self) -> Any:
        kind = self._number(1)
        if kind < 0x80:
            return kind
        if kind < 0x90:
            return {self.read(): self.read() for _ in range(kind - 0x80)}
        if kind < 0xA0:
            return [self.read() for _ in range(kind - 0x90)]
        if kind < 0xC0:
            return self._text(kind - 0xA0)
        if kind in (0xD9, 0xDA):
            return self._text(self._number(kind - 0xD8))
        if kind in (0xDC, 0xDD):
            return [self.read() for _ in range(self._number(2 if kind == 0xDC else 4))]
        raise ValueError(f"MessagePack type {kind:#x}")

    def _number(self, size: int) -> int:
        self._at += size
        return int.from_bytes(self._data[self._at - size : self._at], "big")

    def _text(self, size: int) -> str:
        self._at += size
        return self._data[self._at - size : self._at].decode("utf-8")


@lru_cache(maxsize=2)
def zipf(language: str) -> dict[str, float]:
    """Zipf frequency (log10 of occurrences in a billion words) of the words of `en` or `zh`.

    The lists are bins of words, one bin a centibel below one (Speer 2022, wordfreq 3.0).
    """
    bins = _Reader(gzip.decompress(member("wordfreq", f"data/large_{language}.msgpack.gz"))).read()
    return {word: 9 - rank / 100 for rank, words in enumerate(bins[1:]) for word in words}


@lru_cache(maxsize=1)
def dictionary() -> dict[str, int]:
    """Chinese dictionary words with their counts, for segmentation."""
    lines = member("wordfreq", "data/jieba_zh_orig.txt").decode("utf-8").splitlines()
    rows = (line.split(" ") for line in lines)
    return {row[0]: int(row[1]) for row in rows if re.search("[一-鿿]", row[0])}


@lru_cache(maxsize=1)
def word_kinds() -> dict[str, str]:
    """Part of speech of each Chinese dictionary word, as jieba's dictionary has it."""
    lines = member("wordfreq", "data/jieba_zh_orig.txt").decode("utf-8").splitlines()
    rows = (line.split(" ") for line in lines)
    return {row[0]: row[2] for row in rows if len(row) > 2}


@lru_cache(maxsize=1)
def people() -> tuple[frozenset[str], frozenset[str]]:
    """Given names and surnames of people in lower case (US census 1990)."""
    given = _census("dist.male.first") | _census("dist.female.first")
    return given, _census("dist.all.last")


def _census(file: str) -> frozenset[str]:
    rows = (line.split() for line in member("names", f"names/{file}").decode("ascii").splitlines())
    return frozenset(row[0].lower() for row in rows if row)
