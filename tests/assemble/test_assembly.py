from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from spacy.tokens import Doc

from pipeline.article import doc_id
from pipeline.assemble.equities import affected_equities, overall
from pipeline.assemble.record import byline_author
from pipeline.assemble.salience import actors, salience
from pipeline.document import Effect, Entity, Mention


def effect(direction: str, entity: str = "acme", score: float = 0.5) -> Effect:
    return Effect(
        entity=entity, cause="plan", direction=direction, modality="asserted", mechanism="other", horizon=None,
        evidence={"start": 0, "end": 4}, score=score, confidence=None,
    )  # fmt: skip


def entity(entity_id: str, kind: str, *mentions: int) -> Entity:
    return Entity(
        entity_id=entity_id, type=kind, name=entity_id, names=[], mentions=list(mentions), byline=False, positions=[],
        kb_id=None, candidates=[], resolution="unresolved", country=None, status=None, listings=[], confidence=None,
    )  # fmt: skip


def mention(text: str, surface: str, nth: int = 0) -> Mention:
    start = -1
    for _ in range(nth + 1):
        start = text.index(surface, start + 1)
    return Mention(
        start=start, end=start + len(surface), text=surface, type="COMPANY", method="x", score=1, kb=[], entity=None
    )


@pytest.mark.parametrize(
    ("directions", "expected"),
    [
        (["positive"], "positive"),
        (["positive", "negative"], "mixed"),
        (["neutral"], "neutral"),
        (["neutral", "negative"], "negative"),
        (["mixed", "positive"], "mixed"),
    ],
)
def test_direction_of_the_whole_article(directions: list[str], expected: str) -> None:
    assert overall([effect(d) for d in directions]) == expected


def test_one_entry_a_company_in_the_order_of_entities(read: Callable[..., Doc]) -> None:
    doc = read("Beta and Acme fell.")
    doc._.entities = [entity("acme", "COMPANY"), entity("beta", "COMPANY"), entity("calm", "COMPANY")]
    doc._.effects = [
        effect("negative", "beta", -0.8),
        effect("negative", "acme", -0.2),
        effect("negative", "beta", -0.4),
    ]
    found = affected_equities(doc)
    assert [(e.entity, len(e.effects), e.score) for e in found] == [("acme", 1, -0.2), ("beta", 2, -0.6)]
    assert found[0].effects[0].evidence.quote == "Beta"


TEXT = "Acme wins\n\nAcme beat Beta in Oslo.\n\nRelated: Calm sinks\n"


@pytest.fixture
def doc(read: Callable[..., Doc]) -> Doc:
    made = read(TEXT)
    places = [("Acme", 0), ("Acme", 1), ("Beta", 0), ("Oslo", 0), ("Calm", 0)]
    made._.mentions = [mention(TEXT, surface, nth) for surface, nth in places]
    made._.entities = [
        entity("acme", "COMPANY", 0, 1),
        entity("beta", "COMPANY", 2),
        entity("oslo", "LOCATION", 3),
        entity("calm", "COMPANY", 4),
    ]
    return made


def test_salience_weighs_the_title_and_leaves_furniture_out(doc: Doc) -> None:
    weights = salience(doc)
    assert weights["acme"] == 1.0
    assert 0 < weights["beta"] < 0.5
    assert weights["calm"] == 0.0


def test_places_act_only_in_relations(doc: Doc) -> None:
    assert actors(doc) == {"acme", "beta"}
    relation: dict[str, Any] = {"type": "invests_in", "subject": "oslo", "object": "beta"}
    doc._.relations = [relation]
    assert "oslo" in actors(doc)


def test_doc_id_folds_white_space() -> None:
    assert doc_id("a b\r\nc") == doc_id("a  b c")
    assert doc_id("a b") != doc_id("ab")


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("塔恩建厂\n\n摄影：王一\n编辑：李二\n\n塔恩将建厂。\n\n记者：任军", "任军"),
        ("塔恩建厂\n\n监制：王一\n\n塔恩将建厂。\n\n编辑：李二", "李二"),
        ("塔恩建厂\n\n塔恩将建厂。\n\n摄影：王一", None),
        ("塔恩建厂\n\n塔恩将建厂。", None),
        ("塔恩建厂\n\n记者：李二、任军\n\n塔恩将建厂。\n\n摄影：王一", "李二, 任军"),
    ],
)
def test_who_wrote_is_the_author_before_who_edited(read: Callable[..., Doc], text: str, author: str | None) -> None:
    doc = read(text)
    people = [name for name in ("王一", "李二", "任军") if name in text]
    doc._.mentions = [mention(text, name) for name in people]
    doc._.entities = [{**entity(name, "PERSON", n), "byline": True} for n, name in enumerate(people)]
    assert byline_author(doc) == author
