"""Inputs -> files, in sorted order; folders are walked without loading their listing more than a level at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from glob import glob
from itertools import chain
from pathlib import Path

from pipeline.article import Reject
from pipeline.errors import UsageError
from pipeline.ingest.options import ReadOptions

#: Suffix -> how it is read.
FORMATS = {
    ".txt": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
}
#: Annotation beside an article, which is no article.
_GOLD = ".gold.json"


@dataclass(frozen=True)
class Source:
    """A file to read; `shown` is its path in records: as given, below the input folder for a folder's files."""

    path: Path
    shown: str

    @property
    def format(self) -> str | None:
        """`text`, `html`, `json`, `jsonl` or `csv`; null for an unknown suffix."""
        return FORMATS.get(self.path.suffix.lower())


def find_files(location: str, options: ReadOptions) -> Iterator[Source | Reject]:
    """The file that is named, or the files below a folder, hidden ones and gold left out.

    Symbolic links are followed, each folder is entered once; what the options exclude is passed over. A file that is
    named is yielded whatever its suffix. A pattern (`news/*.csv`, `**` for any folders) that no shell has expanded
    stands for what it matches, sorted, each as if it were named.

    Raises:
        UsageError: nothing is at `location`.
    """
    path = Path(location)
    if not os.path.lexists(path):
        matches = sorted(glob(location, recursive=True))
        if not matches:
            raise UsageError(f"{shown_path(location)}: no such file or folder")
        return chain.from_iterable(find_files(match, options) for match in matches)
    if os.path.isdir(path):
        return _walk(path, options)
    return iter((Source(path, shown_path(location)),))


def shown_path(path: str) -> str:
    """The path as text, with bytes that are no UTF-8 replaced by U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def _walk(root: Path, options: ReadOptions) -> Iterator[Source | Reject]:
    seen: set[tuple[int, int]] = set()
    pending = [root]
    while pending:
        path = pending.pop()
        shown = shown_path(path.relative_to(root).as_posix())
        if options.exclude and os.path.realpath(path) in options.exclude:
            continue
        if not os.path.isdir(path):
            if _wanted(path, shown, options.glob):
                yield Source(path, shown)
            continue
        try:
            status = path.stat()
            children = sorted((path / name for name in os.listdir(path) if not name.startswith(".")), reverse=True)
        except OSError as error:
            yield Reject(path=shown, stage="read", error="unreadable", message=reason(error))
            continue
        if (status.st_dev, status.st_ino) not in seen:
            seen.add((status.st_dev, status.st_ino))
            pending.extend(children)


def _wanted(path: Path, shown: str, pattern: str | None) -> bool:
    if path.suffix.lower() not in FORMATS or path.name.endswith(_GOLD):
        return False
    return pattern is None or fnmatch(shown, pattern) or fnmatch(path.name, pattern)


def reason(error: OSError) -> str:
    """What the operating system says, without the path."""
    return error.strerror or type(error).__name__
