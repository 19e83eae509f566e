from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.scripts import is_traditional, language, script_shares, to_simplified, word_count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shares of 软银集团 (SoftBank Group) rose in Tokyo on Monday after the company raised its forecast.", "en"),
        ("软银集团周一在东京上涨，此前公司上调了预测。", "zh"),
        ("软银集团股价上涨。The company said demand was strong，分析师上调目标价 this week.", "mixed"),
        ("ソフトバンクグループの株価は月曜日に上昇した。", "ja"),
        ("삼성전자 주가가 월요일 상승했다", "ko"),
        ("123 !!", "und"),
    ],
)
def test_language(text: str, expected: str) -> None:
    assert language(text) == expected


def test_shares_sum_to_one() -> None:
    assert script_shares("ab软银") == {"latin": 0.5, "han": 0.5}
    assert script_shares("…") == {}


def test_traditional() -> None:
    assert is_traditional("港鐵擬發行綠色債券")
    assert not is_traditional("港铁拟发行绿色债券")
    assert not is_traditional("Hong Kong")


@given(st.text())
def test_conversion_keeps_length(text: str) -> None:
    assert len(to_simplified(text)) == len(text)


def test_words() -> None:
    assert word_count("港鐵 issued HK$25bn, it’s done.") == 7
