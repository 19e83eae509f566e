from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.errors import KnowledgeBaseError
from pipeline.kb.knowledge_base import ENTITY_COLUMNS, NAME_COLUMNS, KnowledgeBase, load
from pipeline.kb.layers import Merged, read_layer
from pipeline.kb.matcher import NameMatcher, fits_case, is_spoken
from pipeline.kb.normalise import key

Write = Callable[..., None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nord Oil Chemicals pays Nord Oil.", ["Nord Oil Chemicals", "Nord Oil"]),
        ("NORD OIL WINS", ["NORD OIL"]),
        ("nord oil", []),
        ("Nord Oilfield", []),
        ("北方石油化工与北方石油", ["北方石油化工", "北方石油"]),
        ("北油漲停", ["北油"]),
        ("Nord\u00a0Oil’s rig", ["Nord\u00a0Oil"]),
        ("take aim", []),
        ("🚀Ｎｏｒｄ　Ｏｉｌ", ["Ｎｏｒｄ　Ｏｉｌ"]),
    ],
)
def test_longest_hits(base: KnowledgeBase, text: str, found: list[str]) -> None:
    assert [text[h.start : h.end] for h in NameMatcher(base).longest(text)] == found


def test_a_space_may_stand_where_scripts_meet() -> None:
    base = load()
    text = "由 SK 海力士与 LG 新能源供应，京东方 A 上涨，比亚迪 BYD 下跌"
    found = [text[h.start : h.end] for h in NameMatcher(base).longest(text)]
    assert found == ["SK 海力士", "LG 新能源", "京东方 A", "比亚迪", "BYD"]
    assert [n.kb_id for n in base.by_name("SK 海力士")] == ["sk-hynix"]


def test_a_primary_name_can_need_context(base: KnowledgeBase) -> None:
    assert [(n.kind, n.context) for n in base.by_name("Aim")] == [("primary", True)]


@pytest.mark.parametrize(
    ("surface", "name", "fits"),
    [
        ("Visa", "Visa", True),
        ("visa", "Visa", False),
        ("VISA", "Visa", True),
        ("Arm", "ARM", False),
        ("us", "US", False),
    ],
)
def test_case(surface: str, name: str, fits: bool) -> None:
    assert fits_case(surface, name) is fits


@pytest.mark.parametrize(
    ("surface", "name", "spoken"),
    [("Cofco", "COFCO", True), ("cofco", "COFCO", False), ("Abb", "ABB", False), ("Softbank", "SoftBank", False)],
)
def test_long_abbreviations_are_written_as_words(surface: str, name: str, spoken: bool) -> None:
    assert is_spoken(surface, name) is spoken


def test_key_keeps_length() -> None:
    for text in ("İstanbul", "臺灣積體電路", "Ａ·Ｂ", "ﬁ"):
        assert len(key(text)) == len(text)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([("x", "FIRM", "NO", "", "", "X", "")], "unknown type"),
        ([("x", "COMPANY", "NO")], "cells"),
    ],
)
def test_malformed_tables(tmp_path: Path, write: Write, rows: list[tuple[str, ...]], message: str) -> None:
    write(tmp_path, "entities.tsv", ENTITY_COLUMNS, *rows)
    with pytest.raises(KnowledgeBaseError, match=message):
        read_layer(tmp_path)


def test_names_of_unknown_rows_are_refused(tmp_path: Path, write: Write) -> None:
    write(tmp_path, "names.tsv", NAME_COLUMNS, ("ghost", "Ghost", "en", "alias", "0"))
    with pytest.raises(KnowledgeBaseError, match="ghost"):
        Merged().add(read_layer(tmp_path))
