"""Places of an address that the encoder read as one."""

from __future__ import annotations

import pytest

from pipeline.entities.candidates import Candidate
from pipeline.entities.place_chains import single_places
from pipeline.kb.knowledge_base import load


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("重庆市长寿区", ["重庆市", "长寿区"]),
        ("福建省福州市长乐区", ["福建省", "福州市", "长乐区"]),
        ("福建省福州市", ["福建省", "福州市"]),
        ("苏州工业园区", ["苏州工业园区"]),
        ("烟台市黄渤海新区", ["烟台市黄渤海新区"]),
        ("乌有市长丰县", ["乌有市长丰县"]),
    ],
)
def test_a_chain_is_several_places(name: str, places: list[str]) -> None:
    read = Candidate(1, 1 + len(name), "LOCATION", "encoder", 0.9)
    text = f"在{name}"
    assert [text[c.start : c.end] for c in single_places(text, read, load())] == places


def test_a_body_is_no_chain() -> None:
    read = Candidate(0, 6, "GOVERNMENT", "encoder", 0.9)
    assert list(single_places("重庆市长寿区", read, load())) == [read]
