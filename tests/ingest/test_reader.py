"""Files, folders and standard input to articles and rejects."""

from __future__ import annotations

import hashlib
import io
import json
import os
from pathlib import Path

import pytest

from pipeline.article import Article, Reject
from pipeline.errors import UsageError
from pipeline.ingest import ReadOptions, count_articles, read
from pipeline.ingest.options import parse_fields

TEXT = "Gulf Steel builds a furnace.\r\n海湾钢铁建电炉。📈\n"


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def articles(*inputs: Path | str, **options: object) -> list[Article]:
    found = list(read([str(i) for i in inputs], ReadOptions(**options)))  # type: ignore[arg-type]
    assert all(isinstance(item, Article) for item in found), found
    return [item for item in found if isinstance(item, Article)]


def one_reject(path: Path) -> Reject:
    (item,) = read([str(path)])
    assert isinstance(item, Reject), item
    return item


def test_text_is_unchanged(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", TEXT)
    (article,) = articles(path)
    assert article.text == TEXT
    assert article.path == str(path)
    assert article.content_hash == hashlib.sha256(TEXT.encode()).hexdigest()


def test_markdown_is_kept(tmp_path: Path) -> None:
    assert articles(write(tmp_path / "a.md", "# Furnace\n\n- *one*\n"))[0].text == "# Furnace\n\n- *one*\n"


def test_folder_is_read_recursively_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2 篇.txt", "a/1.MD", "c.txt"):
        write(tmp_path / name, name)
    write(tmp_path / "a.gold.json", "{}")
    write(tmp_path / ".hidden.txt", "x")
    write(tmp_path / "photo.jpg", b"\xff\xd8")
    found = articles(tmp_path)
    assert [a.path for a in found] == ["a/1.MD", "a/2 篇.txt", "b.txt", "c.txt"]
    assert [a.text for a in found] == [a.path for a in found]


def test_glob_matches_names_and_paths(tmp_path: Path) -> None:
    for name in ("x/one.txt", "y/one.txt", "y/two.txt"):
        write(tmp_path / name, name)
    assert [a.path for a in articles(tmp_path, glob="one.*")] == ["x/one.txt", "y/one.txt"]
    assert [a.path for a in articles(tmp_path, glob="y/*")] == ["y/one.txt", "y/two.txt"]


def test_symlink_loops_end_and_broken_links_are_rejected(tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.txt", "A.")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "gone.txt").symlink_to(tmp_path / "nowhere")
    items = list(read([str(tmp_path / "in")]))
    assert [(type(i).__name__, i.path) for i in items] == [("Article", "a.txt"), ("Reject", "gone.txt")]


def test_file_that_may_not_be_read_is_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.txt", "A.")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    found = one_reject(path)
    assert (found.stage, found.error, found.message) == ("read", "unreadable", "Permission denied")


def test_missing_input_is_an_unusable_call(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        read([str(tmp_path / "nowhere")])


@pytest.mark.skipif(os.name != "posix", reason="file names of bytes")
def test_file_name_that_is_no_utf8(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/caf\xe9.txt", "w") as file:
        file.write("A.")
    assert articles(tmp_path)[0].path == "caf\ufffd.txt"


@pytest.mark.parametrize(
    ("name", "content", "stage", "error"),
    [
        ("a.txt", b"", "read", "empty"),
        ("a.txt", b" \n\t ", "parse", "empty"),
        ("a.txt", b"\xef\xbb\xbf", "parse", "empty"),
        ("a.txt", b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01" * 20, "decode", "binary"),
        ("a.txt", "软银集团上涨".encode()[:-1], "decode", "undecodable"),
        ("a.txt", b"x" * 2_000_000, "parse", "too_large"),
        ("a.md", b"x\n" * 10_000_001, "read", "too_large"),
        ("a.pdf", b"%PDF-1.7", "read", "unknown_suffix"),
        ("a", b"text", "read", "unknown_suffix"),
        ("a.html", b"<html><body><script>x</script></body></html>", "parse", "empty"),
        ("a.html", b"<div>" * 50_000 + b"deep", "parse", "empty"),
        ("a.json", b"{", "parse", "malformed_json"),
        ("a.json", b'"text"', "parse", "not_an_object"),
        ("a.json", b"[]", "parse", "empty"),
        ("a.json", b'{"title": "no body"}', "parse", "no_text_field"),
        ("a.json", b'{"text": 7}', "parse", "text_not_string"),
        ("a.json", b"[" * 100_000, "parse", "too_deep"),
        ("a.json", b'{"text":' * 100_000, "parse", "too_deep"),
        ("a.json", b'{"text": ' + b"9" * 10_000 + b"}", "parse", "malformed_json"),
        ("a.jsonl", b"\n \n", "read", "empty"),
        ("a.csv", b"", "read", "empty"),
        ("a.csv", b"text\n", "read", "empty"),
        ("a.csv", b"headline,url\nx,y\n", "parse", "no_text_field"),
        ("a.csv", b"text\n\0\0\0\n", "decode", "binary"),
    ],
)
def test_rejects(tmp_path: Path, name: str, content: bytes, stage: str, error: str) -> None:
    path = write(tmp_path / name, content)
    found = one_reject(path)
    assert (found.stage, found.error) == (stage, error)
    assert found.path == str(path)
    assert found.message


def test_reject_of_a_whole_file_has_its_hash(tmp_path: Path) -> None:
    data = "软银集团周三上涨".encode()[:-1]
    assert one_reject(write(tmp_path / "a.txt", data)).content_hash == hashlib.sha256(data).hexdigest()


def test_json_object_with_metadata(tmp_path: Path) -> None:
    value = {
        "Title": " Furnace\nto open ",
        "content": "Gulf Steel builds.",
        "publishedAt": "2026-03-04T08:00:00Z",
        "author": [{"name": "Mara Lindqvist"}, "Jo Park"],
        "source": {"id": None, "name": "The Harbour Ledger"},
        "url": "https://ledger.example/1",
    }
    (article,) = articles(write(tmp_path / "a.json", json.dumps(value)))
    assert article.text == "Gulf Steel builds."
    assert article.title == "Furnace to open"
    assert article.published_at == "2026-03-04T08:00:00+00:00"
    assert article.author == "Mara Lindqvist, Jo Park"
    assert article.publisher == "The Harbour Ledger"
    assert article.url == "https://ledger.example/1"


def test_json_array_numbers_its_articles(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", '[{"text": "One."}, {"title": "bad"}, {"text": "Three."}]')
    items = list(read([str(path)]))
    assert [(type(i).__name__, i.path.removeprefix(str(path))) for i in items] == [
        ("Article", "#1"),
        ("Reject", "#2"),
        ("Article", "#3"),
    ]


def test_chosen_fields_replace_the_defaults(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", '{"text": "abstract", "fulltext": "Whole.", "headline2": "H"}')
    (article,) = articles(path, fields=parse_fields(["text=fulltext", "title=headline2"]))
    assert (article.text, article.title) == ("Whole.", "H")


@pytest.mark.parametrize("pair", ["title", "title=", "colour=red", "=x"])
def test_bad_field_option(pair: str) -> None:
    with pytest.raises(UsageError):
        parse_fields([pair])


def test_html_body_is_stripped(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", json.dumps({"body": "<p>Costs &gt; sales.</p><p>亏损。</p>"}))
    assert articles(path)[0].text == "Costs > sales.\n亏损。"


def test_angle_brackets_of_plain_text_stay(tmp_path: Path) -> None:
    text = "Margin <5%, ticker <JNJ.N> & more > before"
    assert articles(write(tmp_path / "a.json", json.dumps({"text": text})))[0].text == text


def test_what_cannot_be_stored_is_replaced_one_for_one(tmp_path: Path) -> None:
    (article,) = articles(write(tmp_path / "a.json", r'{"text": "a\u0000b\ud800c", "title": "t\udfff"}'))
    assert article.text == "a\ufffdb\ufffdc"
    assert article.title == "t\ufffd"


def test_bad_lines_cost_only_themselves(tmp_path: Path) -> None:
    lines = [
        b'{"text": "One."}',
        b"{broken",
        b"",
        '{"text": "软银"}'.encode("gbk"),
        b"\xff\xff\xff",
        b'{"text": "Six."}',
    ]
    path = write(tmp_path / "a.jsonl", b"\r\n".join(lines))
    items = list(read([str(path)]))
    got = [(i.path.rpartition("#")[2], i.text if isinstance(i, Article) else i.error) for i in items]
    assert got == [("1", "One."), ("2", "malformed_json"), ("4", "软银"), ("5", "undecodable"), ("6", "Six.")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_json_lines_in_unicode_encodings(tmp_path: Path, encoding: str) -> None:
    content = '{"text": "软银"}\n{"text": "Two."}\n'.encode(encoding)
    assert [a.text for a in articles(write(tmp_path / "a.jsonl", content))] == ["软银", "Two."]


def test_overlong_line_costs_only_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.ingest.json_articles.MAX_LINE_BYTES", 100)
    path = write(tmp_path / "a.jsonl", b'{"text": "' + b"x" * 1000 + b'"}\n{"text": "Two."}\n')
    items = list(read([str(path)]))
    assert [i.text if isinstance(i, Article) else i.error for i in items] == ["too_large", "Two."]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO('{"text": "软银"}\nnonsense\n'.encode()))
    monkeypatch.setattr("sys.stdin", stream)
    items = list(read(["-"]))
    assert [(type(i).__name__, i.path) for i in items] == [("Article", "-#1"), ("Reject", "-#2")]


def test_csv_with_newlines_quotes_and_a_mark(tmp_path: Path) -> None:
    content = '\ufefftitle,body,date\r\n"Steel, again","Line one\r\nline ""two"" 软银",2026/3/4\r\n\r\nShort,Text.,\r\n'
    first, second = articles(write(tmp_path / "a.csv", content))
    assert first.text == 'Line one\r\nline "two" 软银'
    assert (first.title, first.published_at) == ("Steel, again", "2026-03-04")
    assert first.path.endswith("a.csv#1")
    assert (second.text, second.published_at, second.path[-1]) == ("Text.", None, "2")


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_encodings_and_delimiters(tmp_path: Path, encoding: str, delimiter: str) -> None:
    content = f"标题{delimiter}正文\n电炉{delimiter}海湾钢铁周三表示将投资建设电炉\n".encode(encoding)
    (article,) = articles(write(tmp_path / "a.csv", content))
    assert (article.title, article.text) == ("电炉", "海湾钢铁周三表示将投资建设电炉")


def test_bad_rows_cost_only_themselves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.ingest.csv_articles.MAX_CELL_CHARACTERS", 1000)
    monkeypatch.setattr("pipeline.ingest.csv_articles._MAX_LINE_CHARACTERS", 2000)
    rows = [
        b"title,text",
        "甲,软银上涨".encode(),
        b"b,broken \xff bytes",
        b"c,too,many",
        b"d",
        b'e,"' + b"y\n" * 501 + b'"',
        b"e," + b"y" * 3000,
        b"f,Six.",
    ]
    path = write(tmp_path / "a.csv", b"\n".join(rows))
    got = [i.text if isinstance(i, Article) else i.error for i in read([str(path)])]
    assert got[:4] == ["软银上涨", "undecodable", "malformed_csv", "no_text_field"]
    assert got.count("malformed_csv") == 3
    assert got[-1] == "Six."


def test_count_matches_what_is_read(tmp_path: Path) -> None:
    for name in ("a.txt", "b.html", "c.md"):
        write(tmp_path / name, name)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert count_articles([str(tmp_path)], ReadOptions()) == len(list(read([str(tmp_path)]))) == 4
    write(tmp_path / "d.jsonl", '{"text": "x"}')
    assert count_articles([str(tmp_path)], ReadOptions()) is None


@pytest.mark.parametrize("content", [b"headline,when\nFurnace,today\n", b"", b"text\n\0\0\0\n"])
def test_csv_that_is_refused_as_a_whole_has_its_hash(tmp_path: Path, content: bytes) -> None:
    assert one_reject(write(tmp_path / "a.csv", content)).content_hash == hashlib.sha256(content).hexdigest()


def test_pattern_stands_for_what_it_matches(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "c/1.txt", "c/1.md"):
        write(tmp_path / name, name)
    assert [a.text for a in articles(tmp_path / "b" / "*.txt")] == ["b/1.txt", "b/2.txt"]
    assert [a.text for a in articles(tmp_path / "**" / "1.*")] == ["b/1.txt", "c/1.md", "c/1.txt"]
    assert [a.path for a in articles(tmp_path / "[b]")] == ["1.txt", "2.txt"]
    with pytest.raises(UsageError, match="no such file"):
        read([str(tmp_path / "*.html")])


def test_file_whose_name_is_a_pattern_is_that_file(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "other")
    write(tmp_path / "[a].txt", "this")
    assert [a.text for a in articles(tmp_path / "[a].txt")] == ["this"]
