"""A small article in two languages whose gold has every layer and no defect."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.annotation.article import AnnotatedArticle
from pipeline.annotation.gold import Gold

TEXT = (
    "🚀 MARSEILLE – 海岬重工（Cape Heavy） won the Sète wind farm order 🏗️ on 4 May 2026.\r\n"
    "\r\n"
    "Ana Ruiz (安娜·鲁伊斯), chief of Cape Heavy, said Borea Power pays €90 million for the wind farm.\r\n"
    "Borea Power owns Borea Power Sud. May rain; orders at Tidal may fall.\r\n"
)
GOLD: dict[str, Any] = {
    "article": {"id": "a", "title": "t", "published": "2026-05-04", "author": None, "language": "en"},
    "entities": [
        {
            "id": "cape", "type": "COMPANY", "names": {"en": ["Cape Heavy"], "zh": ["海岬重工"]},
            "mentions": ["Cape Heavy", "海岬重工"], "securities": [],
        },
        {
            "id": "ruiz", "type": "PERSON", "names": {"en": ["Ana Ruiz"], "zh": ["安娜·鲁伊斯"]},
            "mentions": ["Ana Ruiz", "安娜·鲁伊斯"], "positions": [{"title": "chief", "organization": "cape"}],
        },
        {"id": "borea", "type": "COMPANY", "names": {"en": ["Borea Power"]}, "mentions": ["Borea Power"]},
        {"id": "sud", "type": "COMPANY", "names": {"en": ["Borea Power Sud"]}, "mentions": ["Borea Power Sud"]},
        {
            "id": "tidal", "type": "COMPANY", "names": {"en": ["Tidal"]}, "mentions": ["Tidal"],
            "securities": ["XPAR:TID"],
        },
        {"id": "sete", "type": "LOCATION", "names": {"en": ["Sète"]}, "mentions": ["Sète"]},
        {"id": "marseille", "type": "LOCATION", "names": {"en": ["MARSEILLE"]}, "mentions": ["MARSEILLE"]},
    ],
    "amounts": [{"text": "€90 million", "value": 90000000, "currency": "EUR"}],
    "dates": [{"text": "4 May 2026", "iso": "2026-05-04"}],
    "projects": [
        {
            "id": "farm", "names": ["Sète wind farm", "wind farm"], "kind": "facility", "sector": "renewables",
            "status": "announced", "locations": ["sete"], "leads": ["cape"], "investors": ["borea"],
            "amounts": [{"text": "€90 million", "value": 90000000, "currency": "EUR"}],
        }
    ],
    "relations": [
        {"type": "holds_position", "subject": "ruiz", "object": "cape", "modality": "asserted"},
        {"type": "leads", "subject": "cape", "object": "farm", "modality": "asserted"},
        {"type": "invests_in", "subject": "borea", "object": "farm", "modality": "planned"},
        {"type": "located_in", "subject": "farm", "object": "sete", "modality": "asserted"},
        {"type": "subsidiary_of", "subject": "sud", "object": "borea", "modality": "asserted"},
        {"type": "affects", "subject": "farm", "object": "tidal", "modality": "possible"},
    ],
    "equities": [
        {
            "entity": "tidal", "direction": "negative",
            "effects": [
                {
                    "cause": "farm", "direction": "negative", "modality": "possible",
                    "evidence": "orders at Tidal may fall",
                }
            ],
        }
    ],
    "sentiment": {"document": "positive"},
}  # fmt: skip
Change = Callable[[dict[str, Any]], object]


@pytest.fixture
def make() -> Callable[..., AnnotatedArticle]:
    """The small article, its gold changed in place by a function, in a split if one is named."""

    def make(
        change: Change = lambda gold: None, text: str = TEXT, path: str = "a.txt", source: str = ""
    ) -> AnnotatedArticle:
        gold = copy.deepcopy(GOLD)
        change(gold)
        return AnnotatedArticle(Path(path).stem, Path(path), text, Gold.model_validate(gold), source)

    return make


@pytest.fixture
def article(make: Callable[..., AnnotatedArticle]) -> AnnotatedArticle:
    return make()
