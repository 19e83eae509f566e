"""Parties that are read from one item of a list into another."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.document import Relation
from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.projects.component import ProjectFinder
from pipeline.relations.list_items import ListItems

Mark = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "kind", "parted"),
    [
        ("Key points\n\n– The [PROJECT:mine] is late.\n– [COMPANY:Orrin] signed a deal.\n", "leads", True),
        ("Key points\n\n– The [PROJECT:mine] is late.\n– [COMPANY:Orrin] signed a deal.\n", "part_of", False),
        ("Key points\n\n– The [PROJECT:mine] of [COMPANY:Orrin] is late.\n– [COMPANY:Orrin] is sad.\n", "leads", False),
        ("The [PROJECT:mine] is late.\n\n[COMPANY:Orrin] signed a deal to open it in May.\n", "leads", False),
        ("The [PROJECT:mine] has two owners:\n\n– [COMPANY:Orrin] holds a half.\n– Workers.\n", "leads", False),
    ],
)
def test_items_of_a_list_are_told_apart(text_nlp: Language, mark: Mark, text: str, kind: str, parted: bool) -> None:
    doc = ProjectFinder(text_nlp, "project_finder", KnowledgeBase(), least=0.0)(mark(text))
    relation = Relation(
        type=kind,
        subject="Orrin",
        object=doc._.projects[0]["project_id"],
        modality="asserted",
        attributed_to=None,
        evidence=[],
        method="model",
        features={},
        confidence=None,
    )
    assert ListItems(doc).part(relation) is parted
