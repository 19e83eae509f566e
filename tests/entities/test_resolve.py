from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pipeline.entities.candidates import Candidate
from pipeline.entities.resolve import resolve

TEXT = "Tokyo Gas’s plan for the Bank of Oslo, 東京瓦斯公司 and $5 billion\nNew\nYork"


def found(*candidates: Candidate, blocked: tuple[tuple[int, int], ...] = ()) -> list[tuple[str, str]]:
    return [(m["text"], m["type"]) for m in resolve(TEXT, candidates, blocked)]


def at(surface: str, kind: str, score: float = 0.6, method: str = "encoder") -> Candidate:
    start = TEXT.index(surface)
    return Candidate(start, start + len(surface), kind, method, score)


def test_longer_name_wins_over_the_place_inside_it() -> None:
    assert found(at("Tokyo", "LOCATION", 0.95, "gazetteer"), at("Tokyo Gas", "COMPANY", 0.8)) == [
        ("Tokyo Gas", "COMPANY")
    ]


def test_a_doubtful_longer_name_leaves_the_known_one() -> None:
    tokyo = at("Tokyo", "LOCATION", 0.95, "gazetteer")
    assert found(tokyo, at("Tokyo Gas", "COMPANY", 0.5)) == [("Tokyo", "LOCATION")]


def test_surer_candidate_wins_at_equal_length() -> None:
    assert found(at("Oslo", "COMPANY", 0.4), at("Oslo", "LOCATION", 0.9)) == [("Oslo", "LOCATION")]


def test_article_and_possessive_are_cut() -> None:
    assert found(at("the Bank of Oslo,", "COMPANY"), at("Tokyo Gas’s", "COMPANY")) == [
        ("Tokyo Gas", "COMPANY"),
        ("Bank of Oslo", "COMPANY"),
    ]


def test_a_name_never_fills_a_value_or_crosses_lines() -> None:
    start = TEXT.index("$5")
    assert found(at("$5 billion", "COMPANY"), at("New\nYork", "LOCATION"), blocked=((start, start + 10),)) == []


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20), st.sampled_from(["COMPANY", "PERSON"]))))
def test_mentions_never_overlap_and_quote_the_text(raw: list[tuple[int, int, str]]) -> None:
    candidates = [Candidate(s, min(s + n, len(TEXT)), kind, "encoder", 0.5) for s, n, kind in raw]
    mentions = resolve(TEXT, candidates)
    assert all(TEXT[m["start"] : m["end"]] == m["text"] for m in mentions)
    assert all(a["end"] <= b["start"] for a, b in pairwise(mentions))
    assert mentions == resolve(TEXT, list(reversed(candidates)))
