"""Who leads a project, by what the encoder says of all who may: one actor's score is held against the others'."""

from __future__ import annotations

import math
from collections.abc import Iterable

from pipeline.confidence import logit
from pipeline.encoder.owners import Ends, OwnerScores

LEADS = "leads"
#: Log odds of an actor of whom nothing speaks for it.
UNLIKELY = -7.0
#: The confidence, over the root of its project's, from which on an actor is told to lead it; 0.41 to 0.45 are as good.
LIKELY_LEAD = 0.43
#: Odds, beside those of the encoder, that no one of the article leads a project.
_NOBODY = 0.3


def scored_leads(scores: OwnerScores, projects: Iterable[str]) -> dict[Ends, float]:
    """Log odds that an actor leads a project by the encoder's scores, of all actors that may."""
    odds: dict[str, dict[str, float]] = {project: {} for project in projects}
    for actor, project in scores.ends():
        if project in odds and (probability := scores.probability(LEADS, (actor, project))):
            odds[project][actor] = math.exp(logit(probability))
    found: dict[Ends, float] = {}
    for project, actors in odds.items():
        total = _NOBODY + sum(actors.values())
        found |= {(actor, project): logit(value / total) for actor, value in actors.items()}
    return found
