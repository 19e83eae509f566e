"""Gold from a task that comes back from an annotation tool: marks and links of the tool, all else as it was."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.annotation.gold import Gold, GoldEntity, GoldProject, GoldRelation
from pipeline.annotation.hints import language_by_script
from pipeline.annotation.pruning import without
from pipeline.annotation.skips import skips_for
from pipeline.annotation.spans import GoldSpan, spans
from pipeline.annotation.task import SAME_AS, Mark, Task, mark_labels, mark_owners, relation_links
from pipeline.errors import UsageError
from pipeline.ontology import PROJECT, ontology

#: What a project that is new in a tool starts with, since tools do not tell.
NEW_PROJECT = {"kind": "programme", "sector": "other", "status": "announced"}
_SLUG = re.compile(r"[^a-z0-9]+")
#: Type, modality, subject, object.
_RelationKey = tuple[str, str, str, str]


@dataclass
class Merged:
    """Gold of a task, and what an annotator has to look at.

    Attributes:
        text: of the article, with the line ends that it had before.
        notes: entities and projects that are new or gone.
    """

    stem: str
    suffix: str
    text: str
    gold: Gold
    notes: list[str] = field(default_factory=list)


def merge(task: Task, overlapping: bool) -> Merged:
    """Gold with the marks and links of a task.

    A mark where there was one keeps its entity or project, with a new type if most of its marks have one. Another
    mark joins what it is linked to by `same_as`, else what has its surface, else it is new. An entity or project that
    has lost its last mark is gone with everything that names it; one that had none stays. Relations are those of the
    links, and those that had no link to show them. Values, positions, roles of projects, equities and sentiment stay:
    `corpus check` tells where they no longer agree with the relations.

    Args:
        overlapping: as the task was made.

    Raises:
        UsageError: a label is unknown, or gold cannot express a mark (part of a word, or across another mark).
    """
    text = task.page.text
    before = task.gold or _empty(task.stem)
    known = mark_owners(text, before, overlapping)
    _check_labels(task)
    owners, notes = _Owners(text, before, known).of(task)
    entities = [_entity(e, text, known, owners) for e in _entities(before, owners)]
    projects = [_project(p, text, known, owners) for p in _projects(before, owners, text)]
    lost = set(known.values()) - set(owners.values())
    kept = _changed(before, "entities", [e for e in entities if e.id not in lost])
    kept = _changed(kept, "projects", [p for p in projects if p.names])
    gone = {*lost, *(p.id for p in projects if not p.names)}
    gold = without(kept, gone)
    gold = _changed(gold, "relations", _relations(task, gold, known, owners))
    gold = _with_skips(task, gold, owners)
    notes += [f"{task.stem}: {i} is gone" for i in sorted(gone)]
    return Merged(task.stem, task.suffix, text, gold, notes)


def _changed(gold: Gold, part: str, values: list[Any]) -> Gold:
    """With another list, if it is another; a part that the file does not have stays out of it."""
    return gold if values == getattr(gold, part) else gold.model_copy(update={part: values})


def _empty(stem: str) -> Gold:
    return Gold.model_validate({"article": {"id": stem}, "entities": [], "sentiment": {"document": "neutral"}})


def _check_labels(task: Task) -> None:
    unknown = sorted({m.label for m in task.marks} - set(mark_labels()))
    if unknown:
        raise UsageError(f"{task.stem}: no such entity type: {', '.join(unknown)}")
    for link in task.links:
        if link.label != SAME_AS:
            _relation_label(task, link.label)


def _relation_label(task: Task, label: str) -> tuple[str, str]:
    """Type and modality; a relation without modality is asserted."""
    kind, _, modality = label.partition(":")
    modality = modality or "asserted"
    if kind not in ontology().relations or modality not in ontology().modalities:
        raise UsageError(f"{task.stem}: no such relation: {label!r}")
    return kind, modality


class _Owners:
    """Finds the entity or project of each mark."""

    def __init__(self, text: str, gold: Gold, known: Mapping[Mark, str]) -> None:
        self._text = text
        self._ids = {e.id for e in gold.entities} | {p.id for p in gold.projects}
        self._known = known
        self._by_place = {(m.start, m.end, m.label == PROJECT): owner for m, owner in known.items()}
        self._by_surface: dict[tuple[str, str], str] = {}
        for entity in gold.entities:
            for surface in [*entity.mentions, *(n for names in entity.names.values() for n in names)]:
                self._by_surface.setdefault((entity.type, surface.casefold()), entity.id)
        for project in gold.projects:
            for surface in project.names:
                self._by_surface.setdefault((PROJECT, surface.casefold()), project.id)

    def of(self, task: Task) -> tuple[dict[Mark, str], list[str]]:
        """Owner of every mark, and notes on new ones."""
        owners = {mark: owner for mark in task.marks if (owner := self._standing(mark))}
        notes: list[str] = []
        for group in _groups(task):
            for mark in group:
                if mark in owners:
                    continue
                surface = self._text[mark.start : mark.end]
                kin = [owners[m] for m in group if m in owners and (m.label == PROJECT) == (mark.label == PROJECT)]
                owner = next(iter(kin), None) or self._by_surface.get((mark.label, surface.casefold()))
                if owner is None:
                    owner = self._new_id(surface, mark.label)
                    note = f"{task.stem}: {owner} is new ({mark.label} {surface!r})"
                    defaults = ", ".join(f"{k} {v}" for k, v in NEW_PROJECT.items())
                    notes.append(note if mark.label != PROJECT else f"{note}, complete it: {defaults}")
                self._by_surface.setdefault((mark.label, surface.casefold()), owner)
                owners[mark] = owner
        return owners, notes

    def _standing(self, mark: Mark) -> str | None:
        return self._known.get(mark) or self._by_place.get((mark.start, mark.end, mark.label == PROJECT))

    def _new_id(self, surface: str, label: str) -> str:
        base = _SLUG.sub("-", surface.lower()).strip("-") or label.lower()
        number = 1
        while (found := base if number == 1 else f"{base}-{number}") in self._ids:
            number += 1
        self._ids.add(found)
        return found


def _groups(task: Task) -> list[list[Mark]]:
    """Marks joined by `same_as`, in reading order; one that is joined to none stands alone."""
    group: dict[Mark, list[Mark]] = {mark: [mark] for mark in task.marks}
    for link in task.links:
        one, other = group[link.subject], group[link.object]
        if link.label == SAME_AS and one is not other:
            one += other
            group.update(dict.fromkeys(other, one))
    unique = {id(marks): sorted(marks) for marks in group.values()}
    return sorted(unique.values())


def _entities(gold: Gold, owners: Mapping[Mark, str]) -> list[GoldEntity]:
    """Entities of before, then new ones in reading order, without mentions yet."""
    old = {e.id for e in gold.entities}
    new = {owner: mark for mark, owner in sorted(owners.items(), reverse=True) if mark.label != PROJECT}
    fresh = [
        GoldEntity.model_validate({"id": owner, "type": mark.label, "names": {}, "mentions": []})
        for owner, mark in sorted(new.items(), key=lambda item: item[1])
        if owner not in old
    ]
    return [*gold.entities, *fresh]


def _projects(gold: Gold, owners: Mapping[Mark, str], text: str) -> list[GoldProject]:
    old = {p.id for p in gold.projects}
    new = {owner: mark for mark, owner in sorted(owners.items(), reverse=True) if mark.label == PROJECT}
    fresh = [
        GoldProject.model_validate({"id": owner, "names": [text[mark.start : mark.end]], **NEW_PROJECT})
        for owner, mark in sorted(new.items(), key=lambda item: item[1])
        if owner not in old
    ]
    return [*gold.projects, *fresh]


def _surfaces(text: str, owners: Mapping[Mark, str], owner: str) -> list[str]:
    return list(dict.fromkeys(text[m.start : m.end] for m in sorted(owners) if owners[m] == owner))


def _entity(entity: GoldEntity, text: str, known: Mapping[Mark, str], owners: Mapping[Mark, str]) -> GoldEntity:
    """With the surfaces that are marked now, and the type that most of its marks have."""
    used, wanted = _surfaces(text, known, entity.id), _surfaces(text, owners, entity.id)
    mentions = [s for s in entity.mentions if s in wanted or s not in used]
    added = [s for s in wanted if s not in mentions]
    types = Counter(m.label for m, owner in sorted(owners.items()) if owner == entity.id)
    update: dict[str, object] = {}
    if types and types[entity.type] < max(types.values()):
        update["type"] = types.most_common(1)[0][0]
    if added or len(mentions) < len(entity.mentions):
        update["mentions"] = [*mentions, *added]
        update["names"] = _with_names(entity.names, added)
        update["skip"] = [k for k in entity.skip if k.surface in mentions]
    return entity.model_copy(update=update) if update else entity


def _with_names(names: Mapping[str, Sequence[str]], added: Sequence[str]) -> dict[str, list[str]]:
    result = {language: list(values) for language, values in names.items()}
    present = {value.casefold() for values in names.values() for value in values}
    for surface in added:
        if surface.casefold() not in present:
            result.setdefault(language_by_script(surface), []).append(surface)
            present.add(surface.casefold())
    return result


def _project(project: GoldProject, text: str, known: Mapping[Mark, str], owners: Mapping[Mark, str]) -> GoldProject:
    """With the names that are marked now; those that were marked nowhere before stay while any name stands."""
    used = {s.casefold() for s in _surfaces(text, known, project.id)}
    wanted = _surfaces(text, owners, project.id)
    if used and not wanted:
        return project.model_copy(update={"names": []})
    marked = {s.casefold() for s in wanted}
    names = [n for n in project.names if n.casefold() in marked or n.casefold() not in used]
    present = {n.casefold() for n in names}
    added = [s for s in wanted if s.casefold() not in present]
    if not added and len(names) == len(project.names):
        return project
    return project.model_copy(update={"names": [*names, *dict.fromkeys(added)]})


def _relations(task: Task, gold: Gold, known: Mapping[Mark, str], owners: Mapping[Mark, str]) -> list[GoldRelation]:
    """Those that the links say, in the order of before, new ones behind; and those that no link could show."""
    said: dict[_RelationKey, None] = {}
    for link in task.links:
        if link.label != SAME_AS:
            kind, modality = _relation_label(task, link.label)
            said[_key(kind, modality, owners[link.subject], owners[link.object])] = None
    before = relation_links(task.gold, known).values() if task.gold else ()
    shown = {_key(r.type, r.modality, r.subject, r.object) for r in before}
    kept = []
    for relation in gold.relations:
        key = _key(relation.type, relation.modality, relation.subject, relation.object)
        if key in said or key not in shown:
            kept.append(relation)
    present = {_key(r.type, r.modality, r.subject, r.object) for r in kept}
    fresh = [
        GoldRelation.model_validate({"type": kind, "subject": subject, "object": target, "modality": modality})
        for kind, modality, subject, target in said
        if (kind, modality, subject, target) not in present
    ]
    return [*kept, *fresh]


def _key(kind: str, modality: str, subject: str, target: str) -> _RelationKey:
    """What tells relations apart; the ends of a symmetric one in one order."""
    if ontology().relations[kind].symmetric and target < subject:
        subject, target = target, subject
    return kind, modality, subject, target


def _with_skips(task: Task, gold: Gold, owners: Mapping[Mark, str]) -> Gold:
    """With the occurrences skipped that are no marks."""
    text, types = task.page.text, {e.id: e.type for e in gold.entities}
    wanted = sorted(GoldSpan(m.start, m.end, types[o], o) for m, o in owners.items() if m.label != PROJECT)
    if spans(text, gold) == wanted:
        return gold
    skips = skips_for(text, gold, wanted)
    entities = [e.model_copy(update={"skip": skips[e.id]}) for e in gold.entities]
    gold = gold.model_copy(update={"entities": entities})
    lost = sorted(set(wanted) - set(spans(text, gold)))
    if lost:
        shown = ", ".join(f"{text[s.start : s.end]!r} at {s.start}" for s in lost)
        raise UsageError(f"{task.stem}: part of a word or across another mark: {shown}")
    return gold
