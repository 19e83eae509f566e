"""What a noun phrase for an undertaking is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.projects.lexicon import HeadClass


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase `start:end` around the head `head_start:head_end`; offsets are code points.

    `definite` is set for phrases with "the", "this", 该, which may point back; `possessor` is where the name ends that
    owns the phrase ("Acme's plant"), -1 if none.
    """

    start: int
    end: int
    head_start: int
    head_end: int
    head: HeadClass
    definite: bool
    plural: bool
    possessor: int


class Islands:
    """Names and amounts of a text: a phrase takes in each of them whole or not at all."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._ends: dict[int, int] = {}
        self._starts: dict[int, int] = {}
        for start, end in sorted(spans):
            self._ends[end] = min(start, self._ends.get(end, start))
            self._starts[start] = max(end, self._starts.get(start, end))
        self._inside = {i: (start, end) for start, end in sorted(spans) for i in range(start + 1, end)}

    def ending(self, at: int) -> int | None:
        """Start of the longest island that ends at `at`."""
        return self._ends.get(at)

    def starting(self, at: int) -> int | None:
        """End of the longest island that starts at `at`."""
        return self._starts.get(at)

    def around(self, at: int) -> tuple[int, int] | None:
        """The island that `at` lies within, its first character excluded."""
        return self._inside.get(at)
