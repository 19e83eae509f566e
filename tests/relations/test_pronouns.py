"""Companies that pronouns at the beginning of sentences stand for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.relations import component
from pipeline.relations.component import RelationExtractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[COMPANY:Orrin] makes pumps. It bought [COMPANY:Bolt] in 2012.", {("acquires", "Orrin", "Bolt")}),
        ("[COMPANY:Orrin] makes pumps. Last year, it bought [COMPANY:Bolt].", {("acquires", "Orrin", "Bolt")}),
        ("[COMPANY:Orrin] fell. The company is owned by [COMPANY:Bolt].", {("subsidiary_of", "Orrin", "Bolt")}),
        ("[COMPANY:Orrin] fell. Its customers include [COMPANY:Bolt].", {("supplies", "Orrin", "Bolt")}),
        ("[COMPANY:Orrin] fell. It trades in Tarn. It bought [COMPANY:Bolt].", {("acquires", "Orrin", "Bolt")}),
        ("[COMPANY:奥林公司]净利润翻番。它为[COMPANY:塔恩公司]供应电芯。", {("supplies", "奥林公司", "塔恩公司")}),
        ("Shares of [COMPANY:Orrin] fell. It bought [COMPANY:Bolt].", set()),
        ("[PERSON:Ann Lee] runs [COMPANY:Orrin]. It bought [COMPANY:Bolt].", set()),
        (
            "[COMPANY:奥林公司]净利润翻番。其中[COMPANY:塔恩公司]为[COMPANY:河口公司]供应电芯。",
            {("supplies", "塔恩公司", "河口公司")},
        ),
    ],
)
def test_it_is_the_company_that_the_sentence_before_is_about(
    mark: Callable[[str], Doc],
    text_nlp: Language,
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    expected: set[tuple[str, str, str]],
) -> None:
    monkeypatch.setattr(component, "bar", lambda part, least: 1.0)
    relations = RelationExtractor(text_nlp, "r")(mark(text))._.relations
    assert {(r["type"], r["subject"], r["object"]) for r in relations} == expected


def test_the_sentence_that_names_the_company_is_evidence(
    mark: Callable[[str], Doc], text_nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(component, "bar", lambda part, least: 1.0)
    doc = RelationExtractor(text_nlp, "r")(
        mark("[COMPANY:Orrin] fell. Prices rose. [COMPANY:Orrin] makes pumps. It bought [COMPANY:Bolt].")
    )
    evidence = doc._.relations[0]["evidence"]
    assert [doc.text[e["start"] : e["end"]] for e in evidence] == ["Orrin makes pumps.", "It bought Bolt."]
