"""A whole run: items in, records and rejects into a sink, with the figures of the closing summary."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import lru_cache, partial

from spacy.language import Language

from pipeline.article import Article, Reject
from pipeline.errors import ArticleError
from pipeline.flow import build_nlp, process
from pipeline.ingest.duplicates import Duplicates, StoredSignatures
from pipeline.records import Record
from pipeline.settings import DEFAULT, Settings
from pipeline.sinks.protocol import Sink
from pipeline.workers import Outcome, Work, outcomes


@dataclass
class Summary:
    """Figures of a run so far.

    Attributes:
        skipped: articles identical to an earlier one of the run.
        duplicates: records marked as near-duplicates.
        actors: entities that act, summed over records; equities likewise.
        words: Latin words and CJK characters of the articles that gave records.
    """

    records: int = 0
    rejects: int = 0
    skipped: int = 0
    duplicates: int = 0
    projects: int = 0
    actors: int = 0
    equities: int = 0
    words: int = 0
    started: float = field(default_factory=time.perf_counter)

    @property
    def articles(self) -> int:
        """Articles read."""
        return self.records + self.rejects + self.skipped

    @property
    def seconds(self) -> float:
        """Wall-clock time since the run began."""
        return time.perf_counter() - self.started

    def count(self, record: Record) -> None:
        """Add a record's figures."""
        self.records += 1
        self.duplicates += record.document.duplicate_of is not None
        self.projects += len(record.projects)
        self.actors += sum(entity.actor for entity in record.entities)
        self.equities += len(record.affected_equities)
        self.words += record.document.words


def run_batch(
    items: Iterable[Article | Reject],
    sink: Sink,
    work: Work,
    workers: int = 1,
    on_progress: Callable[[Summary], None] = lambda _: None,
    stored: Sequence[StoredSignatures] = (),
) -> Summary:
    """Take items through `work` into an open sink; every item becomes a record, a reject or a skipped article.

    Args:
        work: from `extraction`.
        on_progress: called with the figures after every record and reject; what it has seen is written.
        stored: databases whose articles near-duplicates are looked for among.

    Raises:
        UsageError: the sink cannot store anything any more.
    """
    summary = Summary()
    seen = Duplicates(stored)
    with closing(outcomes(seen.filter(items), work, workers)) as made:
        for outcome in made:
            if doc_id := _store(outcome, sink, summary):
                seen.written(doc_id)
            summary.skipped = seen.skipped
            on_progress(summary)
    summary.skipped = seen.skipped
    on_progress(summary)
    return summary


def _store(outcome: Outcome, sink: Sink, summary: Summary) -> str | None:
    """The `doc_id` of a record that the sink has taken, else null."""
    if isinstance(outcome, Record):
        refused = _write(outcome, sink)
        if refused is None:
            summary.count(outcome)
            return outcome.document.doc_id
        outcome = refused
    sink.reject(outcome)
    summary.rejects += 1
    return None


def _write(record: Record, sink: Sink) -> Reject | None:
    """The reject of a record that the sink refuses, or null."""
    try:
        sink.write(record)
    except ArticleError as error:
        return Reject(
            path=record.document.path,
            content_hash=record.document.content_hash or None,
            stage=error.stage,
            error=error.error,
            message=str(error)[:500],
        )
    return None


def extraction(with_text: bool = False, settings: Settings = DEFAULT) -> Work:
    """The work of a run: each process builds the pipeline once, at its first chunk.

    Args:
        with_text: put each text into its record.
    """
    return partial(_extract, with_text=with_text, settings=settings)


def _extract(articles: list[Article], with_text: bool, settings: Settings) -> list[Outcome]:
    return list(process(articles, _nlp(settings), with_text)) if articles else []


@lru_cache(maxsize=1)
def _nlp(settings: Settings) -> Language:
    return build_nlp(settings)
