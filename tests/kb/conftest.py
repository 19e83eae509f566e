"""A small knowledge base of invented companies, and folders of its own for whatever is stored."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.kb.compiled import in_memory
from pipeline.kb.knowledge_base import ENTITY_COLUMNS, NAME_COLUMNS, KnowledgeBase
from pipeline.kb.layers import Merged, read_layer

Write = Callable[..., None]


def write_table(folder: Path, file: str, columns: tuple[str, ...], *rows: tuple[str, ...]) -> None:
    lines = ["\t".join(columns), *("\t".join(row) for row in rows)]
    (folder / file).write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture(name="write")
def _write() -> Write:
    return write_table


@pytest.fixture
def merged(tmp_path: Path) -> Merged:
    write_table(
        tmp_path,
        "entities.tsv",
        ENTITY_COLUMNS,
        ("nord-oil", "COMPANY", "NO", "listed", "oil_gas", "Nord Oil", "北方石油"),
        ("nord-oil-chem", "COMPANY", "NO", "unlisted", "chemicals", "Nord Oil Chemicals", "北方石油化工"),
        ("aim", "COMPANY", "GB", "listed", "other", "Aim", ""),
    )
    write_table(
        tmp_path,
        "names.tsv",
        NAME_COLUMNS,
        ("nord-oil", "北油", "zh", "alias", "0"),
        ("aim", "Aim", "en", "primary", "1"),
    )
    write_table(
        tmp_path,
        "listings.tsv",
        ("kb_id", "role", "mic", "code", "isin"),
        ("nord-oil", "primary", "XOSL", "NOIL", ""),
        ("aim", "primary", "XLON", "AIM", ""),
    )
    found = Merged()
    found.add(read_layer(tmp_path))
    return found


@pytest.fixture
def base(merged: Merged) -> KnowledgeBase:
    return KnowledgeBase(in_memory(merged))
