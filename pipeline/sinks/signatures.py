"""MinHash signatures of stored articles, beside the tables, so that a later run finds near-duplicates of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError


class SignatureTables:
    """Tables `minhashes` (a signature an article) and `minhash_bands` (its parts, by which it is looked up).

    Nothing is held in memory: a look-up is one query by the key of `minhash_bands`.

    Args:
        documents: the table of articles, of which only originals count: an article that was deleted, or that is a
            near-duplicate itself, is never found.
        begin: opens a transaction, and says in its own words what the database complains of.
    """

    def __init__(self, documents: sa.Table, begin: Callable[[], AbstractContextManager[sa.Connection]]) -> None:
        self._documents = documents
        self._begin = begin
        self._minhashes = sa.Table(
            "minhashes",
            documents.metadata,
            sa.Column("doc_id", sa.Text, primary_key=True),
            sa.Column("minhash", sa.Text, nullable=False),
        )
        self._bands = sa.Table(
            "minhash_bands",
            documents.metadata,
            sa.Column("band", sa.Text, primary_key=True),
            sa.Column("doc_id", sa.Text, primary_key=True),
        )

    @property
    def tables(self) -> tuple[sa.Table, sa.Table]:
        """Both tables."""
        return self._minhashes, self._bands

    def candidates(self, bands: Sequence[str]) -> dict[str, str]:
        """`doc_id` -> signature of the originals that share a band.

        Raises:
            UsageError: the database is gone.
        """
        shared = sa.select(self._bands.c.doc_id).where(self._bands.c.band.in_(bands))
        found = (
            sa.select(self._minhashes.c.doc_id, self._minhashes.c.minhash)
            .join(self._documents, self._documents.c.doc_id == self._minhashes.c.doc_id)
            .where(self._minhashes.c.doc_id.in_(shared), self._documents.c.duplicate_of.is_(None))
        )
        with self._begin() as connection:
            return {row.doc_id: row.minhash for row in connection.execute(found)}

    def keep(self, doc_id: str, minhash: str, bands: Sequence[str]) -> None:
        """Store the signature of an article; one that is there stays, since the text makes the `doc_id`.

        Raises:
            UsageError: the database is gone.
        """
        there = sa.select(self._minhashes.c.doc_id).where(self._minhashes.c.doc_id == doc_id)
        with suppress(IntegrityError), self._begin() as connection:  # another run may have stored it just now
            if connection.execute(there).first() is None:
                connection.execute(self._minhashes.insert(), [{"doc_id": doc_id, "minhash": minhash}])
                connection.execute(self._bands.insert(), [{"doc_id": doc_id, "band": band} for band in bands])
