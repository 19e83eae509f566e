from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pipeline.annotation.gold import Gold
from pipeline.evaluation.case import Case
from pipeline.evaluation.mentions import score_mentions
from pipeline.evaluation.tally import Sheet, Tally
from pipeline.records import Record

Scores = Callable[..., dict[str, Tally]]
Causes = Callable[..., list[tuple[str, str]]]


def test_perfect_record(tallies: Scores, perfect: dict[str, Any], text: str) -> None:
    scores = tallies(score_mentions, perfect)
    assert scores["exact"] == Tally(14, 14, 14)
    assert scores["written in zh"] == Tally(3, 3, 3)
    assert scores["written in en"] == Tally(11, 11, 11)
    assert scores["article in en"] == scores["exact"]


def test_boundary_type_miss_and_spurious_by_hand(tallies: Scores, causes: Causes, perfect: dict[str, Any]) -> None:
    """Hand count: of 14 mentions one is cut short, one has another type, one is missing; one is in excess.

    13 are left with one more in excess makes 14 predicted; 11 agree exactly, and the one of another type in its span.
    """
    softbank, son, alibaba, toyota = perfect["entities"][:4]
    softbank["mentions"][0]["end"] -= 1
    softbank["mentions"][0]["text"] = softbank["mentions"][0]["text"][:-1]
    del son["mentions"][0]
    moved = alibaba["mentions"].pop()
    perfect["entities"].append({**toyota, "entity_id": "x", "type": "PRODUCT", "mentions": [moved]})
    perfect["entities"].append({**toyota, "entity_id": "y", "mentions": [{"start": 19, "end": 24, "text": "Group"}]})
    scores = tallies(score_mentions, perfect)
    assert scores["exact"] == Tally(11, 14, 14)
    assert scores["span only"] == Tally(12, 14, 14)
    assert scores["PRODUCT"] == Tally(0, 1, 0)
    assert scores["PERSON"] == Tally(2, 2, 3)
    found = causes(score_mentions, perfect)
    assert sorted(found) == [
        ("missed", "not found"),
        ("missed", "span boundary"),
        ("missed", "type"),
        ("spurious", "span boundary"),
        ("spurious", "span boundary"),
        ("spurious", "type"),
    ]


def test_surface_lost_in_extraction_is_missed(gold: Gold, perfect: dict[str, Any], text: str) -> None:
    shorter = text.replace("阿里巴巴 (Alibaba)", "Alibaba")
    sheet = Sheet()
    score_mentions(Case("small", gold, shorter, Record.model_validate({**perfect, "entities": []})), sheet)
    tallies = {key.name: tally for key, tally in sheet.tallies.items()}
    assert tallies["exact"] == Tally(0, 0, 14)
    assert [f.gold for f in sheet.findings if f.cause == "lost in extraction"] == ["阿里巴巴 COMPANY"]


def test_context_is_the_place_with_its_neighbours(gold: Gold, perfect: dict[str, Any], text: str) -> None:
    sheet = Sheet()
    score_mentions(Case("small", gold, text, Record.model_validate({**perfect, "entities": []})), sheet)
    context = next(f.context for f in sheet.findings if f.gold == "孙正义 PERSON")
    assert "Masayoshi Son ([[孙正义]]), its chief" in context
    assert len(context) <= 2 * 40 + len("[[孙正义]]")
