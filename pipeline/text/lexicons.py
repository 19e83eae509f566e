"""Reading the word lists of `seeds/lexicons`: tab-separated, with a header, one entry a row."""

from __future__ import annotations

import csv
from functools import lru_cache

from pipeline.errors import KnowledgeBaseError
from pipeline.paths import seeds


@lru_cache(maxsize=32)
def lexicon(name: str) -> tuple[dict[str, str], ...]:
    """Rows of `seeds/lexicons/<name>.tsv` in the order of the file, which is the order of preference.

    >>> lexicon("modality_cues")[0]["language"] in ("en", "zh")
    True

    Raises:
        KnowledgeBaseError: the table is missing or a row has another number of cells than the header.
    """
    path = seeds("lexicons", f"{name}.tsv")
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeBaseError(f"{path}: {error}") from error
    header = rows[0] if rows else []
    for number, cells in enumerate(rows[1:], 2):
        if len(cells) != len(header):
            raise KnowledgeBaseError(f"{path.name}:{number}: {len(cells)} cells, expected {len(header)}")
    return tuple(dict(zip(header, cells, strict=True)) for cells in rows[1:])


def latin_pattern(pattern: str) -> str:
    """A pattern of whole words in running Latin text; blanks match any white space and both apostrophes count.

    >>> latin_pattern("isn't set")
    "(?<![\\\\w])(?:isn['’]t\\\\s+set)(?![\\\\w])"
    """
    return rf"(?<![\w])(?:{pattern.replace(' ', chr(92) + 's+').replace(chr(39), '[' + chr(39) + '’]')})(?![\w])"
