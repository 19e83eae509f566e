"""The pipeline up to the linker, over the shipped knowledge base."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from pipeline.document import Entity
from pipeline.flow import STAGES, build_nlp

LinkAll = Callable[[str], dict[str, Entity]]


@pytest.fixture(scope="session")
def linking_nlp() -> Language:
    nlp = build_nlp()
    nlp.select_pipes(enable=list(STAGES[: STAGES.index("linker") + 1]))
    return nlp


@pytest.fixture(scope="session")
def link_all(linking_nlp: Language) -> LinkAll:
    """Entities of a text by each surface of their mentions."""

    def link(text: str) -> dict[str, Entity]:
        doc = linking_nlp.make_doc(text)
        doc._.article = {"title": None, "author": None, "published_at": None}
        doc = linking_nlp(doc)
        return {doc._.mentions[i]["text"]: e for e in doc._.entities for i in e["mentions"]}

    return link
