"""Names of undertakings that a list gives a line each, without the encoder."""

from __future__ import annotations

import pytest
import spacy

import pipeline.components  # noqa: F401  (registers the stages)
from pipeline.projects.listed_projects import listed
from pipeline.text.tokenizer import MixedTokenizer


def names(text: str) -> list[str]:
    nlp = spacy.blank("xx")
    nlp.tokenizer = MixedTokenizer(nlp.vocab)
    nlp.add_pipe("layout")
    return [text[start:end] for start, end in listed(nlp(text))]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (
            "项目一：松河燃气发电站\n金额：6亿元\n\n项目二：蓝港电池工厂\n主体：蓝港集团",
            ["松河燃气发电站", "蓝港电池工厂"],
        ),
        ("（二）松河燃气發電站\n概述如下\n總投資：6億元", ["松河燃气發電站"]),
        ("1. Tarn River Gas Terminal\nAmount: $2 million", ["Tarn River Gas Terminal"]),
        ("2. Salt plant (Tarn)\n- Lead developer: Marlin", ["Salt plant"]),
        ("• Expansion of Tarn Harbour\nLocation: Tarn", ["Expansion of Tarn Harbour"]),
        ("Thoughts on the pipeline\nStatus: open", []),
        ("1.5GW Tarn wind farm\nStatus: open", ["1.5GW Tarn wind farm"]),
        ("松河燃气发电站\n居民说好", []),
        ("松河的居民\n金额：6亿元", []),
    ],
)
def test_a_line_with_a_field_below(lines: str, found: list[str]) -> None:
    assert names(f"An overview of what is built\n\n{lines}") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Tarn: Port Power Expansion Project\n\nProject number: P1\nBorrower: Tarn\n",
            ["Port Power Expansion Project"],
        ),
        ("Port Power Expansion Project\n\nThe port said that it had borrowed.\n", []),
    ],
)
def test_a_note_of_a_project_has_it_as_its_title(text: str, found: list[str]) -> None:
    assert names(text) == found
