"""Every item becomes a record, a reject or a skipped article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_work import work

from pipeline.article import Article, Reject
from pipeline.batch import Summary, run_batch
from pipeline.errors import ArticleError
from pipeline.records import Record
from pipeline.sinks.chosen import ChosenSinks

ITEMS = [
    Article(text="Gulf Steel builds a furnace.", path="0", content_hash="a"),
    Article(text="bad article", path="1", content_hash="b"),
    Article(text="Gulf Steel  builds a furnace.", path="2", content_hash="c"),
    Reject(path="3", stage="decode", error="binary", message="m"),
    Article(text="海湾钢铁建电炉。", path="4", content_hash="d"),
]


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("workers", [1, 2])
def test_figures_add_up(tmp_path: Path, workers: int) -> None:
    with ChosenSinks(["jsonl"], tmp_path) as sinks:
        summary = run_batch(ITEMS, sinks, work, workers)
    assert (summary.records, summary.rejects, summary.skipped, summary.articles) == (2, 2, 1, len(ITEMS))
    assert len(lines(tmp_path / "records.jsonl")) == 2
    assert [line["path"] for line in lines(tmp_path / "rejects.jsonl")] == ["1", "3"]


def test_record_that_the_sink_refuses_is_rejected() -> None:
    class Refusing:
        rejects: list[Reject]

        def __init__(self) -> None:
            self.rejects = []

        def write(self, record: Record) -> None:
            raise ArticleError("write", "IntegrityError", "no")

        def reject(self, reject: Reject) -> None:
            self.rejects.append(reject)

        def __enter__(self) -> Refusing:
            return self

        def __exit__(self, *_: object) -> None:
            pass

    sink = Refusing()
    summary = run_batch(ITEMS[:1], sink, work)
    assert (summary.records, summary.rejects) == (0, 1)
    assert (sink.rejects[0].path, sink.rejects[0].stage) == ("0", "write")


def test_interrupt_leaves_what_was_written(tmp_path: Path) -> None:
    def items() -> Iterator[Article]:
        for n in range(10):
            yield Article(text=f"article {n}", path=str(n))
        raise KeyboardInterrupt

    shown: list[int] = []

    def note(summary: Summary) -> None:
        shown.append(summary.records)

    def interrupted() -> None:
        with ChosenSinks(["jsonl", "parquet"], tmp_path) as sinks:
            run_batch(items(), sinks, work, on_progress=note)

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert len(lines(tmp_path / "records.jsonl")) == shown[-1] == 8
    assert (tmp_path / "parquet" / "documents.parquet").read_bytes()[-4:] == b"PAR1"
