"""Scoring of records against gold: the way from both to a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pipeline.annotation.gold import GoldDocument, read_gold
from pipeline.errors import UsageError
from pipeline.evaluation.case import Case
from pipeline.evaluation.layers import LAYERS
from pipeline.evaluation.report import Report
from pipeline.evaluation.sources import article_text, records_by_stem
from pipeline.evaluation.tally import Sheet
from pipeline.records import DocumentInfo, DocumentTone, Provenance, Record


def evaluate(
    records: Iterable[Record], gold: Path | Sequence[GoldDocument], layers: Sequence[str] | None = None
) -> Report:
    """Scores of records against gold, with intervals by a bootstrap over articles.

    Records are matched to gold by the stem of their path; those of other articles are left out, and gold articles
    without a record count as missed in every layer.

    Args:
        gold: a folder that holds `<id>.gold.json` beside its articles, or what `read_gold` gives for one.
        layers: the layers to score, all by default (`pipeline.evaluation.layers.LAYERS`).

    Raises:
        GoldError: the gold breaks its format.
        UsageError: two records are of one article, a record was made from another text, or there is no such layer.
    """
    chosen = _chosen(layers)
    sheets = {}
    missing = []
    for case in cases(records, read_gold(gold) if isinstance(gold, Path) else gold):
        sheets[case.stem] = sheet = Sheet()
        for layer in chosen:
            LAYERS[layer](case, sheet)
        if not case.processed:
            missing.append(case.stem)
    return Report(sheets, chosen, tuple(missing))


def cases(records: Iterable[Record], gold: Sequence[GoldDocument]) -> Iterator[Case]:
    """Gold articles, by stem, each with its record; one without a record is marked as not processed."""
    documents = sorted(gold, key=lambda d: d.stem)
    found = records_by_stem(records, documents)
    for document in documents:
        yield _case(document, found.get(document.stem))


def _chosen(layers: Sequence[str] | None) -> tuple[str, ...]:
    unknown = sorted(set(layers or ()) - LAYERS.keys())
    if unknown:
        raise UsageError(f"no such layer: {', '.join(unknown)}; there are {', '.join(LAYERS)}")
    return tuple(layer for layer in LAYERS if not layers or layer in layers)


def _case(document: GoldDocument, record: Record | None) -> Case:
    text = article_text(document, record)
    return Case(document.stem, document.gold, text, record or _empty(document), processed=record is not None)


def _empty(document: GoldDocument) -> Record:
    """What stands in for the record of an article that yielded none."""
    info = DocumentInfo(
        doc_id="",
        path=document.article_path.name,
        content_hash="",
        title=None,
        author=None,
        publisher=None,
        url=None,
        published_at=None,
        language="und",
        scripts={},
        words=0,
        duplicate_of=None,
    )
    return Record(
        document=info,
        entities=[],
        projects=[],
        relations=[],
        affected_equities=[],
        amounts=[],
        dates=[],
        sentiment=DocumentTone(label="neutral", score=0.0, sentences=[]),
        provenance=Provenance(version="", config="", models={}, seeds=""),
    )
