from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

MakeDoc = Callable[..., Doc]


def bodies(doc: Doc, person: str) -> list[str | None]:
    """Names of the bodies where a person has posts with a title; null for none."""
    names = {e["entity_id"]: e["name"] for e in doc._.entities}
    holder = next(e for e in doc._.entities if e["name"] == person)
    return [names.get(p["organization"] or "") for p in holder["positions"] if p["title"] is not None]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("蓝港聘任原青禾副总裁李明为总经理。", "蓝港"),
        ("藍港委任李明先生為總經理，他來自青禾。", "藍港"),
        ("蓝港在青禾公告，同意聘任李明为总经理。", "蓝港"),
        ("蓝港涨。聘任李明为总经理，青禾称。", "青禾"),
    ],
)
def test_a_post_is_at_the_body_that_appoints_to_it(make_doc: MakeDoc, text: str, body: str) -> None:
    known = dict.fromkeys(("蓝港" if "蓝港" in text else "藍港", "青禾"), "COMPANY") | {"李明": "PERSON"}
    title = "總經理" if "總經理" in text else "总经理"
    assert bodies(make_doc(text, known, posts={title: ("李明", "青禾")}), "李明") == [body]


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("青禾称，蓝港董事长王芳、副总裁李明出席。", "副总裁", "蓝港"),
        ("青禾称，蓝港董事长王芳和副总裁李明出席。", "副总裁", "蓝港"),
        ("青禾称，蓝港董事长王芳、教授李明出席。", "教授", "青禾"),
        ("青禾称，蓝港董事长王芳出席，副总裁李明未到。", "副总裁", "青禾"),
    ],
)
def test_posts_of_a_list_are_at_the_body_named_first(make_doc: MakeDoc, text: str, title: str, body: str) -> None:
    known = {"青禾": "COMPANY", "蓝港": "COMPANY", "王芳": "PERSON", "李明": "PERSON"}
    doc = make_doc(text, known, posts={"董事长": ("王芳", "蓝港"), title: ("李明", "青禾")})
    assert bodies(doc, "李明") == [body]


@pytest.mark.parametrize(("title", "body"), [("deputy", "Orinda"), ("lender", "Marlin")])
def test_a_deputy_is_where_the_principal_is(make_doc: MakeDoc, title: str, body: str) -> None:
    text = f"Marlin met Orinda president Jane Doe. Ann Moe's {title}, Rob Roe, of Marlin, went with Ann Moe."
    text = text.replace("Ann Moe's", "Jane Doe's").replace("Ann Moe", "her")
    known = {"Marlin": "COMPANY", "Orinda": "COMPANY", "Jane Doe": "PERSON", "Rob Roe": "PERSON"}
    posts = {"president": ("Jane Doe", "Orinda"), title: ("Rob Roe", "Marlin")}
    assert bodies(make_doc(text, known, posts=posts, everywhere=True), "Rob Roe") == [body]


@pytest.mark.parametrize(
    ("text", "body"), [("青禾不愿评论。某投资公司合伙人李明说", None), ("青禾公司合伙人李明说", "青禾")]
)
def test_a_post_at_a_body_without_a_name(make_doc: MakeDoc, text: str, body: str | None) -> None:
    doc = make_doc(text, {"青禾": "COMPANY", "李明": "PERSON"}, posts={"合伙人": ("李明", "青禾")})
    assert bodies(doc, "李明") == [body]


def holders(doc: Doc) -> list[str]:
    return [e["name"] for e in doc._.entities if any(p["title"] for p in e["positions"])]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Ann Moe, once Jane Doe's chief of staff, joined Marlin", []),
        ("Ann Moe met Jane Doe, chief of staff of Marlin", ["Jane Doe"]),
    ],
)
def test_whose_aide_somebody_is_has_not_the_title(make_doc: MakeDoc, text: str, holder: list[str]) -> None:
    known = {"Ann Moe": "PERSON", "Jane Doe": "PERSON", "Marlin": "COMPANY"}
    assert holders(make_doc(text, known, posts={"chief of staff": ("Jane Doe", "Marlin")})) == holder


@pytest.mark.parametrize("verb", ["續任", "升任", "出任"])
def test_two_who_become_the_same_share_a_title(make_doc: MakeDoc, verb: str) -> None:
    text = f"青禾宣布，王芳、李明{verb}營運長。"
    doc = make_doc(text, {"青禾": "COMPANY", "王芳": "PERSON", "李明": "PERSON"}, posts={"營運長": ("李明", "青禾")})
    assert holders(doc) == ["王芳", "李明"]


@pytest.mark.parametrize(("title", "found"), [("执行主编", ["李明"]), ("责编", [])])
def test_editors_in_chief_have_a_title(make_doc: MakeDoc, title: str, found: list[str]) -> None:
    doc = make_doc(f"青禾的{title}李明说", {"青禾": "COMPANY", "李明": "PERSON"}, posts={title: ("李明", "青禾")})
    assert holders(doc) == found
