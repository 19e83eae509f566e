"""Layers, and the compiled form in the cache folder."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pipeline.kb import compiled, sources
from pipeline.kb.knowledge_base import ENTITY_COLUMNS, LISTING_COLUMNS, NAME_COLUMNS, KnowledgeBase, load

Write = Callable[..., None]


@pytest.fixture
def tables(tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Small tables in place of the shipped ones, folders of their own for cache and user's files."""
    seeds = tmp_path / "seeds"
    (seeds / "kb" / "market").mkdir(parents=True)
    write(seeds / "kb", "entities.tsv", ENTITY_COLUMNS, ("tarn", "COMPANY", "NO", "listed", "power", "Tarn", "塔恩"))
    write(seeds / "kb", "names.tsv", NAME_COLUMNS, ("tarn", "Tarn Power", "en", "alias", "0"))
    write(seeds / "kb", "listings.tsv", LISTING_COLUMNS, ("tarn", "primary", "XOSL", "TARN", ""))
    write(seeds / "kb", "han_words.tsv", ("word", "count"), ("今日", "100"))
    market = seeds / "kb" / "market"
    rows = [
        ("xosl-tarn", "COMPANY", "NO", "listed", "", "Tarn", ""),
        ("xosl-mire", "COMPANY", "NO", "listed", "", "Mire", ""),
    ]
    write(market, "entities.tsv", ENTITY_COLUMNS, *rows)
    names = [("tarn", "Tarn Power", "en", "alias", "1"), ("tarn", "Tarn Power ASA", "en", "alias", "0")]
    write(market, "names.tsv", NAME_COLUMNS, *names)
    lines = [("xosl-tarn", "primary", "XOSL", "TARN", ""), ("xosl-mire", "primary", "XOSL", "MIRE", "")]
    write(market, "listings.tsv", LISTING_COLUMNS, *lines)
    monkeypatch.setattr(sources, "seeds", lambda *parts: seeds.joinpath(*parts))
    monkeypatch.setattr(sources, "cache_folder", lambda: tmp_path / "cache")
    monkeypatch.setattr(sources, "user_folder", lambda: tmp_path / "user")
    return tmp_path


def test_curated_tables_win_over_built_ones(tables: Path) -> None:
    base = KnowledgeBase(*sources.open_base())
    assert base.by_listing("XOSL:TARN") == "tarn"
    assert base.by_listing("XOSL:MIRE") == "xosl-mire"
    assert {n.value: n.context for n in base.names["tarn"]} == {
        "Tarn": False,
        "塔恩": False,
        "Tarn Power": False,
        "Tarn Power ASA": False,
    }


def test_files_win_over_stored_files_and_those_over_the_tables(tables: Path) -> None:
    (tables / "user").mkdir()
    (tables / "user" / "a.csv").write_text("id,sector,country\ntarn,nuclear,SE\n", encoding="utf-8")
    (tables / "run.csv").write_text("id,sector\ntarn,hydrogen\n", encoding="utf-8")
    stored, _ = sources.open_base()
    assert KnowledgeBase(stored).entries["tarn"].sector == "nuclear"
    entry = KnowledgeBase(*sources.open_base([tables / "run.csv"])).entries["tarn"]
    assert (entry.sector, entry.country) == ("hydrogen", "SE")


def test_it_is_compiled_once_and_again_when_a_table_changes(
    tables: Path, monkeypatch: pytest.MonkeyPatch, write: Write
) -> None:
    _, first = sources.open_base()
    with monkeypatch.context() as patch:
        patch.setattr(sources, "merge", lambda _: pytest.fail("compiled again"))
        assert sources.open_base()[1] == first
    write(tables / "seeds" / "kb", "names.tsv", NAME_COLUMNS, ("tarn", "Tarn Kraft", "en", "alias", "0"))
    connection, second = sources.open_base()
    assert second != first
    assert KnowledgeBase(connection).by_name("tarn kraft")


def test_a_broken_compiled_file_is_made_anew(tables: Path) -> None:
    _, digest = sources.open_base()
    (tables / "cache" / f"{digest}.sqlite").write_bytes(b"no database at all, but long enough to be one" * 100)
    assert KnowledgeBase(*sources.open_base()).by_name("Tarn")


def test_without_a_place_to_write_it_is_kept_in_memory(tables: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tables / "file").write_text("in the way")
    monkeypatch.setattr(sources, "cache_folder", lambda: tables / "file" / "cache")
    assert KnowledgeBase(*sources.open_base()).by_name("Tarn")


def test_several_may_compile_at_once(tables: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: KnowledgeBase(*sources.open_base()).entries["tarn"].name_en, range(8)))
    assert found == ["Tarn"] * 8
    assert [p.suffix for p in (tables / "cache").iterdir()] == [".sqlite"]


def test_old_compiled_files_go(tables: Path) -> None:
    for number in range(6):
        compiled.write(sources.merge(), tables / "cache" / f"{number}.sqlite")
    assert len(list((tables / "cache").iterdir())) == 4


def test_a_compiled_file_is_read_only(tables: Path) -> None:
    connection, _ = sources.open_base()
    with pytest.raises(sqlite3.OperationalError):
        connection.execute("DELETE FROM names")


def test_the_shipped_base_opens_at_once() -> None:
    load()  # compiled by now
    assert min(_seconds_to_open() for _ in range(3)) < 0.3  # the machine may stand still for a moment


def _seconds_to_open() -> float:
    started = time.perf_counter()
    KnowledgeBase(*sources.open_base())
    return time.perf_counter() - started
