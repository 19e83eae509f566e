"""Posts as the shipped encoder reads them, in sentences and with names that no corpus has."""

from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.article import Article
from pipeline.document import Position
from pipeline.flow import build_nlp, doc_of

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def nlp() -> Language:
    return build_nlp()


def posts(nlp: Language, text: str) -> list[Position]:
    doc = nlp(doc_of(nlp, Article(text=text, path="a.txt")))
    found = [p for e in doc._.entities if e["type"] == "PERSON" for p in e["positions"]]
    for post in found:
        assert 0 <= post["start"] < post["end"] <= len(text)
    return found


@pytest.mark.parametrize(
    ("text", "title", "organization", "current"),
    [
        ("Chief Executive Jane Doe of Marlin spoke", "Chief Executive", "marlin", True),
        ("Jane Doe, chief financial officer of Marlin, spoke", "chief financial officer", "marlin", True),
        ("Marlin CEO Jane Doe spoke", "CEO", "marlin", True),
        ("Marlin's founder and chairman, Jane Doe, spoke", "founder and chairman", "marlin", True),
        ("said Jane Doe, an analyst at Marlin.", "analyst", "marlin", True),
        ("Susan Walker (a partner at Siemens) spoke", "partner", "siemens", True),
        ("Jane Doe, a former head of network at Marlin, spoke", "former head of network", "marlin", False),
        ("Jane Doe, who heads Marlin, spoke", None, "marlin", True),
        ("Marlin appointed Jane Doe as chief executive on Tuesday.", "chief executive", "marlin", True),
        ("said Marlin's managing director for nuclear, Jane Doe.", "managing director for nuclear", "marlin", True),
        ("Shares of Marlin fell. Its chief executive, Jane Doe, resigned", "chief executive", "marlin", True),
        ("Siemens' Peru head Jane Doe spoke", "Peru head", "siemens", True),
        ("Kenya's trade minister, Jane Doe, spoke", "trade minister", "kenya", True),
        ("Marlin won. Transport secretary Jane Doe said so.", "Transport secretary", None, True),
        ("Jane Doe of Marlin spoke", None, "marlin", True),
        ("Former CEO Jane Doe of Marlin resigned.", "Former CEO", "marlin", False),
        (
            "Shares of Marlin fell against Osprey. Its chief executive, Jane Doe, left.",
            "chief executive",
            "marlin",
            True,
        ),
        ("Marlin fell against Osprey, said its chief executive, Jane Doe.", "chief executive", "marlin", True),
        ("Shares of Marlin fell. Osprey chief executive Jane Doe left.", "chief executive", "osprey", True),
        ("The former Marlin CFO Jane Doe spoke", "CFO", "marlin", False),
        ("Jane Doe, previously chief financial officer of Marlin, spoke", "chief financial officer", "marlin", False),
        ("Before that, Mr. Doe was treasurer of Marlin.", "treasurer", "marlin", False),
        ("Jane Doe served as chief economist at Marlin.", "chief economist", "marlin", False),
        ("Jane Doe has served as chief economist at Marlin since May.", "chief economist", "marlin", True),
        ("Jane Doe comes from Marlin, where she was head of sales.", "head of sales", "marlin", False),
        ("Jane Doe was chairman of Marlin until May.", "chairman", "marlin", False),
        ("Jane Doe, a director on the board of Marlin, spoke", "director", "marlin", True),
        ("Jane Doe is chairman of Marlin until May.", "chairman", "marlin", True),
        ("From 2004 to 2009, Jane Doe was treasurer of Marlin.", "treasurer", "marlin", False),
        ("原蓝港总裁李明表示", "总裁", "lan-gang", False),
        ("会议决定，免去李明的蓝港副总裁职务", "副总裁", "lan-gang", False),
        ("The Marlin case went on. Judge Jane Doe said so.", "Judge", None, True),
        ("李明曾任蓝港副总裁，后退休", "副总裁", "lan-gang", False),
        ("昆山市委书记李明出席", "市委书记", "kun-shan-shi", True),
        ("蓝港董事长李明表示", "董事长", "lan-gang", True),
        ("蓝港前总裁李明表示", "前总裁", "lan-gang", False),
        ("藍港財務長李明表示", "財務長", "lan-gang", True),
        ("李明（宁德时代CEO）表示", "CEO", "ning-de-shi-dai", True),
        ("蓝港董事长、总裁李明表示", "董事长、总裁", "lan-gang", True),
        ("李明出任蓝港首席执行官，即日生效", "首席执行官", "lan-gang", True),
        ("蓝港亚太区总裁李明表示", "亚太区总裁", "lan-gang", True),
        ("蓝港前首席执行官李明离任", "前首席执行官", "lan-gang", False),
        ("前首席執行官李明曾領導藍港", "前首席執行官", "lan-gang", False),
        ("蓝港输给青禾一张订单。首席执行官李明离任。", "首席执行官", "lan-gang", True),
        ("蓝港涨停。青禾首席执行官李明离任。", "首席执行官", "qing-he", True),
        ("卢里很大。卢里港口部长李明表示", "港口部长", "lu-li", True),
    ],
)
def test_post(nlp: Language, text: str, title: str | None, organization: str | None, current: bool) -> None:
    found = [(p["title"], p["organization"], p["current"]) for p in posts(nlp, text)]
    assert found == [(title, organization, current)]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Marlin co-founders Jane Doe and John Roe said sales rose.", ["co-founder", "co-founder"]),
        ("Marlin's head of operations Jane Doe and John Roe spoke", ["head of operations"]),
        ("砚江副市长王忠、侯洁出席", ["副市长", "副市长"]),
        ("蓝港任命王忠、侯洁为副总裁", ["副总裁", "副总裁"]),
    ],
)
def test_a_plural_and_a_han_title_are_shared(nlp: Language, text: str, titles: list[str]) -> None:
    assert [p["title"] for p in posts(nlp, text) if p["title"]] == titles


