from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.annotation.gold import decode, read_gold, read_gold_file
from pipeline.errors import GoldError
from pipeline.paths import seeds

MINIMAL: dict[str, Any] = {
    "article": {"id": "a", "note": "the annotator's own"},
    "entities": [{"id": "acme", "type": "COMPANY", "mentions": ["Acme"]}],
    "sentiment": {"document": "neutral"},
}
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(gold: Any, stem: str = "a", article: str | None = "a.txt", text: bytes = b"Acme") -> Path:
        if article:
            (tmp_path / article).write_bytes(text)
        path = tmp_path / f"{stem}.gold.json"
        path.write_text(gold if isinstance(gold, str) else json.dumps(gold), encoding="utf-8")
        return path

    return write


def test_missing_and_empty_securities_differ(write: Write) -> None:
    unlisted = {"id": "beta", "type": "COMPANY", "mentions": ["Beta"], "securities": []}
    document = read_gold_file(write(MINIMAL | {"entities": [*MINIMAL["entities"], unlisted]}))
    assert [e.securities for e in document.gold.entities] == [None, []]


def test_article_is_found_by_stem_and_suffix(write: Write) -> None:
    plain = read_gold_file(write(MINIMAL))
    page = read_gold_file(write(MINIMAL, "b.c", "b.c.html"))
    assert (plain.stem, plain.article_path.name, plain.is_html) == ("a", "a.txt", False)
    assert (page.stem, page.article_path.name, page.is_html) == ("b.c", "b.c.html", True)


def test_folder_is_read_recursively_in_order_of_stems(tmp_path: Path) -> None:
    for name in ("z/b", "y/c", "a"):
        path = tmp_path / f"{name}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text("Acme")
        path.with_name(path.stem + ".gold.json").write_text(json.dumps(MINIMAL))
    assert [d.stem for d in read_gold(tmp_path)] == ["a", "b", "c"]


def test_sample_gold_follows_the_format() -> None:
    assert read_gold(seeds("articles"))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"entitys": []}, "entitys"),
        ({"entities": [{"id": "x", "type": "FIRM", "mentions": ["Acme"]}]}, r"entities\.0\.type"),
        ({"entities": [{"id": "x", "type": "COMPANY", "mentions": [""]}]}, r"mentions\.0"),
        ({"entities": MINIMAL["entities"] * 2}, "not unique: acme"),
        ({"relations": [{"type": "leads", "subject": "acme", "object": "x", "modality": "asserted"}]}, "nothing: x"),
        ({"equities": [{"entity": "y", "direction": "mixed"}]}, "nothing: y"),
        ({"dates": [{"text": "today", "iso": "today"}]}, r"dates\.0\.iso"),
        ({"amounts": [{"text": "$1", "value": 1, "currency": "US$"}]}, r"amounts\.0\.currency"),
    ],
)
def test_what_breaks_the_format_names_file_and_place(write: Write, change: dict[str, Any], message: str) -> None:
    path = write(MINIMAL | change)
    with pytest.raises(GoldError, match=message) as caught:
        read_gold_file(path)
    assert str(path) in str(caught.value)


def test_broken_json_is_a_gold_error(write: Write) -> None:
    with pytest.raises(GoldError, match=r"a\.gold\.json"):
        read_gold_file(write("{"))


def test_gold_without_article_is_an_error(write: Write) -> None:
    with pytest.raises(GoldError, match="no article"):
        read_gold_file(write(MINIMAL, article=None))


def test_two_files_of_one_stem_are_an_error(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text("Acme")
        (tmp_path / folder / "a.gold.json").write_text(json.dumps(MINIMAL))
    with pytest.raises(GoldError, match="stem 'a'"):
        read_gold(tmp_path)


def test_folder_without_gold_and_missing_folder_are_errors(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no \\*"):
        read_gold(tmp_path)
    with pytest.raises(GoldError, match="no such folder"):
        read_gold(tmp_path / "absent")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_decode_keeps_line_ends(encoding: str) -> None:
    text = "央行宣布降准。\r\n市场走高 🚀\n"
    assert decode(text.encode(encoding)) == text


def test_a_second_annotation_may_stand_apart_from_the_articles(tmp_path: Path) -> None:
    articles, second = tmp_path / "articles", tmp_path / "second"
    articles.mkdir()
    second.mkdir()
    gold = {
        "article": {"id": "a", "language": "en"}, "entities": [], "projects": [], "relations": [], "equities": [],
        "sentiment": {"document": "neutral"},
    }  # fmt: skip
    (articles / "a.txt").write_text("Nothing happened.", encoding="utf-8")
    (second / "a.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    with pytest.raises(GoldError, match="no article"):
        read_gold(second)
    [document] = read_gold(second, articles)
    assert document.article_path == articles / "a.txt"
