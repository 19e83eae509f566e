"""Which occurrences of surfaces have to be skipped, for gold to resolve to given mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pipeline.annotation.gold import Gold, GoldSkip
from pipeline.annotation.spans import GoldSpan, surface_pattern


def skips_for(text: str, gold: Gold, wanted: Iterable[GoldSpan]) -> dict[str, list[GoldSkip]]:
    """Entity id -> its skips, such that `spans` finds no mention but the wanted ones; skips of the gold do not count.

    A wanted mention that no surface matches (part of a word) or that another overlaps cannot be had by skips.

    >>> gold = Gold.model_validate({"article": {"id": "a"}, "sentiment": {"document": "neutral"}, "entities": [
    ...     {"id": "may", "type": "PERSON", "mentions": ["May"]}]})
    >>> skips_for("May met May", gold, [GoldSpan(8, 11, "PERSON", "may")])["may"]
    [GoldSkip(surface='May', occurrence=1)]
    """
    places = {(s.start, s.end, s.entity) for s in wanted}
    surfaces = sorted(((s, e) for e in gold.entities for s in e.mentions), key=lambda pair: -len(pair[0]))
    taken = bytearray(len(text))
    seen: Counter[tuple[str, str]] = Counter()
    skips: dict[str, list[GoldSkip]] = {e.id: [] for e in gold.entities}
    for surface, entity in surfaces:
        for match in surface_pattern(surface).finditer(text):
            start, end = match.span()
            if any(taken[start:end]):
                continue
            seen[entity.id, surface] += 1
            if (start, end, entity.id) in places:
                taken[start:end] = b"\1" * (end - start)
            else:
                skips[entity.id].append(GoldSkip(surface=surface, occurrence=seen[entity.id, surface]))
    return skips
