"""Tables as Parquet files, one a table, written in row groups."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.article import Reject
from pipeline.records import Record
from pipeline.sinks.rows import Row, reject_row, rows
from pipeline.sinks.tables import TABLES, Table

#: Rows of a table that are held until a row group is written.
ROW_GROUP = 10_000
_TYPES = {"text": pa.string(), "integer": pa.int64(), "real": pa.float64(), "boolean": pa.bool_()}


def arrow_schema(table: Table) -> pa.Schema:
    """Arrow schema of a table; key columns are not nullable."""
    return pa.schema([pa.field(c.name, _TYPES[c.kind], nullable=not c.key) for c in table.columns])


class ParquetTables:
    """`<table>.parquet` for every table, valid once the sink is left, which an interrupt also does.

    Replaces the files of an earlier run. Memory holds at most `ROW_GROUP` rows a table.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._pending: dict[str, list[Row]] = {name: [] for name in TABLES}
        self._writers = {
            name: pq.ParquetWriter(folder / f"{name}.parquet", arrow_schema(table)) for name, table in TABLES.items()
        }

    def write(self, record: Record) -> None:
        """Add the rows of a record."""
        for table, contents in rows(record).items():
            self._add(table, contents)

    def reject(self, reject: Reject) -> None:
        """Add the row of a reject."""
        self._add("rejects", [reject_row(reject)])

    def _add(self, table: str, contents: list[Row]) -> None:
        self._pending[table].extend(contents)
        if len(self._pending[table]) >= ROW_GROUP:
            self._flush(table)

    def _flush(self, table: str) -> None:
        if self._pending[table]:
            writer = self._writers[table]
            writer.write_table(pa.Table.from_pylist(self._pending[table], schema=writer.schema))
            self._pending[table] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for table, writer in self._writers.items():
            try:
                self._flush(table)
            finally:
                writer.close()
