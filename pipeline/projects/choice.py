"""Kind, sector and status of a project: the option for which encoder, words and companies together speak best.

A conditional logit (McFadden 1974): every piece of evidence gives each option a number, and its weight is the same for
all options. Weights are rows of `seeds/lexicons/project_choice.tsv`, fitted by `seeds/build/project_choice.py` on
articles that the encoder was not trained on.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from pipeline.encoder.labels import attributes
from pipeline.text.lexicons import lexicon

#: What speaks for the options of an attribute: by name of the evidence a number for each option, 0 where absent.
Evidence = Mapping[str, Mapping[str, float]]


@lru_cache(maxsize=1)
def weights() -> Mapping[str, Mapping[str, float]]:
    """Weight of each piece of evidence, by attribute."""
    found: dict[str, dict[str, float]] = {name: {} for name in attributes()}
    for row in lexicon("project_choice"):
        found[row["attribute"]][row["evidence"]] = float(row["weight"])
    return found


def choose(attribute: str, evidence: Evidence) -> str | None:
    """The option that the evidence speaks for best, of equals the first; null where nothing speaks for any.

    >>> choose("kind", {"noun": {"listing": 1.0}}), choose("kind", {"noun": {}})
    ('listing', None)
    """
    if not any(evidence.values()):
        return None
    totals = dict.fromkeys(attributes()[attribute], 0.0)
    for name, values in evidence.items():
        weight = weights()[attribute][name]
        for option, value in values.items():
            totals[option] += weight * value
    return max(totals, key=lambda option: totals[option])
