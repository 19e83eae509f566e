"""Two runs over the same articles, compared by a paired bootstrap."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.errors import UsageError
from pipeline.evaluation.bootstrap import interval, p_value, resample_weights
from pipeline.evaluation.report import Figure, Report
from pipeline.evaluation.tally import Measure


@dataclass(frozen=True)
class Difference:
    """A score of both runs; `difference` is the first less the other, `p` two-sided against no difference."""

    layer: str
    name: str
    measure: Measure
    value: float | None
    other: float | None
    difference: Figure
    p: float | None


def compare(report: Report, other: Report) -> list[Difference]:
    """Every score that both reports have, with its difference over the same resamples of articles.

    Raises:
        UsageError: the reports are over different articles.
    """
    if list(report.sheets) != list(other.sheets):
        raise UsageError("the two runs were scored on different articles")
    weights = resample_weights(len(report.sheets))
    ours, theirs = report.resampled(weights), other.resampled(weights)
    values = {(s.layer, s.name): s.value.value for s in other.scores}
    differences = []
    for score in report.scores:
        name = (score.layer, score.name)
        if name not in values:
            continue
        value, second = score.value.value, values[name]
        resampled = ours[name] - theirs[name]
        gap = None if value is None or second is None else value - second
        figure = Figure(gap, *interval(resampled, len(report.sheets)))
        p = p_value(resampled) if gap is not None and len(report.sheets) > 1 else None
        differences.append(Difference(*name, score.measure, value, second, figure, p))
    return differences
