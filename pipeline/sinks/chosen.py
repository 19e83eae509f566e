"""The sinks of a run, by the names that users give them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from pipeline.article import Reject
from pipeline.errors import UsageError
from pipeline.records import Record
from pipeline.sinks.csv import CsvTables
from pipeline.sinks.jsonl import RecordLines, RejectLines
from pipeline.sinks.parquet import ParquetTables
from pipeline.sinks.protocol import Sink
from pipeline.sinks.signatures import SignatureTables
from pipeline.sinks.sql import SqlTables

#: Name -> what makes the sink in the output folder. Databases stand first: they alone can refuse a single record.
SINKS: dict[str, Callable[[Path], Sink]] = {
    "sqlite": lambda folder: SqlTables(f"sqlite:///{folder / 'records.sqlite'}"),
    "jsonl": RecordLines,
    "csv": lambda folder: CsvTables(folder / "csv"),
    "parquet": lambda folder: ParquetTables(folder / "parquet"),
}


def products(folder: Path) -> frozenset[str]:
    """Real paths of what runs write into `folder` that could be taken for articles when it lies among the inputs."""
    return frozenset(os.path.realpath(folder / name) for name in ("records.jsonl", "rejects.jsonl", "csv"))


class ChosenSinks:
    """Writes to every chosen sink, and every reject to `rejects.jsonl` whatever is chosen.

    Args:
        choices: names of `SINKS`, or database URLs.
        folder: where files go; made if missing.

    Raises:
        UsageError: an unknown name, a folder that cannot be written, or a database that cannot be reached.
    """

    def __init__(self, choices: Sequence[str], folder: Path) -> None:
        makers = _makers(choices)
        self._folder = folder
        with ExitStack() as opened:
            with self._disk_errors():
                folder.mkdir(parents=True, exist_ok=True)
                self._sinks = [opened.enter_context(make(folder)) for make in [*makers, RejectLines]]
            self._open = opened.pop_all()

    @property
    def signatures(self) -> list[SignatureTables]:
        """Of each chosen database, what near-duplicates of stored articles are found by."""
        return [sink.signatures for sink in self._sinks if isinstance(sink, SqlTables)]

    def write(self, record: Record) -> None:
        """Store a record in every sink.

        Raises:
            UsageError: the disk is full, a database is gone.
        """
        with self._disk_errors():
            for sink in self._sinks:
                sink.write(record)

    def reject(self, reject: Reject) -> None:
        """Store a reject in every sink.

        Raises:
            UsageError: the disk is full, a database is gone.
        """
        with self._disk_errors():
            for sink in self._sinks:
                sink.reject(reject)

    @contextmanager
    def _disk_errors(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise UsageError(f"cannot write to {self._folder}: {error.strerror or error}") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._disk_errors():
            self._open.__exit__(kind, error, trace)


def _makers(choices: Sequence[str]) -> list[Callable[[Path], Sink]]:
    unknown = [choice for choice in choices if choice not in SINKS and "://" not in choice]
    if unknown:
        raise UsageError(f"--sink {unknown[0]}: expected {', '.join(SINKS)} or a database URL")
    databases = [_database(url) for url in dict.fromkeys(choices) if url not in SINKS]
    return databases + [make for name, make in SINKS.items() if name in choices]


def _database(url: str) -> Callable[[Path], Sink]:
    return lambda _: SqlTables(url)
