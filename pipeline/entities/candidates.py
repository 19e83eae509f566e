"""What a finder proposes, before conflicts are resolved."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Candidate:
    """A possible mention of a type at `[start, end)`, code points.

    Attributes:
        method: what proposed it, such as `gazetteer` or `encoder`.
        score: 0 to 1, how surely it is a mention of that type; the larger wins a conflict.
        kb: ids of the knowledge-base rows it may be, best first.
    """

    start: int
    end: int
    type: str
    method: str
    score: float
    kb: tuple[str, ...] = ()
