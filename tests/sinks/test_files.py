"""JSON Lines, CSV, Parquet and data frames hold the same rows."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pandas as pd
import pyarrow.parquet as pq
import pytest

from pipeline.article import Reject
from pipeline.records import Record, json_schema
from pipeline.sinks.csv import CsvTables
from pipeline.sinks.frames import to_frames
from pipeline.sinks.jsonl import RecordLines, RejectLines
from pipeline.sinks.parquet import ParquetTables
from pipeline.sinks.rows import reject_row, rows
from pipeline.sinks.tables import TABLES

REJECT = Reject(path="坏 [red].txt", content_hash="1" * 64, stage="decode", error="binary", message="NUL")


def test_json_lines_are_on_disk_at_once_and_follow_the_schema(tmp_path: Path, record: Record) -> None:
    with RecordLines(tmp_path) as sink, RejectLines(tmp_path) as rejects:
        sink.write(record)
        rejects.write(record)
        sink.reject(REJECT)
        rejects.reject(REJECT)
        (line,) = (tmp_path / "records.jsonl").read_text("utf-8").splitlines()
        (reject,) = (tmp_path / "rejects.jsonl").read_text("utf-8").splitlines()
    jsonschema.validate(json.loads(line), json_schema())
    assert Record.model_validate_json(line) == record
    assert list(json.loads(line)) == list(Record.model_fields)
    assert json.loads(reject) == REJECT.model_dump()
    assert "海湾钢铁" in line


def test_csv_is_on_disk_at_once(tmp_path: Path, record: Record) -> None:
    with CsvTables(tmp_path / "csv") as sink:
        sink.write(record)
        sink.reject(REJECT)
        for name, contents in {**rows(record), "rejects": [reject_row(REJECT)]}.items():
            with (tmp_path / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
                read = list(csv.DictReader(file))
            assert len(read) == len(contents), name
            assert tuple(read[0]) == TABLES[name].names


def test_csv_cells_that_a_spreadsheet_would_run_are_quoted(tmp_path: Path, record: Record) -> None:
    with CsvTables(tmp_path) as sink:
        sink.write(record)
    effects = pd.read_csv(tmp_path / "effects.csv")
    assert effects["quote"].tolist() == ["'=HYPERLINK"]
    sentences = pd.read_csv(tmp_path / "sentiments.csv")
    assert -0.25 in sentences["score"].tolist()
    assert pd.read_csv(tmp_path / "entities.csv")["actor"].tolist() == [True, True]


def test_parquet_holds_rows_exactly(tmp_path: Path, record: Record) -> None:
    with ParquetTables(tmp_path) as sink:
        sink.write(record)
        sink.reject(REJECT)
    for name, contents in {**rows(record), "rejects": [reject_row(REJECT)]}.items():
        assert pq.read_table(tmp_path / f"{name}.parquet").to_pylist() == contents, name


def test_parquet_is_valid_after_an_interrupt(
    tmp_path: Path, make_record: Callable[..., Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.sinks.parquet.ROW_GROUP", 2)

    def interrupted() -> None:
        with ParquetTables(tmp_path) as sink:
            for n in range(5):
                sink.write(make_record(text=f"text {n}"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    documents = pq.ParquetFile(tmp_path / "documents.parquet")
    assert documents.metadata.num_rows == 5
    assert documents.metadata.num_row_groups == 3
    assert pq.read_table(tmp_path / "rejects.parquet").num_rows == 0


def test_frames_equal_parquet(tmp_path: Path, record: Record) -> None:
    with ParquetTables(tmp_path) as sink:
        sink.write(record)
    for name, frame in to_frames([record]).items():
        stored = pd.read_parquet(tmp_path / f"{name}.parquet").astype(frame.dtypes.to_dict())
        pd.testing.assert_frame_equal(frame, stored)


def test_frames_of_nothing_have_columns_and_types(record: Record) -> None:
    full, empty = to_frames([record]), to_frames([])
    for name in full:
        assert empty[name].dtypes.to_dict() == full[name].dtypes.to_dict()
        assert len(empty[name]) == 0
