"""The compiled form: one SQLite file with the rows and, in it, tries of the name keys and of Chinese words.

Rows are fetched when they are asked for; the trie finds the names that begin at a place in a text.

Measured with 170,000 name keys (1.8 million characters) and 33,000 words of news on one core of a shared machine:

| | load | memory | matching | building |
| --- | --- | --- | --- | --- |
| `marisa_trie` (LOUDS trie, 1.1 MB; Yata 2011) | 7 ms | 2 MB | 0.16 s | 0.5 s |
| `ahocorasick_rs`, built at each start | 2,800 ms | 62 MB | 0.13 s | – |
| `pyahocorasick`, pickled (48 MB) | 1,600 ms | 52 MB | 0.12 s | 2.3 s |
| a marshalled set of keys, substrings looked up | 490 ms | 25 MB | 0.95 s | – |
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from pathlib import Path

import marisa_trie

from pipeline.kb.layers import Merged
from pipeline.kb.normalise import key
from pipeline.kb.segmentation import HanWords

#: Goes up when the compiled form changes, so that older files are not read.
FORMAT = 4
#: Compiled files kept in the cache folder beside the one just written.
_KEPT = 3

_SCHEMA = """
CREATE TABLE entries (kb_id TEXT PRIMARY KEY, type TEXT, country TEXT, status TEXT, sector TEXT, name_en TEXT,
    name_zh TEXT) WITHOUT ROWID;
CREATE TABLE names (kb_id TEXT, value TEXT, language TEXT, kind TEXT, context INTEGER, key TEXT);
CREATE TABLE listings (kb_id TEXT, mic TEXT, code TEXT, isin TEXT, role TEXT);
CREATE TABLE parents (kb_id TEXT, parent TEXT, kind TEXT);
CREATE TABLE positions (kb_id TEXT, organization TEXT, title_en TEXT, title_zh TEXT, since TEXT, until TEXT);
CREATE TABLE cues (kb_id TEXT, key TEXT);
CREATE TABLE tries (keys BLOB, words BLOB);
"""
_INDEXES = """
CREATE INDEX names_by_id ON names (kb_id);
CREATE INDEX names_by_key ON names (key);
CREATE INDEX listings_by_id ON listings (kb_id);
CREATE INDEX listings_by_line ON listings (mic, code);
CREATE INDEX parents_by_id ON parents (kb_id);
CREATE INDEX parents_by_parent ON parents (parent);
CREATE INDEX positions_by_id ON positions (kb_id);
CREATE INDEX cues_by_id ON cues (kb_id);
"""


def in_memory(merged: Merged) -> sqlite3.Connection:
    """The compiled form without a file."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    _fill(connection, merged)
    return connection


def write(merged: Merged, path: Path) -> None:
    """Compile into a file, which appears whole or not at all, whoever else writes it at the same time.

    Raises:
        OSError: the folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(suffix=".part", dir=path.parent)
    os.close(handle)
    part = Path(name)
    try:
        with contextlib.closing(sqlite3.connect(part)) as connection:
            connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
            _fill(connection, merged)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    _remove_old(path)


def open_file(path: Path) -> sqlite3.Connection:
    """A compiled file, read only.

    Raises:
        sqlite3.Error: it is no compiled file.
    """
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    connection.execute("PRAGMA mmap_size = 268435456")
    connection.execute("SELECT keys FROM tries").fetchone()
    return connection


def _fill(connection: sqlite3.Connection, merged: Merged) -> None:
    connection.executescript(_SCHEMA)
    insert = connection.executemany
    insert(
        "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?)",
        ((e.kb_id, e.type, e.country, e.status, e.sector, e.name_en, e.name_zh) for e in merged.entries.values()),
    )
    insert(
        "INSERT INTO names VALUES (?, ?, ?, ?, ?, ?)",
        ((n.kb_id, n.value, n.language, n.kind, n.context, key(n.value)) for n in merged.names.values()),
    )
    insert(
        "INSERT INTO listings VALUES (?, ?, ?, ?, ?)",
        ((kb_id, line.mic, line.code, line.isin, line.role) for kb_id, line in merged.listings.values()),
    )
    insert("INSERT INTO parents VALUES (?, ?, ?)", ((*ids, kind) for ids, kind in merged.parents.items()))
    insert(
        "INSERT INTO positions VALUES (?, ?, ?, ?, ?, ?)",
        ((kb_id, p.organization, p.title_en, p.title_zh, p.since, p.until) for kb_id, p in merged.positions),
    )
    insert("INSERT INTO cues VALUES (?, ?)", ((kb_id, key(cue)) for kb_id, cue in merged.cues))
    trie = marisa_trie.Trie(sorted(k for k in merged.name_keys() if k))
    connection.execute(
        "INSERT INTO tries VALUES (?, ?)", (trie.tobytes(), HanWords.from_counts(merged.han_words).to_bytes())
    )
    connection.executescript(_INDEXES)
    connection.commit()


def _remove_old(path: Path) -> None:
    others = [p for p in path.parent.glob("*.sqlite") if p != path]
    with contextlib.suppress(OSError):
        for old in sorted(others, key=lambda p: p.stat().st_mtime, reverse=True)[_KEPT:]:
            old.unlink()
