"""What cannot be read becomes a reject, at the one place where the path and the hash are known."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TypeVar

from pipeline.article import Article, Reject
from pipeline.errors import ArticleError
from pipeline.ingest.options import ReadOptions

Item = TypeVar("Item")
#: Makes an article of one item (a line, an object, a row) from the item, its path, its hash and the options.
Maker = Callable[[Item, str, str, ReadOptions], Article]


def content_hash(data: bytes) -> str:
    """SHA-256 of the input bytes, hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def attempt(make: Maker[Item], item: Item, path: str, item_hash: str, options: ReadOptions) -> Article | Reject:
    """The article that `make` returns, or the reject that its `ArticleError` describes."""
    try:
        return make(item, path, item_hash, options)
    except ArticleError as error:
        return reject(error, path, item_hash)


def reject(error: ArticleError, path: str, item_hash: str | None = None) -> Reject:
    """The reject that an error describes."""
    return Reject(path=path, content_hash=item_hash, stage=error.stage, error=error.error, message=str(error)[:500])
