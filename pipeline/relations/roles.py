"""Roles of projects from their relations, so that both say the same."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.document import Project, Relation

#: Relation type -> field of the project, where the project is the object.
_FIELDS = {
    "leads": "leads",
    "invests_in": "investors",
    "acquires": "investors",
    "participates_in": "participants",
    "supplies": "participants",
}


def fill_roles(projects: Iterable[Project], relations: Iterable[Relation]) -> None:
    """Writes locations, leads, investors, participants and `part_of`; what is denied gives no role.

    An actor that leads a project is not listed as its participant too.
    """
    by_id = {p["project_id"]: p for p in projects}
    seen: set[tuple[str, str, str]] = set()

    def add(project: Project, field: str, value: str) -> None:
        if (project["project_id"], field, value) not in seen:
            seen.add((project["project_id"], field, value))
            project[field].append(value)  # type: ignore[literal-required]

    for each in by_id.values():
        each["locations"], each["leads"], each["investors"], each["participants"] = [], [], [], []
    for relation in relations:
        if relation["modality"] == "denied":
            continue
        project = by_id.get(relation["object"])
        field = _FIELDS.get(relation["type"])
        if project is not None and field is not None:
            add(project, field, relation["subject"])
        located = by_id.get(relation["subject"])
        if located is not None and relation["type"] == "located_in":
            add(located, "locations", relation["object"])
        if located is not None and relation["type"] == "part_of" and relation["object"] in by_id:
            located["part_of"] = located["part_of"] or relation["object"]
