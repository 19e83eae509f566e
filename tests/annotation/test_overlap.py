from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.annotation.article import AnnotatedArticle
from pipeline.annotation.overlap import duplicates, leaks

Make = Callable[..., AnnotatedArticle]
STORY = "The port authority opened a second berth on Friday and expects forty ships a month by the end of the year."


def bare(gold: dict[str, Any]) -> None:
    for part in ("entities", "amounts", "dates", "projects", "relations", "equities"):
        gold[part] = []


def test_versions_of_one_story_across_splits(make: Make) -> None:
    other = STORY.replace("on Friday", "on Thursday")
    found = duplicates([make(bare, STORY, "train/a.txt"), make(bare, other, "test/b.txt")])
    assert [(d.first, d.second, d.across_splits) for d in found] == [("b", "a", True)]
    assert 0.6 < found[0].similarity < 1


def test_simplified_and_traditional_are_the_same(make: Make) -> None:
    found = duplicates(
        [make(bare, "台积电扩产，股价上涨。", "x/a.txt"), make(bare, "台積電擴產，股價上漲。", "x/b.txt")]
    )
    assert [(d.similarity, d.across_splits) for d in found] == [(1.0, False)]


def test_different_stories_are_none(make: Make) -> None:
    assert duplicates([make(bare, STORY, "train/a.txt"), make(bare, "Rain stopped play.", "dev/b.txt")]) == []
    assert duplicates([make(bare, "", "train/a.txt"), make(bare, "", "dev/b.txt")]) == []


def entities(*rows: tuple[str, str, dict[str, list[str]]]) -> Callable[[dict[str, Any]], None]:
    def change(gold: dict[str, Any]) -> None:
        bare(gold)
        gold["entities"] = [
            {"id": str(i), "type": kind, "names": names, "mentions": [m]} for i, (kind, m, names) in enumerate(rows)
        ]

    return change


def test_leaks_by_name_in_any_script(make: Make) -> None:
    train = entities(("COMPANY", "台積電", {"zh": ["台積電"]}), ("PERSON", "Li", {"en": ["Li Hua", "Li"]}))
    dev = entities(
        ("COMPANY", "TSMC", {"en": ["TSMC"], "zh": ["台积电"]}),
        ("COMPANY", "Quor", {"en": ["Quor"]}),
        ("PERSON", "Li", {"en": ["Li Jun", "Li"]}),
    )
    again = entities(("COMPANY", "tsmc", {"en": ["tsmc"]}))
    found = leaks([make(train, "", "train/a.txt"), make(dev, "", "dev/b.txt"), make(again, "", "dev/c.txt")])
    assert [(x.split, x.type, x.in_train, x.entities, x.too_large) for x in found] == [
        ("dev", "COMPANY", 1, 2, False),
        ("dev", "PERSON", 0, 1, False),
    ]


@pytest.mark.parametrize("splits", [("dev", "test"), ("x", "y")])
def test_no_leaks_without_train(make: Make, splits: tuple[str, str]) -> None:
    assert leaks([make(path=f"{splits[0]}/a.txt"), make(path=f"{splits[1]}/b.txt")]) == []


def test_too_large_a_leak(make: Make) -> None:
    assert [x.too_large for x in leaks([make(path="train/a.txt"), make(path="test/b.txt")])] == [True, True]
