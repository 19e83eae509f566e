"""Scores of pairs of spans, gathered by the entities and projects that the spans name."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipeline.document import PairScore, SpanKey
from pipeline.ontology import ontology

#: Two owners, by entity or project id.
Ends = tuple[str, str]


class OwnerScores:
    """What the encoder says of ordered pairs of owners.

    Odds of all pairs of spans that name two owners are summed, in the article as in training, so that the result is
    the probability that at least one passage says so (while odds are small).

    Args:
        scores: `doc._.pair_scores`.
        owners: owner of each span; spans without one are left out.
    """

    def __init__(self, scores: Iterable[PairScore], owners: Mapping[SpanKey, str]) -> None:
        self._pairs: dict[Ends, list[PairScore]] = defaultdict(list)
        for score in scores:
            subject, object_ = owners.get(score["subject"]), owners.get(score["object"])
            if subject is not None and object_ is not None and subject != object_:
                self._pairs[subject, object_].append(score)

    def ends(self) -> Iterator[Ends]:
        """Every ordered pair of owners that was scored."""
        return iter(self._pairs)

    def labels(self, ends: Ends) -> dict[str, float]:
        """Probability of each label that any pair of spans has."""
        logits: dict[str, list[float]] = defaultdict(list)
        for pair in self._pairs.get(ends, ()):
            for label, logit in pair["labels"].items():
                logits[label].append(logit)
        return {label: _sigmoid(_log_sum(values)) for label, values in logits.items()}

    def probability(self, label: str, ends: Ends) -> float:
        """Probability of one label; 0 where nothing speaks for it."""
        logits = [p["labels"][label] for p in self._pairs.get(ends, ()) if label in p["labels"]]
        return _sigmoid(_log_sum(logits)) if logits else 0.0

    def best(self, label: str, ends: Ends) -> PairScore:
        """The pair of spans that speaks most for a label; the first of equals."""
        return max(self._pairs[ends], key=lambda p: p["labels"].get(label, -math.inf))

    def modality(self, label: str, ends: Ends, but: str | None = None) -> str:
        """The modality that the passages which speak for the label agree on.

        Args:
            but: one that is out of the question.
        """
        totals = self._weighed(label, ends, [p["modality"] for p in self._pairs[ends]])
        spoken = dict(zip(ontology().modalities, totals, strict=True))
        return max((modality for modality in spoken if modality != but), key=lambda modality: spoken[modality])

    def direction_logits(self, ends: Ends) -> list[float]:
        """Logits of the directions of the effect of the first owner on the second."""
        return self._weighed("affects", ends, [p["direction"] for p in self._pairs[ends]])

    def _weighed(self, label: str, ends: Ends, logits: Sequence[Sequence[float]]) -> list[float]:
        scores = [p["labels"].get(label, -1e9) for p in self._pairs[ends]]
        top = max(scores)
        weights = [math.exp(s - top) for s in scores]
        return [sum(w * row[i] for w, row in zip(weights, logits, strict=True)) for i in range(len(logits[0]))]


def _log_sum(logits: Sequence[float]) -> float:
    top = max(logits)
    return top + math.log(sum(math.exp(x - top) for x in logits))


def _sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x)) if x > -500 else 0.0
