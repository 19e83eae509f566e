"""Who leads a project by the encoder's scores."""

from __future__ import annotations

from pipeline.document import PairScore
from pipeline.encoder.owners import OwnerScores
from pipeline.relations.leads import scored_leads


def pair(entity: int, label: str, logit: float) -> PairScore:
    return PairScore(
        subject=("mentions", entity),
        object=("project_mentions", 0),
        labels={label: logit},
        modality=[0.0, 0.0, 3.0, 0.0],
        direction=[0.0, 0.0],
    )


def test_scores_are_held_against_those_of_the_others() -> None:
    owners = {("mentions", 0): "orrin", ("mentions", 1): "bolt", ("project_mentions", 0): "plant"}
    alone = scored_leads(OwnerScores([pair(0, "leads", 0.0)], owners), ["plant"])
    beside = scored_leads(OwnerScores([pair(0, "leads", 0.0), pair(1, "leads", 3.0)], owners), ["plant"])
    assert beside["orrin", "plant"] < 0 < alone["orrin", "plant"]
    assert scored_leads(OwnerScores([pair(0, "supplies", 3.0)], owners), ["plant"]) == {}
