"""What the encoder reads and what the knowledge base knows, brought to one list of candidates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.entities.candidates import Candidate


def settle(read: Sequence[Candidate], known: Sequence[Candidate]) -> list[Candidate]:
    """Candidates for `resolve`; a span that both have is one, of the known row's type.

    F1 of the mentions of dev: 0.849 so, 0.842 with two candidates for one span, 0.820 with the encoder alone. One type
    for the same words all over an article changed nothing.

    >>> tokyo = Candidate(0, 5, "COMPANY", "encoder", 0.9)
    >>> settle([tokyo], [Candidate(0, 5, "LOCATION", "gazetteer", 0.95, ("tokyo",))])
    [Candidate(start=0, end=5, type='LOCATION', method='encoder', score=0.95, kb=('tokyo',))]
    """
    rows = {(c.start, c.end): c for c in known}
    found = [_with_row(c, rows.pop((c.start, c.end), None)) for c in read]
    return [*found, *rows.values()]


def _with_row(read: Candidate, known: Candidate | None) -> Candidate:
    if known is None:
        return read
    return replace(read, type=known.type, score=max(read.score, known.score), kb=known.kb)
