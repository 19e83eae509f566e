"""Towns with the name of a firm."""

from __future__ import annotations

import pytest

from pipeline.entities.candidates import Candidate
from pipeline.entities.towns import with_towns
from pipeline.kb.knowledge_base import load


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Corning, New York, lost jobs.", ["LOCATION", "LOCATION"]),
        ("Corning, New York said, lost jobs.", ["COMPANY", "LOCATION"]),
        ("Lincoln, the Nebraska capital, lost jobs.", ["LOCATION"]),
        ("Lincoln, a developer from the capital of it, lost jobs.", ["COMPANY"]),
    ],
)
def test_what_stands_behind_a_name_makes_it_a_town(text: str, types: list[str]) -> None:
    read = [Candidate(0, 7, "COMPANY", "encoder", 0.9, ("corning",))]
    if (at := text.find("New York")) >= 0:
        read.append(Candidate(at, at + 8, "LOCATION", "encoder", 0.9, ("city-new-york-us",)))
    assert [c.type for c in with_towns(text, read, load())] == types
