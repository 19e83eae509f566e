from __future__ import annotations

import pytest

from pipeline.names.abbreviations import is_acronym, is_generic, schwartz_hearst, shortens_han
from pipeline.names.romanise import slug, spells
from pipeline.names.short_forms import company_forms, surnames


@pytest.mark.parametrize(
    ("short", "before", "long"),
    [
        ("BOX", "the Bank of Xanadu", "Bank of Xanadu"),
        ("HMM", "heat shock, Harbor Marine Museum", "Harbor Marine Museum"),
        ("BoX", "of the Bank of Xanadu", "Bank of Xanadu"),
    ],
)
def test_schwartz_hearst_finds_the_long_form(short: str, before: str, long: str) -> None:
    at = schwartz_hearst(short, before)
    assert at is not None
    assert before[at:] == long


@pytest.mark.parametrize(("short", "before"), [("XYZ", "the Bank of England"), ("B", "Bank"), ("2026", "in 2026")])
def test_schwartz_hearst_rejects(short: str, before: str) -> None:
    assert schwartz_hearst(short, before) is None


def test_chinese_shortening_in_both_scripts() -> None:
    assert shortens_han("证监会", "中国证券监督管理委员会")
    assert shortens_han("港台", "香港電台")
    assert not shortens_han("监证会", "中国证券监督管理委员会")


def test_acronym_needs_every_initial() -> None:
    assert is_acronym("CMEC", "Coastal Manufacturing and Engineering Company")
    assert not is_acronym("CMC", "Coastal Manufacturing and Engineering Company")


@pytest.mark.parametrize("term", ["Company", "the Group", "公司", "本集團", "Borrower"])
def test_generic_terms(term: str) -> None:
    assert is_generic(term)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Marlin Biopharmaceutical", "Marlin Biopharma"),
        ("Marlin Pharmaceuticals Ltd.", "Marlin Pharma"),
        ("Marlin Biopharma", "Marlin"),
        ("Marlin Group Holdings Ltd.", "Marlin"),
        ("杭州蓝鲸科技股份有限公司", "蓝鲸"),
        ("藍鯨控股", "藍鯨"),
    ],
)
def test_company_short_form(name: str, short: str) -> None:
    assert short in company_forms(name)


@pytest.mark.parametrize("name", ["First Bank", "China Energy", "中国银行", "上海汽车集团"])
def test_what_is_left_must_not_be_an_ordinary_word(name: str) -> None:
    assert not {"First", "China", "中国", "上海", "汽车"} & set(company_forms(name))


def test_surnames_follow_the_order_of_the_name() -> None:
    assert surnames("Anders Bie Holm") == ["Holm"]
    assert "Bae" in surnames("Bae Min-ji")
    assert surnames("王小明") == []


def test_spelling_reads_traditional_and_polyphonic_characters() -> None:
    assert spells("Zeng Yu", "曾宇")
    assert spells("Chongqing", "重慶")
    assert not spells("Beijing", "南京")


@pytest.mark.parametrize("name", ["蓝鲸 Group", "トヨタ", "Ørsted", "🙂"])
def test_slug_is_ascii_and_stable(name: str) -> None:
    assert slug(name).isascii()
    assert slug(name)
    assert slug(name) == slug(name)
