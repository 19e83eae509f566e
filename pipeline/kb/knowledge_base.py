"""The knowledge base: lookup of entries, names, listings, ownership and posts in the compiled tables."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any, TypeVar

import marisa_trie

from pipeline.kb.compiled import in_memory
from pipeline.kb.layers import Merged
from pipeline.kb.legal_forms import COMPANY, may_be_one, respelled, without_form
from pipeline.kb.markets import markets
from pipeline.kb.normalise import SEAM, key
from pipeline.kb.rows import (
    ENTITY_COLUMNS,
    LISTING_COLUMNS,
    NAME_COLUMNS,
    PARENT_COLUMNS,
    POSITION_COLUMNS,
    Entry,
    KnownListing,
    KnownName,
    KnownPosition,
)
from pipeline.kb.segmentation import HanWords
from pipeline.kb.sources import open_base
from pipeline.text.scripts import HAN, LATIN

#: A name with the level of a place behind it, of which tables have the bare one: 滁州市, Johor州.
_PLACE = re.compile(f"[{HAN}]{{2,}}[省市县区]|[{LATIN}][{LATIN} .'-]+[省市县州邦]")

__all__ = [
    "ENTITY_COLUMNS",
    "LISTING_COLUMNS",
    "NAME_COLUMNS",
    "PARENT_COLUMNS",
    "POSITION_COLUMNS",
    "Entry",
    "KnowledgeBase",
    "KnownListing",
    "KnownName",
    "KnownPosition",
    "load",
    "merged_with",
]

T = TypeVar("T")


#: Countries whose firms have Chinese names of their own; a firm of unknown country may have.
_CHINESE = frozenset({"CN", "HK", "MO", "TW", None})


class Grouped(Mapping[str, list[T]]):
    """Rows of one table by id, fetched when asked for and kept; an id without rows has an empty list."""

    def __init__(self, connection: sqlite3.Connection, query: str, ids: str, make: Callable[..., T]) -> None:
        self._connection = connection
        self._query = query
        self._ids = ids
        self._make = make
        self._kept: dict[str, list[T]] = {}

    def __getitem__(self, kb_id: str) -> list[T]:
        rows = self._kept.get(kb_id)
        if rows is None:
            rows = [self._make(*row) for row in self._connection.execute(self._query, (kb_id,))]
            if rows:  # what is not there is not kept: any word of a text may be asked for
                self._kept[kb_id] = rows
        return rows

    def __contains__(self, kb_id: object) -> bool:
        return isinstance(kb_id, str) and bool(self[kb_id])

    def __iter__(self) -> Iterator[str]:
        return (row[0] for row in self._connection.execute(self._ids).fetchall())

    def __len__(self) -> int:
        return len(self._connection.execute(self._ids).fetchall())


class Entries(Mapping[str, Entry]):
    """Entries by id, fetched when asked for and kept."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._kept: dict[str, Entry] = {}

    def __getitem__(self, kb_id: str) -> Entry:
        entry = self._kept.get(kb_id)
        if entry is None:
            row = self._connection.execute("SELECT * FROM entries WHERE kb_id = ?", (kb_id,)).fetchone()
            if row is None:
                raise KeyError(kb_id)
            entry = self._kept[kb_id] = Entry(*row)
        return entry

    def __iter__(self) -> Iterator[str]:
        return (row[0] for row in self._connection.execute("SELECT kb_id FROM entries ORDER BY kb_id").fetchall())

    def __len__(self) -> int:
        return int(self._connection.execute("SELECT count(*) FROM entries").fetchone()[0])


