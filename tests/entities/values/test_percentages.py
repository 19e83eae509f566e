"""Percentages."""

from __future__ import annotations

import pytest

from pipeline.entities.values.percentages import percentages


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("up 5.2% today", "5.2%", 5.2),
        ("5 per cent of it", "5 per cent", 5.0),
        ("25 basis points", "25 basis points", 0.25),
        ("0.5 percentage points", "0.5 percentage points", 0.5),
        ("上升５％", "５％", 5.0),
        ("提高2个百分点", "2个百分点", 2.0),
        ("百分之十二点五", "百分之十二点五", 12.5),
        ("三成", "三成", 30.0),
        ("三成半", "三成半", 35.0),
        ("千分之五", "千分之五", 0.5),
    ],
)
def test_forms(text: str, span: str, value: float) -> None:
    assert [(p["text"], p["value"]) for p in percentages(text)] == [(span, value)]


@pytest.mark.parametrize("text", ["公司成立", "完成3件", "5 perches", "第5成员"])
def test_no_percentage(text: str) -> None:
    assert percentages(text) == []
