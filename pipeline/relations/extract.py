"""Candidates of relations in one view: what its frames match."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.ontology import ontology
from pipeline.relations.arguments import object_, subject
from pipeline.relations.frames import nominal_frames, verb_frames
from pipeline.relations.view import Node, View


@dataclass(frozen=True, slots=True)
class Candidate:
    """One relation between two ids, with the words that show it."""

    relation: str
    subject: str
    object: str
    start: int
    end: int


def candidates(view: View) -> Iterator[Candidate]:
    """What verb frames and nominal frames find, each pair checked against the ontology."""
    for verb in verb_frames():
        for match in verb.trigger.finditer(view.string):
            left = subject(view.string, match.start(), verb.language)
            right = object_(view.string, match.end(), verb.language)
            if left is None or right is None:
                continue
            ends = (right, left) if verb.passive else (left, right)
            span = view.span(match.start(), match.end())
            yield from pairs(verb.relation, view.node(ends[0]), view.node(ends[1]), span)
    for nominal in nominal_frames():
        for match in nominal.pattern.finditer(view.string):
            span = view.span(match.start(), match.end())
            yield from pairs(nominal.relation, view.node(match.start("S")), view.node(match.start("O")), span)


def pairs(relation: str, first: Node, second: Node, span: tuple[int, int]) -> Iterator[Candidate]:
    """Every member of one list with every member of the other, where the ontology allows it."""
    rule = ontology().relations[relation]
    for subject_id, subject_type in zip(first.ids, first.types, strict=True):
        for object_id, object_type in zip(second.ids, second.types, strict=True):
            if subject_id != object_id and rule.allows(subject_type, object_type):
                yield Candidate(relation, subject_id, object_id, *span)