class KnowledgeBase:
    """Lookup by id, by name (any script, case and width) and by listing.

    Attributes:
        entries: by id.
        names: of an entry, by id.
        listings: lines of shares of an issuer, by id.
        parents: (parent's id, kind of link) by id; `children` the other way round.
        positions: posts of a person, by id.
        cues: keys of what news names beside a company (products, brands, sites), by id.
        han_words: frequent Chinese words and short verbs.
        digest: SHA-256 of the tables; empty for a base made in memory.

    >>> base = load()
    >>> [n.kb_id for n in base.by_name("软银集团")]
    ['softbank-group']
    """

    def __init__(self, connection: sqlite3.Connection | None = None, digest: str = "") -> None:
        self._connection = db = connection or in_memory(Merged())
        self.digest = digest
        self.entries = Entries(db)
        self.names = _grouped(db, "names", "value, language, kind, context", _name, with_id=True)
        self.listings = _grouped(db, "listings", "mic, code, isin, role", KnownListing)
        self.parents = _grouped(db, "parents", "parent, kind", _pair)
        self.children = _grouped(db, "parents", "kb_id, kind", _pair, by="parent")
        self.positions = _grouped(db, "positions", ", ".join(POSITION_COLUMNS[1:]), KnownPosition)
        self.cues = _grouped(db, "cues", "key", str)
        self._by_key = _grouped(db, "names", "value, language, kind, context", _name, by="key", with_id=True)
        name_keys, words = db.execute("SELECT keys, words FROM tries").fetchone()
        self._trie = marisa_trie.Trie().frombytes(name_keys)
        self.han_words = HanWords.from_bytes(words)

    def by_name(self, name: str) -> list[KnownName]:
        """Rows of the entries that carry a name, whatever its case, width, Chinese script and legal form.

        A name that no entry carries as it stands is looked up without spaces between scripts (SK 海力士), then with its
        legal form, or the full stop at its end, written otherwise (Corp. for Corporation), then without the form: then
        only companies are taken, none by a name that is an ordinary word too, none that is known with a form of another
        kind (Volvo Ltd. is not Volvo AB), and with a mere 公司 behind it only foreign ones. With the level of a place
        behind it (滁州市) only places are, no country.
        """
        name_key = key(name)
        if rows := self._by_key[name_key] or self._by_key[SEAM.sub("", name_key)]:
            return rows
        for spelled in respelled(name_key):
            if rows := self._by_key[spelled]:
                return rows
        for bare, form in without_form(name_key):
            if rows := [n for n in self._by_key[bare] if not n.context and self._may_have(n.kb_id, form)]:
                return rows
        if _PLACE.fullmatch(name_key):
            rows = self._by_key[name_key[:-1].rstrip()]
            return [n for n in rows if self.entries[n.kb_id].type == "LOCATION" and not n.kb_id.startswith("country-")]
        return []

    def _may_have(self, kb_id: str, form: str) -> bool:
        """Whether an entry is a company that may be called with a legal form."""
        known = (key(name.value) for name in self.names[kb_id])
        entry = self.entries[kb_id]
        if form == COMPANY and entry.country in _CHINESE:
            return False
        return entry.type == "COMPANY" and may_be_one(form, known)

    def is_name_of(self, name: str, types: Container[str]) -> bool:
        """Whether an entry of one of some types carries a name, as `by_name` finds it.

        Args:
            types: such as `ontology.BODIES` or `{"LOCATION"}`.

        >>> load().is_name_of("重庆市", {"LOCATION"}), load().is_name_of("软银集团", {"LOCATION"})
        (True, False)
        """
        return any(self.entries[known.kb_id].type in types for known in self.by_name(name))

    def listing_countries(self, kb_id: str) -> set[str]:
        """Countries of the markets where an entry is listed.

        >>> sorted(load().listing_countries("alibaba"))
        ['HK', 'US']
        """
        return {markets()[line.mic].country for line in self.listings[kb_id] if line.mic in markets()}

    def by_key(self, name_key: str) -> list[KnownName]:
        """Rows under a key made by `normalise.key`."""
        return self._by_key[name_key]

    def by_listing(self, listing: str) -> str | None:
        """kb_id of the issuer of MIC:code."""
        mic, _, code = listing.partition(":")
        found = self._connection.execute("SELECT kb_id FROM listings WHERE mic = ? AND code = ?", (mic, code))
        row = found.fetchone()
        return str(row[0]) if row else None

    def prefixes(self, text_key: str) -> list[str]:
        """Keys of names with which a key begins, the shortest first."""
        found: list[str] = self._trie.prefixes(text_key)
        return found

    def by_beginning(self, name_key: str) -> list[KnownName]:
        """Rows under the keys that begin with a key made by `normalise.key`.

        >>> sorted({n.kb_id for n in load().by_beginning("华微电子")})
        ['xshg-600360']
        """
        return [name for whole in self._trie.keys(name_key) for name in self._by_key[whole]]

    def name_keys(self) -> Iterator[str]:
        """Every name key."""
        yield from self._trie

    def symbol(self, line: KnownListing) -> str | None:
        """Yahoo-style symbol of a listing, null for an exchange that is not in `markets.tsv`."""
        market = markets().get(line.mic)
        return market.symbol(line.code) if market else None


def _grouped(
    connection: sqlite3.Connection,
    table: str,
    columns: str,
    make: Callable[..., T],
    by: str = "kb_id",
    with_id: bool = False,
) -> Grouped[T]:
    columns = f"kb_id, {columns}" if with_id else columns
    return Grouped(
        connection,
        f"SELECT {columns} FROM {table} WHERE {by} = ? ORDER BY rowid",
        f"SELECT DISTINCT {by} FROM {table} ORDER BY {by}",
        make,
    )


def _name(kb_id: str, value: str, language: str, kind: str, context: int) -> KnownName:
    return KnownName(kb_id, value, language, kind, bool(context))


def _pair(*row: Any) -> tuple[str, str]:
    return (str(row[0]), str(row[1]))


#: Files of a user that `load` merges over the tables.
_FILES: ContextVar[tuple[Path, ...]] = ContextVar("knowledge base files", default=())
_LOADED: dict[tuple[Path, ...], KnowledgeBase] = {}


def load() -> KnowledgeBase:
    """The knowledge base, opened once a process: shipped tables, what `kb add` stored, files of `merged_with`.

    Raises:
        KnowledgeBaseError: a table or file is malformed.
    """
    files = _FILES.get()
    if files not in _LOADED:
        _LOADED[files] = KnowledgeBase(*open_base(files))
    return _LOADED[files]


@contextmanager
def merged_with(files: Iterable[Path]) -> Iterator[None]:
    """Within, `load` merges these files of companies (see `pipeline.kb.company_file`) over the tables."""
    token = _FILES.set(tuple(files))
    try:
        yield
    finally:
        _FILES.reset(token)
