"""Tone of articles, sentences and entities, in both languages."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.document import Effect
from pipeline.sentiment.article_tone import settled
from pipeline.sentiment.inflection import forms
from pipeline.sentiment.tone_lexicon import tone_hits
from pipeline.text.lexicons import lexicon


def weights(text: str) -> dict[str, float]:
    return {text[h.start : h.end]: h.weight for h in tone_hits(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Profits soared.", {"Profits": 1.0, "soared": 3.0}),
        ("a cancer drug, debt financing and risk management for crude oil", {}),
        ("demand is not strong", {"strong": -1.0}),
        ("sharply weaker demand", {"weaker": -1.5}),
        ("股價大漲", {"大漲": 3.0}),
        ("遭沽售，前景利淡", {"沽售": -2.0, "前景": 1.0, "利淡": -2.0}),
        ("抗癌药与债务融资", {}),
        ("並非利好", {"利好": -1.0}),
        ("It narrowed its loss; input costs rose", {"narrowed its loss": 2.0, "input costs rose": -1.0}),
        ("a hit less than feared", {"hit": -1.0, "less than feared": 2.0}),
        ("轉虧為盈，利空出盡，跌幅收窄", {"轉虧為盈": 3.0, "利空出盡": 2.0, "跌幅收窄": 1.0}),
    ],
)
def test_words_with_their_scope(text: str, expected: dict[str, float]) -> None:
    assert weights(text) == expected


@given(st.text(alphabet="跌涨利好not soared.，\r\n🚇 Ａ＋", max_size=60))
def test_hits_are_ordered_and_inside_the_text(text: str) -> None:
    hits = tone_hits(text)
    assert all(0 <= h.start < h.end <= len(text) and abs(h.weight) <= 4.5 for h in hits)
    assert all(a.end <= b.start for a, b in itertools.pairwise(hits))


def test_lexicon_is_large_and_within_bounds() -> None:
    for table, least in (("tone_en", 700), ("tone_zh", 900)):
        rows = lexicon(table)
        assert len({row["phrase"] for row in rows}) >= least
        assert all(-3 <= int(row["weight"]) <= 3 and int(row["weight"]) for row in rows)


@pytest.mark.parametrize(
    ("phrase", "inflection", "form"),
    [("agree", "verb", "agreed"), ("cut", "verb", "cutting"), ("rally", "verb", "rallied"), ("loss", "noun", "losses")],
)
def test_inflection(phrase: str, inflection: str, form: str) -> None:
    assert form in forms(phrase, inflection)


def test_tone_of_sentences_covers_the_story_only(judged) -> None:  # type: ignore[no-untyped-def]
    text = "Acme soars\n\nBy Ann Lee\n\nDemand is strong. It is Monday."
    sentences = judged(text)._.tone["sentences"]
    assert [text[s["start"] : s["end"]] for s in sentences] == ["Acme soars", "Demand is strong.", "It is Monday."]
    assert [s["label"] for s in sentences] == ["positive", "positive", "neutral"]


def test_tone_toward_an_entity_reads_its_own_clause(judged) -> None:  # type: ignore[no-untyped-def]
    entities = judged("Acme reported robust demand, but Bolt is bankrupt.", "Acme|Bolt")._.tone["entities"]
    assert {name: tone["label"] for name, tone in entities.items()} == {"Acme": "positive", "Bolt": "negative"}


def test_a_rivals_praise_is_no_praise(judged) -> None:  # type: ignore[no-untyped-def]
    text = "The thriving, profitable harbour tunnel would hurt Acme."
    doc = judged(text, "Acme", "harbour tunnel", moved={"Acme": ("harbour tunnel", "negative")})
    assert doc._.tone["entities"]["Acme"]["label"] == "negative"


def test_tone_words_inside_names_do_not_count(judged) -> None:  # type: ignore[no-untyped-def]
    assert judged("Strong Motors moved on.", "Strong Motors")._.tone["sentences"][0]["score"] == 0.0


def effect(direction: str) -> Effect:
    return {"direction": direction, "confidence": 0.9}  # type: ignore[typeddict-item]


@pytest.mark.parametrize(
    ("windows", "directions", "label"),
    [
        ([], [], "neutral"),
        ([[0.0, 0.0, 0.0, 0.0]], ["positive"] * 2, "positive"),
        ([[0.0, 0.0, 0.0, 0.0]], ["negative"] * 2, "negative"),
        ([[0.0, 0.0, 1.5, 0.0]], ["positive", "negative"], "mixed"),
        ([[2.0, 0.0, 0.0, 0.0], [0.0, 2.0, 0.0, 0.0]], [], "positive"),
        ([[0.0, 2.0, 0.0, 0.0], [2.0, 0.0, 0.0, 0.0]], [], "negative"),
    ],
)
def test_encoder_and_effects_settle_the_label(windows: list[list[float]], directions: list[str], label: str) -> None:
    found, score = settled(windows, [effect(d) for d in directions])
    assert found == label
    assert found not in ("positive", "negative") or (score > 0) == (found == "positive")
