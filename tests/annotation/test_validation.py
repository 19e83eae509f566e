from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.annotation.article import AnnotatedArticle
from pipeline.annotation.validation import defects

Make = Callable[..., AnnotatedArticle]
Gold = dict[str, Any]


def test_sound_gold_has_none(article: AnnotatedArticle) -> None:
    assert defects(article) == []


def set_in(part: str, index: int, **values: Any) -> Callable[[Gold], None]:
    return lambda gold: gold[part][index].update(values)


def remove(part: str, index: int) -> Callable[[Gold], None]:
    return lambda gold: gold[part].pop(index)


def add(part: str, **values: Any) -> Callable[[Gold], None]:
    return lambda gold: gold[part].append(values)


def relation(kind: str, subject: str, target: str, modality: str = "asserted") -> Callable[[Gold], None]:
    return add("relations", type=kind, subject=subject, object=target, modality=modality)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (set_in("entities", 4, mentions=["Tidal", "Tidal SA"]), ["tidal: surface 'Tidal SA' is not in the text"]),
        (
            set_in("entities", 4, skip=[{"surface": "Tidal", "occurrence": 1}]),
            ["tidal: no mention is found in the text"],
        ),
        (set_in("entities", 4, names={"zh": ["潮汐"]}), ["tidal: no zh name is in the text"]),
        (set_in("entities", 6, securities=["XPAR:M"]), ["marseille: LOCATION with securities"]),
        (add("amounts", text="$1", value=1, currency="USD"), ["amount '$1' is not in the text"]),
        (
            set_in("amounts", 0, max=80000000),
            ["amount '€90 million': max 8e+07 is not above 9e+07"],
        ),
        (set_in("dates", 0, text="5 May 2026"), ["date '5 May 2026' is not in the text"]),
        (set_in("projects", 0, names=["the scheme"]), ["farm: none of its names is in the text"]),
        (
            set_in("projects", 0, participants=["sud"]),
            ["farm: sud in participants without its relation (participates_in or supplies)"],
        ),
        (remove("relations", 1), ["farm: cape in leads without its relation (leads)"]),
        (remove("relations", 3), ["farm: sete in locations without its relation (located_in)"]),
        (
            set_in("relations", 2, modality="denied"),
            ["farm: borea in investors though its relation is denied"],
        ),
        (relation("leads", "sud", "farm"), ["leads sud → farm: the project does not name it in leads"]),
        (relation("leads", "sud", "farm", "denied"), []),
        (relation("supplies", "cape", "farm"), []),
        (
            relation("located_in", "farm", "marseille"),
            ["located_in farm → marseille: not among the project's locations"],
        ),
        (relation("leads", "cape", "farm"), ["leads cape → farm (asserted) stands twice"]),
        (relation("leads", "cape", "farm", "planned"), []),
        (remove("relations", 0), ["ruiz: position at cape without holds_position"]),
        (set_in("entities", 1, positions=[]), ["holds_position ruiz → cape: no such position"]),
        (remove("relations", 5), ["equity tidal: effect of farm without its relation (affects)"]),
        (set_in("equities", 0, effects=[]), ["equity tidal: no effect", "affects farm → tidal without its effect"]),
        (set_in("equities", 0, direction="mixed"), ["equity tidal: mixed, but every effect is negative"]),
        (
            lambda gold: gold["equities"][0]["effects"][0].update(evidence="orders may fall"),
            ["equity tidal: evidence 'orders may fall' is not in the text"],
        ),
        (lambda gold: gold["equities"][0]["effects"][0].update(evidence="orders at Tidal…"), []),
        (
            lambda gold: gold["entities"][4].pop("securities"),
            ["equity tidal: its entity has no 'securities' (an empty list says unlisted)"],
        ),
    ],
)
def test_defect(make: Make, change: Callable[[Gold], object], expected: list[str]) -> None:
    assert defects(make(change)) == expected


def test_what_only_the_page_holds_is_no_defect(make: Make) -> None:
    byline = {"id": "lim", "type": "PERSON", "names": {"en": ["Jo Lim"]}, "mentions": ["Jo Lim"], "byline": True}
    change = add("entities", **byline)
    assert defects(make(change, source="<p>By Jo Lim</p>")) == []
    assert len(defects(make(change))) == 3


def test_a_shared_surface_needs_a_skip(make: Make) -> None:
    def share(gold: Gold) -> None:
        gold["entities"][3].update(mentions=["Borea Power Sud", "Tidal"])

    assert defects(make(share)) == [
        "tidal: no mention is found in the text",
        "surface 'Tidal' is listed by sud, tidal and no occurrence is skipped",
    ]
