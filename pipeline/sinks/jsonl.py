"""Records and rejects as JSON Lines."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from pipeline.article import Reject
from pipeline.records import Record


class _Lines:
    """A file of lines in a folder, on disk as soon as they are written. Replaces the file of an earlier run."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("w", encoding="utf-8", newline="\n")

    def _append(self, line: str) -> None:
        self._file.write(line + "\n")
        self._file.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()


class RecordLines(_Lines):
    """`records.jsonl`: a record a line."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / "records.jsonl")

    def write(self, record: Record) -> None:
        """Append a record."""
        self._append(record.to_json())

    def reject(self, reject: Reject) -> None:
        """Nothing: rejects have a file of their own."""


class RejectLines(_Lines):
    """`rejects.jsonl`: a reject a line."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / "rejects.jsonl")

    def write(self, record: Record) -> None:
        """Nothing: records go elsewhere."""

    def reject(self, reject: Reject) -> None:
        """Append a reject."""
        self._append(reject.model_dump_json())
