from __future__ import annotations

import pytest

from pipeline.entities.han_names import find


def names(text: str, places: dict[int, int] | None = None, tickers: tuple[int, ...] = ()) -> set[tuple[str, str]]:
    return {(text[c.start : c.end], c.type) for c in find(text, places or {}, tickers)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("董事长李向阳表示将扩产", ("李向阳", "PERSON")),
        ("由總經理歐陽文謙出席", ("歐陽文謙", "PERSON")),
        ("首席财务官汉斯·彼得·穆勒说", ("汉斯·彼得·穆勒", "PERSON")),
        ("（编辑：周可）", ("周可", "PERSON")),
        ("蓝河新材料股份有限公司公告", ("蓝河新材料股份有限公司", "COMPANY")),
        ("其中海沧银行增持", ("海沧银行", "COMPANY")),
        ("依据《深海采矿管理条例》处罚", ("深海采矿管理条例", "POLICY")),
        ("据《南岸经济报》报道", ("南岸经济报", "COMPANY")),
    ],
)
def test_forms(text: str, expected: tuple[str, str]) -> None:
    assert expected in names(text)


@pytest.mark.parametrize(
    "text", ["该公司表示", "上市公司公告", "两家银行提供贷款", "海外投资增加", "子公司", "公司和集团"]
)
def test_common_nouns_are_no_names(text: str) -> None:
    assert names(text) == set()


def test_a_place_opens_a_body() -> None:
    assert ("冰岛渔业部", "GOVERNMENT") in names("冰岛渔业部批准", {0: 2})


def test_a_name_stands_before_a_ticker() -> None:
    text = "其中，远帆机电（603999）涨停"
    assert ("远帆机电", "COMPANY") in names(text, tickers=(text.index("603999"),))
