"""Words in the clause of a company that make what moves it possible only."""

from __future__ import annotations

import pytest

from pipeline.document import Mention, Span
from pipeline.sentiment.effect_modality import may_be


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("供应增加，塔恩股份有望受益。", True),
        ("塔恩股份或將受惠。", True),
        ("需求可能下降，塔恩股份跌3%。", False),
        ("Rates rose, and 塔恩股份 could pay more.", True),
        ("塔恩股份 lost less than it might have done.", False),
        ("塔恩股份 lost 3% on May 4.", False),
    ],
)
def test_possible_effects(text: str, possible: bool) -> None:
    start = text.index("塔恩股份")
    company: Mention = {"start": start, "end": start + 4}  # type: ignore[typeddict-item]
    assert may_be(text, Span(start=0, end=len(text)), company) is possible
