from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotation.gold import Gold
from pipeline.annotation.spans import spans


def gold_of(*entities: dict[str, Any]) -> Gold:
    rows = [{"type": "COMPANY", **e} for e in entities]
    return Gold.model_validate({"article": {"id": "a"}, "entities": rows, "sentiment": {"document": "neutral"}})


def surfaces(text: str, gold: Gold) -> list[tuple[str, str]]:
    return [(text[s.start : s.end], s.entity) for s in spans(text, gold)]


def test_longest_surface_wins_over_all_entities() -> None:
    gold = gold_of({"id": "cnpc", "mentions": ["中国石油"]}, {"id": "sinopec", "mentions": ["中国石油化工"]})
    text = "中国石油化工与中国石油"
    assert surfaces(text, gold) == [("中国石油化工", "sinopec"), ("中国石油", "cnpc")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gap opens", 1),
        ("Gaps", 0),
        ("AGap", 0),
        ("Gap2", 0),
        ("Gapé", 0),
        ("与Gap在", 1),
        ("Gap's", 1),
        ("Gap-led", 1),
    ],
)
def test_latin_surface_matches_at_word_boundaries_only(text: str, found: int) -> None:
    assert len(spans(text, gold_of({"id": "gap", "mentions": ["Gap"]}))) == found


def test_skip_counts_occurrences_that_are_still_free() -> None:
    skip = [{"surface": "May", "occurrence": 2}]
    gold = gold_of(
        {"id": "may", "type": "PERSON", "mentions": ["May"], "skip": skip}, {"id": "corp", "mentions": ["May Corp"]}
    )
    text = "May Corp said May met May in May"
    assert [(s.start, s.entity) for s in spans(text, gold)] == [(0, "corp"), (14, "may"), (29, "may")]


def test_the_first_of_two_entities_takes_a_shared_surface() -> None:
    gold = gold_of({"id": "one", "mentions": ["Orion"]}, {"id": "two", "mentions": ["Orion"]})
    assert surfaces("Orion, Orion", gold) == [("Orion", "one"), ("Orion", "one")]


def test_offsets_count_code_points() -> None:
    text = "🚀🚀\r\n腾讯（Tencent）"
    gold = gold_of({"id": "tencent", "mentions": ["腾讯", "Tencent"]})
    assert [(s.start, s.end) for s in spans(text, gold)] == [(4, 6), (7, 14)]


@given(
    st.text("abAB 中国石油化工.🚀", max_size=40),
    st.lists(st.text("abAB 中国石油化工.", min_size=1, max_size=4), max_size=4),
)
def test_spans_are_sorted_disjoint_and_quote_a_surface(text: str, listed: list[str]) -> None:
    found = spans(text, gold_of({"id": "x", "mentions": listed}))
    assert all(text[s.start : s.end] in listed for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
