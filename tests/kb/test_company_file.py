from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import KnowledgeBaseError
from pipeline.kb.company_file import COLUMNS, read_companies
from pipeline.kb.compiled import in_memory
from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.kb.layers import Merged


def csv_file(folder: Path, *rows: str, header: str = ",".join(COLUMNS[:-1])) -> Path:
    path = folder / "mine.csv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8-sig")
    return path


def test_a_company_with_everything(tmp_path: Path, merged: Merged) -> None:
    row = (
        "tarn-cells,,Tarn Cells,塔恩电池,Tarn|塔恩,Tarn,NO,listed,batteries,"
        "XOSL:TARN NO0010063308|depositary_receipt XNYS:TRN,nord-oil associate,Tarnlite|塔恩輕"
    )
    merged.add(read_companies(csv_file(tmp_path, row, header=",".join(COLUMNS)), merged))
    base = KnowledgeBase(in_memory(merged))
    assert base.entries["tarn-cells"].type == "COMPANY"
    assert {n.value: n.context for n in base.names["tarn-cells"]} == {
        "Tarn Cells": False,
        "塔恩电池": False,
        "Tarn": True,
        "塔恩": False,
    }
    assert [(x.listing, x.role, x.isin) for x in base.listings["tarn-cells"]] == [
        ("XOSL:TARN", "primary", "NO0010063308"),
        ("XNYS:TRN", "depositary_receipt", None),
    ]
    assert base.parents["tarn-cells"] == [("nord-oil", "associate")]
    assert base.cues["tarn-cells"] == ["tarnlite", "塔恩轻"]


def test_a_known_id_changes_only_what_it_fills(tmp_path: Path, merged: Merged) -> None:
    merged.add(read_companies(csv_file(tmp_path, "nord-oil,,,,北油集团,,,,chemicals,,"), merged))
    base = KnowledgeBase(in_memory(merged))
    entry = base.entries["nord-oil"]
    assert (entry.name_en, entry.sector, entry.status) == ("Nord Oil", "chemicals", "listed")
    assert {"北油", "北油集团", "Nord Oil"} <= {n.value for n in base.names["nord-oil"]}
    assert [x.listing for x in base.listings["nord-oil"]] == ["XOSL:NOIL"]


def test_a_line_more_is_no_second_primary_one(tmp_path: Path, merged: Merged) -> None:
    merged.add(read_companies(csv_file(tmp_path, "nord-oil,XNYS:NOI", header="id,listings"), merged))
    lines = KnowledgeBase(in_memory(merged)).listings["nord-oil"]
    assert [(x.listing, x.role) for x in lines] == [("XOSL:NOIL", "primary"), ("XNYS:NOI", "secondary")]


def test_a_name_that_needed_context_may_be_freed(tmp_path: Path, merged: Merged) -> None:
    merged.add(read_companies(csv_file(tmp_path, "aim,Aim", header="id,name_en"), merged))
    assert [n.context for n in KnowledgeBase(in_memory(merged)).by_name("Aim")] == [False]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Tarn Cells,,Tarn,,,,,,,,", "mine.csv:2: id 'Tarn Cells'"),
        ("tarn,,,,,,,,,,", "needs name_en or name_zh"),
        ("tarn,FIRM,Tarn,,,,,,,,", "type 'FIRM' is none of"),
        ("tarn,,Tarn,,,,Norway,,,,", "no ISO 3166 code"),
        ("tarn,,Tarn,,,,,floated,,,", "status 'floated'"),
        ("tarn,,Tarn,,,,,,cells,,", "sector 'cells'"),
        ("tarn,,Tarn,,,,,listed,,,", "without listings"),
        ("tarn,,Tarn,,,,,,,TARN,", "neither MIC:code"),
        ("tarn,,Tarn,,,,,,,XXXX:TARN,", "no market"),
        ("tarn,,Tarn,,,,,,,XSHG:12,", "no code of XSHG"),
        ("tarn,,Tarn,,,,,,,XOSL:TARN NO0010063309,", "valid ISIN"),
        ("tarn,,Tarn,,,,,,,XOSL:NOIL,", "is a line of 'nord-oil'"),
        ("tarn,,Tarn,,,,,,,,ghost", "unknown parent 'ghost'"),
        ("tarn,,Tarn,,,,,,,,nord-oil owner", "'owner' is none of"),
        ("tarn,,Tarn", "3 cells, expected 11"),
        ("tarn,,Tarn,,,,,,,,\ntarn,,Tarn,,,,,,,,", "in the file twice"),
    ],
)
def test_errors_name_the_line_and_the_fault(tmp_path: Path, merged: Merged, row: str, message: str) -> None:
    with pytest.raises(KnowledgeBaseError, match=message.replace("(", r"\(")):
        read_companies(csv_file(tmp_path, row), merged)


@pytest.mark.parametrize("header", ["id,name", "name_en", "id,id,name_en"])
def test_other_columns_are_refused(tmp_path: Path, merged: Merged, header: str) -> None:
    with pytest.raises(KnowledgeBaseError, match="possible are"):
        read_companies(csv_file(tmp_path, header=header), merged)


def test_what_is_no_text_is_refused(tmp_path: Path, merged: Merged) -> None:
    (tmp_path / "mine.csv").write_bytes(b"id,name_en\n\xff\xfe,x\n")
    with pytest.raises(KnowledgeBaseError, match=r"mine\.csv"):
        read_companies(tmp_path / "mine.csv", merged)
