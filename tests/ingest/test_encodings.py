"""Bytes of every encoding that news comes in, long and short."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import ArticleError
from pipeline.ingest.encodings import decode, detect

SIMPLIFIED = "海湾钢铁（Gulf Steel）周三表示，将在南港投资约32亿元建设一座电弧炉，预计2027年投产。"
TRADITIONAL = "海灣鋼鐵週三表示，將在南港投資約32億元興建電弧爐，預計2027年投產，「時程不變」。"
JAPANESE = "ガルフ製鉄は水曜日、南港に電炉を建設すると発表した。投資額は約640億円で、2027年の稼働を目指す。"
ENGLISH = "The mill’s board – led by Zoë Müller – said costs rose 4%, or £12m; “we’ll manage,” she added."
MIXED = "Gulf Steel (海湾钢铁) said on Wednesday that its furnace at Nangang would open in 2027."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "gb18030"),
        (SIMPLIFIED, "gbk"),
        (SIMPLIFIED, "utf-16-le"),
        (SIMPLIFIED, "utf-16-be"),
        (SIMPLIFIED, "utf-16"),
        (SIMPLIFIED, "utf-8-sig"),
        (SIMPLIFIED[:4], "gbk"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "cp950"),
        (TRADITIONAL, "gb18030"),
        (TRADITIONAL[:4], "big5"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "cp932"),
        (ENGLISH, "cp1252"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "gb18030"),
        (MIXED, "gbk"),
        (MIXED, "utf-16-be"),
        (MIXED.replace("钢铁", "鋼鐵").replace("湾", "灣"), "big5"),
        ("Renault’s plant at Québec", "cp1252"),
        ("Olivier Andriès, chief executive", "cp1252"),
        ("Up 3% 📈 软银", "gb18030"),
        ("plain ASCII", "ascii"),
    ],
)
def test_decodes_what_was_written(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["gbk", "big5", "cp932", "cp1252", "utf-16-le"])
def test_line_ends_stay(encoding: str) -> None:
    text = "Steel\r\n\r\nCosts — “up”\r"
    if encoding in ("big5", "cp932", "gbk"):
        text = "鋼鐵公司\r\n\r\n成本上升\r"
    assert decode(text.encode(encoding)) == text


def test_declared_charset_of_a_page_wins_over_the_guess() -> None:
    korean = '<html><head><meta charset="euc-kr"></head><body>걸프제철은 수요일 밝혔다</body></html>'
    assert decode(korean.encode("euc-kr"), html=True) == korean


def test_wrong_declaration_is_passed_over() -> None:
    page = f'<meta http-equiv="Content-Type" content="text/html; charset=utf-8"><p>{SIMPLIFIED}</p>'
    assert decode(page.encode("gbk"), html=True) == page


def test_unknown_declaration_is_passed_over() -> None:
    page = f'<meta charset="x-nonsense"><p>{TRADITIONAL}</p>'
    assert decode(page.encode("big5"), html=True) == page


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0", "binary"),
        (b"A text with one \0 in the middle of it", "binary"),
        (b"\xff\xfe\xfa", "undecodable"),
        (SIMPLIFIED.encode()[:30] + b"\xff\xfe" + SIMPLIFIED.encode()[30:], "undecodable"),
        (b"\xef\xbb\xbfabc\xff", "undecodable"),
        (bytes(range(0x80, 0xFF)) * 3, "undecodable"),
    ],
)
def test_what_is_no_text_says_so(data: bytes, error: str) -> None:
    with pytest.raises(ArticleError) as caught:
        decode(data)
    assert caught.value.error == error


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), min_size=1))
def test_utf8_is_never_taken_for_anything_else(text: str) -> None:
    assert detect(text.encode()) == "utf-8"
    assert decode(text.encode()) == text


@given(st.binary(min_size=1, max_size=400))
def test_any_bytes_give_text_or_an_article_error(data: bytes) -> None:
    assert outcome(data) in {"text", "binary", "undecodable"}


def outcome(data: bytes) -> str:
    try:
        return "NUL" if "\0" in decode(data) else "text"
    except ArticleError as error:
        return error.error
