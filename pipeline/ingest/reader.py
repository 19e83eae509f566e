"""Inputs -> articles and rejects, one after the other, in sorted order."""

from __future__ import annotations

import hashlib
import stat
import sys
from collections.abc import Iterable, Iterator
from io import BufferedReader

from pipeline.article import Article, Reject
from pipeline.errors import ArticleError
from pipeline.ingest.csv_articles import read_csv
from pipeline.ingest.encodings import decode
from pipeline.ingest.fields import checked
from pipeline.ingest.files import FORMATS, Source, find_files, reason
from pipeline.ingest.json_articles import read_json, read_json_lines
from pipeline.ingest.options import ReadOptions
from pipeline.ingest.pages import read_page
from pipeline.ingest.rejects import content_hash, reject

#: A larger file is rejected, except JSON Lines and CSV, which are read line by line.
MAX_FILE_BYTES = 20_000_000
STDIN = "-"


def read(inputs: Iterable[str], options: ReadOptions | None = None) -> Iterator[Article | Reject]:
    """Articles of files, folders (recursively) and standard input (`-`, JSON Lines), with a reject for each failure.

    Inputs are taken in the order given, a folder's files sorted by path; memory does not grow with their number.

    Args:
        inputs: paths; a file that is named must exist and is rejected if its suffix is unknown, while a folder's
            files of unknown suffix are passed over.

    Raises:
        UsageError: an input does not exist.

    >>> import tempfile, pathlib
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> _ = (folder / "a.txt").write_text("Work began.")
    >>> [article.path for article in read([str(folder)])]
    ['a.txt']
    """
    chosen = options or ReadOptions()
    locations = list(inputs)
    sources = [None if location == STDIN else find_files(location, chosen) for location in locations]
    return _read_all(sources, chosen)


def count_articles(inputs: Iterable[str], options: ReadOptions) -> int | None:
    """How many items `read` will yield, or null where that takes reading (standard input, JSON, JSON Lines, CSV)."""
    count = 0
    for location in inputs:
        if location == STDIN:
            return None
        for source in find_files(location, options):
            if isinstance(source, Source) and source.format in ("json", "jsonl", "csv"):
                return None
            count += 1
    return count


def _read_all(sources: list[Iterator[Source | Reject] | None], options: ReadOptions) -> Iterator[Article | Reject]:
    for source in sources:
        if source is None:
            yield from read_json_lines(_stdin(), STDIN, options)
            continue
        for item in source:
            if isinstance(item, Reject):
                yield item
            else:
                yield from read_source(item, options)


def _stdin() -> BufferedReader:
    buffer = sys.stdin.buffer
    return buffer if isinstance(buffer, BufferedReader) else BufferedReader(buffer)  # type: ignore[arg-type]


def read_source(source: Source, options: ReadOptions) -> Iterator[Article | Reject]:
    """Articles of one file; whatever fails in it is a reject, never an exception."""
    try:
        yield from _open(source, options)
    except ArticleError as error:
        yield reject(error, source.shown, _hash_of_lines(source))
    except OSError as error:
        yield reject(ArticleError("read", "unreadable", reason(error)), source.shown)


def _hash_of_lines(source: Source) -> str | None:
    """Hash of a file that is read line by line and was refused as a whole, null for others and where it fails."""
    if source.format not in ("jsonl", "csv") or not source.path.is_file():
        return None
    try:
        with source.path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def _open(source: Source, options: ReadOptions) -> Iterator[Article | Reject]:
    if source.format is None:
        raise ArticleError("read", "unknown_suffix", f"none of {' '.join(FORMATS)}")
    if not stat.S_ISREG(source.path.stat().st_mode):
        raise ArticleError("read", "not_a_file", "neither a file nor a folder")
    with source.path.open("rb") as stream:
        if source.format == "jsonl":
            yield from _not_empty(read_json_lines(stream, source.shown, options))
        elif source.format == "csv":
            yield from _not_empty(read_csv(stream, source.shown, options))
        else:
            data = stream.read(MAX_FILE_BYTES + 1)
            if len(data) > MAX_FILE_BYTES:
                raise ArticleError("read", "too_large", f"more than {MAX_FILE_BYTES} bytes")
            yield from _whole(data, source, options)


def _not_empty(items: Iterator[Article | Reject]) -> Iterator[Article | Reject]:
    first = next(items, None)
    if first is None:
        raise ArticleError("read", "empty", "no articles in the file")
    yield first
    yield from items


def _whole(data: bytes, source: Source, options: ReadOptions) -> Iterator[Article | Reject]:
    data_hash = content_hash(data)
    try:
        if source.format == "json":
            yield from read_json(data, source.shown, options)
        elif source.format == "html":
            page = read_page(decode(data, html=True))
            yield checked(Article(path=source.shown, content_hash=data_hash, **vars(page)))
        else:
            yield checked(Article(text=decode(data), path=source.shown, content_hash=data_hash))
    except ArticleError as error:
        yield reject(error, source.shown, data_hash)
