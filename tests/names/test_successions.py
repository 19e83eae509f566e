from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from pipeline.text.demonyms import countries, country_before, nationality

MakeDoc = Callable[..., Doc]


def posts(doc: Doc) -> dict[str, list[tuple[str | None, bool]]]:
    return {
        e["name"]: [(p["title"], p["current"]) for p in e["positions"]] for e in doc._.entities if e["type"] == "PERSON"
    }


@pytest.mark.parametrize(
    ("text", "ann", "bob"),
    [
        ("Ann Lee, chief executive of Marlin, succeeded Bob Roe.", "chief executive", "former chief executive"),
        ("Ann Lee, chief executive of Marlin, replaces Mr Bob Roe.", "chief executive", "former chief executive"),
        ("Marlin's chairman, Bob Roe, left. His successor, Ann Lee, agreed.", "chairman", "chairman"),
        ("Ann Lee, finance director of Marlin, met Bob Roe.", "finance director", None),
        (
            "Ann Lee, finance director of Marlin, said that robots replace workers. Bob Roe left.",
            "finance director",
            None,
        ),
    ],
)
def test_successor_and_predecessor(make_doc: MakeDoc, text: str, ann: str, bob: str | None) -> None:
    holder = "Ann Lee" if text.startswith("Ann") else "Bob Roe"
    known = {"Ann Lee": "PERSON", "Bob Roe": "PERSON", "Marlin": "COMPANY"}
    found = posts(make_doc(text, known, posts={ann: (holder, "Marlin")}))
    assert [title for title, _ in found["Ann Lee"]] == [ann]
    assert found["Bob Roe"] == ([] if bob is None else [(bob, not bob.startswith("former"))])


@pytest.mark.parametrize(
    ("text", "successor", "predecessor"),
    [
        ("蓝港董事长李明接替王强。", ["董事长"], ["前董事长"]),
        ("蓝港董事长王强离任后，接任者李明未露面。", ["董事长"], ["董事长"]),
        ("蓝港董事长李明会见王强。", ["董事长"], []),
    ],
)
def test_chinese_succession(make_doc: MakeDoc, text: str, successor: list[str], predecessor: list[str]) -> None:
    holder = text[len("蓝港董事长") :][:2]
    known = {"李明": "PERSON", "王强": "PERSON", "蓝港": "COMPANY"}
    found = posts(make_doc(text, known, posts={"董事长": (holder, "蓝港")}))
    assert [title for title, _ in found["李明"]] == successor
    assert [title for title, _ in found["王强"]] == predecessor


def test_adjectives_of_countries() -> None:
    assert nationality("Canadian defence minister") == len("Canadian ")
    assert nationality("canal manager") == nationality("Kenya manager") == 0
    text = "the South African trade minister"
    assert country_before(text, text.index("trade")) == "ZA"
    assert country_before(text, text.index("African")) is None
    assert countries("a French bank and a german one") == ["FR", "DE"]
