"""Which sectors a text speaks of, by its words, to be held against the sectors of companies."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from pipeline.text.lexicons import latin_pattern, lexicon

#: As much of a long article as tells what it is about, in characters.
_READ = 3000


def sectors_of(text: str) -> Counter[str]:
    """How many words of each sector of `seeds/lexicons/sector_words.tsv` the beginning of a text has.

    >>> sectors_of("The copper miner closed its smelter.").most_common(1)
    [('mining_metals', 3)]
    """
    return _counted(text[:_READ])


@lru_cache(maxsize=8)
def _counted(beginning: str) -> Counter[str]:
    """Kept for a few texts, as several stages ask."""
    return Counter({sector: len(pattern.findall(beginning)) for sector, pattern in _patterns().items()})


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    parts: dict[str, list[str]] = {}
    for row in lexicon("sector_words"):
        pattern = row["pattern"] if row["language"] == "zh" else latin_pattern(row["pattern"])
        parts.setdefault(row["sector"], []).append(pattern)
    return {sector: re.compile("|".join(alternatives)) for sector, alternatives in parts.items()}
