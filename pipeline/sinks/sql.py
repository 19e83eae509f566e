"""Tables in a database that SQLAlchemy reaches: SQLite, DuckDB, PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError, DataError, DBAPIError, IntegrityError, NoSuchModuleError, SQLAlchemyError

from pipeline.article import Reject
from pipeline.errors import ArticleError, UsageError
from pipeline.records import Record
from pipeline.sinks.rows import reject_row, rows
from pipeline.sinks.signatures import SignatureTables
from pipeline.sinks.tables import TABLES

_TYPES: dict[str, type[sa.types.TypeEngine[Any]]] = {
    "text": sa.Text,
    "integer": sa.BigInteger,
    "real": sa.Double,
    "boolean": sa.Boolean,
}
#: Seconds to wait for another writer of the same SQLite file.
_SQLITE_TIMEOUT = 60


class SqlTables:
    """The tables in a database, created if missing. An article is one transaction that replaces its earlier rows.

    An article is its text (`doc_id`), not its path, which is relative to an input folder and so not unique: the new
    text of an article that changed is another article, marked as near-duplicate of the earlier one, whose rows stay.

    Attributes:
        signatures: what near-duplicates of stored articles are found by.

    Args:
        url: SQLAlchemy's, such as `sqlite:///records.sqlite`, `duckdb:///records.duckdb`, `postgresql://host/name`.

    Raises:
        UsageError: the URL is malformed, its driver is missing, the database cannot be reached, or it holds tables of
            these names with other columns.
    """

    def __init__(self, url: str) -> None:
        self._shown, self._engine = _engine(url)
        self._tables = _tables()
        self.signatures = SignatureTables(self._tables["documents"], self._transaction)
        try:
            with self._transaction() as connection:
                self._tables["documents"].metadata.create_all(connection)
            with self._transaction() as connection:
                for table in (*self._tables.values(), *self.signatures.tables):
                    connection.execute(sa.select(table).limit(0))
        except UsageError:
            self._engine.dispose()
            raise

    def write(self, record: Record) -> None:
        """Replace the rows of a record, and drop the reject that its path had in an earlier run."""
        rejects = self._tables["rejects"]
        try:
            with self._transaction() as connection:
                connection.execute(rejects.delete().where(rejects.c.path == record.document.path))
                self._delete(connection, record.document.doc_id)
                for name, contents in rows(record).items():
                    if contents:
                        connection.execute(self._tables[name].insert(), contents)
        except (IntegrityError, DataError) as error:
            raise ArticleError("write", type(error).__name__, _first_line(error)) from error

    @contextmanager
    def _transaction(self) -> Iterator[sa.Connection]:
        """A transaction; what concerns its rows alone (`IntegrityError`, `DataError`) is left to the caller."""
        try:
            with self._engine.begin() as connection:
                yield connection
        except (IntegrityError, DataError):
            raise
        except SQLAlchemyError as error:
            raise UsageError(f"{self._shown}: {_first_line(error)}") from error

    def _delete(self, connection: sa.Connection, doc_id: str) -> None:
        documents = self._tables["documents"]
        if connection.execute(sa.select(documents.c.doc_id).where(documents.c.doc_id == doc_id)).first():
            for table in self._tables.values():
                if "doc_id" in table.c:
                    connection.execute(table.delete().where(table.c.doc_id == doc_id))

    def reject(self, reject: Reject) -> None:
        """Replace the row of a reject."""
        row = reject_row(reject)
        table = self._tables["rejects"]
        same = sa.and_(table.c.path == row["path"], table.c.content_hash == row["content_hash"])
        try:
            with self._transaction() as connection:
                connection.execute(table.delete().where(same))
                connection.execute(table.insert(), [row])
        except (IntegrityError, DataError) as error:
            raise UsageError(f"{self._shown}: {_first_line(error)}") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._engine.dispose()


def _engine(url: str) -> tuple[str, sa.Engine]:
    try:
        parsed = sa.make_url(url)
        if parsed.drivername in ("postgresql", "postgres"):
            parsed = parsed.set(drivername="postgresql+psycopg")
        arguments = {"timeout": _SQLITE_TIMEOUT} if parsed.get_backend_name() == "sqlite" else {}
        shown = _shown(parsed)
        return shown, sa.create_engine(parsed, connect_args=arguments, pool_pre_ping=True)
    except (ArgumentError, NoSuchModuleError, ImportError, ValueError) as error:
        name = url.partition(":")[0]
        raise UsageError(f"database URL {name}:…: {_first_line(error)}") from error


def _shown(url: sa.URL) -> str:
    """What messages call the database: the path of a file, else the URL without its password."""
    in_file = url.get_backend_name() in ("sqlite", "duckdb")
    return url.database if in_file and url.database else url.render_as_string(hide_password=True)


def _tables() -> dict[str, sa.Table]:
    metadata = sa.MetaData()
    return {
        table.name: sa.Table(
            table.name,
            metadata,
            *(
                sa.Column(c.name, _TYPES[c.kind](), primary_key=c.key, autoincrement=False, nullable=not c.key)
                for c in table.columns
            ),
        )
        for table in TABLES.values()
    }


def _first_line(error: Exception) -> str:
    """What went wrong without the statement and its parameters, which hold the article."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    return str(cause).strip().split("\n")[0] or type(error).__name__
