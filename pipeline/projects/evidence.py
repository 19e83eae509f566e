"""What speaks for the kind, sector and status of each project of an article."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from pipeline.document import ProjectMention, SpanScore, text_of
from pipeline.encoder.labels import attributes
from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.projects.choice import Evidence
from pipeline.projects.sectors import SectorEvidence
from pipeline.projects.wording import features, simple, wording
from pipeline.text.cues import SentenceCues


class ArticleEvidence:
    """Gathers the evidence for projects of one article; what they share is read once."""

    def __init__(self, doc: Doc, base: KnowledgeBase) -> None:
        self._text = simple(text_of(doc))
        self._sectors = SectorEvidence(doc, base)
        self._mentions: list[ProjectMention] = doc._.project_mentions
        self._scores = _span_scores(doc._.span_scores)
        self._others = encoder_evidence([row for rows in self._scores.values() for row in rows], "sector")

    def of(
        self,
        members: Sequence[int],
        sentences: Sequence[SentenceCues],
        kinds: Mapping[str, int],
        stated: str | None,
    ) -> dict[str, Evidence]:
        """Evidence by attribute; wording only tells apart what something else speaks for already.

        Args:
            members: indexes of the project's phrases.
            sentences: those of the phrases, in the same order.
            kinds: number of phrases with a head noun of each kind.
            stated: status that its sentences state.
        """
        own = [self._mentions[i] for i in members]
        found: dict[str, dict[str, dict[str, float]]] = {
            "kind": {"noun": {kind: float(number) for kind, number in kinds.items()}},
            "sector": {**self._sectors.of(own, sentences), "others": self._others},
            "status": {"stated": {stated: 1.0} if stated else {}},
        }
        rows = [row for i in members for row in self._scores.get(i, ())]
        for attribute, evidence in found.items():
            evidence["encoder"] = encoder_evidence(rows, attribute)
        if any(found["status"].values()):
            found["status"]["wording"] = wording("status", features(self._text, own, sentences))
        return dict(found)


def encoder_evidence(rows: Sequence[SpanScore], attribute: str) -> dict[str, float]:
    """Log probabilities of the mean logits of a project's phrases, empty without scores."""
    if not rows:
        return {}
    logits: list[list[float]] = [row[attribute] for row in rows]  # type: ignore[literal-required]
    means = [sum(column) / len(rows) for column in zip(*logits, strict=True)]
    most = max(means)
    norm = most + math.log(sum(math.exp(value - most) for value in means))
    return {option: value - norm for option, value in zip(attributes()[attribute], means, strict=True)}


def _span_scores(scores: Sequence[SpanScore]) -> dict[int, list[SpanScore]]:
    found: dict[int, list[SpanScore]] = defaultdict(list)
    for score in scores:
        slot, index = score["span"]
        if slot == "project_mentions":
            found[index].append(score)
    return found
