"""An article as annotation tools know it: labelled stretches of text and labelled links between them.

Tools have no entities, only their mentions. So gold goes along with the task, and what a tool cannot show (values,
positions, roles, effects, what stands nowhere in the text) is taken from it when the task comes back (`merging.py`).
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from pipeline.annotation.article import AnnotatedArticle
from pipeline.annotation.gold import Gold, GoldRelation
from pipeline.annotation.line_ends import ShownText
from pipeline.annotation.spans import spans, surface_pattern
from pipeline.errors import UsageError
from pipeline.ontology import PROJECT, ontology

#: Key under which a task of any tool carries what `Task.payload` makes; a string, which every tool hands back as it is.
PAYLOAD = "equitrace"
#: Link between two mentions of one entity or project, for tools that have no other way to say so.
SAME_AS = "same_as"
_TEXT_SUFFIXES = (".txt", ".md")
_STEM = re.compile(r"[^/\\\x00]+")


@dataclass(frozen=True, order=True)
class Mark:
    """A labelled stretch of the article's text; the label is an entity type or `PROJECT`."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, order=True)
class Link:
    """A labelled pair of marks; the label is `<relation>:<modality>` or `same_as`."""

    label: str
    subject: Mark
    object: Mark


@dataclass(frozen=True)
class Task:
    """One article to annotate, or annotated.

    Attributes:
        suffix: of the article's file, `.txt` where the text was extracted from a page.
        gold: what was known before, null if nothing.
    """

    stem: str
    suffix: str
    page: ShownText
    gold: Gold | None
    marks: tuple[Mark, ...]
    links: tuple[Link, ...]

    def payload(self) -> str:
        """What has to come back with the task, as JSON."""
        gold = self.gold.model_dump(mode="json", exclude_unset=True) if self.gold else None
        content = {"stem": self.stem, "suffix": self.suffix, "carriage_returns": self.page.returns, "gold": gold}
        return json.dumps(content, ensure_ascii=False)


def task_of(article: AnnotatedArticle, overlapping: bool) -> Task:
    """The task of an annotated article.

    Args:
        overlapping: whether the tool can show a project's name over the entity mentions in it.

    >>> from pathlib import Path
    >>> gold = Gold.model_validate({"article": {"id": "a"}, "sentiment": {"document": "neutral"}, "entities": [
    ...     {"id": "acme", "type": "COMPANY", "mentions": ["Acme"]}]})
    >>> task_of(AnnotatedArticle("a", Path("a.txt"), "At Acme", gold), overlapping=True).marks
    (Mark(start=3, end=7, label='COMPANY'),)
    """
    owners = mark_owners(article.text, article.gold, overlapping)
    suffix = article.path.suffix.lower()
    return Task(
        stem=article.stem,
        suffix=suffix if suffix in _TEXT_SUFFIXES else _TEXT_SUFFIXES[0],
        page=ShownText(article.text),
        gold=article.gold,
        marks=tuple(sorted(owners)),
        links=tuple(sorted(relation_links(article.gold, owners))),
    )


def returned_task(
    shown: str, marks: list[Mark], links: list[tuple[str, int, int]], carried: Mapping[str, Any], stem: str
) -> Task:
    """The task that a tool hands back.

    Args:
        shown: the text as the tool had it.
        marks: in offsets of `shown`.
        links: (label, index of the subject's mark, index of the object's mark).
        carried: where the tool keeps what came along with the text.
        stem: for a task that was not made by `task_of`.

    Raises:
        UsageError: the text was changed, or a mark lies outside of it.
    """
    try:
        content = json.loads(carried.get(PAYLOAD) or "{}")
        gold = Gold.model_validate(content["gold"]) if content.get("gold") else None
    except (ValueError, TypeError, ValidationError) as error:
        raise UsageError(f"{stem}: {PAYLOAD!r} is damaged: {error}") from error
    stem = content.get("stem", stem)
    suffix = content.get("suffix", _TEXT_SUFFIXES[0])
    if not _STEM.fullmatch(stem) or suffix not in _TEXT_SUFFIXES:
        raise UsageError(f"{stem!r}: no name for an article")
    try:
        page = ShownText.restored(shown, content.get("carriage_returns", []))
    except UsageError as error:
        raise UsageError(f"{stem}: {error}") from error
    for mark in marks:
        if not 0 <= mark.start < mark.end <= len(shown):
            raise UsageError(f"{stem}: {mark.label} at {mark.start} to {mark.end} lies outside of the text")
    own = [Mark(page.to_text(m.start), page.to_text(m.end), m.label) for m in marks]
    found = tuple(Link(label, own[subject], own[target]) for label, subject, target in links)
    return Task(stem, suffix, page, gold, tuple(own), found)


def mark_owners(text: str, gold: Gold, overlapping: bool) -> dict[Mark, str]:
    """Marks that gold amounts to, with the id of the entity or project that each belongs to.

    Names of projects are marked where they stand, whatever the case, the longest first, none over another.
    """
    owners = {Mark(s.start, s.end, s.type): s.entity for s in spans(text, gold)}
    taken = bytearray(len(text))
    if not overlapping:
        for mark in owners:
            taken[mark.start : mark.end] = b"\1" * (mark.end - mark.start)
    names = sorted(((n, p.id) for p in gold.projects for n in p.names), key=lambda pair: -len(pair[0]))
    for name, project in names:
        for match in re.finditer(surface_pattern(name).pattern, text, re.IGNORECASE):
            start, end = match.span()
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                owners[Mark(start, end, PROJECT)] = project
    return owners


def relation_links(gold: Gold, owners: Mapping[Mark, str]) -> dict[Link, GoldRelation]:
    """Relations whose ends both have marks, each between the two marks that stand closest."""
    marks: dict[str, list[Mark]] = defaultdict(list)
    for mark, owner in owners.items():
        marks[owner].append(mark)
    links = {}
    for relation in gold.relations:
        pairs = [(a, b) for a in marks[relation.subject] for b in marks[relation.object]]
        if pairs:
            subject, target = min(pairs, key=lambda pair: (abs(pair[0].start - pair[1].start), pair))
            links[Link(link_label(relation.type, relation.modality), subject, target)] = relation
    return links


def link_label(kind: str, modality: str) -> str:
    """Label of a relation in tools.

    >>> link_label("leads", "planned")
    'leads:planned'
    """
    return f"{kind}:{modality}"


def mark_labels() -> list[str]:
    """Every label of marks."""
    return [*ontology().entity_types, PROJECT]


def link_labels() -> list[str]:
    """Every label of links."""
    return [SAME_AS, *(link_label(r, m) for r in ontology().relations for m in ontology().modalities)]
