from __future__ import annotations

import pytest

from pipeline.entities.bracketed_names import with_brackets
from pipeline.entities.candidates import Candidate


def names(text: str, *read: tuple[str, str]) -> list[str]:
    candidates = [Candidate(text.index(s), text.index(s) + len(s), kind, "encoder", 0.9) for s, kind in read]
    return [text[c.start : c.end] for c in with_brackets(text, candidates)]


@pytest.mark.parametrize(
    ("text", "read", "expected"),
    [
        ("蓝港食品（嘉善）有限公司签约", [("蓝港食品", "COMPANY")], ["蓝港食品（嘉善）有限公司"]),
        ("蓝港（嘉善）冷链设备有限公司签约", [("嘉善）冷链设备有限公司", "COMPANY")], ["蓝港（嘉善）冷链设备有限公司"]),
        ("蓝港（", [("蓝港（", "COMPANY")], ["蓝港"]),
        ("由南湾（中国）承建", [("南湾", "COMPANY"), ("中国", "LOCATION")], ["南湾（中国）"]),
        ("by Marlow (Pty) Ltd on Monday", [("Marlow", "COMPANY"), ("Pty) Ltd", "COMPANY")], ["Marlow (Pty) Ltd"]),
        ("Marlow (Private) Limited", [("Marlow", "COMPANY")], ["Marlow (Private) Limited"]),
        ("led by Marlow (Norway), 60%", [("Marlow", "COMPANY"), ("Norway", "LOCATION")], ["Marlow (Norway)"]),
    ],
)  # fmt: skip
def test_a_name_goes_on_over_its_bracket(text: str, read: list[tuple[str, str]], expected: list[str]) -> None:
    assert names(text, *read) == expected


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("蓝港（Marlow）有限公司", [("蓝港", "COMPANY"), ("Marlow", "COMPANY")]),
        ("蓝港（下称公司）表示", [("蓝港", "COMPANY")]),
        ("Marlow (MRL) rose", [("Marlow", "COMPANY")]),
        ("Marlow (马洛) rose", [("Marlow", "COMPANY"), ("马洛", "LOCATION")]),
        ("Zolvex (Oslo) – $2m. Zolvex rose", [("Zolvex", "COMPANY"), ("Oslo", "LOCATION")]),
        ("Oslo (Norway) waits", [("Oslo", "LOCATION"), ("Norway", "LOCATION")]),
    ],
)
def test_a_gloss_is_no_part_of_the_name(text: str, read: list[tuple[str, str]]) -> None:
    assert names(text, *read) == [surface for surface, _ in read]
