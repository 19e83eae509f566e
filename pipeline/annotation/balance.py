"""The balance report: what a corpus holds of each kind, against what is wanted of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.annotation.article import SPLITS, AnnotatedArticle
from pipeline.annotation.gold import GoldRelation
from pipeline.ontology import ontology
from pipeline.text.scripts import has_han, is_traditional, language, word_count

#: Articles wanted in a split.
SPLIT_SIZES = {"train": 280, "dev": 60, "test": 60}
#: Share of articles wanted by language, and of Traditional ones among the Chinese.
LANGUAGE_SHARES = {"en": 0.45, "zh": 0.35, "mixed": 0.2}
TRADITIONAL_SHARE = 0.25
#: How far a share may lie from what is wanted.
TOLERANCE = 0.05
LARGEST_SECTOR = 0.12
RELATIONS_IN_TRAIN = 150
LEAST_STATUS = 25
#: Share of articles wanted without a project, without an affected equity, and without both.
SHARES_WITHOUT = {"project": 0.15, "affected equity": 0.15, "both": 0.1}
#: Entities mentioned in both scripts that make an article mixed, whatever its running text.
BILINGUAL = 10
#: Length in English words and in Chinese characters (words and characters together in mixed texts).
LENGTHS = {"en": (180, 1500), "zh": (300, 2500), "mixed": (180, 2500)}
#: Tables whose every value is shown, absent ones too.
_VOCABULARIES = {"sector": "sectors", "kind": "project_kinds", "status": "statuses", "entity type": "entity_types"}
Bound = Literal["at least", "at most", "about"]


@dataclass(frozen=True)
class Wanted:
    """One requirement with what was found; `share` says that both are shares of one."""

    what: str
    bound: Bound
    wanted: float
    found: float
    share: bool = False

    @property
    def met(self) -> bool:
        """Whether it is met; what is wanted `about` may differ by `TOLERANCE`."""
        if self.bound == "at least":
            return self.found >= self.wanted
        return self.found <= self.wanted if self.bound == "at most" else abs(self.found - self.wanted) <= TOLERANCE


@dataclass(frozen=True)
class Balance:
    """Counts of a corpus by table, and how it stands to what is wanted.

    Attributes:
        articles: how many there are.
        tables: table -> value -> count; vocabularies in their own order, others the most frequent first.
        words: quartiles of article lengths (least, lower, median, upper, most) by language, in words and characters.
    """

    articles: int
    tables: dict[str, dict[str, int]]
    words: dict[str, tuple[int, int, int, int, int]]
    wanted: tuple[Wanted, ...]


def balance(articles: Sequence[AnnotatedArticle]) -> Balance:
    """Counts of a corpus.

    Relation types are wanted in train; a corpus without splits counts as train.

    >>> from pathlib import Path
    >>> from pipeline.annotation.gold import Gold
    >>> gold = Gold.model_validate({"article": {"id": "a"}, "entities": [], "sentiment": {"document": "mixed"}})
    >>> found = balance([AnnotatedArticle("zh-a1", Path("zh-a1.txt"), "股價上漲，臺積電擴產。", gold)])
    >>> found.tables["language"], found.tables["Chinese"], found.tables["sentiment"]["mixed"]
    ({'zh': 1}, {'Traditional': 1}, 1)
    """
    tables = _article_tables(articles) | _gold_tables(articles)
    lengths: dict[str, list[int]] = {}
    for article in articles:
        lengths.setdefault(article_language(article), []).append(word_count(article.text))
    words = {name: _quartiles(sorted(values)) for name, values in sorted(lengths.items())}
    return Balance(len(articles), tables, words, tuple(_wanted(articles, tables)))


def article_language(article: AnnotatedArticle) -> str:
    """`mixed` where the annotator says so or many entities have names of both scripts, else by the text's scripts."""
    if article.gold.article.language == "mixed" or _bilingual(article) >= BILINGUAL:
        return "mixed"
    return language(article.text)


def _bilingual(article: AnnotatedArticle) -> int:
    """How many entities are mentioned in Han and in other script."""
    scripts: dict[str, set[bool]] = {}
    for span in article.spans:
        scripts.setdefault(span.entity, set()).add(has_han(article.text[span.start : span.end]))
    return sum(len(found) == 2 for found in scripts.values())


def _article_tables(articles: Sequence[AnnotatedArticle]) -> dict[str, dict[str, int]]:
    chinese = [a for a in articles if article_language(a) == "zh"]
    without = Counter(_without(a) for a in articles)
    return {
        "split": _in_order(Counter(a.split or "none" for a in articles), (*SPLITS, "none")),
        "slice": dict(sorted(Counter(a.slice for a in articles).items())),
        "language": _by_frequency(article_language(a) for a in articles),
        "Chinese": _by_frequency("Traditional" if is_traditional(a.text) else "Simplified" for a in chinese),
        "file": _by_frequency(a.path.suffix.lower() for a in articles),
        "articles with": _in_order(without, ("project and equity", "project only", "equity only", "neither")),
    }


