"""The spaCy component that scores spans and pairs of spans, once names and project phrases are settled."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.document import PairScore, SpanKey, SpanScore
from pipeline.encoder.component import ENCODING, Encoding
from pipeline.encoder.labels import AMOUNT, SAME, TITLE, allowed_table, pair_labels, span_types, usable_table
from pipeline.encoder.session import EncoderSession, Floats, Indexes, Spans, load
from pipeline.encoder.windows import Window
from pipeline.ontology import PROJECT
from pipeline.settings import Device

#: Labels of pairs with a lower logit are not kept: a probability of 0.25%.
FLOOR = -6.0
#: Spans of one window that take part in pairs, at most; their number grows with the square.
MOST_SPANS = 220


@Language.factory(
    "span_scorer",
    assigns=["doc._.span_scores", "doc._.pair_scores"],
    requires=["doc._.mentions", "doc._.project_mentions", "doc._.titles", "doc._.amounts"],
    default_config={"folder": None, "device": "cpu"},
)
class SpanScorer:
    """Scores from the states that the `encoder` stage left; takes these away.

    Writes `doc._.span_scores` and `doc._.pair_scores`.
    """

    def __init__(self, nlp: Language, name: str, folder: str | None = None, device: Device = "cpu") -> None:
        self.name = name
        self._session: EncoderSession = load(Path(folder) if folder else None, device)

    def __call__(self, doc: Doc) -> Doc:
        encoding: Encoding = doc.user_data.pop(ENCODING)
        keyed = list(_keyed(doc))
        span_scores: list[SpanScore] = []
        pair_scores: list[PairScore] = []
        for window, tagged in zip(encoding.windows, encoding.tagged, strict=True):
            spans = _located(window, keyed)[:MOST_SPANS]
            if spans:
                found = self._score(window, tagged.hidden, spans)
                span_scores.extend(found[0])
                pair_scores.extend(found[1])
        doc._.span_scores, doc._.pair_scores = span_scores, pair_scores
        return doc

    def _score(self, window: Window, hidden: Floats, spans: list[Located]) -> tuple[list[SpanScore], list[PairScore]]:
        start, end, kind = (np.array([s[i] for s in spans], np.int64) for i in (1, 2, 3))
        subject, object_ = _pairs(kind)
        placed = Spans(start, end, kind, window.sentences[start].astype(np.int64))
        scores = self._session.score(hidden, placed, subject, object_)
        return list(_span_scores(spans, scores)), list(_pair_scores(spans, kind, subject, object_, scores))


#: A span's key, first piece, piece behind its last, and index of its type.
Located = tuple[SpanKey, int, int, int]


def _keyed(doc: Doc) -> Iterator[tuple[SpanKey, int, int, int]]:
    """Every span with its key, offsets and type."""
    kinds = {name: index for index, name in enumerate(span_types())}
    for slot, type_ in (("mentions", None), ("project_mentions", PROJECT), ("titles", TITLE), ("amounts", AMOUNT)):
        for index, span in enumerate(getattr(doc._, slot)):
            yield (slot, index), span["start"], span["end"], kinds[type_ or span["type"]]


def _located(window: Window, keyed: list[tuple[SpanKey, int, int, int]]) -> list[Located]:
    shown = window.offsets[window.offsets[:, 0] >= 0]
    if not len(shown):
        return []
    low, high = int(shown[:, 0].min()), int(shown[:, 1].max())
    return [
        (key, *place, kind)
        for key, start, end, kind in keyed
        if start < high and end > low
        for place in window.places(start, end)
    ]


def _pairs(kinds: Indexes) -> tuple[Indexes, Indexes]:
    """Ordered pairs whose types may have a label."""
    table = usable_table()[kinds[:, None], kinds[None, :]]
    np.fill_diagonal(table, False)
    subject, object_ = np.nonzero(table)
    return subject.astype(np.int64), object_.astype(np.int64)


def _span_scores(spans: list[Located], scores: dict[str, Floats]) -> Iterator[SpanScore]:
    company, project = span_types().index("COMPANY"), span_types().index(PROJECT)
    for row, (key, _, _, kind) in enumerate(spans):
        if kind in (company, project):
            yield SpanScore(
                span=key,
                kind=scores["kind"][row].tolist(),
                sector=scores["sector"][row].tolist(),
                status=scores["status"][row].tolist(),
                direction=scores["company_direction"][row].tolist(),
            )


def _pair_scores(
    spans: list[Located], kinds: Indexes, subject: Indexes, object_: Indexes, scores: dict[str, Floats]
) -> Iterator[PairScore]:
    labels, project = pair_labels(), span_types().index(PROJECT)
    kept = allowed_table()[kinds[subject], kinds[object_]] & (scores["labels"] > FLOOR)
    # clustering weighs what speaks against two phrases too
    kept[(kinds[subject] == project) & (kinds[object_] == project), labels.index(SAME)] = True
    rows = np.flatnonzero(kept.any(axis=1))
    columns = (kept, scores["labels"], subject, object_, scores["modality"], scores["direction"])
    for chosen, logits, first, second, modality, direction in zip(*(c[rows].tolist() for c in columns), strict=True):
        yield PairScore(
            subject=spans[first][0],
            object=spans[second][0],
            labels=dict(compress(zip(labels, logits, strict=True), chosen)),
            modality=modality,
            direction=direction,
        )
