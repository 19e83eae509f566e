"""What every sink is."""

from __future__ import annotations

from types import TracebackType
from typing import Protocol, Self

from pipeline.article import Reject
from pipeline.records import Record


class Sink(Protocol):
    """A context manager that takes records and rejects one at a time; leaving it, for whatever reason, finishes them.

    `write` raises `ArticleError` (stage `write`) if this record cannot be stored and others can, any other exception
    if nothing can be stored any more.
    """

    def write(self, record: Record) -> None:
        """Store a record."""

    def reject(self, reject: Reject) -> None:
        """Store a reject."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
