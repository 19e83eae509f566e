"""Directors that a notice lists at its end: each under the title of the list, at the issuer."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

MakeDoc = Callable[..., Doc]
_PEOPLE = {"李明": "PERSON", "陳大文": "PERSON", "Jane Doe": "PERSON", "John Roe": "PERSON"}
_ZH = "本公告由蓝港控股有限公司（「本公司」）作出。青禾买下两座厂房。\n"
_EN = "This announcement is made by Marlin Feeds Limited (the “Company”). Osprey has bought two mills.\n"


def posts(
    make_doc: MakeDoc, text: str, read: dict[str, tuple[str, str | None]] | None = None
) -> dict[str, list[tuple[str | None, str | None]]]:
    bodies = ("蓝港控股有限公司", "青禾", "Marlin Feeds Limited", "Osprey")
    known = {b: "COMPANY" for b in bodies if b in text} | {p: t for p, t in _PEOPLE.items() if p in text}
    people = [e for e in make_doc(text, known, posts=read)._.entities if e["type"] == "PERSON"]
    return {e["name"]: [(p["title"], p["organization"]) for p in e["positions"]] for e in people}


@pytest.mark.parametrize("day", ["於本公告日期，", "于本公告日,"])
def test_chinese_lists(make_doc: MakeDoc, day: str) -> None:
    found = posts(make_doc, f"{_ZH}{day}執行董事為李明先生；獨立非執行董事包括Jane Doe女士及陳大文先生。")
    issuer = "lan-gang-kong-gu-you-xian-gong-si"
    assert found == {
        "李明": [("執行董事", issuer)],
        "Jane Doe": [("獨立非執行董事", issuer)],
        "陳大文": [("獨立非執行董事", issuer)],
    }


def test_english_lists(make_doc: MakeDoc) -> None:
    text = (
        _EN + "As at the date of this announcement, the executive Directors are Ms. Jane Doe and Mr. John Roe; "
        "and the independent non-executive Director is 李明."
    )
    issuer = "marlin-feeds-limited"
    assert posts(make_doc, text) == {
        "Jane Doe": [("executive director", issuer)],
        "John Roe": [("executive director", issuer)],
        "李明": [("independent non-executive director", issuer)],
    }


@pytest.mark.parametrize(
    ("text", "read", "expected"),
    [
        (
            "於本公告日期，李明先生為執行董事；陳大文先生為獨立非執行董事。",
            {},
            {"李明": [], "陳大文": []},  # left to the encoder
        ),
        (
            "於本公告日期，賣方由執行董事李明先生擁有60%及由獨立第三方陳大文先生擁有40%。",
            {"執行董事": ("李明", None)},
            {"李明": ["執行董事"], "陳大文": []},
        ),
        (
            "於本公告日期，執行董事為李明先生。本公司已委任陳大文先生為顧問。",
            {"顧問": ("陳大文", None)},
            {"李明": ["執行董事"], "陳大文": ["顧問"]},
        ),
    ],
)
def test_a_title_is_of_the_names_of_its_list_alone(
    make_doc: MakeDoc, text: str, read: dict[str, tuple[str, str | None]], expected: dict[str, list[str]]
) -> None:
    found = posts(make_doc, _ZH + text, read)
    assert {name: [title for title, _ in held] for name, held in found.items()} == expected


def test_titles_behind_their_names_are_no_list(make_doc: MakeDoc) -> None:
    text = _EN + (
        "As at the date of this announcement, the Board comprises Jane Doe as executive director and John Roe as "
        "non-executive director."
    )
    read = {"executive director": ("Jane Doe", None), "non-executive director": ("John Roe", None)}
    found = {name: [title for title, _ in held] for name, held in posts(make_doc, text, read).items()}
    assert "executive director" in found["Jane Doe"]
    assert "executive director" not in found["John Roe"]


def test_the_board_may_be_listed_by_titles_right_before_names(make_doc: MakeDoc) -> None:
    text = f"{_ZH}於本公告日期，董事會包括執行董事李明先生及Jane Doe女士；獨立非執行董事陳大文先生。"
    found = {name: [title for title, _ in held] for name, held in posts(make_doc, text).items()}
    assert found == {"李明": ["執行董事"], "Jane Doe": ["執行董事"], "陳大文": ["獨立非執行董事"]}


def test_an_executive_is_not_the_non_executive_of_before(make_doc: MakeDoc) -> None:
    text = f"{_ZH}蓝港控股有限公司非執行董事李明道谢。\n於本公告日期，執行董事為李明先生。"
    read = {"非執行董事": ("李明", None)}
    assert {title for title, _ in posts(make_doc, text, read)["李明"]} == {"非執行董事", "執行董事"}


def test_of_two_companies_neither_is_the_issuer(make_doc: MakeDoc) -> None:
    text = "蓝港控股有限公司（股份代號：1）\n青禾（股份代號：2）\n聯合公告\n於本公告日期，執行董事為李明先生。"
    assert posts(make_doc, text)["李明"] == [("執行董事", None)]


def test_a_company_in_the_story_is_no_letterhead(make_doc: MakeDoc) -> None:
    text = "今日青禾（股份代號：2）上升，市場交投活躍。\n於本公告日期，執行董事為李明先生。"
    assert posts(make_doc, text)["李明"] == [("執行董事", None)]


def test_a_title_that_has_the_listed_one_in_it_is_enough(make_doc: MakeDoc) -> None:
    text = f"{_ZH}蓝港控股有限公司主席兼執行董事李明道谢。\n於本公告日期，執行董事為李明先生。"
    read = {"主席兼執行董事": ("李明", "蓝港控股有限公司")}
    assert posts(make_doc, text, read)["李明"] == [("主席兼執行董事", "lan-gang-kong-gu-you-xian-gong-si")]


def test_without_an_issuer_the_body_is_unknown(make_doc: MakeDoc) -> None:
    text = "蓝港控股有限公司与青禾谈判。\n於本公告日期，執行董事為李明先生。"
    assert posts(make_doc, text)["李明"] == [("執行董事", None)]


def test_a_sentence_that_only_names_the_day_is_no_list(make_doc: MakeDoc) -> None:
    text = f"{_ZH}於本公告日期，李明先生並無持有股份。"
    assert posts(make_doc, text)["李明"] == []


@pytest.mark.parametrize("behind", ["（於開曼群島註冊成立之有限公司）", "\n（股份代號：8173）", " (Stock Code: 8173)"])
def test_the_letterhead_names_the_issuer(make_doc: MakeDoc, behind: str) -> None:
    text = f"蓝港控股有限公司{behind}\n青禾买下两座厂房。\n於本公告日期，執行董事為李明先生。"
    assert posts(make_doc, text)["李明"] == [("執行董事", "lan-gang-kong-gu-you-xian-gong-si")]
