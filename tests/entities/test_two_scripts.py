"""Names of two scripts that the encoder read as one."""

from __future__ import annotations

import pytest

from pipeline.entities.candidates import Candidate
from pipeline.entities.two_scripts import halves


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Orinda Asia 欧林达亚洲", ["Orinda Asia", "欧林达亚洲"]),
        ("奥达能源 (Orda Energy)", ["奥达能源", "Orda Energy"]),
        ("奥达能源（Orda Energy）", ["奥达能源", "Orda Energy"]),
        ("Orda Energy (奥达能源)", ["Orda Energy", "奥达能源"]),
        ("Orda Energy (Kenya)", ["Orda Energy (Kenya)"]),
        ("奥达能源（肯尼亚）", ["奥达能源（肯尼亚）"]),
        ("A股奥达（Orda）有限公司", ["A股奥达（Orda）有限公司"]),
    ],
)
def test_names_of_two_scripts_are_two(text: str, names: list[str]) -> None:
    read = Candidate(0, len(text), "COMPANY", "encoder", 0.9)
    assert [text[c.start : c.end] for c in halves(text, read)] == names
