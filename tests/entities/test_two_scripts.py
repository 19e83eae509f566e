"""Names side by side that the encoder read as one."""

from __future__ import annotations

import pytest

from pipeline.entities.candidates import Candidate
from pipeline.entities.two_scripts import glued_names, halves, known_bodies
from pipeline.kb.knowledge_base import load


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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Lee/Bo Poe", ["Ann Lee", "Bo Poe"]),
        ("Ann Lee / Bo Poe", ["Ann Lee", "Bo Poe"]),
        ("Rajan s/o Pillai", ["Rajan s/o Pillai"]),
    ],
)
def test_people_at_a_stroke_are_two(text: str, names: list[str]) -> None:
    read = Candidate(0, len(text), "PERSON", "encoder", 0.9)
    assert [text[c.start : c.end] for c in halves(text, read)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("国家发展改革委 国家能源局", ["国家发展改革委", "国家能源局"]),
        ("国家发展改革委\u3000国家能源局\u3000财政部", ["国家发展改革委", "国家能源局", "财政部"]),
        ("国家发展改革委 松河小组", ["国家发展改革委 松河小组"]),
        ("国家能源局", ["国家能源局"]),
    ],
)
def test_known_bodies_beside_each_other_are_several(text: str, names: list[str]) -> None:
    read = Candidate(0, len(text), "GOVERNMENT", "encoder", 0.9)
    assert [text[c.start : c.end] for c in known_bodies(text, read, load())] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Honda本田", ["Honda", "本田"]),
        ("IDC国际数据公司", ["IDC", "国际数据公司"]),
        ("金务大Gamuda", ["金务大", "Gamuda"]),
        ("挪威Nordbruk", ["挪威", "Nordbruk"]),
        ("美国FDA", ["美国", "FDA"]),
        ("LG新能源", ["LG新能源"]),
        ("三菱UFJ", ["三菱UFJ"]),
        ("SK海力士", ["SK海力士"]),
        ("台灣LINE Pay", ["台灣LINE Pay"]),
    ],
)
def test_two_names_without_a_space_are_two_where_both_are_known_or_the_first_is_a_place(
    text: str, names: list[str]
) -> None:
    read = Candidate(0, len(text), "COMPANY", "encoder", 0.9)
    assert [text[c.start : c.end] for c in glued_names(text, read, load())] == names
