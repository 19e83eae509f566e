from __future__ import annotations

import pytest

from pipeline.entities.candidates import Candidate
from pipeline.entities.segment_tables import is_segment, segments

TABLE = "塔恩公布年报。\n业务板块 收入（亿元） 同比\n海港科技 357 25%\n松河 1,200 9%\n松河去年中标。\n"


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        (TABLE, ["海港科技", "松河"]),
        ("| 分部 | 营收 |\n|---|---|\n| 松河 | 30 |\n", ["松河"]),
        ("Segment  Revenue\nTarn Mills  $30 million\n", ["Tarn Mills"]),
        ("公司 收入\n松河 30\n", []),
        ("产品价格回升，收入增长。\n松河 30\n", []),
    ],
)
def test_first_cells_of_segments(text: str, cells: list[str]) -> None:
    assert [text[slice(*span)] for span in segments(text)] == cells


def test_a_segment_is_no_company_unless_known() -> None:
    at, cells = TABLE.index("海港科技"), segments(TABLE)
    read = Candidate(at, at + 4, "COMPANY", "encoder", 0.9)
    assert is_segment(read, cells)
    assert not is_segment(Candidate(at, at + 4, "COMPANY", "encoder", 0.9, ("xshg-600000",)), cells)
    assert not is_segment(Candidate(0, 2, "COMPANY", "encoder", 0.9), cells)
