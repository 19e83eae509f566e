"""The component on whole articles."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
import spacy

import pipeline.entities.values.component
import pipeline.text.layout  # noqa: F401
from pipeline.entities.values.dates import dates
from pipeline.entities.values.money import amounts
from pipeline.entities.values.percentages import percentages
from pipeline.entities.values.tickers import tickers
from pipeline.text.tokenizer import MixedTokenizer


@pytest.fixture(scope="module")
def nlp() -> Any:
    language = spacy.blank("en")
    language.tokenizer = MixedTokenizer(language.vocab)
    language.add_pipe("layout")
    language.add_pipe("values")
    return language


def read(nlp: Any, text: str, published: str | None = None) -> Any:
    doc = nlp.make_doc(text)
    doc._.article = {"published_at": published}
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Acme builds\n\nMarch 3, 2026\n\nAcme will build a plant. It was founded on 1 May 1999.", "2026-03-03"),
        ("SEOUL, Nov 14, 2025 - Acme will build a plant.", "2025-11-14"),
        ("某公司公告\n\n2026年3月3日\n\n公司拟建厂。", "2026-03-03"),
        ("Acme\n\nAcme will build a plant for its many customers.\n\nThe old one opened on 1 May 1999", None),
        ("某公司公告\n\n公司拟建厂。\n\n公司成立于2016年3月1日", None),
        ("某公司公告\n\n公司拟建厂。\n\n《某某日报》2026年3月3日", "2026-03-03"),
        ("建厂\n\n某通讯社北京2026年3月3日电 公司拟建厂。", "2026-03-03"),
        ("建廠\n\n2026/3/3 【某日報 文/記者 王小明】\n\n公司擬建廠，年底動工。", "2026-03-03"),
        ("建厂\n\n本报讯（记者 王小明）2026年3月3日上午，工厂开工。", "2026-03-03"),
        ("建厂\n\n某通讯社北京3月3日讯 董事会2026年第二次会议通过建厂议案。", "2026-03-03"),
        ("建厂\n\n某通讯社北京3月3日讯 董事会通过建厂议案。", None),
        (
            "MANILA, Feb 19 (Wire) - Acme said on Thursday it would bid. It had done so on 28 February 2025.",
            "2026-02-19",
        ),
        (
            "MANILA, Feb 19 (Wire) - Acme said on Wednesday it would bid. It had done so on 28 January 2025.",
            "2025-02-19",
        ),
        ("MANILA, Feb 19 (Wire) - Acme said on Saturday it would bid. It had done so on 28 February 2025.", None),
        ("建厂\n\n某通讯社3月3日电 公司拟自2026年5月1日起建厂。", "2026-03-03"),
        ("开店\n\n8月16日，公司宣布再开一店。\n\n2026年5月1日，首店开业，此后客流上升。", None),
        (
            "关于建厂的公告\n公司董事会审议通过建厂议案，具体内容如下文所示，投资总额为三亿元人民币，建设期为两年。\n特此公告。\n某公司董事会\n2026年3月3日",
            "2026-03-03",
        ),
        ("Acme builds\n\nBengaluru, Last Updated 3 March 2026, 02:14 IST\n\nAcme will build a plant.", "2026-03-03"),
        ("Acme builds\n\nPosted on March 3, 2026 by admin\n\nAcme will build a plant.", "2026-03-03"),
        ("Acme builds\n\nBy Ann Lee Mar 3, 2026\n\nAcme will build a plant.", "2026-03-03"),
        ("Acme builds\n\nAnn Lee 3 March 2026\n\nAcme will build a plant.", "2026-03-03"),
        ("Acme builds\n\nMarch 3, 2026, by Ann Lee\n\nAcme will build a plant.", "2026-03-03"),
        ("某公司建厂\n\n原创 王小明 海港观察 2026年3月3日 21:30 广东\n\n公司拟建厂。", "2026-03-03"),
        ("某公司建厂\n\n海港观察网 2026-03-03 来源：某公司\n\n公司拟建厂。", "2026-03-03"),
        ("某公司建厂\n\n海港观察 2026-03-03 19:40 发表于广东\n\n公司拟建厂。", "2026-03-03"),
        ('Acme builds\n\nAcme will build a plant for its many customers.\n\n[1] Daily, "A plant", May 1, 1999.', None),
        ("Acme builds\n\nAcme was founded on May 1, 1999 by Ann Lee in Ohio.", None),
        ("Acme builds\n\nIn a study published on May 1, 1999, Acme was praised.", None),
        ("某公司建厂\n\n公司拟建厂。\n\n资料来源：某某，截至1999年5月1日", None),
        ("某公司建厂\n\n公司拟建厂，规模很大，市场关注。\n\n1999-05-01 首店开业", None),
        (
            "Acme builds\n\nAcme will build a plant, years after the fire that destroyed the first one on 1 May 1999.",
            None,
        ),
        ("Tarn Port Project\n\nApproval date: June 27, 2024\n\nIt will cost $5 million.", None),
    ],
)
def test_publication_from_text(nlp: Any, text: str, published: str | None) -> None:
    assert read(nlp, text)._.article["published_at"] == published


def test_metadata_wins(nlp: Any) -> None:
    doc = read(nlp, "March 3, 2026\n\nAcme said today that it pays $5.", "2026-03-04T08:00:00+08:00")
    assert doc._.article["published_at"] == "2026-03-04T08:00:00+08:00"
    assert ("today", "2026-03-04") in [(d["text"], d["value"]) for d in doc._.dates]


@pytest.mark.parametrize(
    ("text", "address", "published"),
    [
        ("Acme said today that it pays $5.", "news/2026/02/12/plant.txt", "2026-02-12"),
        ("Acme said today that it pays $5.", "plant_20260212.txt", "2026-02-12"),
        ("Acme said today that it pays $5.", "2026-02-13/plant-20260212-2026-02-13.txt", None),
        ("Acme said today that it pays $5.", "plant-2026-02-31.txt", None),
        ("Acme said today that it pays $5.", "plant-120260212.txt", None),
        ("March 3, 2026\n\nAcme said today that it pays $5.", "plant_20260212.txt", "2026-03-03"),
    ],
)
@pytest.mark.parametrize("where", ["path", "url"])
def test_publication_from_path_or_url(nlp: Any, text: str, address: str, published: str | None, where: str) -> None:
    doc = nlp.make_doc(text)
    doc._.article = {"published_at": None, where: address}
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert doc._.article["published_at"] == published
    assert ("today" in [d["text"] for d in doc._.dates]) is (published is not None)


@pytest.mark.parametrize(("where", "published"), [("path", None), ("url", "2026-02-12")])
def test_a_file_of_many_articles_dates_none_of_them(nlp: Any, where: str, published: str | None) -> None:
    doc = nlp.make_doc("Acme said today that it pays $5.")
    doc._.article = {"published_at": None, where: "plant_20260212.jsonl#3"}
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert doc._.article["published_at"] == published
    assert ("today" in [d["text"] for d in doc._.dates]) is (published is not None)


def test_of_url_and_path_the_url_tells(nlp: Any) -> None:
    doc = nlp.make_doc("Acme said today that it pays $5.")
    doc._.article = {"published_at": None, "url": "https://x.example/2026/02/12/acme", "path": "crawl/20260301.txt"}
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert doc._.article["published_at"] == "2026-02-12"


def test_values_do_not_overlap(nlp: Any) -> None:
    doc = read(nlp, "2026年3月3日，中石化（600028.SH；2026.HK）斥资20亿元，占5%，其中$2026已付。", "2026-03-03")
    spans = sorted(
        (v["start"], v["end"]) for slot in ("amounts", "dates", "tickers", "percentages") for v in getattr(doc._, slot)
    )
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert [len(getattr(doc._, slot)) for slot in ("amounts", "dates", "tickers", "percentages")] == [2, 1, 2, 1]


FINDERS: list[Callable[[str], Any]] = [amounts, percentages, tickers, lambda text: dates(text, date(2026, 2, 12))]


@pytest.mark.parametrize("unit", ["1", "$", "亿", "(", "1,", "千", "a ", "年", "one ", "2026"])
def test_time_is_linear(unit: str) -> None:
    """Four times the text takes at most some ten times as long; a quadratic search would take sixteen."""

    def seconds(size: int) -> float:
        text = (unit * size)[:size]
        start = time.process_time()
        for finder in FINDERS:
            finder(text)
        return time.process_time() - start

    seconds(1_000)
    few, many = (min(seconds(size) for _ in range(3)) for size in (10_000, 40_000))
    assert many < 10 * few + 0.2


def test_days_and_sums_of_links_are_not_the_storys(nlp: Any) -> None:
    doc = read(
        nlp, "Acme builds\n\nAcme paid $2 million in May 2026.\n\nRelated news\nMay 1, 2025: Bolt pays $9 million\n"
    )
    assert [a["text"] for a in doc._.amounts] == ["$2 million"]
    assert [d["text"] for d in doc._.dates] == ["May 2026"]
