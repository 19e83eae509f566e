"""Records to be scored, and the text that their offsets count in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePath

from pydantic import ValidationError

from pipeline.annotation.gold import ARTICLE_SUFFIXES, GoldDocument, decode
from pipeline.article import Article, Reject
from pipeline.errors import GoldError, UsageError
from pipeline.records import Amount, DateValue, Mention, Record
from pipeline.settings import DEFAULT, Settings


def records_of(source: Path, documents: Sequence[GoldDocument], settings: Settings = DEFAULT) -> Iterator[Record]:
    """Records in a file of them, or of the gold's articles in a folder, which are run now.

    Args:
        settings: of that run.

    Raises:
        UsageError: there is no such file or folder, the folder has none of the articles, or a line is no record.
    """
    return run_folder(source, documents, settings) if source.is_dir() else read_records(source)


def run_folder(folder: Path, documents: Sequence[GoldDocument], settings: Settings) -> Iterator[Record]:
    """Records, with text, of the articles below a folder that have gold; articles that yield none are passed over.

    Raises:
        UsageError: the folder has none of the articles.
    """
    articles = articles_of(folder, documents)
    from pipeline.flow import build_nlp, run  # loads spaCy and the knowledge base, which scoring does without

    yield from run(articles, build_nlp(settings), with_text=True, on_reject=lambda _: None)


def articles_of(folder: Path, documents: Sequence[GoldDocument]) -> Iterator[Article]:
    """Articles below a folder that have gold; those that cannot be read are passed over.

    Raises:
        UsageError: the folder has none of them.
    """
    stems = {document.stem for document in documents}
    paths = [p for p in sorted(folder.rglob("*")) if p.suffix.lower() in ARTICLE_SUFFIXES and p.stem in stems]
    if not paths:
        raise UsageError(f"{folder}: none of the articles that have gold")
    return (a for a in _ingest(paths) if isinstance(a, Article))


def _ingest(paths: Sequence[Path]) -> Iterator[Article | Reject]:
    from pipeline.ingest import read  # loads readers of pages, which most gold does without

    return read([str(path) for path in paths])


def read_records(path: Path) -> Iterator[Record]:
    """Records of a `records.jsonl`, one a line; empty lines are passed over.

    Raises:
        UsageError: the file cannot be read, or a line is no record.
    """
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _record(path, number, line)
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not a records.jsonl (no UTF-8 text)") from error
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from error


def _record(path: Path, number: int, line: str) -> Record:
    try:
        return Record.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise UsageError(f"{path}, line {number}: no record ({where}: {first['msg']})") from error


def records_by_stem(records: Iterable[Record], documents: Sequence[GoldDocument]) -> dict[str, Record]:
    """Records of gold articles by the stem of their path; records of other articles are left out.

    Raises:
        UsageError: two records are of one gold article.
    """
    stems = {document.stem for document in documents}
    found: dict[str, Record] = {}
    for record in records:
        stem = PurePath(record.document.path).stem
        if stem in found:
            raise UsageError(f"two records of {stem!r}: {found[stem].document.path} and {record.document.path}")
        if stem in stems:
            found[stem] = record
    return found


def article_text(document: GoldDocument, record: Record | None) -> str:
    """The text that the record's offsets count in: its own if it carries one, else that of the article beside the gold.

    Raises:
        GoldError: the article cannot be read.
        UsageError: the record was made from another text.
    """
    if record is None:
        return _file_text(document)
    if record.document.text is not None:
        return record.document.text
    for read in (_file_text, _ingested_text):
        text = read(document)
        if _fits(record, text):
            return text
    raise UsageError(
        f"{document.article_path}: the record of {record.document.path} was made from another text;"
        " run again, or keep texts in the records (--text)"
    )


def _file_text(document: GoldDocument) -> str:
    if document.is_html:
        return _ingested_text(document)
    try:
        return decode(document.article_path.read_bytes())
    except (OSError, UnicodeDecodeError):
        return _ingested_text(document)


def _ingested_text(document: GoldDocument) -> str:
    """The text as ingestion reads it, in encodings too that gold does not use."""
    article = next(_ingest([document.article_path]))
    if isinstance(article, Reject):
        raise GoldError(f"{document.article_path}: {article.message}")
    return article.text


def _fits(record: Record, text: str) -> bool:
    mentions = (m for e in record.entities for m in e.mentions)
    parts: list[Mention | Amount | DateValue] = [*mentions, *record.amounts, *record.dates]
    return all(text[part.start : part.end] == part.text for part in parts)
