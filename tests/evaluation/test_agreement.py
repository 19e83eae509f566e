from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.annotation.gold import Gold, GoldDocument, read_gold
from pipeline.errors import UsageError
from pipeline.evaluation.agreement import agreement
from pipeline.evaluation.layers import LAYERS

Annotate = Callable[..., list[GoldDocument]]


@pytest.fixture
def annotate(tmp_path: Path, gold: Gold, text: str) -> Annotate:
    """Documents of an annotator, whose gold of the small article a function has changed in place."""

    def annotate(
        name: str,
        change: Callable[[Any], object] = lambda raw: None,
        stems: tuple[str, ...] = ("small",),
        end: str = "",
    ) -> list[GoldDocument]:
        folder = tmp_path / name
        folder.mkdir()
        raw = json.loads(gold.model_dump_json(exclude_unset=True))
        change(raw)
        for stem in stems:
            (folder / f"{stem}.txt").write_bytes((text + end).encode())
            (folder / f"{stem}.gold.json").write_text(json.dumps(raw), encoding="utf-8")
        return read_gold(folder)

    return annotate


def test_the_same_gold_agrees_in_every_score(annotate: Annotate) -> None:
    report = agreement(annotate("a"), annotate("b")).report
    assert {s.layer for s in report.scores} == set(LAYERS)
    assert [(s.layer, s.name) for s in report.scores if s.value.value != 1 and s.gold + s.predicted] == []


def test_differences_count_in_their_layer(annotate: Annotate) -> None:
    def change(raw: Any) -> None:
        raw["entities"].pop()
        raw["relations"][2]["modality"] = "asserted"
        raw["sentiment"]["document"] = "positive"

    report = agreement(annotate("a"), annotate("b", change)).report
    mentions, relations = report.score("mentions", "exact"), report.score("relations", "all with modality")
    assert (mentions.hits, mentions.predicted, mentions.gold) == (13, 13, 14)
    assert (relations.hits, relations.predicted, relations.gold) == (3, 4, 4)
    assert report.score("sentiment", "accuracy").value.value == 0
    assert report.score("dates", "exact").value.value == 1


def test_f1_is_the_same_both_ways(annotate: Annotate) -> None:
    first, second = annotate("a"), annotate("b", lambda raw: raw["entities"].pop())
    one, other = (agreement(*pair, ["mentions"]).report.score("mentions", "exact") for pair in
                  ((first, second), (second, first)))  # fmt: skip
    assert one.value.value == other.value.value != 1


def test_articles_of_one_annotator_only_are_left_out(annotate: Annotate) -> None:
    found = agreement(annotate("a", stems=("x", "y")), annotate("b", stems=("y", "z")))
    assert (list(found.report.sheets), found.only_first, found.only_second) == (["y"], ("x",), ("z",))


def test_nothing_in_common_and_texts_that_differ(annotate: Annotate) -> None:
    first = annotate("a")
    with pytest.raises(UsageError, match="no article in common"):
        agreement(first, annotate("b", stems=("z",)))
    with pytest.raises(UsageError, match="differs from"):
        agreement(first, annotate("c", end="."))
