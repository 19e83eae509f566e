"""Who buys, holds, owns and talks to whom, as Chinese sentences plainly state it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.relations import component
from pipeline.relations.component import RelationExtractor

Mark = Callable[[str], Doc]
Tell = Callable[[str], set[tuple[str, str, str, str]]]
BUYER, BOUGHT = "奥林公司", "塔恩公司"


@pytest.fixture
def tell(mark: Mark, text_nlp: Language, monkeypatch: pytest.MonkeyPatch) -> Tell:
    """What plain frames alone state."""
    monkeypatch.setattr(component, "bar", lambda part, least: 1.0)
    extractor = RelationExtractor(text_nlp, "relation_extractor")
    return lambda text: {
        (r["type"], r["subject"], r["object"], r["modality"]) for r in extractor(mark(_marked(text)))._.relations
    }


def _marked(text: str) -> str:
    for short, name in (("甲", BUYER), ("乙", BOUGHT), ("丙", "海潮公司")):
        text = text.replace(short, f"[COMPANY:{name}]")
    return text


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("甲斥资三亿元拿下乙的控股权。", "asserted"),
        ("收购乙之后，甲改了厂名。", "asserted"),
        ("乙整体并入甲。", "asserted"),
        ("甲公告，经董事会讨论，公司决定收购乙。", "planned"),
        ("甲取消对乙的收购。", "denied"),
        ("甲向丙收购乙。", "asserted"),
    ],
)
def test_who_buys_a_company(tell: Tell, text: str, modality: str) -> None:
    assert tell(text) == {("acquires", BUYER, BOUGHT, modality)}


@pytest.mark.parametrize("text", ["甲收购丙手中的乙。", "甲收购乙旗下工厂。"])
def test_whose_part_is_bought_is_not_bought(tell: Tell, text: str) -> None:
    assert not tell(text)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("甲拟对乙现金增资。", "planned"),
        ("甲抢下乙18%股权。", "asserted"),
        ("乙18%的股权以低价转让给甲。", "asserted"),
        ("乙引进战略投资者甲。", "asserted"),
        ("乙称，公司第二大股东甲拟质押股份。", "asserted"),
        ("甲持股12%的乙上市。", "asserted"),
        ("甲拟将乙12%股权转让。", "asserted"),
    ],
)
def test_who_holds_or_takes_a_stake(tell: Tell, text: str, modality: str) -> None:
    assert tell(text) == {("invests_in", BUYER, BOUGHT, modality)}


def test_a_large_shareholder_may_own_most(tell: Tell) -> None:
    assert not tell("乙的大股东甲未到场。")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("乙由甲持股70%。", "asserted"),
        ("甲昨日整顿旗下乙。", "asserted"),
        ("甲旗下上市平台——乙停牌。", "asserted"),
        ("乙公告，接控股股东甲通知停牌。", "asserted"),
        ("乙已成为甲的全资子公司。", "asserted"),
        ("乙将成为甲的全资子公司。", "planned"),
    ],
)
def test_who_owns_a_company(tell: Tell, text: str, modality: str) -> None:
    assert tell(text) == {("subsidiary_of", BOUGHT, BUYER, modality)}


@pytest.mark.parametrize("text", ["甲多次与乙的股东接触。", "甲公告，重组在即，公司仍与乙洽谈。"])
def test_who_talks_to_a_company(tell: Tell, text: str) -> None:
    assert tell(text) == {("negotiates_with", BUYER, BOUGHT, "asserted")}


@pytest.mark.parametrize(
    "text", ["[GOVERNMENT:铁道局]对[COMPANY:塔恩公司]很满意。", "甲收购乙业务。", "甲收购乙12%股权。"]
)
def test_no_rule_speaks_for_a_purchase_of_the_whole(mark: Mark, text_nlp: Language, text: str) -> None:
    doc = RelationExtractor(text_nlp, "relation_extractor", least=0.0)(mark(_marked(text)))
    assert "acquires" not in {r["type"] for r in doc._.relations}


def test_a_holding_ends_with_its_object(mark: Mark, text_nlp: Language) -> None:
    doc = RelationExtractor(text_nlp, "relation_extractor", least=0.0)(
        mark(_marked("甲持有乙的股份，丙持有乙的比例高于甲。"))
    )
    holdings = {(r["subject"], r["object"]) for r in doc._.relations if r["type"] == "invests_in"}
    assert holdings == {(BUYER, BOUGHT), ("海潮公司", BOUGHT)}


@pytest.mark.parametrize("text", ["甲旗下基金和乙认购。", "供应商有甲的三家子公司以及民企乙。"])
def test_what_is_joined_to_somebodys_is_another_party(mark: Mark, text_nlp: Language, text: str) -> None:
    doc = RelationExtractor(text_nlp, "relation_extractor", least=0.0)(mark(_marked(text)))
    assert "subsidiary_of" not in {r["type"] for r in doc._.relations}
