"""Relations as the stage weighs them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.document import Relation

MakeRelation = Callable[..., Relation]


@pytest.fixture
def relation() -> MakeRelation:
    """A relation: type, subject, object, confidence, and features."""

    def make(type_: str, subject: str, object_: str, confidence: float, *features: str) -> Relation:
        return Relation(
            type=type_,
            subject=subject,
            object=object_,
            modality="asserted",
            attributed_to=None,
            evidence=[],
            method="model",
            features=dict.fromkeys(features, 1.0),
            confidence=confidence,
        )

    return make
