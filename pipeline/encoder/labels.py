"""What the encoder predicts: tag layers, labels of pairs of spans, and attributes of spans, all in a fixed order."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from pipeline.ontology import PROJECT, ontology

TITLE = "TITLE"
AMOUNT = "AMOUNT"
#: Two spans name one entity or project.
SAME = "same"
#: A person or organization and the title of the post.
HAS_TITLE = "has_title"
#: The title of a post and the body where it is held.
TITLE_AT = "title_at"
#: A project and money of its own.
HAS_AMOUNT = "has_amount"
#: Directions of an effect; `mixed` is positive and negative at once.
DIRECTIONS = ("positive", "negative", "neutral")
#: Names of tag layers, as the graph's outputs are called.
ENTITIES, PROJECTS, TITLES = "entities", "projects", "titles"


@lru_cache(maxsize=1)
def span_types() -> tuple[str, ...]:
    """Types of the spans that pairs are made of."""
    return (*ontology().entity_types, PROJECT, TITLE, AMOUNT)


@lru_cache(maxsize=1)
def layers() -> dict[str, tuple[str, ...]]:
    """Types of each tag layer; layers may overlap each other, spans of one layer do not.

    >>> layers()["projects"]
    ('PROJECT',)
    """
    return {ENTITIES: ontology().entity_types, PROJECTS: (PROJECT,), TITLES: (TITLE,)}


def tags(types: tuple[str, ...]) -> list[str]:
    """BIO tags of a layer.

    >>> tags(("PERSON",))
    ['O', 'B-PERSON', 'I-PERSON']
    """
    return ["O", *(f"{mark}-{t}" for t in types for mark in "BI")]


@lru_cache(maxsize=1)
def pair_labels() -> tuple[str, ...]:
    """Labels of an ordered pair of spans: the relation types, then those that only serve to build records."""
    return (*ontology().relations, SAME, HAS_TITLE, HAS_AMOUNT, TITLE_AT)


def allowed(subject: str, object_: str) -> tuple[bool, ...]:
    """Which of `pair_labels()` a pair of span types may have.

    >>> allowed("PROJECT", "AMOUNT")[pair_labels().index("has_amount")]
    True
    """
    relations = tuple(r.allows(subject, object_) for r in ontology().relations.values())
    same = subject == object_ and subject not in (TITLE, AMOUNT)
    titled = object_ == TITLE and subject in ("PERSON", "COMPANY", "GOVERNMENT", "ORGANIZATION", "LOCATION")
    body = subject == TITLE and ontology().relations["holds_position"].allows("PERSON", object_)
    return (*relations, same, titled, subject == PROJECT and object_ == AMOUNT, body)


@lru_cache(maxsize=1)
def allowed_table() -> npt.NDArray[np.bool_]:
    """`allowed` for all pairs of `span_types()`, shape (types, types, labels)."""
    kinds = span_types()
    return np.array([[allowed(a, b) for b in kinds] for a in kinds])


@lru_cache(maxsize=1)
def usable_table() -> npt.NDArray[np.bool_]:
    """Which pairs of `span_types()` may have any label, shape (types, types)."""
    return np.asarray(allowed_table().any(axis=2))


def attributes() -> dict[str, tuple[str, ...]]:
    """Attributes of project spans with their values, one of each."""
    vocabulary = ontology()
    return {"kind": vocabulary.project_kinds, "sector": vocabulary.sectors, "status": vocabulary.statuses}
