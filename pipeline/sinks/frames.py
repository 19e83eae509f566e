"""Tables as pandas data frames."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from pipeline.records import Record
from pipeline.sinks.rows import Row, rows
from pipeline.sinks.tables import TABLES

_DTYPES = {"text": "string", "integer": "Int64", "real": "Float64", "boolean": "boolean"}


def to_frames(records: Iterable[Record]) -> dict[str, pd.DataFrame]:
    """A frame for every table but `rejects`, columns and types as the other sinks write them, nulls as `pd.NA`.

    >>> to_frames([])["amounts"].dtypes["value"]
    Float64Dtype()
    """
    contents: dict[str, list[Row]] = {name: [] for name in TABLES if name != "rejects"}
    for record in records:
        for name, made in rows(record).items():
            contents[name].extend(made)
    return {
        name: pd.DataFrame(made, columns=list(TABLES[name].names)).astype(
            {column.name: _DTYPES[column.kind] for column in TABLES[name].columns}
        )
        for name, made in contents.items()
    }
