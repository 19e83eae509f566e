"""JSON objects, arrays and lines -> articles."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from io import BufferedReader, TextIOWrapper
from typing import Any

from pipeline.article import Article, Reject
from pipeline.errors import ArticleError
from pipeline.ingest.encodings import decode
from pipeline.ingest.fields import article_of_fields
from pipeline.ingest.options import ReadOptions
from pipeline.ingest.rejects import attempt, content_hash

#: A longer line is rejected unread.
MAX_LINE_BYTES = 20_000_000


def read_json(data: bytes, shown: str, options: ReadOptions) -> Iterator[Article | Reject]:
    """The article of a JSON object, or one for each object of an array (`file.json#1`, counted from 1).

    Raises:
        ArticleError: the file is not JSON, or neither object nor array.
    """
    value = _parse(data)
    if not isinstance(value, list):
        yield _article(value, shown, content_hash(data), options)
        return
    if not value:
        raise ArticleError("parse", "empty", "an empty array")
    for number, item in enumerate(value, start=1):
        item_hash = content_hash(json.dumps(item, sort_keys=True, ensure_ascii=True).encode("ascii"))
        path = f"{shown}#{number}"
        yield attempt(_article, item, path, item_hash, options)


def read_json_lines(stream: BufferedReader, shown: str, options: ReadOptions) -> Iterator[Article | Reject]:
    """An article for each line that is not blank (`file.jsonl#3` is line 3); a bad line costs only itself."""
    for number, line in enumerate(_lines(stream), start=1):
        if not line.strip():
            continue
        yield attempt(_line, line, f"{shown}#{number}", content_hash(line.strip()), options)


def _lines(stream: BufferedReader) -> Iterator[bytes]:
    """Lines in an encoding that extends ASCII, or in UTF-8 where the file is UTF-16, cut off at the limit."""
    wide = _wide_encoding(stream.peek(2))
    if wide:
        lines = TextIOWrapper(stream, encoding=wide, errors="replace", newline="\n")
        while text := lines.readline(MAX_LINE_BYTES):
            yield text.encode("utf-8")
        return
    while line := stream.readline(MAX_LINE_BYTES + 1):
        rest = line
        while len(rest) > MAX_LINE_BYTES and not rest.endswith(b"\n"):
            rest = stream.readline(MAX_LINE_BYTES + 1)
        yield line


def _wide_encoding(head: bytes) -> str | None:
    """UTF-16 by its mark, or by where the first character, which JSON has in ASCII, holds its NUL (RFC 4627, 3)."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if b"\0" in head[:2]:
        return "utf-16-be" if head[0] == 0 else "utf-16-le"
    return None


def _line(data: bytes, path: str, line_hash: str, options: ReadOptions) -> Article:
    if len(data) > MAX_LINE_BYTES:
        raise ArticleError("read", "too_large", f"a line of more than {MAX_LINE_BYTES} bytes")
    return _article(_parse(data), path, line_hash, options)


def _article(value: Any, path: str, item_hash: str, options: ReadOptions) -> Article:
    if not isinstance(value, dict):
        raise ArticleError("parse", "not_an_object", f"{type(value).__name__} where an article object should be")
    return article_of_fields(value, path, item_hash, options)


def _parse(data: bytes) -> Any:
    try:
        return json.loads(decode(data))
    except RecursionError as error:
        raise ArticleError("parse", "too_deep", "nested too deeply") from error
    except ValueError as error:
        raise ArticleError("parse", "malformed_json", str(error)) from error
