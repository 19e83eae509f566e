"""Annotated articles of a folder with the Docs that the text layer makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc

from pipeline.annotation.gold import GoldDocument, read_gold
from pipeline.evaluation.sources import articles_of
from pipeline.flow import build_nlp, doc_of

_STAGES = ("layout", "sentence_splitter")


def gold_docs(folder: Path) -> Iterator[tuple[GoldDocument, Doc]]:
    """Each annotated article with its blocks and sentences.

    Raises:
        GoldError: the folder holds no gold, or a file breaks the format.
    """
    nlp = build_nlp()
    documents = {document.stem: document for document in read_gold(folder)}
    with nlp.select_pipes(enable=list(_STAGES)):
        for article in articles_of(folder, list(documents.values())):
            yield documents[Path(article.path).stem], nlp(doc_of(nlp, article))
