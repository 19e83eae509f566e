"""Candidates of relations in one view: what its frames match."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.ontology import PROJECT, ontology
from pipeline.relations.argument_patterns import HAN_PART, RELATIVE
from pipeline.relations.arguments import object_, opens, subject
from pipeline.relations.frames import (
    NominalFrame,
    VerbFrame,
    attachment_frames,
    nominal_frames,
    plain_frames,
    role_frames,
    verb_frames,
)
from pipeline.relations.view import Node, View
from pipeline.text.lexicons import folded
from pipeline.text.scripts import has_han


@dataclass(frozen=True, slots=True)
class Candidate:
    """One relation between two ids, with the words that show it; `plain` if a frame of `plain_frames` does."""

    relation: str
    subject: str
    object: str
    start: int
    end: int
    plain: bool = False


def candidates(view: View) -> Iterator[Candidate]:
    """What plain, verb and nominal frames find, each pair checked against the ontology."""
    lower = folded(view.string)
    language = "zh" if has_han(lower) else "en"
    for found in _whole((f for f in plain_frames() if f.language == language), view, lower, opening=True):
        yield replace(found, plain=True)
    for verb in verb_frames():
        for match in verb.trigger.finditer(lower):
            left = subject(view.string, match.start(), verb.language)
            right = object_(view.string, match.end(), verb.language)
            if left is None or right is None or not _direct(verb, view.string, match.end(), right):
                continue
            ends = (right, left) if verb.passive else (left, right)
            span = view.span(match.start(), match.end())
            yield from pairs(verb.relation, view.node(ends[0]), view.node(ends[1]), span)
    yield from _whole(nominal_frames(), view, lower)


def roles(view: View, kinds: Mapping[str, str | None]) -> Iterator[Candidate]:
    """Parties of projects that whole statements tell, by the kind of the project.

    Args:
        kinds: kind of each project.
    """
    lower = folded(view.string)
    language = "zh" if has_han(lower) else "en"
    for frame in role_frames():
        if frame.language == language:
            for found in _whole((frame,), view, lower, opening=True):
                if kinds.get(found.object) in frame.kinds:
                    yield replace(found, plain=True)


def _whole(frames: Iterable[NominalFrame], view: View, lower: str, opening: bool = False) -> Iterator[Candidate]:
    """What constructions say that hold both ends, or a list whose members are both; `opening` ones at no complement."""
    for frame in frames:
        for match in frame.pattern.finditer(lower):
            if opening and not opens(view.string, match.start()):
                continue
            if any(len(view.node(match.start(role)).ids) > 1 for role in frame.single):
                continue
            span = view.span(_predicate(view.string, match), match.end())
            other = match.start("O") if "O" in frame.pattern.groupindex else match.start("S")
            yield from pairs(frame.relation, view.node(match.start("S")), view.node(other), span)


def _predicate(string: str, match: re.Match[str]) -> int:
    """Where a construction's own clause begins: behind "X, which", what is said of X before does not hold for it."""
    relative = RELATIVE.match(string, match.start() + 1)
    return relative.end() if relative is not None and relative.end() < match.end() else match.start()


@dataclass(frozen=True, slots=True)
class Topic:
    """A project that the text has just spoken of, in a phrase that ends at `end`."""

    project: str
    kind: str | None
    end: int


def attachments(view: View, topics: Sequence[Topic]) -> Iterator[Candidate]:
    """Parties of a project that the construction leaves to the context.

    The project is the nearest one of the sentence, else the latest of `topics` (newest last), of a fitting kind.
    """
    kinds = {t.project: t.kind for t in topics}
    lower = folded(view.string)
    here = [(i, n) for i, n in enumerate(view.nodes) if n is not None and n.type == PROJECT]
    for frame in attachment_frames():
        for match in frame.pattern.finditer(lower):
            at = match.start("S")
            near = sorted(here, key=lambda place: abs(place[0] - at))
            fitting = [n.ids[0] for _, n in near] or [t.project for t in reversed(topics)]
            project = next((p for p in fitting if not frame.kinds or kinds.get(p) in frame.kinds), None)
            if project is not None:
                target = Node(PROJECT, (project,), (PROJECT,), 0, 0)
                yield from pairs(frame.relation, view.node(at), target, view.span(match.start(), match.end()))


#: What is bought is not the company where one of these stands before its name: "buy the shares of Acme".
_PART = re.compile(r"\b(?:shares?|stakes?|interests?|holdings?|assets?|plants?|units?|business|of)\b|%", re.IGNORECASE)


def _direct(verb: VerbFrame, string: str, after: int, node: int) -> bool:
    """Whether the name at `node` is what a verb that ends at `after` is done to, and not only a part of it."""
    if verb.relation != "acquires":
        return True
    return _PART.search(string, after, node) is None and (verb.passive or not HAN_PART.match(string, node + 1))


def pairs(relation: str, first: Node, second: Node, span: tuple[int, int]) -> Iterator[Candidate]:
    """Every member of one list with every member of the other, where the ontology allows it.

    Of a list of possible parents only the nearest to the subsidiary is meant.
    """
    rule = ontology().relations[relation]
    objects = list(zip(second.ids, second.types, strict=True))
    if relation == "subsidiary_of":
        objects = objects[-1:] if second.start < first.start else objects[:1]
    for subject_id, subject_type in zip(first.ids, first.types, strict=True):
        if subject_type in _BARRED.get(relation, ()):
            continue
        for object_id, object_type in objects:
            if (
                subject_id != object_id
                and object_type not in _BARRED.get(relation, ())
                and rule.allows(subject_type, object_type)
            ):
                yield Candidate(relation, subject_id, object_id, *span)


#: Types that the ontology allows at an end, but that a frame takes for the actor mostly wrongly: the minister who
#: announces a plant does not lead it, goods shipped to a country are not supplied to it.
_BARRED = {"leads": frozenset({"PERSON"}), "supplies": frozenset({"LOCATION"}), "partners_with": frozenset({"PERSON"})}
