from __future__ import annotations

import pytest

from pipeline.evaluation import normalise


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Bank of Example", "bank of example"),
        ("ＡＢＣ　Ｃｏｒｐ．", "ABC Corp."),
        ("U.S. Steel", "U S Steel"),
        ("蘇珊‧張", "苏珊·张"),
        ("S&P 500", "s&p 500"),
    ],
)
def test_names_that_are_the_same(one: str, other: str) -> None:
    assert normalise.name(one) == normalise.name(other)


@pytest.mark.parametrize(("one", "other"), [("中国石油", "中国石油化工"), ("A 1", "A 2")])
def test_names_that_differ(one: str, other: str) -> None:
    assert normalise.name(one) != normalise.name(other)


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Former chief executive", "chief executive"),
        ("ex-chairman", "chairman"),
        ("前亞太區總裁", "亚太区总裁"),
        ("原分析师", "分析师"),
        ("前任", None),
    ],
)
def test_former_posts(title: str, bare: str | None) -> None:
    assert normalise.title(title) == (bare, True)


@pytest.mark.parametrize("title", ["executive chairman", "总裁", "Prime Minister", None])
def test_present_posts(title: str | None) -> None:
    assert normalise.title(title)[1] is False


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("豐田通商", "zh"),
        ("TCL科技", "zh"),
        ("トヨタ", "other"),
        ("삼성전자", "other"),
        ("S&P 500", "en"),
        ("史蒂夫・张", "zh"),
    ],
)
def test_language_of_names(name: str, language: str) -> None:
    assert normalise.language_of(name) == language


def test_listings_of_one_market() -> None:
    assert normalise.listing("XNGS:MSFT") == normalise.listing("XNAS:msft")
    assert normalise.listing("XKOS:035720") == normalise.listing("XKRX:035720")
    assert normalise.listing("XSHG:600000") != normalise.listing("XSHE:600000")
    assert normalise.listing("XHKG:5") == "XHKG:0005"
    assert normalise.listing("ZZZZ:1") == "ZZZZ:1"


def test_similarity_of_long_hostile_names_is_quick() -> None:
    assert normalise.similarity("a-" * 50_000, "项" * 50_000) == 0.0
