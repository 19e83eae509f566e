"""The layers that are scored, in the order of reports."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.evaluation.case import Case
from pipeline.evaluation.entities import score_entities
from pipeline.evaluation.equities import score_equities
from pipeline.evaluation.listings import score_listings
from pipeline.evaluation.mentions import score_mentions
from pipeline.evaluation.pairs import score_pairs
from pipeline.evaluation.positions import score_positions
from pipeline.evaluation.projects import score_projects
from pipeline.evaluation.relations import score_relations
from pipeline.evaluation.tally import Sheet
from pipeline.evaluation.tone import score_tone
from pipeline.evaluation.values import score_amounts, score_dates

Scorer = Callable[[Case, Sheet], None]

#: Layer -> the function that adds an article's counts and findings to a sheet.
LAYERS: dict[str, Scorer] = {
    "mentions": score_mentions,
    "entities": score_entities,
    "pairs": score_pairs,
    "amounts": score_amounts,
    "dates": score_dates,
    "positions": score_positions,
    "projects": score_projects,
    "relations": score_relations,
    "equities": score_equities,
    "listings": score_listings,
    "sentiment": score_tone,
}
