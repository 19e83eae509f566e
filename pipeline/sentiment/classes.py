"""How an effect works and how soon, by the words of its evidence."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.kb.normalise import key
from pipeline.text.lexicons import latin_pattern, lexicon


def mechanism(quote: str) -> str:
    """Mechanism of an effect, `other` where no word tells; `quote` is a comparison key."""
    return _classified("effect_mechanisms", "mechanism", quote) or "other"


def horizon(quote: str) -> str | None:
    """Horizon of an effect, null where no word tells; `quote` is a comparison key."""
    return _classified("effect_horizons", "horizon", quote)


def _classified(table: str, column: str, quote: str) -> str | None:
    return next((value for value, pattern in _class_patterns(table, column) if pattern.search(quote)), None)


@lru_cache(maxsize=2)
def _class_patterns(table: str, column: str) -> list[tuple[str, re.Pattern[str]]]:
    return [
        (row[column], re.compile(latin_pattern(row["pattern"]) if row["language"] == "en" else key(row["pattern"])))
        for row in lexicon(table)
    ]
