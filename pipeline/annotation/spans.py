"""Reference resolution of gold surfaces to character spans, as `annotation.md` defines it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from pipeline.annotation.gold import Gold

_LATIN = "A-Za-z0-9À-ÖØ-öø-ÿ"
_STARTS_LATIN = re.compile(f"[{_LATIN}]")
_ENDS_LATIN = re.compile(f"[{_LATIN}]$")


class GoldSpan(NamedTuple):
    """One mention in the text; offsets are code points, end exclusive."""

    start: int
    end: int
    type: str
    entity: str


class Occurrence(NamedTuple):
    """Where a surface of an entity stands; `number` counts, from 1, those that no mention of a longer surface takes."""

    span: GoldSpan
    surface: str
    number: int


def spans(text: str, gold: Gold) -> list[GoldSpan]:
    """Every mention of every entity, sorted, without overlap.

    Surfaces are resolved longest first over all entities; one that begins or ends in a Latin letter or digit matches
    at a word boundary only. `skip` leaves out occurrences, counted among those that no longer surface has taken.

    >>> gold = Gold.model_validate({"article": {"id": "a"}, "sentiment": {"document": "neutral"}, "entities": [
    ...     {"id": "japan", "type": "LOCATION", "mentions": ["Japan"]},
    ...     {"id": "jbic", "type": "COMPANY", "mentions": ["Bank of Japan"]}]})
    >>> [(s.start, s.end, s.entity) for s in spans("Bank of Japan, Japan", gold)]
    [(0, 13, 'jbic'), (15, 20, 'japan')]
    """
    skipped = {(e.id, k.surface, k.occurrence) for e in gold.entities for k in e.skip}
    found = counted(text, gold, lambda o: (o.span.entity, o.surface, o.number) not in skipped)
    return sorted(occurrence.span for occurrence, is_mention in found if is_mention)


def counted(text: str, gold: Gold, is_mention: Callable[[Occurrence], bool]) -> Iterator[tuple[Occurrence, bool]]:
    """Occurrences of surfaces, longest first, where no mention is yet, each with whether it is one, as asked."""
    taken = bytearray(len(text))
    seen: Counter[tuple[str, str]] = Counter()
    for surface, entity in sorted(((s, e) for e in gold.entities for s in e.mentions), key=lambda pair: -len(pair[0])):
        for match in surface_pattern(surface).finditer(text):
            start, end = match.span()
            if any(taken[start:end]):
                continue
            seen[entity.id, surface] += 1
            occurrence = Occurrence(GoldSpan(start, end, entity.type, entity.id), surface, seen[entity.id, surface])
            told = is_mention(occurrence)
            if told:
                taken[start:end] = b"\1" * (end - start)
            yield occurrence, told


def occurrences(text: str, owners: Iterable[tuple[str, str]]) -> Iterator[tuple[int, int, str]]:
    """Start, end and owner wherever surfaces stand, given with their owners, longest first, without overlap.

    >>> sorted(occurrences("port plan, plan", [("plan", "a"), ("port plan", "b")]))
    [(0, 9, 'b'), (11, 15, 'a')]
    """
    taken = bytearray(len(text))
    for surface, owner in sorted(owners, key=lambda pair: -len(pair[0])):
        for match in surface_pattern(surface).finditer(text):
            if not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = b"\1" * len(match.group())
                yield match.start(), match.end(), owner


def surface_pattern(surface: str) -> re.Pattern[str]:
    """Pattern of the occurrences of a surface, at word boundaries where it begins or ends in Latin script.

    >>> [m.start() for m in surface_pattern("Gap").finditer("Gap Gaps 与Gap")]
    [0, 10]
    """
    left = f"(?<![{_LATIN}])" if _STARTS_LATIN.match(surface) else ""
    right = f"(?![{_LATIN}])" if _ENDS_LATIN.search(surface) else ""
    return re.compile(left + re.escape(surface) + right)
