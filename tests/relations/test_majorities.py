"""Owners of most of a company beside holders of stakes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from pipeline.document import Relation
from pipeline.relations.majorities import with_subsidiaries

Mark = Callable[[str], Doc]


def stake(subject: str, target: str) -> Relation:
    return Relation(
        type="invests_in",
        subject=subject,
        object=target,
        modality="asserted",
        attributed_to=None,
        evidence=[],
        method="model",
        confidence=0.9,
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[COMPANY:Orrin], which owns 69% of [COMPANY:Bolt], rose.", "subsidiary_of"),
        ("[COMPANY:Orrin] holds a 50.1 per cent stake in [COMPANY:Bolt].", "subsidiary_of"),
        ("[COMPANY:Orrin] owns 50% of [COMPANY:Bolt].", "invests_in"),
        ("[COMPANY:Orrin] owns 16% of [COMPANY:Bolt].", "invests_in"),
        ("[COMPANY:Orrin]持有[COMPANY:Bolt]51.55%股权。", "subsidiary_of"),
        ("[COMPANY:Orrin]持有[COMPANY:Bolt]的41%股份。", "invests_in"),
        ("[COMPANY:Orrin]持股51%、[COMPANY:Bolt]持股49%。", "invests_in"),
    ],
)
def test_who_owns_most_is_the_parent(mark: Mark, text: str, kind: str) -> None:
    (found,) = with_subsidiaries(mark(text), [stake("Orrin", "Bolt")])
    assert found["type"] == kind
    assert found["object"] == ("Orrin" if kind == "subsidiary_of" else "Bolt")
