"""Articles that came before: identical ones are skipped, near-identical ones point to the first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from datasketch import LeanMinHash, MinHash, MinHashLSH

from pipeline.article import Article, Reject, doc_id
from pipeline.text.scripts import CJK, LATIN, to_simplified

#: Least Jaccard similarity of near-duplicates. On 46 news articles in both languages, two different ones reach 0.05
#: at most, one with every tenth sentence dropped, replaced or joined by a foreign one has 0.70 (tenth percentile) and
#: with every third 0.47; reprints with other furniture have 0.67 and more.
THRESHOLD = 0.6
#: Units (words, or CJK characters) in a shingle; 2 to 5 separate alike, longer ones lose more at each edit.
SHINGLE = 3
_PERMUTATIONS = 64
_UNIT = re.compile(f"[{CJK}]|[{LATIN}0-9]+")


class Duplicates:
    """Takes articles in reading order, skips identical ones and marks near-duplicates.

    Identical are articles with the same bytes or the same `doc_id` (the same text but for white space). A
    near-duplicate is compared with originals only, so that `duplicate_of` never names another duplicate. Memory: some
    3 KB an article.

    Attributes:
        skipped: identical articles so far.

    >>> seen = Duplicates()
    >>> [a.text for a in seen.filter([Article(text="Work began."), Article(text="Work  began.")])], seen.skipped
    (['Work began.'], 1)
    """

    def __init__(self) -> None:
        self.skipped = 0
        self._hashes: set[str] = set()
        self._signatures: dict[str, LeanMinHash] = {}
        self._index = MinHashLSH(threshold=THRESHOLD, num_perm=_PERMUTATIONS, weights=(0.2, 0.8))

    def filter(self, items: Iterable[Article | Reject]) -> Iterator[Article | Reject]:
        """The items without identical articles; rejects pass."""
        for item in items:
            if isinstance(item, Reject):
                yield item
                continue
            identity = doc_id(item.text)
            if identity in self._hashes or (item.content_hash and item.content_hash in self._hashes):
                self.skipped += 1
                continue
            self._hashes.update(filter(None, (identity, item.content_hash)))
            yield self._marked(item, identity)

    def _marked(self, article: Article, identity: str) -> Article:
        signature = _signature(article.text)
        if signature is None:
            return article
        similar = {key: signature.jaccard(self._signatures[key]) for key in self._index.query(signature)}
        original = max(similar, key=lambda key: (similar[key], key), default=None)
        if original is not None and similar[original] >= THRESHOLD:
            return article.model_copy(update={"duplicate_of": original})
        self._signatures[identity] = signature
        self._index.insert(identity, signature, check_duplication=False)
        return article


def _signature(text: str) -> LeanMinHash | None:
    """MinHash of the text's shingles, Traditional read as Simplified; null for a text without words."""
    units = _UNIT.findall(to_simplified(unicodedata.normalize("NFKC", text).casefold()))
    if not units:
        return None
    shingles = {"\x1f".join(units[i : i + SHINGLE]).encode() for i in range(max(1, len(units) - SHINGLE + 1))}
    sketch = MinHash(num_perm=_PERMUTATIONS, seed=1)
    sketch.update_batch(list(shingles))
    return LeanMinHash(sketch)
