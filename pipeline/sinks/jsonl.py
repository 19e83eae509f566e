"""Records and rejects as JSON Lines."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from pipeline.article import Reject
from pipeline.records import Record


class RecordLines:
    """`records.jsonl`: a record a line, on disk as soon as it is written. Replaces the file of an earlier run."""

    def __init__(self, folder: Path) -> None:
        self._file = (folder / "records.jsonl").open("w", encoding="utf-8", newline="\n")

    def write(self, record: Record) -> None:
        """Append a record."""
        self._file.write(record.to_json() + "\n")
        self._file.flush()

    def reject(self, reject: Reject) -> None:
        """Nothing: rejects have a file of their own."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()


class RejectLines:
    """`rejects.jsonl`: a reject a line, on disk as soon as it is written. Replaces the file of an earlier run."""

    def __init__(self, folder: Path) -> None:
        self._file = (folder / "rejects.jsonl").open("w", encoding="utf-8", newline="\n")

    def write(self, record: Record) -> None:
        """Nothing: records go elsewhere."""

    def reject(self, reject: Reject) -> None:
        """Append a reject."""
        self._file.write(reject.model_dump_json() + "\n")
        self._file.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
