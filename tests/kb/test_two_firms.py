"""Two names of one row that a text tells apart."""

from __future__ import annotations

import pytest

from pipeline.document import Mention
from pipeline.kb.knowledge_base import load
from pipeline.kb.two_firms import part_of_another


def rows(name: str) -> list[str]:
    return [known.kb_id for known in load().by_name(name)]


def mentions(text: str, names: list[str]) -> list[Mention]:
    found = [(text.index(name), name) for name in names]
    return [
        Mention(
            start=at,
            end=at + len(name),
            text=name,
            type="COMPANY",
            method="test",
            score=0.9,
            kb=rows(name),
            entity=None,
        )
        for at, name in sorted(found)
    ]


@pytest.mark.parametrize(
    ("text", "names", "part"),
    [
        ("América Móvil, the owner of Claro, rose", ["América Móvil", "Claro"], "Claro"),
        ("Claro, a unit of América Móvil, rose", ["Claro", "América Móvil"], "Claro"),
        ("FirstGroup (parent of First Bus) rose", ["FirstGroup", "First Bus"], "First Bus"),
        ("九毛九（9922）旗下的太二酸菜鱼漲價", ["九毛九", "太二酸菜鱼"], "太二酸菜鱼"),
        ("América Móvil and Claro rose", ["América Móvil", "Claro"], None),
        ("Siemens, the owner of Claro, rose", ["Siemens", "Claro"], None),
    ],
)
def test_the_part_is_told_from_the_parent(text: str, names: list[str], part: str | None) -> None:
    found = mentions(text, names)
    assert [found[i]["text"] for i in part_of_another(text, found, load())] == ([part] if part else [])
