"""Where the tables are, and the compiled form made from them when they have changed."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

import platformdirs

from pipeline.errors import KnowledgeBaseError
from pipeline.kb import compiled
from pipeline.kb.company_file import read_companies
from pipeline.kb.layers import Merged, read_han_words, read_layer
from pipeline.paths import seeds

_APPLICATION = "equitrace"


def cache_folder() -> Path:
    """Where compiled files are kept: the user's cache folder."""
    return platformdirs.user_cache_path(_APPLICATION, appauthor=False) / "kb"


def user_folder() -> Path:
    """Where `kb add` stores a user's files: the user's data folder."""
    return platformdirs.user_data_path(_APPLICATION, appauthor=False) / "kb"


def user_files() -> list[Path]:
    """Files that `kb add` stored, in the order in which they are merged."""
    return sorted(user_folder().glob("*.csv"))


def open_base(files: Sequence[Path] = ()) -> tuple[sqlite3.Connection, str]:
    """The compiled form of the shipped tables with a user's files over them, and the SHA-256 of all.

    It is compiled when no compiled form of the same content is in the cache folder, and kept there if that can be
    written.

    Args:
        files: companies of a user for this run, merged over the stored ones.

    Raises:
        KnowledgeBaseError: a table or file is malformed.
    """
    own = [*user_files(), *files]
    digest = _digest(own)
    path = cache_folder() / f"{digest}.sqlite"
    try:
        return compiled.open_file(path), digest
    except (sqlite3.Error, OSError):
        merged = merge(own)
    try:
        compiled.write(merged, path)
        return compiled.open_file(path), digest
    except (sqlite3.Error, OSError):
        return compiled.in_memory(merged), digest


def check_files(files: Sequence[Path]) -> None:
    """Read a user's files, so that an error in them shows, and compile them, so that workers need not.

    Raises:
        KnowledgeBaseError: a table or file is malformed.
    """
    if files:
        open_base(files)[0].close()


def merge(files: Iterable[Path] = ()) -> Merged:
    """The shipped tables, built ones below curated ones, with files of companies over them.

    Raises:
        KnowledgeBaseError: a table or file is malformed.
    """
    merged = Merged()
    curated = read_layer(seeds("kb"))
    market = read_layer(seeds("kb", "market"))
    known = {entry.kb_id for entry in market.entries}
    added = [name for name in market.names if name.kb_id not in known]
    market.names = [name for name in market.names if name.kb_id in known]
    merged.han_words = read_han_words(seeds("kb", "han_words.tsv"))
    merged.add(market)
    merged.add(curated)
    merged.add_names_below(added)
    for file in files:
        merged.add(read_companies(file, merged))
    return merged


def _digest(files: Iterable[Path]) -> str:
    digest = hashlib.sha256(f"format {compiled.FORMAT}".encode())
    folders = (seeds("kb"), seeds("kb", "market"))
    tables = [path for folder in folders for path in sorted(folder.glob("*.tsv"))]
    for path in [*tables, *files]:
        try:
            content = path.read_bytes()
        except OSError as error:
            raise KnowledgeBaseError(f"{path}: {error.strerror}") from error
        digest.update(f"{path.name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()
