from __future__ import annotations

import pytest

from pipeline.entities.numbered_documents import numbered_documents, titled_documents


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("after Announcement No. 7 of 2031, and Decree No. 12/4.", ["Announcement No. 7 of 2031", "Decree No. 12/4"]),
        ("商务部2031年第7号公告和“88号文”", ["2031年第7号公告", "88号文"]),
        ("Executive Order (E.O.) 20761, Proclamation 20999", ["Executive Order (E.O.) 20761", "Proclamation 20999"]),
        ("依第9號令，7号线与3号文件柜不在其列", ["第9號令", "3号文件"]),
        ("Order 40 trains; notice the number 12; 第5号楼", []),
    ],
)
def test_documents_by_kind_and_number(text: str, names: list[str]) -> None:
    found = list(numbered_documents(text))
    assert [text[c.start : c.end] for c in found] == names
    assert {c.type for c in found} <= {"POLICY"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("依《2031年垃圾（收費）（修訂）條例》辦理", ["2031年垃圾（收費）（修訂）條例"]),
        ("发布《海盐管理办法（征求意见稿）》", ["海盐管理办法"]),
        ("印发《海盐行动计划（2031—2033年）》", ["海盐行动计划（2031—2033年）"]),
        ("《办法》共五章，《红楼梦》再版", []),
        ("《关于公司股票停牌的公告》称，《上市公司重组管理办法》适用", ["上市公司重组管理办法"]),
    ],
)
def test_documents_by_title(text: str, names: list[str]) -> None:
    assert [text[c.start : c.end] for c in titled_documents(text)] == names
