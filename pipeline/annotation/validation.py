"""Defects of gold: what contradicts its text, its guidelines or itself, beyond what `gold.py` refuses to read.

The layers of gold repeat some facts (a project's parties and their relations, effects and `affects`, positions and
`holds_position`); each must have its counterpart, since scores and training read one or the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pipeline.annotation.article import AnnotatedArticle
from pipeline.annotation.gold import Gold, GoldEntity, GoldEquity
from pipeline.annotation.spans import spans

#: Role of a project -> relations to the project of which one must stand for each party.
ROLE_RELATIONS = {
    "leads": ("leads",),
    "investors": ("invests_in", "acquires"),
    "participants": ("participates_in", "supplies"),
}
#: Relation to a project -> roles of which one must name the subject. A supplier may also be who leads.
RELATION_ROLES = {
    "leads": ("leads",),
    "invests_in": ("investors",),
    "acquires": ("investors",),
    "participates_in": ("participants",),
    "supplies": ("participants", "leads"),
}
_QUOTE_ENDS = "…. "
Triple = tuple[str, str, str]


def defects(article: AnnotatedArticle) -> list[str]:
    """What is wrong with the gold of one article, a line each.

    >>> from pathlib import Path
    >>> gold = Gold.model_validate({"article": {"id": "a"}, "sentiment": {"document": "neutral"}, "entities": [
    ...     {"id": "acme", "type": "COMPANY", "mentions": ["Acme", "Acme Inc"]}]})
    >>> defects(AnnotatedArticle("a", Path("a.txt"), "Acme rose.", gold))
    ["acme: surface 'Acme Inc' is not in the text"]
    """
    gold = article.gold
    modalities: dict[Triple, set[str]] = defaultdict(set)
    for r in gold.relations:
        modalities[r.type, r.subject, r.object].add(r.modality)
    return [
        *_mention_defects(article),
        *_value_defects(article),
        *_project_name_defects(article),
        *_role_defects(gold, modalities),
        *_relation_defects(gold, modalities),
        *_position_defects(gold, modalities),
        *_equity_defects(article, modalities),
    ]


def _mention_defects(article: AnnotatedArticle) -> Iterator[str]:
    found = {s.entity for s in article.spans} | {s.entity for s in spans(article.source, article.gold)}
    lowered = _lowered(article)
    for entity in article.gold.entities:
        if entity.id not in found:
            yield f"{entity.id}: no mention is found in the text"
        for surface in entity.mentions:
            if not article.quotes(surface):
                yield f"{entity.id}: surface {surface!r} is not in the text"
        for language, names in entity.names.items():
            if names and not any(n.lower() in lowered for n in names):
                yield f"{entity.id}: no {language} name is in the text"
        if entity.securities and entity.type != "COMPANY":
            yield f"{entity.id}: {entity.type} with securities"
    owners: dict[str, list[GoldEntity]] = defaultdict(list)
    for entity in article.gold.entities:
        for surface in dict.fromkeys(entity.mentions):
            owners[surface].append(entity)
    for surface, entities in owners.items():
        if len(entities) > 1 and not any(k.surface == surface for e in entities for k in e.skip):
            yield f"surface {surface!r} is listed by {', '.join(e.id for e in entities)} and no occurrence is skipped"


def _lowered(article: AnnotatedArticle) -> str:
    return f"{article.text}\n{article.source}".lower()


def _value_defects(article: AnnotatedArticle) -> Iterator[str]:
    gold = article.gold
    for amount in [*gold.amounts, *(a for p in gold.projects for a in p.amounts)]:
        if not article.quotes(amount.text):
            yield f"amount {amount.text!r} is not in the text"
        if amount.max is not None and amount.max <= amount.value:
            yield f"amount {amount.text!r}: max {amount.max:g} is not above {amount.value:g}"
    for date in gold.dates:
        if not article.quotes(date.text):
            yield f"date {date.text!r} is not in the text"


def _project_name_defects(article: AnnotatedArticle) -> Iterator[str]:
    lowered = _lowered(article)
    for project in article.gold.projects:
        if not any(n.lower() in lowered for n in project.names):
            yield f"{project.id}: none of its names is in the text"


def _role_defects(gold: Gold, modalities: dict[Triple, set[str]]) -> Iterator[str]:
    """Parties, locations and programmes without their relation, or with a denied one only."""
    entities = {e.id for e in gold.entities}
    projects = {p.id for p in gold.projects}
    for project in gold.projects:
        wanted = [(role, ref, types) for role, types in ROLE_RELATIONS.items() for ref in getattr(project, role)]
        wanted += [("locations", ref, ("located_in",)) for ref in project.locations]
        for role, ref, types in wanted:
            if ref not in entities:
                yield f"{project.id}: {role} names {ref}, which is no entity"
            triples = [(t, project.id, ref) if role == "locations" else (t, ref, project.id) for t in types]
            yield from _counterpart(f"{project.id}: {ref} in {role}", triples, modalities)
        if project.part_of is not None:
            if project.part_of not in projects:
                yield f"{project.id}: part of {project.part_of}, which is no project"
            yield from _counterpart(
                f"{project.id}: part of {project.part_of}", [("part_of", project.id, project.part_of)], modalities
            )


def _counterpart(what: str, triples: Iterable[Triple], modalities: dict[Triple, set[str]]) -> Iterator[str]:
    triples = list(triples)
    found = [modalities[t] for t in triples if t in modalities]
    if not found:
        yield f"{what} without its relation ({' or '.join(t[0] for t in triples)})"
    elif all(m == {"denied"} for m in found):
        yield f"{what} though its relation is denied"


def _relation_defects(gold: Gold, modalities: dict[Triple, set[str]]) -> Iterator[str]:
    """Relations given twice, and those with a project that the project does not name."""
    seen: set[tuple[str, str, str, str]] = set()
    for r in gold.relations:
        if (r.type, r.subject, r.object, r.modality) in seen:
            yield f"{r.type} {r.subject} → {r.object} ({r.modality}) stands twice"
        seen.add((r.type, r.subject, r.object, r.modality))
    projects = {p.id: p for p in gold.projects}
    for (kind, subject, target), found in modalities.items():
        if found == {"denied"}:
            continue
        roles = RELATION_ROLES.get(kind, ())
        if roles and target in projects and not any(subject in getattr(projects[target], role) for role in roles):
            yield f"{kind} {subject} → {target}: the project does not name it in {' or '.join(roles)}"
        if kind == "located_in" and subject in projects and target not in projects[subject].locations:
            yield f"located_in {subject} → {target}: not among the project's locations"
        if kind == "part_of" and subject in projects and projects[subject].part_of != target:
            yield f"part_of {subject} → {target}: not the project's part_of"


def _position_defects(gold: Gold, modalities: dict[Triple, set[str]]) -> Iterator[str]:
    posts = {(e.id, p.organization) for e in gold.entities for p in e.positions if p.organization}
    for person, organization in sorted(posts):
        if ("holds_position", person, organization) not in modalities:
            yield f"{person}: position at {organization} without holds_position"
    for (kind, person, organization), found in modalities.items():
        if kind == "holds_position" and found != {"denied"} and (person, organization) not in posts:
            yield f"holds_position {person} → {organization}: no such position"


def _equity_defects(article: AnnotatedArticle, modalities: dict[Triple, set[str]]) -> Iterator[str]:
    gold = article.gold
    entities = {e.id: e for e in gold.entities}
    effects = {(f.cause, q.entity) for q in gold.equities for f in q.effects}
    for equity in gold.equities:
        where = f"equity {equity.entity}"
        entity = entities.get(equity.entity)
        if entity is None:
            yield f"{where}: no entity"
        elif entity.securities is None:
            yield f"{where}: its entity has no 'securities' (an empty list says unlisted)"
        for effect in equity.effects:
            yield from _counterpart(
                f"{where}: effect of {effect.cause}", [("affects", effect.cause, equity.entity)], modalities
            )
            if not article.quotes(effect.evidence.rstrip(_QUOTE_ENDS)):
                yield f"{where}: evidence {effect.evidence[:40]!r} is not in the text"
        yield from _direction_defects(where, equity)
    if len({q.entity for q in gold.equities}) < len(gold.equities):
        yield "an entity stands twice among equities"
    for (kind, cause, company), found in modalities.items():
        if kind == "affects" and found != {"denied"} and (cause, company) not in effects:
            yield f"affects {cause} → {company} without its effect"


def _direction_defects(where: str, equity: GoldEquity) -> Iterator[str]:
    directions = {f.direction for f in equity.effects}
    if not directions:
        yield f"{where}: no effect"
    elif len(directions) == 1 and equity.direction not in directions:
        yield f"{where}: {equity.direction}, but every effect is {directions.pop()}"
    elif {"positive", "negative"} <= directions and equity.direction != "mixed":
        yield f"{where}: {equity.direction}, but effects are positive and negative"
