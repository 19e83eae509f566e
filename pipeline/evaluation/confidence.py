"""How far confidences can be trusted, and what a higher bar costs: calibration error, precision against recall."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from pipeline.annotation.gold import GoldDocument, read_gold
from pipeline.confidence import PARTS, Part
from pipeline.evaluation.case import Case
from pipeline.evaluation.equities import effects_of
from pipeline.evaluation.relations import facts
from pipeline.evaluation.scoring import cases
from pipeline.records import Record

#: Bins of equal width of the expected calibration error.
BINS = 10
#: Draws of `error_by_chance`.
DRAWS = 500
#: Confidences that `curve` shows.
BARS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
#: Groups of the curves, as the record names them, with their part.
GROUPS: dict[str, Part] = {"entities": "entity", "projects": "project", "relations": "relation", "effects": "effect"}


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

    def of(self, part: Part) -> list[Judged]:
        """Parts of one kind."""
        return [j for j in self.parts if j.part == part]

    def to_dict(self) -> dict[str, Any]:
        """Curves by group and calibration errors by part, for JSON."""
        return {
            "curves": {group: [point._asdict() for point in curve(self, group)] for group in GROUPS},
            "calibration_error": {part: calibration_error(self.of(part)) for part in PARTS},
            "calibration_error_by_chance": {part: error_by_chance(self.of(part)) for part in PARTS},
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
    """Parts with a confidence; what is said twice of the same gold counts once, at its surest."""
    surest: dict[tuple[Part, object], Judged] = {}
    for part, confidence, right, same in decided(case):
        if confidence is not None:
            judged = Judged(part, confidence, right)
            surest[part, same] = max(surest.get((part, same), judged), judged, key=lambda j: j.confidence)
    yield from surest.values()


def decided(case: Case) -> Iterator[tuple[Part, float | None, bool, object]]:
    """Each part of a record in its order, entities, projects, relations, effects.

    Yields:
        The kind, the confidence, whether gold has it, and what is the same for parts that say the same.
    """
    for entity in case.record.entities:
        yield "entity", entity.confidence, entity.entity_id in case.entity_matches, entity.entity_id
    for project in case.record.projects:
        yield "project", project.confidence, project.project_id in case.project_matches, project.project_id
    stated = facts((r.type, r.subject, r.object, r.modality) for r in case.gold.relations)
    for r in case.record.relations:
        (triple,) = facts([(r.type, case.gold_id(r.subject), case.gold_id(r.object), r.modality)])
        yield "relation", r.confidence, triple in stated, triple
    wanted, _ = effects_of(case)
    for equity in case.record.affected_equities:
        for effect in equity.effects:
            found = (case.gold_id(equity.entity), case.gold_id(effect.cause), str(effect.direction))
            yield "effect", effect.confidence, found in wanted, found


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


def error_by_chance(parts: Sequence[Judged]) -> float | None:
    """The calibration error that confidences of so many parts would have on average if they were exact; null without.

    Whether a part is right is drawn anew with its confidence, `DRAWS` times (consistency resampling, Bröcker and Smith
    2007). An error no larger says nothing against the confidences.

    >>> error_by_chance([Judged("entity", 1.0, True)] * 5)
    0.0
    """
    if not parts:
        return None
    sure = np.array([judged.confidence for judged in parts])
    bins = np.minimum((sure * BINS).astype(np.int64), BINS - 1)
    generator = np.random.default_rng(0)
    gaps = ((generator.random(len(sure)) < sure) - sure for _ in range(DRAWS))
    errors = [np.abs(np.bincount(bins, gap)).sum() / len(sure) for gap in gaps]
    return float(np.mean(errors))
