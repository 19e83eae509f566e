"""Entity types and controlled vocabularies, read once from `seeds/ontology.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import yaml

from pipeline.paths import seeds

PROJECT = "PROJECT"
#: Types of entities that act and have people in posts; one name may be read as now this, now that.
BODIES = frozenset({"COMPANY", "GOVERNMENT", "ORGANIZATION"})


@dataclass(frozen=True)
class RelationType:
    """Who may stand at either end of a relation type."""

    name: str
    subject: frozenset[str]
    object: frozenset[str]
    symmetric: bool

    def allows(self, subject_type: str, object_type: str) -> bool:
        """Whether an entity type (or `PROJECT`) may be subject and another object."""
        return subject_type in self.subject and object_type in self.object


@dataclass(frozen=True)
class Ontology:
    """The vocabularies of records and gold; every member is in the order of the file."""

    entity_types: tuple[str, ...]
    project_kinds: tuple[str, ...]
    sectors: tuple[str, ...]
    statuses: tuple[str, ...]
    modalities: tuple[str, ...]
    directions: tuple[str, ...]
    mechanisms: tuple[str, ...]
    horizons: tuple[str, ...]
    qualifiers: tuple[str, ...]
    company_statuses: tuple[str, ...]
    resolutions: tuple[str, ...]
    relations: dict[str, RelationType]


@lru_cache(maxsize=1)
def ontology() -> Ontology:
    """The shipped ontology.

    >>> ontology().relations["partners_with"].symmetric
    True
    """
    raw = yaml.safe_load(seeds("ontology.yaml").read_text(encoding="utf-8"))
    relations = {
        name: RelationType(name, frozenset(r["subject"]), frozenset(r["object"]), bool(r.get("symmetric", False)))
        for name, r in raw.pop("relations").items()
    }
    return Ontology(relations=relations, **{key: tuple(values) for key, values in raw.items()})
