"""HTML: the article without the page around it."""

from __future__ import annotations

import pytest

from pipeline.ingest.pages import plain_text, read_page

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Gulf Steel to build furnace | The Harbour Ledger</title>
<meta property="og:site_name" content="The Harbour Ledger"><meta name="author" content="Mara Lindqvist">
<meta property="article:published_time" content="2026-03-04T08:00:00Z">
<link rel="canonical" href="https://ledger.example/gulf-steel">
<script>var secret = "tracking pixel";</script><style>.x{color:red}</style></head>
<body><nav><a href="/">Home</a> <a href="/login">Log in</a></nav>
<article><h1>Gulf Steel to build furnace</h1>
<p>Gulf Steel said on Wednesday that it would spend $450 million on an electric furnace at Nangang, the largest order
in its history, and that work on the site would begin before the end of the second quarter.</p>
<h2>What it means</h2>
<p>Analysts who follow the company expect the furnace to lift output by a third once it is running at full rate.</p>
<ul><li>The furnace opens in 2027 at the earliest.</li><li>A second one may follow two years later.</li></ul>
<p>海湾钢铁董事长周四表示，公司不会为此发行新股，也没有出售港口业务的计划，资金全部来自自有现金与银行贷款。</p>
</article><footer>All rights reserved. <a href="/terms">Terms</a></footer></body></html>"""


def test_article_with_metadata() -> None:
    page = read_page(PAGE)
    assert page.title == "Gulf Steel to build furnace"
    assert page.author == "Mara Lindqvist"
    assert page.publisher == "The Harbour Ledger"
    assert page.published_at == "2026-03-04"
    assert page.url == "https://ledger.example/gulf-steel"


def test_blocks_stand_on_lines_of_their_own() -> None:
    lines = read_page(PAGE).text.split("\n")
    assert "What it means" in lines
    assert [line.lstrip("- ") for line in lines if "second one" in line] == ["A second one may follow two years later."]
    assert any(line.startswith("Gulf Steel said") and line.endswith("second quarter.") for line in lines)


@pytest.mark.parametrize("furniture", ["tracking pixel", "color:red", "Log in", "All rights reserved"])
def test_furniture_is_left_out(furniture: str) -> None:
    assert furniture not in read_page(PAGE).text


def test_page_without_a_date_has_none() -> None:
    undated = PAGE.replace('<meta property="article:published_time" content="2026-03-04T08:00:00Z">', "")
    assert read_page(undated).published_at is None


def test_body_text_where_no_article_is_found() -> None:
    assert "Nangang" in read_page("<html><body>Furnace at Nangang<br>delayed</body></html>").text


def test_plain_text_of_a_fragment() -> None:
    assert (
        plain_text("<p>A&amp;B <b>rose</b> 3%</p><script>x()</script><div>软银<br/>上涨</div>")
        == "A&B rose 3%\n软银\n上涨"
    )


def test_huge_page_is_read_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.ingest.pages.MAX_ELEMENTS", 100)
    monkeypatch.setattr("trafilatura.bare_extraction", None)
    assert read_page("<ul><li>item</li></ul>" * 200).text == "\n".join(["item"] * 200)


def test_xml_declaration_is_no_obstacle() -> None:
    assert (
        read_page('<?xml version="1.0" encoding="gb2312"?><html><body><p>软银上涨</p></body></html>').text == "软银上涨"
    )
