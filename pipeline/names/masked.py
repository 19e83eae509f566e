"""A sentence with each mention as one placeholder character, so that patterns see structure instead of names."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.document import Mention
from pipeline.names import position_patterns as patterns
from pipeline.text.scripts import to_simplified

_PLACEHOLDERS = {
    "COMPANY": patterns.ORGANIZATION,
    "GOVERNMENT": patterns.ORGANIZATION,
    "ORGANIZATION": patterns.ORGANIZATION,
    "LOCATION": patterns.LOCATION,
    "PERSON": patterns.PERSON,
}


@dataclass(frozen=True)
class Masked:
    """Masked text, with the source span and the mention index (or null) of every character.

    Attributes:
        text: the sentence with placeholders, Chinese in Simplified characters.
        spans: `(start, end)` in the document of each character of `text`.
        mentions: index into the document's mentions of each placeholder, null for other characters.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    mentions: tuple[int | None, ...]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The span in the document of a non-empty stretch of masked text."""
        return self.spans[start][0], self.spans[end - 1][1]


def mask(text: str, start: int, end: int, mentions: list[Mention], first: int) -> Masked:
    """Mask `text[start:end]`; `first` is the index of the first mention that may lie in it.

    A bracket that holds nothing but other names of what stands before it is left out.
    """
    pieces: list[tuple[str, tuple[int, int], int | None]] = []
    at, number = start, first
    simplified = to_simplified(text[start:end])
    while at < end:
        if number < len(mentions) and mentions[number]["start"] == at and mentions[number]["end"] <= end:
            mention = mentions[number]
            pieces.append((_PLACEHOLDERS.get(mention["type"], patterns.OTHER), (at, mention["end"]), number))
            at, number = mention["end"], number + 1
            continue
        pieces.append((simplified[at - start], (at, at + 1), None))
        at += 1
        while number < len(mentions) and mentions[number]["start"] < at:
            number += 1
    kept = _without_glosses(pieces, mentions)
    return Masked("".join(p[0] for p in kept), tuple(p[1] for p in kept), tuple(p[2] for p in kept))


Piece = tuple[str, tuple[int, int], int | None]


def _without_glosses(pieces: list[Piece], mentions: list[Mention]) -> list[Piece]:
    kept: list[Piece] = []
    at = 0
    while at < len(pieces):
        closing = _gloss_end(pieces, at, kept, mentions)
        if closing is None:
            kept.append(pieces[at])
            at += 1
        else:
            while kept and kept[-1][0] == " ":
                kept.pop()
            at = closing + 1
    return kept


def _gloss_end(pieces: list[Piece], at: int, kept: list[Piece], mentions: list[Mention]) -> int | None:
    """Index of the closing sign of a bracket at `at` that glosses the mention before it, null for any other."""
    if pieces[at][0] not in "(（":
        return None
    named = next((p[2] for p in reversed(kept) if p[0] != " "), None)
    if named is None:
        return None
    for number in range(at + 1, min(at + 40, len(pieces))):
        char, _, mention = pieces[number]
        if mention is not None and mentions[mention]["entity"] != mentions[named]["entity"]:
            return None
        if char in ")）":
            inside = [p[2] for p in pieces[at:number] if p[2] is not None]
            return number if inside else None
    return None
