"""Gold without some of its entities and projects."""

from __future__ import annotations

from collections.abc import Collection

from pipeline.annotation.gold import Gold, GoldEntity, GoldEquity, GoldProject


def without(gold: Gold, gone: Collection[str]) -> Gold:
    """Gold in which nothing names the ids that are gone; the entities and projects themselves are left out too.

    Relations, roles, positions, equities and effects that need one of them go with it, and an equity with its last
    effect.

    >>> gold = Gold.model_validate({"article": {"id": "a"}, "sentiment": {"document": "neutral"}, "entities": [
    ...     {"id": "acme", "type": "COMPANY", "mentions": ["Acme"], "securities": []}],
    ...     "equities": [{"entity": "acme", "direction": "mixed"}]})
    >>> without(gold, {"acme"}).equities
    []
    """
    if not gone:
        return gold
    equities = [(q, _equity(q, gone)) for q in gold.equities if q.entity not in gone]
    update = {
        "entities": [_entity(e, gone) for e in gold.entities if e.id not in gone],
        "projects": [_project(p, gone) for p in gold.projects if p.id not in gone],
        "relations": [r for r in gold.relations if r.subject not in gone and r.object not in gone],
        "equities": [left for old, left in equities if left.effects or not old.effects],
    }
    return gold.model_copy(update=update)


def _equity(equity: GoldEquity, gone: Collection[str]) -> GoldEquity:
    return equity.model_copy(update={"effects": [f for f in equity.effects if f.cause not in gone]})


def _entity(entity: GoldEntity, gone: Collection[str]) -> GoldEntity:
    positions = [p for p in entity.positions if p.organization not in gone]
    return entity if positions == entity.positions else entity.model_copy(update={"positions": positions})


def _project(project: GoldProject, gone: Collection[str]) -> GoldProject:
    roles = ("locations", "leads", "investors", "participants")
    update: dict[str, object] = {role: [i for i in getattr(project, role) if i not in gone] for role in roles}
    if project.part_of in gone:
        update["part_of"] = None
    changed = {key: value for key, value in update.items() if value != getattr(project, key)}
    return project.model_copy(update=changed) if changed else project
