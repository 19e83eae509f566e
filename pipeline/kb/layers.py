"""Merging layers of tables: built market tables, curated tables, a user's own rows; the later one wins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.errors import KnowledgeBaseError
from pipeline.kb.normalise import key
from pipeline.kb.rows import (
    CUE_COLUMNS,
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
from pipeline.kb.tables import read_table
from pipeline.ontology import ontology


@dataclass
class Layer:
    """Rows of one source, checked for types but not against other layers."""

    entries: list[Entry] = field(default_factory=list)
    names: list[KnownName] = field(default_factory=list)
    listings: list[tuple[str, KnownListing]] = field(default_factory=list)
    parents: list[tuple[str, str, str]] = field(default_factory=list)
    positions: list[tuple[str, KnownPosition]] = field(default_factory=list)
    cues: list[tuple[str, str]] = field(default_factory=list)


def read_layer(folder: Path) -> Layer:
    """The tables of a folder, those of them that there are.

    Raises:
        KnowledgeBaseError: a table is malformed.
    """
    layer = Layer()
    for row in _rows(folder, ("entities.tsv", "places.tsv"), ENTITY_COLUMNS):
        if row["type"] not in ontology().entity_types:
            raise KnowledgeBaseError(f"{row['kb_id']}: unknown type {row['type']!r}")
        layer.entries.append(Entry(row["kb_id"], row["type"], *(row[column] or None for column in ENTITY_COLUMNS[2:])))
    for row in _rows(folder, ("names.tsv", "place_names.tsv"), NAME_COLUMNS):
        layer.names.append(KnownName(row["kb_id"], row["name"], row["language"], row["kind"], row["context"] == "1"))
    for row in _rows(folder, ("listings.tsv",), LISTING_COLUMNS):
        layer.listings.append((row["kb_id"], KnownListing(row["mic"], row["code"], row["isin"] or None, row["role"])))
    for row in _rows(folder, ("parents.tsv",), PARENT_COLUMNS):
        layer.parents.append((row["kb_id"], row["parent"], row["kind"]))
    for row in _rows(folder, ("positions.tsv",), POSITION_COLUMNS):
        facts = (row[column] or None for column in POSITION_COLUMNS[2:])
        layer.positions.append((row["kb_id"], KnownPosition(row["organization"], *facts)))
    for row in _rows(folder, ("cues.tsv",), CUE_COLUMNS):
        layer.cues.append((row["kb_id"], row["cue"]))
    return layer


def read_han_words(path: Path) -> dict[str, int]:
    """Chinese words with their counts.

    Raises:
        KnowledgeBaseError: the table is malformed.
    """
    return {row["word"]: int(row["count"]) for row in read_table(path, ("word", "count"))}


def _rows(folder: Path, files: Iterable[str], columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    for file in files:
        if (folder / file).exists():
            yield from read_table(folder / file, columns)


class Merged:
    """Layers merged in the order in which they are added.

    An entry, a name of an entry and the issuer of a line are what the last layer says; within a layer a name is marked
    `context` if any of its rows says so. Names, lines, parents, posts and cues of several layers add up.
    """

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.names: dict[tuple[str, str], KnownName] = {}
        self.listings: dict[str, tuple[str, KnownListing]] = {}
        self.parents: dict[tuple[str, str], str] = {}
        self.positions: dict[tuple[str, KnownPosition], None] = {}
        self.cues: dict[tuple[str, str], None] = {}
        self.han_words: dict[str, int] = {}

    def add(self, layer: Layer) -> None:
        """Put a layer on top.

        Raises:
            KnowledgeBaseError: a row speaks of an id that neither this layer nor an earlier one has.
        """
        for entry in layer.entries:
            self.entries[entry.kb_id] = entry
        self._known((name.kb_id for name in layer.names), "names")
        self._known((kb_id for kb_id, _ in layer.listings), "listings")
        self._known((kb_id for kb_id, _ in layer.cues), "cues")
        self._add_names(layer)
        for kb_id, line in layer.listings:
            self.listings[line.listing] = (kb_id, line)
        for kb_id, parent, kind in layer.parents:
            self.parents[kb_id, parent] = kind
        for kb_id, post in layer.positions:
            self.positions[kb_id, post] = None
        self.cues |= dict.fromkeys(layer.cues)

    def add_names_below(self, names: Iterable[KnownName]) -> None:
        """Names for entries of layers above; a name that such an entry has already stays as it is.

        Raises:
            KnowledgeBaseError: a name is of an unknown id.
        """
        rows = list(names)
        self._known((name.kb_id for name in rows), "names")
        for name in rows:
            self.names.setdefault((name.kb_id, name.value), name)

    def _add_names(self, layer: Layer) -> None:
        primary = [
            KnownName(entry.kb_id, value, language, "primary", False)
            for entry in layer.entries
            for value, language in ((entry.name_en, "en"), (entry.name_zh, "zh"))
            if value
        ]
        fresh: dict[tuple[str, str], KnownName] = {}
        for name in [*primary, *layer.names]:
            at = (name.kb_id, name.value)
            old = fresh.get(at)
            if old is not None:
                kind = "primary" if "primary" in (old.kind, name.kind) else name.kind
                name = KnownName(name.kb_id, name.value, name.language, kind, old.context or name.context)
            fresh[at] = name
        for at, name in fresh.items():
            below = self.names.get(at)
            if below is not None and below.kind == "primary":
                name = KnownName(name.kb_id, name.value, name.language, "primary", name.context)
            self.names[at] = name

    def _known(self, ids: Iterable[str], table: str) -> None:
        for kb_id in ids:
            if kb_id not in self.entries:
                raise KnowledgeBaseError(f"{table}: unknown id {kb_id!r}")

    def name_keys(self) -> set[str]:
        """Comparison keys of all names."""
        return {key(name.value) for name in self.names.values()}
