"""Annotated articles as spaCy documents, to train and evaluate spaCy components on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import cast

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.util import filter_spans

from pipeline.annotation.article import AnnotatedArticle
from pipeline.annotation.spans import surface_pattern
from pipeline.ontology import PROJECT
from pipeline.text.tokenizer import MixedTokenizer

#: Key of the gold in `Doc.user_data`, as plain data.
GOLD = "gold"


def to_docbin(articles: Iterable[AnnotatedArticle]) -> DocBin:
    """Documents with mentions as `ents`, project names in `spans["projects"]` and the gold itself in `user_data`.

    Tokens are those of the pipeline's tokenizer.

    >>> from pathlib import Path
    >>> from pipeline.annotation.gold import Gold
    >>> gold = Gold.model_validate({"article": {"id": "a"}, "sentiment": {"document": "neutral"}, "entities": [
    ...     {"id": "softbank", "type": "COMPANY", "mentions": ["软银"]}]})
    >>> docs = to_docbin([AnnotatedArticle("a", Path("a.txt"), "软银 rose", gold)])
    >>> [(e.text, e.label_, e.ent_id_) for doc in docs.get_docs(spacy.blank("en").vocab) for e in doc.ents]
    [('软银', 'COMPANY', 'softbank')]
    """
    nlp = spacy.blank("en")
    nlp.tokenizer = MixedTokenizer(nlp.vocab)
    found = DocBin(store_user_data=True)
    for article in articles:
        found.add(to_doc(article, nlp))
    return found


def to_doc(article: AnnotatedArticle, nlp: Language) -> Doc:
    """One article; a mention that ends inside of a token takes the whole token, `ent_id_` is the entity's id."""
    doc = nlp.make_doc(article.text)
    mentions = [_span(doc, s.start, s.end, s.type, s.entity) for s in article.spans]
    doc.set_ents(filter_spans(mentions), default="outside")
    doc.spans["projects"] = [
        _span(doc, *place, PROJECT, project.id)
        for project in article.gold.projects
        for place in sorted(_occurrences(project.names, article.text))
    ]
    doc.user_data[GOLD] = article.gold.model_dump(mode="json", exclude_unset=True)
    return doc


def _span(doc: Doc, start: int, end: int, label: str, identity: str) -> Span:
    # With `expand` there is a span for every stretch of the text.
    return cast(Span, doc.char_span(start, end, label=label, span_id=identity, alignment_mode="expand"))


def _occurrences(names: Iterable[str], text: str) -> set[tuple[int, int]]:
    patterns = (re.compile(surface_pattern(name).pattern, re.IGNORECASE) for name in names)
    return {match.span() for pattern in patterns for match in pattern.finditer(text)}
