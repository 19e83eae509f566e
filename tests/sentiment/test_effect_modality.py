"""Words in the clause of a company that make what moves it possible only."""

from __future__ import annotations

import pytest

from pipeline.document import Mention, Span
from pipeline.sentiment.effect_modality import is_conditional, may_be


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("供应增加，塔恩股份有望受益。", True),
        ("塔恩股份或將受惠。", True),
        ("需求可能下降，塔恩股份跌3%。", False),
        ("Rates rose, and 塔恩股份 could pay more.", True),
        ("塔恩股份 lost less than it might have done.", False),
        ("塔恩股份 lost 3% on May 4.", False),
        ("塔恩股份 may have to idle a furnace.", True),
        ("塔恩股份 may have lost an order.", False),
        ("Rates rose and Bernstein expects 塔恩股份 to pay more.", True),
        ("塔恩股份份额较高，或面临件量下滑。", True),
        ("塔恩股份份额较高；同业或面临件量下滑。", False),
        ("塔恩股份今日跌停，艾可集团恐减产。", False),
    ],
)
def test_possible_effects(text: str, possible: bool) -> None:
    names = [
        Mention(start=text.index(name), end=text.index(name) + 4, entity=name)  # type: ignore[typeddict-item]
        for name in ("塔恩股份", "艾可集团")
        if name in text
    ]
    assert may_be(text, Span(start=0, end=len(text)), names, "塔恩股份") is possible


@pytest.mark.parametrize(
    ("sentence", "conditional"),
    [
        ("若海峡再度关闭，塔恩股份将首当其冲。", True),
        ("不过，如果法案通过，塔恩股份须转让技术。", True),
        ("If the act fails, tariffs hit Tarn first.", True),
        ("若干工厂停产，塔恩股份减产。", False),
        ("Tarn loses orders, and asks if it must pay.", False),
    ],
)
def test_a_sentence_that_opens_with_a_condition(sentence: str, conditional: bool) -> None:
    assert is_conditional(sentence, Span(start=0, end=len(sentence))) is conditional
