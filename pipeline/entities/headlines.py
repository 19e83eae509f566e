"""Names proposed in headlines: where every word is capitalised, capitals tell nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.document import Block
from pipeline.entities.candidates import Candidate

_HEADS = frozenset({"title", "heading"})
_WORD = re.compile(r"[A-Za-z][\w’'.-]*")
#: A headline has at least this share of capitalised words, articles and prepositions left out.
_TITLE_CASE = 0.8
_SMALL = frozenset("a an the of in on at for to and or by with as from is its over after into vs amid but".split())


def supported(text: str, blocks: Iterable[Block], candidates: Iterable[Candidate]) -> list[Candidate]:
    """Candidates without those in title-case headlines that the running text never repeats.

    >>> text = "Deep Dive Into Oslo Ports\\n\\nThe ports of Oslo grew."
    >>> head = Block(start=0, end=25, kind="title", heading=None, lead_in=None)
    >>> found = [Candidate(0, 9, "PERSON", "statistical", 0.6), Candidate(15, 19, "LOCATION", "statistical", 0.6)]
    >>> [text[c.start:c.end] for c in supported(text, [head], found)]
    ['Oslo']
    """
    heads = [b for b in blocks if b["kind"] in _HEADS and is_title_case(text[b["start"] : b["end"]])]
    running = _without(text, heads)
    return [
        c
        for c in candidates
        if not any(b["start"] <= c.start < b["end"] for b in heads) or text[c.start : c.end] in running
    ]


def is_title_case(line: str) -> bool:
    """Whether a line capitalises its words as English headlines do."""
    words = [w for w in _WORD.findall(line) if w.lower() not in _SMALL]
    return len(words) > 2 and sum(w[0].isupper() for w in words) >= _TITLE_CASE * len(words)


def _without(text: str, heads: list[Block]) -> str:
    kept, at = [], 0
    for block in heads:
        kept.append(text[at : block["start"]])
        at = block["end"]
    return "\n".join([*kept, text[at:]])
