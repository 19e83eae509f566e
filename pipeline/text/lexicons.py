"""Reading the word lists of `seeds/lexicons` and matching them: tab-separated, with a header, one entry a row."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
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


def folded(text: str) -> str:
    """Lower case of the same length, so that offsets stay.

    >>> folded("İzmir May")
    'İzmir may'
    """
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def spaced(pattern: str) -> str:
    """A pattern whose blanks match any white space and whose apostrophes match both forms."""
    return pattern.replace(" ", r"\s+").replace("'", "['’]")


def latin_pattern(pattern: str) -> str:
    """A pattern of whole words in running Latin text.

    >>> latin_pattern("is set")
    '(?<![\\\\w])(?:is\\\\s+set)(?![\\\\w])'
    """
    return rf"(?<![\w])(?:{spaced(pattern)})(?![\w])"


class Terms:
    """Many patterns in one pass over folded text; of those that match at a place the first wins.

    The patterns stand in one alternation without groups or case folding, which the regular-expression engine skips by
    first letters; which of them matched is asked only where something did.

    >>> terms = Terms([("en", "may"), ("en", "may not"), ("zh", "可能")])
    >>> [(m.group(), row) for m, row in terms.find(folded("It May 可能"))]
    [('may', 0), ('可能', 2)]
    """

    def __init__(self, rows: Sequence[tuple[str, str]]) -> None:
        latin = [spaced(folded_pattern(p)) for language, p in rows if language == "en"]
        han = [p for language, p in rows if language != "en"]
        parts = [rf"(?<![a-z0-9_])(?:{'|'.join(latin)})(?![a-z0-9_])"] if latin else []
        self._any = re.compile("|".join([*parts, *han]))
        self._each = [spaced(folded_pattern(p)) if language == "en" else p for language, p in rows]
        self._compiled: dict[int, re.Pattern[str]] = {}
        self._firsts = [_first(pattern) for pattern in self._each]
        self._by_first: dict[str, list[int]] = {}

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[re.Match[str], int]]:
        """Matches in reading order, without overlap, each with the index of its row."""
        end = len(text) if end is None else end
        for match in self._any.finditer(text, start, end):
            for row in self._rows(text[match.start()]):
                pattern = self._pattern(row)
                if pattern.fullmatch(text, match.start(), match.end()) or self._reaches(pattern, text, match, end):
                    yield match, row
                    break

    def _pattern(self, row: int) -> re.Pattern[str]:
        """Pattern of a row, compiled when a match is first asked for: most of hundreds never are in a short run."""
        if row not in self._compiled:
            self._compiled[row] = re.compile(f"(?:{self._each[row]})")
        return self._compiled[row]

    def _rows(self, first: str) -> list[int]:
        """Rows whose matches may begin with this letter."""
        if first not in self._by_first:
            self._by_first[first] = [row for row, known in enumerate(self._firsts) if known in (first, None)]
        return self._by_first[first]

    @staticmethod
    def _reaches(pattern: re.Pattern[str], text: str, match: re.Match[str], end: int) -> bool:
        """Whether a pattern with a condition on what follows matches just this stretch."""
        found = pattern.match(text, match.start(), end)
        return found is not None and found.end() == match.end()


def _first(pattern: str) -> str | None:
    """The letter that every match begins with, null if that is not plain to see."""
    flat = pattern
    while (inner := re.sub(r"\([^()]*\)", "", flat)) != flat:
        flat = inner
    plain = pattern[0].isalnum() and pattern[1:2] not in ("?", "*", "{") and "|" not in flat
    return pattern[0] if plain else None


def folded_pattern(pattern: str) -> str:
    r"""A pattern in lower case, escapes such as `\S` and what stands in braces left alone.

    >>> folded_pattern(r"MoU \S+ of {S:C}")
    'mou \\S+ of {S:C}'
    """
    return re.sub(r"\\.|\{[^}]*\}|[A-Z]+", lambda m: m.group() if m.group()[0] in "\\{" else m.group().lower(), pattern)
