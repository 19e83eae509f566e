"""Two articles as one example: places move, entities of one name become one, nothing joins the matters of both."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="extra `train`")

from pipeline.encoder.pieces import PieceTokenizer
from pipeline.encoder.session import TOKENIZER, shipped
from pipeline.evaluation.corpus import read_corpus
from pipeline.training.combination import combined, is_short
from pipeline.training.examples import Example, Fact, GoldMention, windows_of
from pipeline.training.loop import Recipe
from pipeline.training.run import by_language, views
from pipeline.training.tensors import IGNORED, tensors

ROOT = Path(__file__).resolve().parents[2]
SIZE = 64


@pytest.fixture(scope="module")
def tokenizer() -> PieceTokenizer:
    return PieceTokenizer(shipped() / TOKENIZER)


def _example(tokenizer: PieceTokenizer, text: str, maker: str, status: str) -> Example:
    def mention(surface: str, type_: str, owner: str) -> GoldMention:
        start = text.index(surface)
        return GoldMention(start, start + len(surface), type_, owner)

    spans = [
        mention(maker, "COMPANY", "maker"),
        mention("plant", "PROJECT", "plant"),
        mention("Peru", "LOCATION", "peru"),
    ]
    return Example(
        stem=maker,
        language="en",
        text=text,
        windows=windows_of(text, tokenizer, SIZE),
        mentions=spans,
        facts=[Fact("leads", "maker", "plant", "asserted"), Fact("located_in", "plant", "peru", "asserted")],
        attributes={"plant": {"kind": "facility", "sector": "manufacturing", "status": status}},
        directions={"maker": {"positive"}},
        sentiment="positive",
    )


@pytest.fixture(scope="module")
def both(tokenizer: PieceTokenizer) -> tuple[Example, Example, Example]:
    first = _example(tokenizer, "Acme builds a plant in Peru.", "Acme", "announced")
    second = _example(tokenizer, "🏭 Globex opens a plant in Peru.", "Globex", "operational")
    return first, second, combined(first, second, tokenizer, SIZE)


def test_every_place_still_quotes_its_surface(both: tuple[Example, Example, Example]) -> None:
    first, second, found = both
    surfaces = [part.text[m.start : m.end] for part in (first, second) for m in part.mentions]
    assert [found.text[m.start : m.end] for m in found.mentions] == surfaces


def test_places_of_one_name_become_one_and_undertakings_do_not(both: tuple[Example, Example, Example]) -> None:
    owners = [m.owner for m in both[2].mentions]
    assert owners == ["maker", "plant", "peru", "second:maker", "second:plant", "peru"]


def test_facts_stay_with_their_own_matter(both: tuple[Example, Example, Example]) -> None:
    facts = {(f.label, f.subject, f.object) for f in both[2].facts}
    assert facts == {
        ("leads", "maker", "plant"),
        ("located_in", "plant", "peru"),
        ("leads", "second:maker", "second:plant"),
        ("located_in", "second:plant", "peru"),
    }
    assert both[2].attributes["plant"]["status"] == "announced"
    assert both[2].attributes["second:plant"]["status"] == "operational"
    assert both[2].directions == {"maker": {"positive"}, "second:maker": {"positive"}}


def test_directions_of_a_company_of_both_add_up(tokenizer: PieceTokenizer) -> None:
    first = _example(tokenizer, "Acme builds a plant in Peru.", "Acme", "announced")
    second = _example(tokenizer, "Acme opens a plant in Peru.", "Acme", "operational")
    second.directions["maker"] = {"negative"}
    found = combined(first, second, tokenizer, SIZE)
    assert found.directions == {"maker": {"positive", "negative"}}
    assert first.directions == {"maker": {"positive"}}


def test_people_of_one_surname_stay_apart_and_two_owners_never_become_one(tokenizer: PieceTokenizer) -> None:
    first = _example(tokenizer, "Acme Energy, or Acme, builds a plant in Peru. Smith paid.", "Acme Energy", "announced")
    second = _example(tokenizer, "Acme Energy and Acme open a plant in Peru. Smith paid.", "Acme Energy", "operational")
    for example in (first, second):
        start = example.text.index("Smith")
        example.mentions.append(GoldMention(start, start + 5, "PERSON", "smith"))
    first.mentions.append(GoldMention(16, 20, "COMPANY", "maker"))
    second.mentions.append(GoldMention(16, 20, "COMPANY", "other"))
    owners = {m.owner for m in combined(first, second, tokenizer, SIZE).mentions}
    assert {"smith", "second:smith"} <= owners
    assert len({o for o in owners if o.endswith(("maker", "other"))}) == 3


def test_a_recipe_puts_articles_behind_others_of_their_language(tokenizer: PieceTokenizer) -> None:
    articles = [a for a in read_corpus(ROOT / "corpus" / "articles" / "dev") if is_short(a.text)][:6]
    short = by_language(articles)
    assert sum(map(len, short.values())) == len(articles)
    one = views(articles, tokenizer, Recipe(size=SIZE, augmented=0.0, combined=0.0))
    two = views(articles, tokenizer, Recipe(size=SIZE, augmented=0.0, combined=1.0))
    alone, behind = ([len(view(random.Random(3)).owners) for view in each] for each in (one, two))
    assert all(b >= a for a, b in zip(alone, behind, strict=True))
    assert sum(behind) > sum(alone)


def test_the_tone_is_unknown_and_all_facts_are_learned(both: tuple[Example, Example, Example]) -> None:
    found = tensors(both[2])
    assert found.sentiment == IGNORED
    assert len(found.facts) == 4
    assert len(found.attributes) == 2


def test_only_short_articles_are_combined() -> None:
    assert is_short("word " * 400)
    assert not is_short("word " * 401)
    assert not is_short("字" * 401)
