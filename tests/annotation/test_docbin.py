from __future__ import annotations

from collections.abc import Callable

import spacy
from spacy.tokens import DocBin

from pipeline.annotation.article import AnnotatedArticle
from pipeline.annotation.docbin import GOLD, to_docbin
from pipeline.annotation.gold import Gold

Make = Callable[..., AnnotatedArticle]


def test_documents_survive_serialisation_with_all_annotation(article: AnnotatedArticle) -> None:
    raw = to_docbin([article]).to_bytes()
    (doc,) = DocBin().from_bytes(raw).get_docs(spacy.blank("en").vocab)
    assert doc.text == article.text
    assert [(e.start_char, e.end_char, e.label_, e.ent_id_) for e in doc.ents] == list(article.spans)
    assert [(s.text, s.label_, s.id_) for s in doc.spans["projects"]] == [
        ("Sète wind farm", "PROJECT", "farm"),
        ("wind farm", "PROJECT", "farm"),
        ("wind farm", "PROJECT", "farm"),
    ]
    assert Gold.model_validate(doc.user_data[GOLD]) == article.gold
    assert {t.ent_iob_ for t in doc} <= {"B", "I", "O"}


def test_a_mention_inside_of_a_token_takes_the_token(make: Make) -> None:
    def change(gold: dict[str, object]) -> None:
        gold.update(projects=[], relations=[], equities=[])
        gold["entities"] = [{"id": "x", "type": "COMPANY", "mentions": ["Vex"]}]

    (doc,) = to_docbin([make(change, "the Vex-1 cable")]).get_docs(spacy.blank("en").vocab)
    assert [e.text for e in doc.ents] == ["Vex-1"]
