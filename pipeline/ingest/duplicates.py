"""Articles that came before: identical ones are skipped, near-identical ones point to the first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from datasketch import LeanMinHash, MinHash, MinHashLSH

from pipeline.article import Article, Reject, doc_id
from pipeline.text.shingles import shingles

#: Least Jaccard similarity of near-duplicates. On 46 news articles in both languages, two different ones reach 0.05
#: at most, one with every tenth sentence dropped, replaced or joined by a foreign one has 0.70 (tenth percentile) and
#: with every third 0.47; reprints with other furniture have 0.67 and more.
THRESHOLD = 0.6
_PERMUTATIONS = 64


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
    """MinHash of the text's shingles; null for a text without words."""
    runs = [run.encode() for run in shingles(text)]
    if not runs:
        return None
    sketch = MinHash(num_perm=_PERMUTATIONS, seed=1)
    sketch.update_batch(runs)
    return LeanMinHash(sketch)
