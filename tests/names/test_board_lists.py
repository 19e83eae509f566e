"""Directors that a notice lists at its end: each under the title of the list, at the issuer."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

MakeDoc = Callable[..., Doc]
_PEOPLE = {"李明": "PERSON", "陳大文": "PERSON", "Jane Doe": "PERSON", "John Roe": "PERSON"}
_ZH = "本公告由蓝港控股有限公司（「本公司」）作出。青禾买下两座厂房。\n"
_EN = "This announcement is made by Marlin Feeds Limited (the “Company”). Osprey has bought two mills.\n"


def posts(make_doc: MakeDoc, text: str) -> dict[str, list[tuple[str | None, str | None]]]:
    bodies = ("蓝港控股有限公司", "青禾", "Marlin Feeds Limited", "Osprey")
    known = {b: "COMPANY" for b in bodies if b in text} | {p: t for p, t in _PEOPLE.items() if p in text}
    people = [e for e in make_doc(text, known)._.entities if e["type"] == "PERSON"]
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


def test_a_title_that_has_the_listed_one_in_it_is_enough(make_doc: MakeDoc) -> None:
    text = f"{_ZH}蓝港控股有限公司主席兼執行董事李明道谢。\n於本公告日期，執行董事為李明先生。"
    assert posts(make_doc, text)["李明"] == [("主席兼執行董事", "lan-gang-kong-gu-you-xian-gong-si")]


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
