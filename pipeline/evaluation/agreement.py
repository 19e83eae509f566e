"""Agreement of two annotators: the second's gold scored against the first's as if a pipeline had made it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.annotation.gold import GoldDocument
from pipeline.errors import UsageError
from pipeline.evaluation.gold_record import gold_record
from pipeline.evaluation.report import Report
from pipeline.evaluation.scoring import evaluate
from pipeline.evaluation.sources import article_text


@dataclass(frozen=True)
class Agreement:
    """Scores over the articles that both annotated; but for ties in matching, F1 is the same both ways round.

    Attributes:
        only_first: stems of articles that only the first annotator has.
        only_second: stems that only the second has.
    """

    report: Report
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]


def agreement(
    first: Sequence[GoldDocument], second: Sequence[GoldDocument], layers: Sequence[str] | None = None
) -> Agreement:
    """Agreement of two annotators over the articles that both have, matched by stem.

    Args:
        first: what counts as gold.
        second: what is scored; precision and recall are its own.
        layers: the layers to score, all by default (`pipeline.evaluation.layers.LAYERS`).

    Raises:
        GoldError: an article cannot be read.
        UsageError: they share no article, an article differs between them, or there is no such layer.
    """
    others = {d.stem: d for d in second}
    common = [d for d in first if d.stem in others]
    if not common:
        raise UsageError("the two annotators have no article in common")
    records = []
    for document in common:
        other = others[document.stem]
        text = article_text(other, None)
        if text != article_text(document, None):
            raise UsageError(f"{other.article_path} differs from {document.article_path}")
        records.append(gold_record(other.gold, text, other.article_path.name))
    stems = {d.stem for d in common}
    return Agreement(
        evaluate(records, common, layers),
        tuple(d.stem for d in first if d.stem not in stems),
        tuple(d.stem for d in second if d.stem not in stems),
    )
