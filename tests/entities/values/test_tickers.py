"""Codes of securities."""

from __future__ import annotations

import pytest

from pipeline.entities.values.tickers import tickers


def found(text: str) -> list[tuple[str, list[str]]]:
    return [(t["text"], t["listings"]) for t in tickers(text)]


@pytest.mark.parametrize(
    ("text", "span", "listing"),
    [
        ("Tencent (SEHK: 700)", "SEHK: 700", "XHKG:0700"),
        ("Nvidia (NASDAQ: NVDA)", "NASDAQ: NVDA", "XNAS:NVDA"),
        ("Acme (NYSE American: XYZ)", "NYSE American: XYZ", "XASE:XYZ"),
        ("宁德时代（300750.SZ）", "300750.SZ", "XSHE:300750"),
        ("腾讯（00700.HK）", "00700.HK", "XHKG:0700"),
        ("$英伟达(NVDA.US)$", "NVDA.US", "XNYS:NVDA"),
        ("buy $AAPL now", "$AAPL", "XNAS:AAPL"),
        ("Acme (ticker: XYZ) rose", "XYZ", "XNAS:XYZ"),
        ("trades under the symbol “XYZ.A”", "XYZ.A", "XNYS:XYZ.A"),
        ("贵州茅台（600519）", "600519", "XSHG:600519"),
        ("台積電（2330-TW）", "2330-TW", "XTAI:2330"),
        ("SoftBank 9984.T rose", "9984.T", "XTKS:9984"),
        ("J&J <JNJ.N>", "JNJ.N", "XNYS:JNJ"),
        ("Samsung (005930.KS)", "005930.KS", "XKRX:005930"),
        ("（证券代码：600519）", "600519", "XSHG:600519"),
        ("Shell (LON:SHEL)", "LON:SHEL", "XLON:SHEL"),
        ("香港地產商新鴻基（00016）", "00016", "XHKG:0016"),
        ("港交所：9988", "港交所：9988", "XHKG:9988"),
        ("GE Vernova GEV.N rose", "GEV.N", "XNYS:GEV"),
        ("Kodal (AIM: KOD) rose", "AIM: KOD", "XLON:KOD"),
        ("Summit Power (DSE: SUMITPOWER)", "DSE: SUMITPOWER", "XDHA:SUMITPOWER"),
        ("John Keells (CSE: JKH.N0000)", "CSE: JKH.N0000", "XCOL:JKH.N0000"),
        ("(ＮＡＳＤＡＱ：ＮＶＤＡ)", "ＮＡＳＤＡＱ：ＮＶＤＡ", "XNAS:NVDA"),
    ],
)
def test_forms(text: str, span: str, listing: str) -> None:
    assert [(t, listings[0]) for t, listings in found(text)] == [(span, listing)]


def test_several_in_one_bracket() -> None:
    assert [
        t for t, _ in found("中石化（600028.SH/0386.HK），Alibaba (NYSE: BABA; HKEX: 9988)，两公司（600019、000898）")
    ] == [
        "600028.SH",
        "0386.HK",
        "NYSE: BABA",
        "HKEX: 9988",
        "600019",
        "000898",
    ]
    assert found("Barrick (NYSE/TSX: ABX)") == [("NYSE/TSX: ABX", ["XNYS:ABX", "XTSE:ABX"])]


def test_four_digits_in_a_taiwan_text() -> None:
    assert found("台北台股：鴻海（2317）與中鋼（2002）") == [
        ("2317", ["XTAI:2317", "ROCO:2317"]),
        ("2002", ["XTAI:2002", "ROCO:2002"]),
    ]


@pytest.mark.parametrize(
    ("code", "listings"),
    [
        ("TSXV: KOD", ["XTSX:KOD"]),
        ("TSX-V: KOD", ["XTSX:KOD"]),
        ("NEO: KOD", ["NEOE:KOD"]),
        ("DSE: GP", ["XDHA:GP", "XDAR:GP"]),  # Dhaka and Dar es Salaam
    ],
)
def test_codes_of_smaller_exchanges(code: str, listings: list[str]) -> None:
    assert found(f"Acme ({code}) rose") == [(code, listings)]


@pytest.mark.parametrize(
    "text",
    [
        "The law (2025)",
        "a fee ($5)",
        "(1234)",
        "U.S. and (U.S.)",
        "a symbol of the city; no ticker: see below; the ticker AAA:BBB",
        "报告（2024年）",
        "$5 and US$",
        "v1.2.3",
        "the U.S. N.V. of E.ON and GEV.NET",
        "his GEV.N",
        "于（2025）",
    ],
)
def test_no_ticker(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("code", ["OTCQX: KRRLF", "OTCQB: KOD", "KL:GAMUDA"])
def test_codes_that_no_table_has(code: str) -> None:
    assert found(f"Acme ({code}) rose") == [(code, [])]
