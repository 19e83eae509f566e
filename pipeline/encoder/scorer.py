"""The spaCy component that scores spans and pairs of spans, once names and project phrases are settled."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.document import PairScore, SpanKey, SpanScore
from pipeline.encoder.component import ENCODING, Encoding
from pipeline.encoder.labels import AMOUNT, SAME, TITLE, allowed_table, pair_labels, span_types
from pipeline.encoder.pairs import far_pairs, near_pairs
from pipeline.encoder.session import EncoderSession, Floats, Places, ReadSpans, Spans, load
from pipeline.encoder.windows import Window
from pipeline.ontology import PROJECT
from pipeline.settings import Device

#: Labels of pairs with a lower logit are not kept: a probability of 0.25%.
FLOOR = -6.0
#: Spans of one window that take part in pairs, at most; the number of pairs grows with the square.
MOST_IN_WINDOW = 160
#: Spans that see each other across windows, at most: as many as the largest article of train has. With 600 a text of
#: 26,000 characters takes 911 MB, with 300 738 MB.
MOST_SPANS = 300


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
        keyed = sorted(_keyed(doc), key=lambda k: k[1])
        span_scores: list[SpanScore] = []
        pair_scores: list[PairScore] = []
        for section in _sections([_located(window, keyed) for window in encoding.windows]):
            spans, places, scores = self._score(encoding, section)
            span_scores.extend(_span_scores(spans, scores))
            pair_scores.extend(_pair_scores(spans, places, scores))
        doc._.span_scores, doc._.pair_scores = span_scores, pair_scores
        return doc

    def _score(self, encoding: Encoding, section: Section) -> tuple[list[Located], Places, dict[str, Floats]]:
        """The spans of consecutive windows, where they stand, and their scores."""
        read, starts, sentences, own, pairs = [], [], [], [], []
        before = np.cumsum([0, *map(len, encoding.windows)])
        first = 0
        for number, spans in section.items():
            window, hidden = encoding.windows[number], encoding.tagged[number].hidden
            start, end, kind = (np.array([s[i] for s in spans], np.int64) for i in (1, 2, 3))
            subject, object_ = near_pairs(kind)
            read.append(self._session.read(hidden, Spans(start, end, kind, subject, object_)))
            starts.append(start + before[number])
            sentences.append(window.sentences[start].astype(np.int64))
            own.append(window.own[start])
            pairs.append((subject + first, object_ + first))
            first += len(spans)
        all_spans = [span for spans in section.values() for span in spans]
        types = np.array([s[3] for s in all_spans], np.int64)
        windows = np.repeat(np.arange(len(section)), [len(spans) for spans in section.values()])
        pairs.append(far_pairs(types, windows, np.concatenate(own)))
        subjects, objects = (np.concatenate(side) for side in zip(*pairs, strict=True))
        places = Places(np.concatenate(starts), types, np.concatenate(sentences), subjects, objects)
        together = ReadSpans(*(np.concatenate(part) for part in zip(*read, strict=True)))
        return all_spans, places, self._session.score(together, places)


#: A span's key, first piece, piece behind its last, and index of its type.
Located = tuple[SpanKey, int, int, int]
#: The spans of consecutive windows, by window.
Section = dict[int, list[Located]]


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


def _sections(located: list[list[Located]]) -> Iterator[Section]:
    """Windows that have spans, as many at once as have `MOST_SPANS` together at most."""
    section: Section = {}
    for number, spans in enumerate(spans[:MOST_IN_WINDOW] for spans in located):
        if section and sum(map(len, section.values())) + len(spans) > MOST_SPANS:
            yield section
            section = {}
        if spans:
            section[number] = spans
    if section:
        yield section


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


def _pair_scores(spans: list[Located], places: Places, scores: dict[str, Floats]) -> Iterator[PairScore]:
    labels, project = pair_labels(), span_types().index(PROJECT)
    kinds, subject, object_ = places.type, places.subject, places.object
    kept = allowed_table()[kinds[subject], kinds[object_]] & (scores["labels"] > FLOOR)
    # clustering weighs what speaks against two phrases too
    kept[(kinds[subject] == project) & (kinds[object_] == project), labels.index(SAME)] = True
    rows = np.flatnonzero(kept.any(axis=1))
    kept = kept[rows]
    named = iter(
        zip((labels[c] for c in np.nonzero(kept)[1].tolist()), scores["labels"][rows][kept].tolist(), strict=True)
    )
    columns = (subject, object_, scores["modality"], scores["direction"])
    numbers = kept.sum(axis=1).tolist()
    for number, first, second, modality, direction in zip(numbers, *(c[rows].tolist() for c in columns), strict=True):
        yield PairScore(
            subject=spans[first][0],
            object=spans[second][0],
            labels=dict(islice(named, number)),
            modality=modality,
            direction=direction,
        )
