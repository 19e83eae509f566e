"""Who leads a project by the build of the article: owners, subjects and topics before partners and sources."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.document import PairScore
from pipeline.encoder.owners import OwnerScores
from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.projects.component import ProjectFinder
from pipeline.relations.component import RelationExtractor
from pipeline.relations.leads import LeadEvidence, lead_odds, likely_leads, scored_leads, shares

Mark = Callable[[str], Doc]


@pytest.fixture
def read(text_nlp: Language, mark: Mark) -> Mark:
    finder = ProjectFinder(text_nlp, "project_finder", KnowledgeBase(), least=0.0)
    return lambda marked: finder(mark(marked))


@pytest.mark.parametrize(
    ("text", "leader", "other"),
    [
        ("[COMPANY:Orrin]'s [PROJECT:Tarn plant] will supply [COMPANY:Bolt].", "Orrin", "Bolt"),
        ("[COMPANY:Orrin] signed a [PROJECT:supply contract] with [COMPANY:Bolt].", "Orrin", "Bolt"),
        (
            "[COMPANY:Orrin] grows. The [PROJECT:Tarn plant] is late, says [GOVERNMENT:Rail Office].",
            "Orrin",
            "Rail Office",
        ),
        ("[COMPANY:Orrin] had rivals such as [COMPANY:Bolt]. Its [PROJECT:second plant] opened.", "Orrin", "Bolt"),
        ("[COMPANY:奥林公司]将与[COMPANY:塔恩公司]签署[PROJECT:供货合同]。", "奥林公司", "塔恩公司"),
        ("[COMPANY:奧林公司]的[PROJECT:海豐電池工廠]向[COMPANY:塔恩公司]供貨。", "奧林公司", "塔恩公司"),
    ],
)
def test_places_tell_the_leader(read: Mark, text: str, leader: str, other: str) -> None:
    doc = read(text)
    found = shares(LeadEvidence(doc).of(doc._.projects[0]))
    assert found[leader] > found[other]


def test_a_company_far_from_the_project_is_no_likely_lead(read: Mark) -> None:
    near = "[COMPANY:Orrin] will build its [PROJECT:Tarn plant]. [COMPANY:Orrin] has said so for years.\n\n"
    doc = read(near * 3 + "Shares of [COMPANY:Bolt] rose.")
    likely = {actor for actor, _ in likely_leads(lead_odds(doc))}
    assert likely == {"Orrin"}


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


def test_a_lead_by_build_is_considered_with_the_modality_that_the_encoder_saw(text_nlp: Language, read: Mark) -> None:
    doc = read("[COMPANY:Orrin] has rivals. Its [PROJECT:second plant] opened.")
    doc._.pair_scores = [pair(0, "supplies", -5.0)]
    relations = RelationExtractor(text_nlp, "relation_extractor", least=0.0)(doc)._.relations
    (found,) = [r for r in relations if r["type"] == "leads"]
    assert (found["subject"], found["modality"], found["method"]) == ("Orrin", "possible", "rule")
    assert found["features"]["by build"] == 1.0
