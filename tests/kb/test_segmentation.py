from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.kb.knowledge_base import load
from pipeline.kb.segmentation import HanWords


@pytest.mark.parametrize(
    ("text", "name", "cut"),
    [
        ("今日立案的案件", "日立", True),
        ("与日立建厂", "日立", False),
        ("日立", "日立", False),
        ("努力拓展渠道", "力拓", True),
        ("矿商力拓提价", "力拓", False),
        ("完美的安排", "美的", True),
        ("完美，美的提价", "美的", False),
        ("财政部长表示", "财政部", True),
        ("华为了解情况", "华为", False),
        ("三星电子", "三星", False),
        ("甚高通量卫星", "高通", True),
        ("芯片商高通发布新品", "高通", False),
        ("一杯苹果汁", "苹果", True),
    ],
)
def test_names_against_the_words_around(text: str, name: str, cut: bool) -> None:
    at = text.rindex(name)
    assert load().han_words.cut_through(text, at, at + len(name)) is cut


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="今日立案在建厂的a，", max_size=30), st.data())
def test_any_span_of_any_text_is_judged(text: str, data: st.DataObject) -> None:
    words = HanWords.from_counts({"今日": 900, "立案": 30, "在": 5000, "建厂": 20})
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert words.cut_through(text, start, end) in (True, False)


def test_stored_words_are_the_same() -> None:
    words = HanWords.from_counts({"今日": 900, "立案": 30})
    again = HanWords.from_bytes(words.to_bytes())
    assert "今日" in again
    assert again.to_bytes() == words.to_bytes()
