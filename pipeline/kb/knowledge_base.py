"""The knowledge base in memory: entries, names, listings, ownership and posts, read from `seeds/kb`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pipeline.errors import KnowledgeBaseError
from pipeline.kb.markets import markets
from pipeline.kb.normalise import key
from pipeline.kb.tables import read_table
from pipeline.ontology import ontology
from pipeline.paths import seeds

#: Columns of the tables, one fact a row.
ENTITY_COLUMNS = ("kb_id", "type", "country", "status", "sector", "name_en", "name_zh")
NAME_COLUMNS = ("kb_id", "name", "language", "kind", "context")
LISTING_COLUMNS = ("kb_id", "role", "mic", "code", "isin")
PARENT_COLUMNS = ("kb_id", "parent", "kind")
POSITION_COLUMNS = ("kb_id", "organization", "title_en", "title_zh", "since", "until")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of `entities.tsv` or `places.tsv`; empty cells are null."""

    kb_id: str
    type: str
    country: str | None
    status: str | None
    sector: str | None
    name_en: str | None
    name_zh: str | None


@dataclass(frozen=True, slots=True)
class KnownName:
    """One name of one entry. `context`: an ordinary word too, so that it needs support to be this entry."""

    kb_id: str
    value: str
    language: str
    kind: str
    context: bool


@dataclass(frozen=True, slots=True)
class KnownListing:
    """One line of shares of an issuer; `role` is primary, secondary or depositary_receipt."""

    mic: str
    code: str
    isin: str | None
    role: str

    @property
    def listing(self) -> str:
        """MIC:code."""
        return f"{self.mic}:{self.code}"


@dataclass(frozen=True, slots=True)
class KnownPosition:
    """A post; `organization` is a kb_id, dates ISO 8601, `until` null while it lasts as far as the table knows."""

    organization: str
    title_en: str | None
    title_zh: str | None
    since: str | None
    until: str | None


class KnowledgeBase:
    """Lookup by id, by name (any script, case and width) and by listing.

    >>> base = load()
    >>> [n.kb_id for n in base.by_name("软银集团")]
    ['softbank-group']
    """

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.names: dict[str, list[KnownName]] = defaultdict(list)
        self.listings: dict[str, list[KnownListing]] = defaultdict(list)
        self.parents: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self.children: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self.positions: dict[str, list[KnownPosition]] = defaultdict(list)
        self._by_key: dict[str, list[KnownName]] = defaultdict(list)
        self._by_listing: dict[str, str] = {}

    def add_tables(self, folder: Path) -> None:
        """Merge the tables of a folder; later tables win over earlier ones.

        Raises:
            KnowledgeBaseError: a table is malformed or speaks of an unknown id.
        """
        for file in ("entities.tsv", "places.tsv"):
            if (folder / file).exists():
                self._add_entries(read_table(folder / file, ENTITY_COLUMNS))
        for file in ("names.tsv", "place_names.tsv"):
            if (folder / file).exists():
                self._add_names(read_table(folder / file, NAME_COLUMNS))
        for row in _rows(folder / "listings.tsv", LISTING_COLUMNS):
            self._known(row["kb_id"], "listings.tsv")
            line = KnownListing(row["mic"], row["code"], row["isin"] or None, row["role"])
            self.listings[row["kb_id"]].append(line)
            self._by_listing[line.listing] = row["kb_id"]
        for row in _rows(folder / "parents.tsv", PARENT_COLUMNS):
            self.parents[row["kb_id"]].append((row["parent"], row["kind"]))
            self.children[row["parent"]].append((row["kb_id"], row["kind"]))
        for row in _rows(folder / "positions.tsv", POSITION_COLUMNS):
            post = KnownPosition(
                row["organization"],
                row["title_en"] or None,
                row["title_zh"] or None,
                row["since"] or None,
                row["until"] or None,
            )
            self.positions[row["kb_id"]].append(post)

    def _add_entries(self, rows: Iterable[dict[str, str]]) -> None:
        types = ontology().entity_types
        for row in rows:
            if row["type"] not in types:
                raise KnowledgeBaseError(f"{row['kb_id']}: unknown type {row['type']!r}")
            entry = Entry(row["kb_id"], row["type"], *(row[column] or None for column in ENTITY_COLUMNS[2:]))
            self.entries[entry.kb_id] = entry
            for value, language in ((entry.name_en, "en"), (entry.name_zh, "zh")):
                if value:
                    self._add_name(KnownName(entry.kb_id, value, language, "primary", False))

    def _add_names(self, rows: Iterable[dict[str, str]]) -> None:
        for row in rows:
            self._known(row["kb_id"], "names")
            self._add_name(KnownName(row["kb_id"], row["name"], row["language"], row["kind"], row["context"] == "1"))

    def _add_name(self, name: KnownName) -> None:
        """A second row for the same name of the same entry replaces the first: so a primary name is marked context."""
        for rows in (self.names[name.kb_id], self._by_key[key(name.value)]):
            for index, old in enumerate(rows):
                if old.kb_id == name.kb_id and old.value == name.value:
                    kind = "primary" if "primary" in (old.kind, name.kind) else name.kind
                    rows[index] = KnownName(name.kb_id, name.value, name.language, kind, old.context or name.context)
                    break
            else:
                rows.append(name)

    def _known(self, kb_id: str, table: str) -> None:
        if kb_id not in self.entries:
            raise KnowledgeBaseError(f"{table}: unknown id {kb_id!r}")

    def by_name(self, name: str) -> list[KnownName]:
        """Rows of the entries that carry a name, whatever its case, width and Chinese script."""
        return self._by_key.get(key(name), [])

    def by_listing(self, listing: str) -> str | None:
        """kb_id of the issuer of MIC:code."""
        return self._by_listing.get(listing)

    def name_keys(self) -> Iterable[str]:
        """Every name key."""
        return self._by_key

    def by_key(self, name_key: str) -> list[KnownName]:
        """Rows under a key made by `normalise.key`."""
        return self._by_key[name_key]

    def symbol(self, line: KnownListing) -> str | None:
        """Yahoo-style symbol of a listing, null for an exchange that is not in `markets.tsv`."""
        market = markets().get(line.mic)
        return market.symbol(line.code) if market else None


def _rows(path: Path, columns: tuple[str, ...]) -> Iterable[dict[str, str]]:
    return read_table(path, columns) if path.exists() else ()


@lru_cache(maxsize=1)
def load() -> KnowledgeBase:
    """The shipped knowledge base, read once a process."""
    base = KnowledgeBase()
    base.add_tables(seeds("kb"))
    return base
