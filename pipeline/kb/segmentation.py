"""Whether a short Han name in a text is a name or characters that its neighbours share: 日立 in 今日立案.

A unigram model of Chinese words decides (the best path through all words of a window, Sproat et al. 1996): the window
read with the name as one word against the window read so that a word crosses the name's edge.
"""

from __future__ import annotations

import math
import re

import marisa_trie

from pipeline.text.scripts import HAN

#: Characters that the model reads on either side of a name, which is the length of the longest word.
_WINDOW = 4
#: Costs of a name and of an infrequent character: minus the logarithms of 1 in 400,000 and 1 in a million.
_NAME, _UNKNOWN = 13.0, 14.0
#: The other reading must be better by this much.
_MARGIN = 1.0
_HAN_BEFORE = re.compile(f"[{HAN}]{{0,{_WINDOW}}}$")
_HAN_AFTER = re.compile(f"[{HAN}]{{0,{_WINDOW}}}")


class HanWords:
    """Words with their costs (minus the natural logarithm of the relative frequency, in hundredths).

    >>> words = HanWords.from_counts({"今日": 900, "立案": 30, "今": 50, "案": 10, "在": 5000, "建厂": 20})
    >>> words.cut_through("今日立案", 1, 3), words.cut_through("在日立建厂", 1, 3)
    (True, False)
    """

    def __init__(self, trie: marisa_trie.RecordTrie) -> None:
        self._trie = trie

    @classmethod
    def from_counts(cls, counts: dict[str, int]) -> HanWords:
        """Words with how often each occurs."""
        total = sum(counts.values())
        rows = ((word, (round(100 * math.log(total / count)),)) for word, count in sorted(counts.items()))
        return cls(marisa_trie.RecordTrie("<H", rows))

    @classmethod
    def from_bytes(cls, content: bytes) -> HanWords:
        """What `to_bytes` gave."""
        return cls(marisa_trie.RecordTrie("<H").frombytes(content))

    def to_bytes(self) -> bytes:
        """The words in the form in which they are stored."""
        content: bytes = self._trie.tobytes()
        return content

    def __contains__(self, word: str) -> bool:
        return word in self._trie

    def cut_through(self, text_key: str, start: int, end: int) -> bool:
        """Whether the words around, rather than the name at `[start, end)`, explain the characters.

        Args:
            text_key: the text's comparison key (Simplified).
        """
        before = _HAN_BEFORE.search(text_key, max(0, start - _WINDOW), start)
        after = _HAN_AFTER.match(text_key, end)
        left = start - before.start() if before else 0
        right = after.end() - end if after else 0
        if not left and not right:
            return False
        window = text_key[start - left : end + right]
        name = (left, left + end - start)
        if not self._crossed(window, name):
            return False
        as_name, across = self._best(window, name)
        return across + _MARGIN < as_name

    def _crossed(self, window: str, name: tuple[int, int]) -> bool:
        """Whether any word crosses an edge of the name; it may begin with it: 高通 in 高通量."""
        start, end = name
        words = self._trie.prefixes
        return any(at + len(word) > start for at in range(start) for word in words(window[at : at + _WINDOW])) or any(
            at + len(word) > end for at in range(start, end) for word in words(window[at : at + _WINDOW])
        )

    def _best(self, window: str, name: tuple[int, int]) -> tuple[float, float]:
        """Costs of the best path with the name as a word, and of the best with a word across one of its edges."""
        size = len(window)
        inside: list[float] = [math.inf] * (size + 1)  # paths that have met no edge crossing
        across: list[float] = [math.inf] * (size + 1)
        named: list[float] = [math.inf] * (size + 1)  # paths through the name
        inside[0] = 0.0
        for at in range(size):
            if min(inside[at], across[at], named[at]) == math.inf:
                continue
            if at == name[0]:
                named[name[1]] = min(named[name[1]], inside[at] + _NAME)
            for end, cost in self._words(window, at):
                if at < name[0] < end or at < name[1] < end:
                    across[end] = min(across[end], min(inside[at], across[at]) + cost)
                else:
                    inside[end] = min(inside[end], inside[at] + cost)
                    across[end] = min(across[end], across[at] + cost)
                    if at >= name[1]:
                        named[end] = min(named[end], named[at] + cost)
        return named[size], across[size]

    def _words(self, window: str, at: int) -> list[tuple[int, float]]:
        found = {at + 1: _UNKNOWN}
        for word in self._trie.prefixes(window[at : at + _WINDOW]):
            found[at + len(word)] = self._trie[word][0][0] / 100
        return list(found.items())
