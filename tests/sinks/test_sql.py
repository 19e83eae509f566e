"""Databases: an article's rows are replaced, in one transaction."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from pipeline.article import Reject
from pipeline.errors import ArticleError, UsageError
from pipeline.records import Record
from pipeline.sinks.rows import reject_row, rows
from pipeline.sinks.sql import SqlTables
from pipeline.sinks.tables import TABLES

#: Set to a PostgreSQL URL of an empty database to test with it too.
_POSTGRESQL = os.environ.get("EQUITRACE_TEST_POSTGRESQL")


@pytest.fixture(params=["sqlite", "duckdb", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "postgresql":
        if not _POSTGRESQL:
            pytest.skip("EQUITRACE_TEST_POSTGRESQL is not set")
        yield _POSTGRESQL
        engine = sa.create_engine(_POSTGRESQL)
        with engine.begin() as connection:
            for name in (*TABLES, "minhashes", "minhash_bands"):
                connection.execute(sa.text(f'DROP TABLE IF EXISTS "{name}"'))
        engine.dispose()
        return
    if request.param == "duckdb":
        pytest.importorskip("duckdb_engine")
    yield f"{request.param}:///{tmp_path / 'a b 库.db'}"


def contents(url: str, table: str) -> list[dict[str, object]]:
    engine = sa.create_engine(url)
    columns = [sa.column(name) for name in TABLES[table].names]
    with engine.connect() as connection:
        found = [dict(row) for row in connection.execute(sa.select(*columns).select_from(sa.table(table))).mappings()]
    engine.dispose()
    return found


def by_seq(found: list[dict[str, object]]) -> list[dict[str, object]]:
    return sorted(found, key=lambda row: str(row.get("seq", row)))


def test_rows_are_those_of_the_row_model(url: str, record: Record) -> None:
    with SqlTables(url) as sink:
        sink.write(record)
    for name, expected in rows(record).items():
        assert by_seq(contents(url, name)) == by_seq(expected), name


def test_writing_again_replaces(url: str, make_record: Callable[..., Record]) -> None:
    first, other = make_record(), make_record(text="Another article.")
    for _ in range(2):
        with SqlTables(url) as sink:
            sink.write(first)
            sink.write(other)
            sink.write(first)
    shorter = first.model_copy(update={"entities": first.entities[:1], "relations": []})
    with SqlTables(url) as sink:
        sink.write(shorter)
    assert len(contents(url, "documents")) == 2
    assert [row["doc_id"] for row in contents(url, "relations")] == [other.document.doc_id]
    assert len(contents(url, "entities")) == 3


def test_rejects_are_replaced_and_go_when_the_article_is_read(url: str, record: Record) -> None:
    bad = Reject(path=record.document.path, content_hash="1", stage="decode", error="binary", message="NUL")
    worse = bad.model_copy(update={"path": "other.txt", "content_hash": None})
    for _ in range(2):
        with SqlTables(url) as sink:
            sink.reject(bad)
            sink.reject(worse)
    assert len(contents(url, "rejects")) == 2
    with SqlTables(url) as sink:
        sink.write(record)
    assert contents(url, "rejects") == [reject_row(worse)]


def test_refused_record_leaves_no_trace(url: str, record: Record) -> None:
    twice = record.model_copy(update={"projects": record.projects * 2})
    with SqlTables(url) as sink:
        with pytest.raises(ArticleError) as caught:
            sink.write(twice)
        assert caught.value.stage == "write"
        assert contents(url, "documents") == []
        sink.write(record)
    assert len(contents(url, "projects")) == 1


def test_table_with_other_columns_is_an_unusable_call(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'old.db'}"
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE documents (id INTEGER)"))
    engine.dispose()
    with pytest.raises(UsageError, match=r"old\.db"):
        SqlTables(url)


@pytest.mark.parametrize(
    "url", ["nonsense://x", "://", "sqlite:////nowhere/at/all.db", "postgresql://user:secret@localhost:1/none"]
)
def test_unusable_url_names_no_password(url: str) -> None:
    with pytest.raises(UsageError) as caught:
        SqlTables(url)
    assert "secret" not in str(caught.value)


def test_messages_call_a_database_file_by_its_path(tmp_path: Path, record: Record) -> None:
    path = tmp_path / "records.sqlite"
    with SqlTables(f"sqlite:///{path}") as sink:
        with sa.create_engine(f"sqlite:///{path}").begin() as connection:
            connection.execute(sa.text("DROP TABLE rejects"))
        with pytest.raises(UsageError) as caught:
            sink.write(record)
    assert str(caught.value).startswith(f"{path}: ")


def test_signatures_of_originals_are_found_by_a_band(url: str, make_record: Callable[..., Record]) -> None:
    first, copy, gone = make_record(), make_record(text="A reprint."), make_record(text="Never written.")
    of = {"duplicate_of": first.document.doc_id}
    marked = copy.model_copy(update={"document": copy.document.model_copy(update=of)})
    for _ in range(2):
        with SqlTables(url) as sink:
            sink.write(first)
            sink.write(marked)
            for record in (first, marked, gone):
                sink.signatures.keep(record.document.doc_id, "ab", ["0:a", "1:b"])
            assert sink.signatures.candidates(["0:x", "1:b"]) == {first.document.doc_id: "ab"}
            assert sink.signatures.candidates(["0:b", "1:a"]) == {}


def test_corrected_text_of_a_path_is_another_article(url: str, make_record: Callable[..., Record]) -> None:
    with SqlTables(url) as sink:
        sink.write(make_record(path="x.txt"))
        sink.write(make_record(path="x.txt", text="Corrected."))
    assert [row["path"] for row in contents(url, "documents")] == ["x.txt"] * 2
