"""The spaCy component that writes mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import minibatch

from pipeline.document import Mention, text_of
from pipeline.entities import han_names, latin_names, statistical
from pipeline.entities.candidates import Candidate
from pipeline.entities.gazetteer import Gazetteer
from pipeline.entities.headlines import supported
from pipeline.entities.resolve import resolve
from pipeline.entities.typing import retype
from pipeline.kb.knowledge_base import KnowledgeBase, load


@Language.factory(
    "mention_finder",
    assigns=["doc._.mentions", "doc.ents"],
    requires=["doc._.amounts", "doc._.dates", "doc._.tickers", "doc._.blocks"],
)
class MentionFinder:
    """Names of the seven entity types, from knowledge base, statistical model and name grammars.

    Writes `doc._.mentions` and, for spaCy's tools, `doc.ents`.
    """

    def __init__(self, nlp: Language, name: str, base: KnowledgeBase | None = None) -> None:
        self.name = name
        self._gazetteer = Gazetteer(base or load())

    def __call__(self, doc: Doc) -> Doc:
        return next(iter(self.pipe([doc])))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 32) -> Iterator[Doc]:
        """Batches of Docs, so that the statistical model reads many at once."""
        for batch in minibatch(stream, batch_size):  # type: ignore[no-untyped-call]
            for doc, proposed in zip(batch, statistical.find_all(batch), strict=True):
                doc._.mentions = self.predict(doc, proposed)
                doc.ents = _entity_spans(doc)
                yield doc

    def predict(self, doc: Doc, proposed: list[Candidate]) -> list[Mention]:
        """Mentions of one Doc, given what the statistical model proposed."""
        text = text_of(doc)
        listings = frozenset(listing for ticker in doc._.tickers for listing in ticker["listings"])
        surnames = frozenset(
            text[c.start : c.end].split()[-1] for c in proposed if c.type == "PERSON" and " " in text[c.start : c.end]
        )
        proposed = retype(text, supported(text, doc._.blocks, proposed), surnames)
        known = list(self._gazetteer.find(text, listings, proposed))
        places = {c.start: c.end for c in known if c.type == "LOCATION"}
        tickers = [t["start"] for t in doc._.tickers]
        by_form = [*han_names.find(text, places, tickers), *latin_names.find(text, tickers)]
        values = [
            (v["start"], v["end"])
            for slot in ("amounts", "dates", "tickers", "percentages")
            for v in getattr(doc._, slot)
        ]
        return resolve(text, [*known, *proposed, *by_form], values)


def _entity_spans(doc: Doc) -> list[Any]:
    """Mentions as spaCy spans; one that shares a token with the one before is left out of `doc.ents`."""
    spans: list[Any] = []
    for mention in doc._.mentions:
        span = doc.char_span(mention["start"], mention["end"], label=mention["type"], alignment_mode="expand")
        if span is not None and (not spans or span.start >= spans[-1].end):
            spans.append(span)
    return spans
