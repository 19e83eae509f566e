"""Which occurrences of surfaces have to be skipped, for gold to resolve to given mentions."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.annotation.gold import Gold, GoldSkip
from pipeline.annotation.spans import GoldSpan, counted


def skips_for(text: str, gold: Gold, wanted: Iterable[GoldSpan]) -> dict[str, list[GoldSkip]]:
    """Entity id -> its skips, such that `spans` finds no mention but the wanted ones; skips of the gold do not count.

    A wanted mention that no surface matches (part of a word) or that another overlaps cannot be had by skips.

    >>> gold = Gold.model_validate({"article": {"id": "a"}, "sentiment": {"document": "neutral"}, "entities": [
    ...     {"id": "may", "type": "PERSON", "mentions": ["May"]}]})
    >>> skips_for("May met May", gold, [GoldSpan(8, 11, "PERSON", "may")])["may"]
    [GoldSkip(surface='May', occurrence=1)]
    """
    places = {(s.start, s.end, s.entity) for s in wanted}
    skips: dict[str, list[GoldSkip]] = {e.id: [] for e in gold.entities}
    for occurrence, is_mention in counted(text, gold, lambda o: (o.span.start, o.span.end, o.span.entity) in places):
        if not is_mention:
            skips[occurrence.span.entity].append(GoldSkip(surface=occurrence.surface, occurrence=occurrence.number))
    return skips
