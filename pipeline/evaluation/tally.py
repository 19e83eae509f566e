"""What a layer's scorer returns for one article: counts by score, and what went wrong."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Measure = Literal["f1", "accuracy", "macro_f1"]
FindingKind = Literal["missed", "spurious", "wrong"]


class Key(NamedTuple):
    """A score: its layer, its name, how its counts become one figure, and the macro average that it feeds, if any."""

    layer: str
    name: str
    measure: Measure = "f1"
    average: str = ""


class Tally(NamedTuple):
    """Counts that add up over articles; of an accuracy, `predicted` equals `gold`."""

    hits: int = 0
    predicted: int = 0
    gold: int = 0

    def plus(self, other: Tally) -> Tally:
        """Sum of two tallies."""
        return Tally(self.hits + other.hits, self.predicted + other.predicted, self.gold + other.gold)


@dataclass(frozen=True)
class Finding:
    """One difference from gold.

    Attributes:
        kind: `missed` (gold has it), `spurious` (the record has it), `wrong` (both have it, with another value).
        cause: why, as far as it can be told, such as `span boundary`, `type`, `not linked`, `wrong cluster`.
        gold: what the annotator says, empty if nothing.
        predicted: what the record says, empty if nothing.
        context: the place with 40 characters either side, empty if it has none.
    """

    article: str
    layer: str
    kind: FindingKind
    cause: str
    gold: str
    predicted: str
    context: str


@dataclass
class Sheet:
    """Counts and findings of one article; scorers of all layers add to it."""

    tallies: dict[Key, Tally] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def add(self, key: Key, hits: int, predicted: int, gold: int) -> None:
        """Add counts to a score."""
        self.tallies[key] = self.tallies.get(key, Tally()).plus(Tally(hits, predicted, gold))

    def compare(self, key: Key, gold: Set[object], predicted: Set[object]) -> None:
        """Add the agreement of two sets to a score."""
        self.add(key, len(gold & predicted), len(predicted), len(gold))

    def judge(self, key: Key, decisions: Iterable[bool]) -> None:
        """Add decisions, right or wrong, to an accuracy."""
        right = list(decisions)
        self.add(key, sum(right), len(right), len(right))
