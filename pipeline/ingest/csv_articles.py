"""Rows of a CSV file -> articles."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import BufferedReader, TextIOWrapper
from typing import Self

from pipeline.article import Article, Reject
from pipeline.errors import ArticleError
from pipeline.ingest.encodings import detect
from pipeline.ingest.fields import article_of_fields
from pipeline.ingest.options import ReadOptions
from pipeline.ingest.rejects import attempt, content_hash, reject

#: A longer cell or line, usually a quotation mark that is never closed, is rejected.
MAX_CELL_CHARACTERS = 2_000_000
_MAX_LINE_CHARACTERS = 10_000_000
#: Bytes looked at for the encoding.
_HEAD_BYTES = 262_144
_UNDECODED = re.compile("[\udc80-\udcff]")


def read_csv(stream: BufferedReader, shown: str, options: ReadOptions) -> Iterator[Article | Reject]:
    """An article for each row below the header (`file.csv#1` is the first); a bad row costs only itself.

    The delimiter is that of comma, semicolon and tab which the header holds most often.

    Raises:
        ArticleError: no rows, a binary file, or no column for the text.
    """
    encoding = _encoding(stream)
    errors = "replace" if encoding.startswith("utf-16") else "surrogateescape"
    rows = _rows(TextIOWrapper(stream, encoding=encoding, errors=errors, newline=""))
    header = next(rows, None)
    if header is None:
        raise ArticleError("read", "empty", "no rows")
    if isinstance(header, csv.Error):
        raise ArticleError("parse", "malformed_csv", str(header))
    columns = [name.strip().removeprefix("\ufeff") for name in header]
    if not {name.casefold() for name in columns} & {key.casefold() for key in options.keys("text")}:
        wanted, found = ", ".join(options.keys("text")), ", ".join(columns)
        raise ArticleError("parse", "no_text_field", f"no column named {wanted}; there are {found}")
    for number, row in enumerate(rows, start=1):
        path = f"{shown}#{number}"
        if isinstance(row, csv.Error):
            yield reject(ArticleError("parse", "malformed_csv", str(row)), path)
        else:
            row_hash = content_hash("\x1f".join(row).encode("utf-8", "surrogatepass"))
            yield attempt(_article, (columns, row), path, row_hash, options)


def _article(item: tuple[list[str], list[str]], path: str, row_hash: str, options: ReadOptions) -> Article:
    columns, row = item
    if len(row) > len(columns):
        raise ArticleError("parse", "malformed_csv", f"{len(row)} cells in a row, {len(columns)} columns")
    if any(_UNDECODED.search(cell) for cell in row):
        raise ArticleError("decode", "undecodable", "bytes that do not fit the encoding of the file")
    return article_of_fields(dict(reversed(list(zip(columns, row, strict=False)))), path, row_hash, options)


def _rows(lines: TextIOWrapper) -> Iterator[list[str] | csv.Error]:
    """Rows that are not blank, or the error that stands in place of one; the reader goes on behind it."""
    first = lines.readline(_MAX_LINE_CHARACTERS)
    delimiter = max(",;\t", key=first.count)
    csv.field_size_limit(MAX_CELL_CHARACTERS)
    reader = csv.reader(_Lines(first, lines), delimiter=delimiter)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield error
            continue
        if any(cell.strip() for cell in row):
            yield row


class _Lines:
    """Lines of a file; one that is too long raises `csv.Error` and is passed over, the next call goes on behind it."""

    def __init__(self, first: str, lines: TextIOWrapper) -> None:
        self._first = first
        self._lines = lines

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> str:
        line, self._first = self._first or self._lines.readline(_MAX_LINE_CHARACTERS), ""
        if not line:
            raise StopIteration
        if len(line) == _MAX_LINE_CHARACTERS and not line.endswith("\n"):
            while line and not line.endswith("\n"):
                line = self._lines.readline(_MAX_LINE_CHARACTERS)
            raise csv.Error(f"a line of more than {_MAX_LINE_CHARACTERS} characters")
        return line


def _encoding(stream: BufferedReader) -> str:
    """Encoding of whole lines of the file's head; UTF-8, with bad rows rejected, where no encoding fits all of it."""
    head = stream.read(_HEAD_BYTES)
    stream.seek(0)
    if not head:
        raise ArticleError("read", "empty", "no bytes")
    end = head.rfind(b"\n") if len(head) == _HEAD_BYTES and b"\0" not in head else -1
    try:
        return detect(head[:end] if end > 0 else head)
    except ArticleError as error:
        if error.error == "binary":
            raise
        return "utf-8"
