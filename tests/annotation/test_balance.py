from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.annotation.article import AnnotatedArticle
from pipeline.annotation.balance import Wanted, article_language, balance

Make = Callable[..., AnnotatedArticle]


def test_counts(make: Make) -> None:
    def chinese(gold: dict[str, Any]) -> None:
        gold.update(projects=[], relations=[], equities=[], sentiment={"document": "negative"})

    text = "海岬重工公告，董事長 Ana Ruiz 已辭任，繼任人選未定。"
    found = balance([make(path="train/en-a1.txt"), make(chinese, text, "dev/zh-b2.md")])
    tables = found.tables
    assert found.articles == 2
    assert tables["split"] == {
        "train": 1,
        "dev": 1,
        "plain": 0,
        "hard": 0,
        "wires": 0,
        "press": 0,
        "test": 0,
        "none": 0,
    }
    assert tables["slice"] == {"en-a": 1, "zh-b": 1}
    assert tables["language"] == {"en": 1, "zh": 1}
    assert tables["Chinese"] == {"Traditional": 1}
    assert tables["articles with"] == {"project and equity": 1, "project only": 0, "equity only": 0, "neither": 1}
    assert tables["sector"]["renewables"] == tables["status"]["announced"] == tables["relation"]["leads"] == 1
    assert tables["sector"]["nuclear"] == 0
    assert tables["modality of effects"]["possible"] == tables["direction of effects"]["negative"] == 1
    assert tables["sentiment"] == {"positive": 1, "negative": 1, "mixed": 0, "neutral": 0}
    assert tables["annotations"]["mentions"] == len(make().spans) + 2
    assert found.words["zh"][0] == found.words["zh"][4] == 20


def test_relations_are_wanted_in_train(make: Make) -> None:
    def train_count(path: str) -> int:
        return balance([make(path=path)]).tables["relation in train"]["leads"]

    assert (train_count("train/a.txt"), train_count("a.txt"), train_count("dev/a.txt")) == (1, 1, 0)


def test_many_names_in_two_scripts_make_an_article_mixed(make: Make) -> None:
    pairs = [(f"公司{c}", f"Firm {c}") for c in "ABCDEFGHIJ"]

    def change(gold: dict[str, Any]) -> None:
        gold.update(projects=[], relations=[], equities=[])
        gold["entities"] = [
            {"id": en, "type": "COMPANY", "names": {"en": [en], "zh": [zh]}, "mentions": [en, zh]} for zh, en in pairs
        ]

    text = "We compared a number of listed firms over the year: " + ", ".join(f"{en} ({zh})" for zh, en in pairs)
    assert article_language(make(change, text)) == "mixed"
    assert article_language(make(change, text.replace("公司J", "")))[:2] in ("en", "mi")
    assert article_language(make()) == "en"


@pytest.mark.parametrize(
    ("wanted", "met"),
    [
        (Wanted("x", "at least", 25, 25), True),
        (Wanted("x", "at least", 25, 24), False),
        (Wanted("x", "at most", 0.12, 0.13, share=True), False),
        (Wanted("x", "about", 0.45, 0.41, share=True), True),
        (Wanted("x", "about", 0.45, 0.55, share=True), False),
    ],
)
def test_what_meets_a_wish(wanted: Wanted, met: bool) -> None:
    assert wanted.met is met


def test_wishes(make: Make) -> None:
    wanted = {w.what: w for w in balance([make(path="train/a.txt")]).wanted}
    assert not wanted["articles in dev"].met
    assert wanted["share of sector renewables"].found == 1
    assert wanted["relation leads in train"].found == 1
    assert wanted["articles without project"].found == 0