def _gold_tables(articles: Sequence[AnnotatedArticle]) -> dict[str, dict[str, int]]:
    golds = [a.gold for a in articles]
    projects = [p for g in golds for p in g.projects]
    relations = [r for g in golds for r in g.relations]
    effects = [f for g in golds for q in g.equities for f in q.effects]
    counts: dict[str, Counter[str]] = {
        "sector": Counter(p.sector for p in projects),
        "kind": Counter(p.kind for p in projects),
        "status": Counter(p.status for p in projects),
        "entity type": Counter(e.type for g in golds for e in g.entities),
    }
    tables = {table: _in_order(counts[table], getattr(ontology(), _VOCABULARIES[table])) for table in _VOCABULARIES}
    modalities, directions, types = ontology().modalities, ontology().directions, tuple(ontology().relations)
    return tables | {
        "relation": _in_order(Counter(r.type for r in relations), types),
        "relation in train": _in_order(Counter(r.type for r in _train_relations(articles)), types),
        "modality of relations": _in_order(Counter(r.modality for r in relations), modalities),
        "modality of effects": _in_order(Counter(f.modality for f in effects), modalities),
        "direction of equities": _in_order(Counter(q.direction for g in golds for q in g.equities), directions),
        "direction of effects": _in_order(Counter(f.direction for f in effects), directions),
        "sentiment": _in_order(Counter(g.sentiment.document for g in golds), directions),
        "annotations": {
            "mentions": sum(len(a.spans) for a in articles), "entities": sum(len(g.entities) for g in golds),
            "amounts": sum(len(g.amounts) for g in golds), "dates": sum(len(g.dates) for g in golds),
            "positions": sum(len(e.positions) for g in golds for e in g.entities), "projects": len(projects),
            "relations": len(relations), "affected equities": sum(len(g.equities) for g in golds),
        },
    }  # fmt: skip


def _wanted(articles: Sequence[AnnotatedArticle], tables: dict[str, dict[str, int]]) -> list[Wanted]:
    count = len(articles) or 1
    wanted = [
        Wanted(f"articles in {split}", "at least", size, tables["split"][split]) for split, size in SPLIT_SIZES.items()
    ]
    wanted.append(Wanted("articles", "at least", sum(SPLIT_SIZES.values()), len(articles)))
    for name, share in LANGUAGE_SHARES.items():
        wanted.append(
            Wanted(f"articles in {name}", "about", share, tables["language"].get(name, 0) / count, share=True)
        )
    chinese = tables["Chinese"]
    traditional = chinese.get("Traditional", 0) / (sum(chinese.values()) or 1)
    wanted.append(Wanted("Traditional among Chinese", "about", TRADITIONAL_SHARE, traditional, share=True))
    wanted.append(Wanted("articles of the wanted length", "at least", 1.0, _of_length(articles) / count, share=True))
    projects = sum(tables["sector"].values()) or 1
    for sector, number in tables["sector"].items():
        if number / projects > LARGEST_SECTOR:
            wanted.append(Wanted(f"share of sector {sector}", "at most", LARGEST_SECTOR, number / projects, share=True))
    for status, number in tables["status"].items():
        wanted.append(Wanted(f"status {status}", "at least", LEAST_STATUS, number))
    for relation, number in tables["relation in train"].items():
        wanted.append(Wanted(f"relation {relation} in train", "at least", RELATIONS_IN_TRAIN, number))
    groups = tables["articles with"]
    lacking = {
        "project": groups["equity only"] + groups["neither"],
        "affected equity": groups["project only"] + groups["neither"],
        "both": groups["neither"],
    }
    for name, share in SHARES_WITHOUT.items():
        wanted.append(Wanted(f"articles without {name}", "about", share, lacking[name] / count, share=True))
    return wanted


def _train_relations(articles: Sequence[AnnotatedArticle]) -> Iterator[GoldRelation]:
    has_splits = any(a.split for a in articles)
    return (r for a in articles if not has_splits or a.split == "train" for r in a.gold.relations)


def _of_length(articles: Iterable[AnnotatedArticle]) -> int:
    within = 0
    for article in articles:
        least, most = LENGTHS.get(article_language(article), LENGTHS["mixed"])
        within += least <= word_count(article.text) <= most
    return within


def _without(article: AnnotatedArticle) -> str:
    if article.gold.projects:
        return "project and equity" if article.gold.equities else "project only"
    return "equity only" if article.gold.equities else "neither"


def _quartiles(ordered: Sequence[int]) -> tuple[int, int, int, int, int]:
    last = len(ordered) - 1
    least, lower, median, upper, most = (ordered[round(last * part / 4)] for part in range(5))
    return least, lower, median, upper, most


def _in_order(counts: Counter[str], values: Sequence[str]) -> dict[str, int]:
    return {value: counts[value] for value in values}


def _by_frequency(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items(), key=lambda item: (-item[1], item[0])))