def test_who_meets_a_company_has_no_post_there(nlp: Language) -> None:
    assert posts(nlp, "Jane Doe met Marlin in May.") == []


def test_a_line_about_the_writer_tells_his_post(nlp: Language) -> None:
    text = "松河调查\n作者：李明远\n\n松河上涨，青禾下跌。\n\n（作者为松河大学世界经济研究所副研究员）"
    assert [p["title"] for p in posts(nlp, text)] == ["副研究员"]


#: A signing ceremony with the posts of a city, of its bodies and of its province, which is not named.
CEREMONY = (
    "砚江市与中岭建设签署合作框架协议\n\n2025年11月15日，砚江市政府与中岭建设集团举行签约仪式，双方签订了河道整治等共计8个协议，"
    "总投资91亿元。中岭建设集团总裁宋海清出席仪式并讲话，市委书记孙爱国介绍了砚江市经济社会发展情况，市委副书记、市长陈平安主持仪式，"
    "市政协主席尹玉山，副市长王忠、侯洁，市政府秘书长李士参加活动。省委常委、副省长邓海参加会见。\n"
)


def test_posts_of_a_place_are_at_it_and_of_its_level(nlp: Language) -> None:
    found = [(p["title"], p["organization"]) for p in posts(nlp, CEREMONY)]
    city = next(body for title, body in found if title == "市委书记")
    company = next(body for title, body in found if title == "总裁")
    assert city is not None
    assert company not in (None, city)
    assert found == [
        ("总裁", company),
        ("市委书记", city),
        ("市委副书记、市长", city),
        ("市政协主席", city),
        ("副市长", city),
        ("副市长", city),
        ("市政府秘书长", city),
        ("省委常委、副省长", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "董事会聘任高玉峰、刘斌任蓝港科技副总经理。",
        "会议选举高玉峰先生、刘斌女士为蓝港科技副总经理。",
        "蓝港科技的副总经理为高玉峰、刘斌。",
    ],
)
def test_two_in_a_list_have_the_title_beside_it(nlp: Language, text: str) -> None:
    assert [p["title"] for p in posts(nlp, text)] == ["副总经理", "副总经理"]


def test_a_list_of_bodies_may_have_their_short_forms(nlp: Language) -> None:
    text = "Jane Doe will be the treasurer of Harbour Ferries Ltd (HFL), Harbour Air Ltd (HAL) and Osprey Ltd (OL)."
    assert [p["organization"] for p in posts(nlp, text)] == [
        "harbour-ferries-ltd",
        "harbour-air-ltd",
        "osprey-ltd",
    ]
