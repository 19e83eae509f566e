"""Reading tab-separated tables: strict about columns, plain about errors."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.errors import KnowledgeBaseError


def read_table(path: Path, columns: Sequence[str]) -> Iterator[dict[str, str]]:
    """Rows of a UTF-8 tab-separated file whose header must be `columns`.

    Raises:
        KnowledgeBaseError: the file is missing, its header differs, or a row has another number of cells.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            header = next(reader, [])
            if header != list(columns):
                raise KnowledgeBaseError(f"{path.name}: columns are {header}, expected {list(columns)}")
            for number, cells in enumerate(reader, 2):
                if len(cells) != len(columns):
                    raise KnowledgeBaseError(f"{path.name}:{number}: {len(cells)} cells, expected {len(columns)}")
                yield dict(zip(columns, cells, strict=True))
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeBaseError(f"{path}: {error}") from error


def split(cell: str) -> list[str]:
    """The values of a cell that holds several, separated by `|`."""
    return [value for value in cell.split("|") if value]
