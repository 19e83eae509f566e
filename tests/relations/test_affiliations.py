"""Relations of people to bodies where no post is known: affiliations without a title."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.document import PairScore, Relation, Span, text_of
from pipeline.relations.component import RelationExtractor
from pipeline.relations.positions import affiliations

Mark = Callable[[str], Doc]


def relation(doc: Doc, modality: str = "asserted", confidence: float = 0.9, method: str = "model") -> Relation:
    return Relation(
        type="holds_position",
        subject="Jane Doe",
        object="Bolt",
        modality=modality,
        attributed_to=None,
        evidence=[Span(start=0, end=len(text_of(doc)))],
        method=method,
        confidence=confidence,
    )  # type: ignore[typeddict-item]


@pytest.mark.parametrize(
    ("text", "current"),
    [
        ("[PERSON:Jane Doe], of [COMPANY:Bolt], spoke.", True),
        ("[PERSON:Jane Doe] from [COMPANY:Bolt] spoke.", True),
        ("[PERSON:Jane Doe] joined last week from [COMPANY:Bolt].", False),
        ("[PERSON:Jane Doe], formerly of the [COMPANY:Bolt], spoke.", False),
        ("[PERSON:Jane Doe] left [COMPANY:Bolt].", False),
        ("On her left [COMPANY:Bolt] and [PERSON:Jane Doe] sat.", True),
        ("来自[COMPANY:Bolt]的[PERSON:Jane Doe]说。", True),
        ("[PERSON:Jane Doe]曾在[COMPANY:Bolt]。", False),
        ("[PERSON:Jane Doe]现在[COMPANY:Bolt]。", True),
    ],
)
def test_a_sure_relation_is_an_affiliation(mark: Mark, text: str, current: bool) -> None:
    doc = mark(text)
    ((person, position),) = affiliations(doc, [relation(doc)])
    assert person["entity_id"] == "Jane Doe"
    assert (position["title"], position["organization"], position["current"]) == (None, "Bolt", current)
    assert text_of(doc)[position["start"] : position["end"]] == "Bolt"


def test_what_is_planned_is_not_yet(mark: Mark) -> None:
    doc = mark("[PERSON:Jane Doe] will join [COMPANY:Bolt].")
    ((_, position),) = affiliations(doc, [relation(doc, "planned")])
    assert not position["current"]


@pytest.mark.parametrize(
    "changes", [{"confidence": 0.6}, {"modality": "denied"}, {"method": "rule"}], ids=["unsure", "denied", "a post"]
)
def test_other_relations_give_none(mark: Mark, changes: dict[str, object]) -> None:
    doc = mark("[PERSON:Jane Doe], of [COMPANY:Bolt], spoke.")
    assert not list(affiliations(doc, [relation(doc, **changes)]))  # type: ignore[arg-type]


def test_a_known_post_there_is_enough(mark: Mark) -> None:
    doc = mark("[PERSON:Jane Doe], of [COMPANY:Bolt], spoke.")
    post = {"title": "chair", "organization": "Bolt", "current": True, "start": 0, "end": 1}
    doc._.entities[0]["positions"].append(post)
    assert not list(affiliations(doc, [relation(doc)]))


def test_a_body_without_a_mention_gives_none(mark: Mark) -> None:
    doc = mark("[PERSON:Jane Doe], of [COMPANY:Bolt], spoke.")
    doc._.entities[1]["mentions"] = []
    assert not list(affiliations(doc, [relation(doc)]))


def test_nobody_is_affiliated_with_a_place(mark: Mark) -> None:
    doc = mark("[PERSON:Jane Doe], of [LOCATION:Bolt], spoke.")
    assert not list(affiliations(doc, [relation(doc)]))


@pytest.mark.parametrize(("state", "told"), [("JP", True), (None, True), ("CN", False)])
def test_who_serves_one_state_is_at_no_body_of_another(
    mark: Mark, text_nlp: Language, state: str | None, told: bool
) -> None:
    doc = mark("[PERSON:Jane Doe] met the [GOVERNMENT:Salt Office].")
    for entity, country in zip(doc._.entities, ("JP", state), strict=True):
        entity["country"] = country
    doc._.projects = []
    doc._.pair_scores = [
        PairScore(
            subject=("mentions", 0),
            object=("mentions", 1),
            labels={"holds_position": 3.0},
            modality=[3.0, 0.0, 0.0, 0.0],
            direction=[0.0, 0.0],
        )
    ]
    found = RelationExtractor(text_nlp, "relation_extractor", least=0.0).predict(doc)
    assert ("holds_position" in {r["type"] for r in found}) == told
