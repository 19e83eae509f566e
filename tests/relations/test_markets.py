"""Places that are only markets."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from pipeline.relations.markets import only_markets


def test_a_place_that_is_only_a_market(mark: Callable[[str], Doc]) -> None:
    text = "[COMPANY:Orrin] is [LOCATION:Tarn]-listed. [LOCATION:Ruvia]-listed [COMPANY:Bolt] of [LOCATION:Ruvia]."
    assert only_markets(mark(text)) == {"Tarn"}
