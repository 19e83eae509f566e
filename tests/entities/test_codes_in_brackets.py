from __future__ import annotations

import pytest

from pipeline.entities.candidates import Candidate
from pipeline.entities.codes_in_brackets import codes_in_brackets
from pipeline.kb.knowledge_base import load


def codes(text: str, company: str, kind: str = "COMPANY") -> list[str]:
    start = text.index(company)
    read = [Candidate(start, start + len(company), kind, "encoder", 0.9)]
    return [text[slice(*span)] for span in codes_in_brackets(text, read, load())]


@pytest.mark.parametrize(
    ("text", "company", "code"),
    [
        ("Lam Research (LRCX) fell", "Lam Research", "LRCX"),
        ("ASML (ASML) fell", "ASML", "ASML"),
        ("Foobar Works (DE:FBWX) fell", "Foobar Works", "DE:FBWX"),
        ("Foobar Works Ltd (FBRWF) fell", "Foobar Works Ltd", "FBRWF"),
        ("应用材料（AMAT）下跌", "应用材料", "AMAT"),
    ],
)
def test_codes(text: str, company: str, code: str) -> None:
    assert codes(text, company) == [code]


@pytest.mark.parametrize(
    ("text", "company", "kind"),
    [
        ("International Business Machines (IBM) rose", "International Business Machines", "COMPANY"),
        ("Foobar Works (FBWX) fell", "Foobar Works", "COMPANY"),
        ("Lam Research, maker of tools (LRCX)", "Lam Research", "COMPANY"),
        ("Ann Lam (UK:X) said", "Ann Lam", "PERSON"),
    ],
)
def test_names_in_brackets(text: str, company: str, kind: str) -> None:
    assert codes(text, company, kind) == []
