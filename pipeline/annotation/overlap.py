"""What articles of a corpus share: text (duplicates) and names (leaks between splits)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from pipeline.annotation.article import MEASURED, SPLITS, AnnotatedArticle
from pipeline.annotation.gold import GoldEntity
from pipeline.kb.normalise import key
from pipeline.text.shingles import shingles

#: Jaccard similarity of shingles from which two articles count as versions of one story. Different articles on news
#: of one day reach 0.05 at most, one with every third sentence exchanged has 0.47 (see `ingest/duplicates.py`).
NEAR = 0.2
#: Share of an evaluation split's names of a type that may occur in train. News is about the same large firms again and
#: again: with 1,440 articles of train 52% of the companies of dev had stood there, with 2,471 57%.
LARGEST_LEAK = 0.6
#: Types whose names are counted as leaks.
LEAK_TYPES = ("COMPANY", "PERSON")


@dataclass(frozen=True)
class Duplicate:
    """Two articles that share text; `similarity` is the Jaccard similarity of their shingles."""

    first: str
    second: str
    similarity: float
    across_splits: bool


@dataclass(frozen=True)
class Leak:
    """How many of the distinct names of a type in an evaluation split occur in train too."""

    split: str
    type: str
    entities: int
    in_train: int
    names: tuple[str, ...]

    @property
    def share(self) -> float:
        """Share that occurs in train, 0 where there is none."""
        return self.in_train / self.entities if self.entities else 0.0

    @property
    def too_large(self) -> bool:
        """Whether more occur in train than may."""
        return self.share > LARGEST_LEAK


def duplicates(articles: Sequence[AnnotatedArticle]) -> list[Duplicate]:
    """Pairs of articles from `NEAR` similarity on, the most similar first.

    Exact Jaccard similarities by an index of shingles: time grows with the passages that articles share.

    >>> from pathlib import Path
    >>> from pipeline.annotation.gold import Gold
    >>> gold = Gold.model_validate({"article": {"id": "a"}, "entities": [], "sentiment": {"document": "neutral"}})
    >>> texts = {"train/a.txt": "Work on the dam began in May.", "dev/b.txt": "Work on the dam began in June."}
    >>> found = duplicates([AnnotatedArticle(p[-5], Path(p), t, gold) for p, t in texts.items()])
    >>> [(d.first, d.second, round(d.similarity, 2), d.across_splits) for d in found]
    [('b', 'a', 0.67, True)]
    """
    ordered = sorted(articles, key=lambda a: str(a.path))
    holders: dict[str, list[int]] = defaultdict(list)
    sizes = []
    for i, article in enumerate(ordered):
        own = shingles(article.text)
        sizes.append(len(own))
        for shingle in own:
            holders[shingle].append(i)
    shared: Counter[tuple[int, int]] = Counter()
    for indexes in holders.values():
        shared.update(combinations(indexes, 2))
    found = []
    for (i, j), common in shared.items():
        similarity = common / (sizes[i] + sizes[j] - common)
        if similarity >= NEAR:
            one, other = ordered[i], ordered[j]
            found.append(Duplicate(one.stem, other.stem, similarity, one.split != other.split))
    return sorted(found, key=lambda d: (-d.similarity, d.first, d.second))


def leaks(articles: Iterable[AnnotatedArticle]) -> list[Leak]:
    """Companies and people of the splits that are measured on which occur in train, by name.

    Two entities are one if they share a name in any script, case and width: any name of a company, a person's first
    name of each language (a surname alone tells nobody). Empty without a train split.
    """
    by_split: dict[str, list[AnnotatedArticle]] = defaultdict(list)
    for article in articles:
        if article.split:
            by_split[article.split].append(article)
    if "train" not in by_split:
        return []
    found = []
    for kind in LEAK_TYPES:
        train = {k for names in _distinct(by_split["train"], kind) for k in names}
        for split in MEASURED:
            entities = _distinct(by_split[split], kind)
            leaked = [names for names in entities if names & train]
            if by_split[split]:
                shown = tuple(sorted(max(names, key=lambda n: (len(n), n)) for names in leaked))
                found.append(Leak(split, kind, len(entities), len(leaked), shown))
    return sorted(found, key=lambda leak: (SPLITS.index(leak.split), leak.type))


def _distinct(articles: Iterable[AnnotatedArticle], kind: str) -> list[frozenset[str]]:
    """Name keys of each entity of a type; entities that share one are one."""
    groups: dict[str, set[str]] = {}
    for article in articles:
        for entity in article.gold.entities:
            keys = _keys(entity)
            if entity.type != kind or not keys:
                continue
            merged = keys.union(*(groups[k] for k in keys if k in groups))
            for k in merged:
                groups[k] = merged
    return list({id(group): frozenset(group) for group in groups.values()}.values())


def _keys(entity: GoldEntity) -> set[str]:
    if entity.type == "PERSON":
        return {key(names[0]) for names in entity.names.values() if names}
    return {key(n) for names in entity.names.values() for n in names} or {key(m) for m in entity.mentions}
