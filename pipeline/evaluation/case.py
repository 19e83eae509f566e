"""One article to be scored: gold, record and text, with predicted entities and projects matched to gold ones."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from pipeline.annotation.gold import Gold, GoldEntity, GoldProject
from pipeline.annotation.spans import GoldSpan, spans
from pipeline.evaluation.alignment import align_entities, align_projects
from pipeline.evaluation.tally import Finding, FindingKind
from pipeline.records import Entity, Project, Record

CONTEXT = 40


@dataclass(frozen=True)
class Case:
    """Gold and record of one article over the same text.

    Attributes:
        text: what the record's offsets count in.
        processed: false where the run gave no record for the article; everything in it then counts as missed.
    """

    stem: str
    gold: Gold
    text: str
    record: Record
    processed: bool = True

    @cached_property
    def spans(self) -> list[GoldSpan]:
        """Gold mentions in the text."""
        return spans(self.text, self.gold)

    @cached_property
    def entity_matches(self) -> dict[str, str]:
        """Predicted entity id -> gold entity id, for entities that were found."""
        return align_entities(self.gold.entities, self.spans, self.record.entities)

    @cached_property
    def project_matches(self) -> dict[str, str]:
        """Predicted project id -> gold project id, for projects that were found."""
        return align_projects(self.gold.projects, self.record.projects, self.text)

    @cached_property
    def gold_entities(self) -> dict[str, GoldEntity]:
        """Gold entities by id."""
        return {e.id: e for e in self.gold.entities}

    @cached_property
    def gold_projects(self) -> dict[str, GoldProject]:
        """Gold projects by id."""
        return {p.id: p for p in self.gold.projects}

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Predicted entities by id."""
        return {e.entity_id: e for e in self.record.entities}

    @cached_property
    def projects(self) -> dict[str, Project]:
        """Predicted projects by id."""
        return {p.project_id: p for p in self.record.projects}

    @cached_property
    def found(self) -> frozenset[str]:
        """Ids of gold entities and projects that some predicted one matches."""
        return frozenset(self.entity_matches.values()) | frozenset(self.project_matches.values())

    def gold_id(self, predicted_id: str) -> str:
        """Gold id of a predicted entity or project; one that matches nothing keeps its own, marked with `?`."""
        matched = self.entity_matches.get(predicted_id) or self.project_matches.get(predicted_id)
        return matched or f"?{predicted_id}"

    def label(self, reference: str) -> str:
        """Name of a gold id, or of a predicted id marked with `?`, for people to read."""
        if reference in self.gold_entities:
            return self.gold_entities[reference].mentions[0] if self.gold_entities[reference].mentions else reference
        if reference in self.gold_projects:
            return self.gold_projects[reference].names[0]
        own = reference.removeprefix("?")
        if own in self.entities:
            return f"?{self.entities[own].name}"
        return f"?{self.projects[own].name}" if own in self.projects else reference

    def place(self, reference: str) -> tuple[int, int] | None:
        """First mention of a gold id, or of a predicted id marked with `?`."""
        own = reference.removeprefix("?")
        predicted = self.entities.get(own) or self.projects.get(own)
        if reference.startswith("?") and predicted is not None:
            return (predicted.mentions[0].start, predicted.mentions[0].end) if predicted.mentions else None
        if reference in self.gold_projects:
            return self.find(self.gold_projects[reference].names[0])
        return next(((s.start, s.end) for s in self.spans if s.entity == reference), None)

    def find(self, surface: str) -> tuple[int, int] | None:
        """First occurrence of a string in the text, null if there is none."""
        start = self.text.find(surface)
        return (start, start + len(surface)) if surface and start >= 0 else None

    def context(self, place: tuple[int, int] | None) -> str:
        """A place with 40 characters either side, on one line, the place itself in `[[ ]]`."""
        if place is None:
            return ""
        start, end = place
        left, right = self.text[max(0, start - CONTEXT) : start], self.text[end : end + CONTEXT]
        return " ".join(f"{left}[[{self.text[start:end]}]]{right}".split())

    def finding(
        self,
        layer: str,
        kind: FindingKind,
        cause: str,
        *,
        gold: str = "",
        predicted: str = "",
        place: tuple[int, int] | None = None,
    ) -> Finding:
        """A difference from gold in this article, with its context."""
        return Finding(self.stem, layer, kind, cause, gold, predicted, self.context(place))
