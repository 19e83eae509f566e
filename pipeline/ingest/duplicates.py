"""Articles that came before: identical ones are skipped, near-identical ones point to the first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, Protocol

import numpy as np
from datasketch import LeanMinHash, MinHash, MinHashLSH

from pipeline.article import Article, Reject, doc_id
from pipeline.text.shingles import shingles

#: Least Jaccard similarity of near-duplicates. On 46 news articles in both languages, two different ones reach 0.05
#: at most, one with every tenth sentence dropped, replaced or joined by a foreign one has 0.70 (tenth percentile) and
#: with every third 0.47; reprints with other furniture have 0.67 and more.
THRESHOLD = 0.6
_PERMUTATIONS = 64
#: Stored signatures compare with those of the same seed and scheme only.
_SEED = 1
_SCHEME: Literal["affine32"] = "affine32"
#: Originals of a run that are held in memory, the latest ones: some 3 KB each. Older ones are found in a database.
HELD = 50_000
#: Hexadecimal digits of one of the permutations, each 32 bits, in a signature as text.
_DIGITS = 8


class StoredSignatures(Protocol):
    """Signatures of originals that runs left in a database, as text."""

    def candidates(self, bands: Sequence[str]) -> Mapping[str, str]:
        """`doc_id` -> signature of the originals that share a band."""

    def keep(self, doc_id: str, minhash: str, bands: Sequence[str]) -> None:
        """Store the signature of an original."""


class Duplicates:
    """Takes articles in reading order, skips identical ones and marks near-duplicates.

    Identical are articles of the run with the same bytes or the same `doc_id` (the same text but for white space). A
    near-duplicate is compared with originals only, so that `duplicate_of` never names another duplicate: with the
    latest `HELD` of the run, and with all that stand in the databases. Memory: 3 KB for each of those held, and the
    two hashes of every article of the run.

    Args:
        stored: databases that are looked into, and that `written` adds to.

    Attributes:
        skipped: identical articles so far.

    >>> seen = Duplicates()
    >>> [a.text for a in seen.filter([Article(text="Work began."), Article(text="Work  began.")])], seen.skipped
    (['Work began.'], 1)
    """

    def __init__(self, stored: Sequence[StoredSignatures] = ()) -> None:
        self.skipped = 0
        self._stored = stored
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
        similar = {key: signature.jaccard(other) for key, other in self._near(signature).items() if key != identity}
        original = max(similar, key=lambda key: (similar[key], key), default=None)
        if original is not None and similar[original] >= THRESHOLD:
            return article.model_copy(update={"duplicate_of": original})
        self._hold(identity, signature)
        return article

    def _near(self, signature: LeanMinHash) -> dict[str, LeanMinHash]:
        """Signatures that share a band, from the run and the databases."""
        near = {key: self._signatures[key] for key in self._index.query(signature)}
        for stored in self._stored:
            for key, digits in stored.candidates(self._bands(_text(signature))).items():
                near.setdefault(key, _parsed(digits))
        return near

    def _hold(self, identity: str, signature: LeanMinHash) -> None:
        if len(self._signatures) >= HELD:
            oldest = next(iter(self._signatures))
            self._index.remove(oldest)
            del self._signatures[oldest]
        self._signatures[identity] = signature
        self._index.insert(identity, signature, check_duplication=False)

    def written(self, identity: str) -> None:
        """Tell that the record of an article, named by its `doc_id`, stands in the databases: later runs find it."""
        signature = self._signatures.get(identity)
        if signature is not None:
            minhash = _text(signature)
            for stored in self._stored:
                stored.keep(identity, minhash, self._bands(minhash))

    def _bands(self, minhash: str) -> list[str]:
        """Bands of the index with their numbers, as text."""
        size = self._index.r * _DIGITS
        return [f"{band}:{minhash[band * size : (band + 1) * size]}" for band in range(self._index.b)]


def _text(signature: LeanMinHash) -> str:
    return str(signature.hashvalues.astype(">u4").tobytes().hex())


def _parsed(minhash: str) -> LeanMinHash:
    values = np.frombuffer(bytes.fromhex(minhash), dtype=">u4").astype(np.uint32)
    return LeanMinHash(seed=_SEED, hashvalues=values, scheme=_SCHEME)


def _signature(text: str) -> LeanMinHash | None:
    """MinHash of the text's shingles; null for a text without words."""
    runs = [run.encode() for run in shingles(text)]
    if not runs:
        return None
    sketch = MinHash(num_perm=_PERMUTATIONS, seed=_SEED, scheme=_SCHEME)
    sketch.update_batch(runs)
    return LeanMinHash(sketch)
