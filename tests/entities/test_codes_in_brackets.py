from __future__ import annotations

import pytest

from pipeline.entities.candidates import Candidate
from pipeline.entities.codes_in_brackets import codes_in_brackets
from pipeline.kb.knowledge_base import load


def codes(text: str, company: str, kind: str = "COMPANY") -> list[str]:
    start = text.index(company)
    read = [Candidate(start, start + len(company), kind, "encoder", 0.9)]
    return [ticker["text"] for ticker in codes_in_brackets(text, read, load())]


@pytest.mark.parametrize(
    ("text", "company", "code"),
    [
        ("Lam Research (LRCX) fell", "Lam Research", "LRCX"),
        ("ASML (ASML) fell", "ASML", "ASML"),
        ("Foobar Works (DE:FBWX) fell", "Foobar Works", "DE:FBWX"),
        ("Tokyo Electron (TOELF) fell", "Tokyo Electron", "TOELF"),
        ("泛林集团（LRCX）下跌", "泛林集团", "LRCX"),
        ("Meta(META)下跌", "Meta", "META"),
        ("松河糖厂(SHT,5202,主板消费产品服务组)上涨", "松河糖厂", "SHT"),
    ],
)
def test_codes(text: str, company: str, code: str) -> None:
    assert codes(text, company) == [code]


@pytest.mark.parametrize(
    ("text", "company", "kind"),
    [
        ("International Business Machines (IBM) rose", "International Business Machines", "COMPANY"),
        ("Foobar Works (FBWX) fell", "Foobar Works", "COMPANY"),
        ("Foobar Works Ltd (SUNNY) fell", "Foobar Works Ltd", "COMPANY"),
        ("Foobar Works (HQ: PARIS) fell", "Foobar Works", "COMPANY"),
        ("必和必拓（BHP）上涨", "必和必拓", "COMPANY"),
        ("Lam Research, maker of tools (LRCX)", "Lam Research", "COMPANY"),
        ("松河糖厂(SHT,5家分厂)", "松河糖厂", "COMPANY"),
        ("Ann Lam (UK:X) said", "Ann Lam", "PERSON"),
    ],
)
def test_names_in_brackets(text: str, company: str, kind: str) -> None:
    assert codes(text, company, kind) == []
