from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.annotation.article import AnnotatedArticle
from pipeline.annotation.hints import Hints
from pipeline.kb.knowledge_base import load

Make = Callable[..., AnnotatedArticle]


@pytest.fixture(scope="module")
def finder() -> Hints:
    return Hints(load())


@pytest.fixture
def kinds(finder: Hints, make: Make) -> Callable[..., list[tuple[str, str]]]:
    """Kind of each hint about a text without gold and the words in its first quotation marks."""

    def of(text: str, **gold: Any) -> list[tuple[str, str]]:
        def change(raw: dict[str, Any]) -> None:
            for part in ("entities", "amounts", "dates", "projects", "relations", "equities"):
                raw[part] = gold.get(part, [])

        return [
            (h.kind, h.message.split("'")[1] if "'" in h.message else h.message) for h in finder.of(make(change, text))
        ]

    return of


Kinds = Callable[..., list[tuple[str, str]]]


def entity(surface: str, kind: str = "COMPANY", language: str = "en", **more: Any) -> dict[str, Any]:
    return {"id": "x", "type": kind, "names": {language: [surface]}, "mentions": [surface], **more}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("股價上，軟銀集團領漲。", "軟銀集團"),
        ("软银集团（下称软银集团）上涨。", "软银集团"),
        ("Shares of SoftBank Group rose.", "SoftBank Group"),
    ],
)
def test_known_name_that_is_not_annotated_is_told_once(kinds: Kinds, text: str, expected: str) -> None:
    assert [name for kind, name in kinds(text) if kind == "known name"] == [expected]


def test_known_name_longer_than_its_mention(kinds: Kinds) -> None:
    found = kinds("We like SoftBank Group.", entities=[entity("SoftBank", securities=["XTKS:9984"])])
    assert ("known name", "SoftBank Group") in found
    found = kinds("We like SoftBank Group.", entities=[entity("SoftBank Group", securities=["XTKS:9984"])])
    assert found == []


def test_country_code_of_a_currency_is_no_name(kinds: Kinds) -> None:
    assert kinds("It costs US$5 a head.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It hired Quillon Trask to run it.", ["Quillon Trask"]),
        ("Growth at Vexolar slowed.", ["Vexolar"]),
        ("The Vexolar Board of Trade met.", ["The Vexolar Board of Trade"]),
        ("Growth slowed. Sales fell.", []),
        ("On Monday the Chief Executive spoke of German buyers.", []),
        ("Vexolar Trask Joins Quillon Board as Chair", []),
        ("行业整体HBM供应紧张", []),
    ],
)
def test_capitalised_words(kinds: Kinds, text: str, expected: list[str]) -> None:
    assert [words for kind, words in kinds(text) if kind == "capitalised"] == expected


def test_capitalised_words_of_a_mention_are_annotated(kinds: Kinds) -> None:
    assert kinds("It hired Quillon Trask.", entities=[entity("Quillon Trask", "PERSON")]) == []


def test_type_and_securities_unlike_the_knowledge_base(kinds: Kinds) -> None:
    assert [k for k, _ in kinds("软银集团上涨。", entities=[entity("软银集团", "POLICY", "zh")])] == ["type"]
    assert [k for k, _ in kinds("软银集团上涨。", entities=[entity("软银集团", language="zh", securities=[])])] == [
        "securities"
    ]


@pytest.mark.parametrize(
    ("surface", "language", "expected"),
    [("克西拉", "zh", 0), ("克西拉", "en", 1), ("クシラ", "ja", 0), ("Kxila", "zh", 1), ("Kxila", "fr", 0)],
)
def test_language_of_a_name(kinds: Kinds, surface: str, language: str, expected: int) -> None:
    found = kinds(f"we saw {surface} there", entities=[entity(surface, "PERSON", language)])
    assert [k for k, _ in found].count("form") == expected


def test_name_in_the_text_that_is_no_mention(finder: Hints, make: Make) -> None:
    found = finder.of(make(lambda gold: gold["entities"][0].update(mentions=["海岬重工"])))
    assert ("form", "cape: name 'Cape Heavy' stands in the text but is no mention") in found


def test_relations_against_the_ontology(finder: Hints, make: Make) -> None:
    def change(gold: dict[str, Any]) -> None:
        for subject, target, kind in (("farm", "ruiz", "leads"), ("cape", "sud", "competes_with"),
                                      ("sud", "cape", "competes_with"), ("cape", "cape", "supplies")):  # fmt: skip
            gold["relations"].append({"type": kind, "subject": subject, "object": target, "modality": "asserted"})

    assert [h.message for h in finder.of(make(change)) if h.kind == "signature"] == [
        "leads farm → ruiz: PROJECT → PERSON is not provided for",
        "competes_with sud ↔ cape stands in both directions",
        "supplies cape → itself",
    ]


def test_effect_and_affects_of_different_modality(finder: Hints, make: Make) -> None:
    found = finder.of(make(lambda gold: gold["relations"][5].update(modality="planned")))
    assert ("effect", "equity tidal: effect of farm is possible, affects planned") in found


def test_project_without_lead_and_with_foreign_amount(finder: Hints, make: Make) -> None:
    def change(gold: dict[str, Any]) -> None:
        gold["projects"][0].update(leads=[], names=["wind farm", "park"])
        gold["amounts"].clear()

    assert [h.message for h in finder.of(make(change)) if h.kind == "project"] == [
        "farm: no lead",
        "farm: name 'park' is not in the text",
        "farm: amount '€90 million' is not among the article's amounts",
    ]


def test_surface_lost_in_extraction(finder: Hints, make: Make) -> None:
    change = lambda gold: gold["entities"][4]["mentions"].append("Tidal SA")  # noqa: E731
    assert [h.message for h in finder.of(make(change, source="<b>Tidal SA</b>")) if h.kind == "page"] == [
        "tidal: surface 'Tidal SA' is in the page but not in its text"
    ]
