"""Sinks by the names that users give them."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.article import Reject
from pipeline.errors import UsageError
from pipeline.records import Record
from pipeline.sinks.chosen import SINKS, ChosenSinks

REJECT = Reject(path="p", stage="read", error="empty", message="no bytes")


def test_all_of_them(tmp_path: Path, record: Record) -> None:
    out = tmp_path / "新 out"
    with ChosenSinks(list(SINKS), out) as sinks:
        sinks.write(record)
        sinks.reject(REJECT)
    assert sorted(path.name for path in out.iterdir()) == [
        "csv",
        "parquet",
        "records.jsonl",
        "records.sqlite",
        "rejects.jsonl",
    ]


def test_rejects_are_written_whatever_is_chosen(tmp_path: Path, record: Record) -> None:
    with ChosenSinks([f"sqlite:///{tmp_path / 'own.db'}"], tmp_path / "out") as sinks:
        sinks.write(record)
        sinks.reject(REJECT)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["rejects.jsonl"]
    assert "no bytes" in (tmp_path / "out" / "rejects.jsonl").read_text()
    assert (tmp_path / "own.db").stat().st_size


def test_unknown_name(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="xml"):
        ChosenSinks(["xml"], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError, match="cannot write"):
        ChosenSinks(["jsonl"], tmp_path / "file" / "out")


def test_full_disk_ends_the_run_with_a_message(tmp_path: Path, record: Record) -> None:
    full = tmp_path / "records.jsonl"
    full.symlink_to("/dev/full")
    with pytest.raises(UsageError, match="No space left"), ChosenSinks(["jsonl"], tmp_path) as sinks:
        sinks.write(record)
