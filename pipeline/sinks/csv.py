"""Tables as CSV files in UTF-8, one a table, null as an empty cell."""

from __future__ import annotations

import csv
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from pipeline.article import Reject
from pipeline.records import Record
from pipeline.sinks.rows import Row, reject_row, rows
from pipeline.sinks.tables import TABLES

#: A spreadsheet takes a cell that begins so for a formula (OWASP, CSV Injection), some also the full-width forms.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


class CsvTables:
    """`<table>.csv` for every table, on disk after each article. Replaces the files of an earlier run.

    News text is not to be trusted: a text cell that a spreadsheet would run as a formula gets an apostrophe in front.
    Numbers are as they are. Parquet and SQL hold every text unchanged.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._open = ExitStack()
        self._files = {}
        self._writers = {}
        for name, table in TABLES.items():
            file = self._open.enter_context((folder / f"{name}.csv").open("w", encoding="utf-8", newline=""))
            self._files[name] = file
            self._writers[name] = csv.DictWriter(file, table.names, lineterminator="\n")
            self._writers[name].writeheader()

    def write(self, record: Record) -> None:
        """Append the rows of a record."""
        for table, contents in rows(record).items():
            self._append(table, contents)

    def reject(self, reject: Reject) -> None:
        """Append the row of a reject."""
        self._append("rejects", [reject_row(reject)])

    def _append(self, table: str, contents: list[Row]) -> None:
        if contents:
            self._writers[table].writerows({name: _cell(value) for name, value in row.items()} for row in contents)
            self._files[table].flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return "'" + value
    return value
