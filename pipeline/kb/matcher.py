"""Finding every known name in a text: at each place where a name may begin, the names that do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.kb.knowledge_base import KnowledgeBase, KnownName
from pipeline.kb.normalise import SEAM, key
from pipeline.text.scripts import LATIN

_WORD = re.compile(f"[{LATIN}0-9]")
#: Where a name may begin: a Latin word, or any other character that is no space.
_BEGINNING = re.compile(rf"(?<![{LATIN}0-9])[{LATIN}0-9]|[^{LATIN}0-9\s]")
#: The longest name that is looked for, in characters.
_REACH = 100
#: Characters before a space between scripts in which a name that runs over it may begin.
_BEFORE_SEAM = 12
#: Letters of an abbreviation that may be spoken as a word.
_SPOKEN = 5


@dataclass(frozen=True)
class Hit:
    """A known name at `text[start:end]` with the rows that carry it."""

    start: int
    end: int
    names: tuple[KnownName, ...]


class NameMatcher:
    """All hits of all names, overlapping ones too; Latin names at word boundaries and in a fitting case only.

    >>> from pipeline.kb.knowledge_base import load
    >>> text = "軟銀集團 (SoftBank Group)"
    >>> [(h.start, h.end) for h in NameMatcher(load()).longest(text)]
    [(0, 4), (6, 20)]
    """

    def __init__(self, base: KnowledgeBase) -> None:
        self._base = base

    def hits(self, text: str) -> Iterator[Hit]:
        """Hits in the order of their starts, of one start the shortest first; those over a space of scripts last."""
        text_key = key(text)
        for beginning in _BEGINNING.finditer(text_key):
            start = beginning.start()
            for name_key in self._base.prefixes(text_key[start : start + _REACH]):
                end = start + len(name_key)
                if _goes_on(text_key, end) or (end - start == 1 and _WORD.match(name_key)):
                    continue
                surface = text[start:end]
                names = tuple(n for n in self._base.by_key(name_key) if _fits(surface, n))
                if names:
                    yield Hit(start, end, names)
        yield from self._spaced(text, text_key)

    def _spaced(self, text: str, text_key: str) -> Iterator[Hit]:
        """Hits of names that the text writes with a space where Latin and Han letters meet: SK 海力士."""
        spaces = {match.start() for match in SEAM.finditer(text_key)}
        for space in sorted(spaces):
            for beginning in _BEGINNING.finditer(text_key, max(0, space - _BEFORE_SEAM), space):
                start = beginning.start()
                kept = [i for i in range(start, min(len(text), start + _REACH)) if i not in spaces]
                for name_key in self._base.prefixes("".join(text_key[i] for i in kept)):
                    own = kept[: len(name_key)]
                    surface = "".join(text[i] for i in own)
                    if own[-1] > space and not _goes_on(text_key, own[-1] + 1):
                        names = tuple(n for n in self._base.by_key(name_key) if _fits(surface, n))
                        if names:
                            yield Hit(start, own[-1] + 1, names)

    def longest(self, text: str) -> list[Hit]:
        """Hits without overlap: the leftmost, and of those the longest, in reading order."""
        return without_overlap(self.hits(text))


def without_overlap(hits: Iterator[Hit]) -> list[Hit]:
    """The leftmost hits, and of those the longest, in reading order."""
    chosen: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if not chosen or hit.start >= chosen[-1].end:
            chosen.append(hit)
    return chosen


def _goes_on(text: str, end: int) -> bool:
    """Whether a Latin word goes on behind `end`."""
    return end < len(text) and bool(_WORD.match(text[end - 1]) and _WORD.match(text[end]))


def _fits(surface: str, name: KnownName) -> bool:
    return fits_case(surface, name.value) or (not name.context and is_spoken(surface, name.value))


def is_spoken(surface: str, name: str) -> bool:
    """Whether a surface is a long abbreviation as a word, as many papers write those that are spoken: Cofco, Sabic.

    Of 137 such words in gold, of names that are no ordinary words, 135 are names of the row's type.

    >>> is_spoken("Cofco", "COFCO"), is_spoken("Pots", "POTS")
    (True, False)
    """
    return len(name) >= _SPOKEN and name.isalpha() and name.isupper() and surface == name.capitalize()


def fits_case(surface: str, name: str) -> bool:
    """Whether a surface may be a writing of a Latin name: as the name, capitalised, or all capitals.

    A name in lower case or without Latin letters fits anything.

    >>> fits_case("target", "Target"), fits_case("SOFTBANK", "SoftBank"), fits_case("The", "THE")
    (False, True, False)
    """
    letters = [(a, b) for a, b in zip(surface, name, strict=False) if b.isalpha() and b.lower() != b.upper()]
    if not letters or not any(b.isupper() for _, b in letters):
        return True
    if all(a.isupper() == b.isupper() for a, b in letters):
        return True
    if surface.isupper():
        return len(surface) > 3
    if name.isupper():
        return False
    words = zip(re.split(r"[ \-]", surface), re.split(r"[ \-]", name), strict=False)
    return all(a[:1].isupper() or not b[:1].isupper() for a, b in words)
