"""Work for the batch runner without the pipeline; a module of its own, so that spawned workers can import it."""

from __future__ import annotations

import os
import time
from pathlib import Path

from pipeline.article import Article, Reject, doc_id
from pipeline.records import DocumentInfo, DocumentTone, Provenance, Record


def record_of(article: Article) -> Record:
    """A record with nothing but its document."""
    return Record(
        document=DocumentInfo(
            doc_id=doc_id(article.text),
            **article.model_dump(exclude={"text"}),
            language="en",
            scripts={},
            words=len(article.text.split()),
            text=article.text,
        ),
        entities=[],
        projects=[],
        relations=[],
        affected_equities=[],
        amounts=[],
        dates=[],
        sentiment=DocumentTone(label="neutral", score=0.0, sentences=[]),
        provenance=Provenance(version="0", config="", models={}, seeds=""),
    )


def work(articles: list[Article]) -> list[Record | Reject]:
    """A record for each article, except: `bad` is rejected, `die` kills the process, `break` raises.

    `die once FILE` kills the process that first comes to it, and leaves FILE behind as a sign; `sleep` takes a minute.
    """
    return [_one(article) for article in articles]


def _one(article: Article) -> Record | Reject:
    if article.text.startswith("bad"):
        return Reject(path=article.path, stage="extract", error="ValueError", message="bad")
    if article.text.startswith("sleep"):
        time.sleep(60)
    if article.text.startswith("break"):
        raise RuntimeError("the pipeline cannot be built")
    if article.text.startswith("die once"):
        sign = Path(article.text.removeprefix("die once").strip())
        if not sign.exists():
            sign.touch()
            os._exit(9)
    elif article.text.startswith("die"):
        os._exit(9)
    return record_of(article)
