"""The stages in order: `build_nlp()` makes the spaCy pipeline, `run()` takes articles through it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import minibatch

import pipeline.components  # noqa: F401  (registers the stages)
from pipeline.article import MAX_CHARACTERS, Article, Reject
from pipeline.assemble.record import assemble
from pipeline.encoder.session import digests, shipped, verify
from pipeline.errors import ArticleError
from pipeline.kb.knowledge_base import load, merged_with
from pipeline.paths import models, seeds
from pipeline.records import Provenance, Record
from pipeline.settings import DEFAULT, Settings
from pipeline.text.tokenizer import MIXED_TOKENIZER

#: The stages, in the order in which they run.
STAGES = (
    "layout",
    "sentence_splitter",
    "values",
    "encoder",
    "mention_finder",
    "entity_clusters",
    "linker",
    "project_phrases",
    "span_scorer",
    "positions",
    "project_finder",
    "relation_extractor",
    "effects",
    "tone",
)
#: Stages that leave out what they are not sure enough of.
_CONFIDENT = frozenset({"entity_clusters", "project_finder", "relation_extractor", "effects"})
#: Stages that run graphs of the encoder.
_ENCODING = frozenset({"encoder", "span_scorer"})
Outcome = Record | Reject


def build_nlp(settings: Settings = DEFAULT) -> Language:
    """The whole pipeline as one spaCy `Language` for English, Chinese and mixed text.

    Raises:
        KnowledgeBaseError: a table or file is malformed.
        ModelError: weights are missing or not those of the manifest, or the device is not there.

    >>> build_nlp().pipe_names[:2]
    ['layout', 'sentence_splitter']
    """
    nlp = spacy.blank("xx", config={"nlp": {"tokenizer": {"@tokenizers": MIXED_TOKENIZER}}})
    nlp.max_length = MAX_CHARACTERS
    with merged_with(settings.kb):
        nlp.meta["made_by"] = _made_by(settings)
        for stage in STAGES:
            nlp.add_pipe(stage, config=_config(stage, settings))
    return nlp


def _config(stage: str, settings: Settings) -> dict[str, Any]:
    if stage in _CONFIDENT:
        return {"least": settings.least}
    if stage in _ENCODING:
        return {"folder": str(settings.encoder) if settings.encoder else None, "device": settings.device}
    return {}


def run(
    articles: Iterable[Article],
    nlp: Language | None = None,
    with_text: bool = False,
    on_reject: Callable[[Reject], None] | None = None,
) -> Iterator[Record]:
    """Records of articles, in their order; memory does not grow with their number.

    Args:
        articles: what `pipeline.ingest` reads, or made by hand.
        nlp: from `build_nlp()`; made when left out.
        with_text: put each text into its record.
        on_reject: called with every article that yields no record; without it the first one raises.

    Raises:
        ArticleError: an article cannot be processed and `on_reject` is not given.
    """
    for outcome in process(articles, nlp or build_nlp(), with_text):
        if isinstance(outcome, Record):
            yield outcome
        elif on_reject is not None:
            on_reject(outcome)
        else:
            raise ArticleError(outcome.stage, outcome.error, f"{outcome.path}: {outcome.message}")


def process(
    articles: Iterable[Article], nlp: Language, with_text: bool = False, batch_size: int = 16
) -> Iterator[Outcome]:
    """A record or a reject for every article, in order."""
    made_by = provenance(nlp)
    for batch in minibatch(articles, batch_size):  # type: ignore[no-untyped-call]
        with nlp.memory_zone():
            outcomes = _process_batch(batch, nlp, made_by, with_text)
        yield from outcomes


def _process_batch(batch: list[Article], nlp: Language, made_by: Provenance, with_text: bool) -> list[Outcome]:
    try:
        docs = list(nlp.pipe(doc_of(nlp, article) for article in batch))
        return [_outcome(doc, article, made_by, with_text) for doc, article in zip(docs, batch, strict=True)]
    except Exception as error:  # noqa: BLE001  one bad article must not cost its neighbours
        if len(batch) == 1:
            return [_reject(batch[0], "extract", error)]
        return [outcome for article in batch for outcome in _process_batch([article], nlp, made_by, with_text)]


def doc_of(nlp: Language, article: Article) -> Doc:
    """The Doc of an article before the first stage."""
    doc = nlp.make_doc(article.text)
    doc._.article = article.model_dump(exclude={"text"})
    return doc


def _outcome(doc: Doc, article: Article, made_by: Provenance, with_text: bool) -> Outcome:
    try:
        return assemble(doc, article, made_by, with_text)
    except ValueError as error:
        return _reject(article, "assemble", error)


def _reject(article: Article, stage: str, error: Exception) -> Reject:
    return Reject(
        path=article.path,
        content_hash=article.content_hash or None,
        stage=stage,
        error=type(error).__name__,
        message=str(error)[:500],
    )


def provenance(nlp: Language) -> Provenance:
    """Version, configuration, models and seeds that a pipeline of `build_nlp` works with, as SHA-256."""
    return Provenance(**nlp.meta["made_by"])


def _made_by(settings: Settings) -> dict[str, Any]:
    encoder = verify(shipped()) if settings.encoder is None else digests(settings.encoder)
    return {
        "version": version("equitrace"),
        "config": hashlib.sha256(json.dumps([STAGES, settings.least]).encode()).hexdigest(),
        "models": {
            **{f"encoder/{name}": digest for name, digest in encoder.items()},
            **{
                name: hashlib.sha256(models(name).read_bytes()).hexdigest()
                for name in ("confidence.json", "moving_words.tsv")
            },
        },
        "seeds": _seeds_hash(load().digest),
    }


def _seeds_hash(knowledge_base: str) -> str:
    digest = hashlib.sha256(knowledge_base.encode())
    for path in sorted(seeds("lexicons").rglob("*.tsv")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    digest.update(seeds("ontology.yaml").read_bytes())
    return digest.hexdigest()
