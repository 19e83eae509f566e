"""The annotated articles that the project carries have no defect, and the splits do not leak."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.annotation.article import SPLITS
from pipeline.annotation.overlap import duplicates, leaks
from pipeline.annotation.validation import defects
from pipeline.evaluation.corpus import read_tolerantly

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("folder", ["corpus/articles", "seeds/articles"])
def test_gold_has_no_defect(folder: str) -> None:
    articles, unreadable = read_tolerantly([ROOT / folder])
    assert len(articles) >= 8
    assert unreadable == []
    assert [(a.stem, d) for a in articles for d in defects(a)] == []


def test_splits_keep_stories_and_names_apart() -> None:
    articles, _ = read_tolerantly([ROOT / "corpus" / "articles" / split for split in SPLITS])
    assert [p for p in duplicates(articles) if p.across_splits] == []
    assert [leak for leak in leaks(articles) if leak.too_large] == []
