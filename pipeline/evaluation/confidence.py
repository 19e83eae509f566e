"""How far confidences can be trusted, and what a higher bar costs: calibration error, precision against recall."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from pipeline.annotation.gold import GoldDocument, read_gold
from pipeline.confidence import PARTS, Line, Part, logit
from pipeline.evaluation.case import Case
from pipeline.evaluation.equities import effects_of
from pipeline.evaluation.relations import facts
from pipeline.evaluation.scoring import cases
from pipeline.records import Record

#: Bins of equal width of the expected calibration error.
BINS = 10
#: Confidences that `curve` shows.
BARS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
#: What recall is counted over, and which parts of the record answer for it.
GROUPS: dict[str, tuple[Part, ...]] = {
    "entities": ("entity",),
    "projects": ("project",),
    "relations": ("relation", "relation by rule"),
    "effects": ("effect", "effect by rule"),
}


class Judged(NamedTuple):
    """A part of a record with its confidence, and whether gold has it."""

    part: Part
    confidence: float
    right: bool


class Point(NamedTuple):
    """What remains at a bar: how many parts, precision (null where none remain) and recall."""

    least: float
    kept: int
    precision: float | None
    recall: float | None


@dataclass(frozen=True)
class Judgement:
    """All parts of all records, and how many gold has, by group."""

    parts: tuple[Judged, ...]
    gold: Counter[str]

    def of(self, names: Sequence[Part]) -> list[Judged]:
        """Parts of the given names."""
        return [j for j in self.parts if j.part in names]

    def to_dict(self) -> dict[str, Any]:
        """Curves by group and calibration errors by part, for JSON."""
        return {
            "curves": {group: [point._asdict() for point in curve(self, group)] for group in GROUPS},
            "calibration_error": {part: calibration_error(self.of([part])) for part in PARTS},
        }


def judge(records: Iterable[Record], gold: Path | Sequence[GoldDocument]) -> Judgement:
    """Every part with a confidence, held against gold; parts without one are left out.

    Args:
        gold: as for `scoring.evaluate`.
    """
    documents = read_gold(gold) if isinstance(gold, Path) else gold
    parts: list[Judged] = []
    counts: Counter[str] = Counter()
    for case in cases(records, documents):
        parts += _parts(case)
        counts["entities"] += len(case.gold.entities)
        counts["projects"] += len(case.gold.projects)
        counts["relations"] += len(facts((r.type, r.subject, r.object, r.modality) for r in case.gold.relations))
        counts["effects"] += len(effects_of(case)[0])
    return Judgement(tuple(parts), counts)


def _parts(case: Case) -> Iterator[Judged]:
    found: list[tuple[Part, float | None, bool]] = []
    found += [("entity", e.confidence, e.entity_id in case.entity_matches) for e in case.record.entities]
    found += [("project", p.confidence, p.project_id in case.project_matches) for p in case.record.projects]
    stated = facts((r.type, r.subject, r.object, r.modality) for r in case.gold.relations)
    by_rule: set[tuple[str, str]] = set()
    for r in case.record.relations:
        (triple,) = facts([(r.type, case.gold_id(r.subject), case.gold_id(r.object), r.modality)])
        found.append(("relation by rule" if r.method == "rule" else "relation", r.confidence, triple in stated))
        if r.type == "affects" and r.method == "rule":
            by_rule.add((r.subject, r.object))
    wanted, _ = effects_of(case)
    for equity in case.record.affected_equities:
        for effect in equity.effects:
            right = (case.gold_id(equity.entity), case.gold_id(effect.cause), str(effect.direction)) in wanted
            part: Part = "effect by rule" if (effect.cause, equity.entity) in by_rule else "effect"
            found.append((part, effect.confidence, right))
    yield from (Judged(part, confidence, right) for part, confidence, right in found if confidence is not None)


def curve(judgement: Judgement, group: str) -> list[Point]:
    """Precision against recall of a group, at each of `BARS`."""
    parts, wanted = judgement.of(GROUPS[group]), judgement.gold[group]
    points = []
    for least in BARS:
        kept = [j.right for j in parts if j.confidence >= least]
        right = sum(kept)
        points.append(Point(least, len(kept), right / len(kept) if kept else None, right / wanted if wanted else None))
    return points


def calibration_error(parts: Iterable[Judged]) -> float | None:
    """Expected calibration error over `BINS` bins of equal width (Naeini et al. 2015); null without parts.

    >>> calibration_error([Judged("entity", 0.75, True), Judged("entity", 0.75, False)])
    0.25
    """
    bins: dict[int, list[Judged]] = defaultdict(list)
    for judged in parts:
        bins[min(int(judged.confidence * BINS), BINS - 1)].append(judged)
    total = sum(map(len, bins.values()))
    gaps = (abs(sum(j.right for j in members) - sum(j.confidence for j in members)) for members in bins.values())
    return sum(gaps) / total if total else None


def fit(parts: Sequence[Judged], before: Line) -> Line:
    """The line that makes the scores behind these confidences probabilities.

    A slope and an intercept of least cross-entropy, by Newton's method; an intercept alone where all confidences are
    one. A quarter of a right and of a wrong part each are added to keep the line finite.

    Args:
        before: the line that the confidences lie on.
    """
    x = np.array([logit(j.confidence) for j in parts])
    y = np.array([float(j.right) for j in parts])
    if np.ptp(x) < 1e-6:
        share = (y.sum() + 0.25) / (len(y) + 0.5)
        return (0.0, math.log(share / (1 - share)))
    weights = np.array([1.0, 0.0])
    rows = np.stack([x, np.ones_like(x)], axis=1)
    for _ in range(50):
        p = 1 / (1 + np.exp(-rows @ weights))
        gradient = rows.T @ (p - y) + 1e-3 * weights
        curvature = (rows * (p * (1 - p))[:, None]).T @ rows + 1e-3 * np.eye(2)
        weights -= np.linalg.solve(curvature, gradient)
    slope, intercept = (float(w) for w in weights)
    return (slope * before[0], slope * before[1] + intercept)


def recalibrated(judgement: Judgement, before: dict[str, Line]) -> dict[str, Line]:
    """Lines of every part, fitted anew where the records have some."""
    found = dict(before)
    for part, line in before.items():
        members = [j for j in judgement.parts if j.part == part]
        if members:
            found[part] = fit(members, line)
    return found
