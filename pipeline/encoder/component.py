"""The spaCy component that runs the encoder, once a window, and decodes its tag layers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.document import TaggedSpan, text_of
from pipeline.encoder.decoding import Floats, best_paths, spans_of
from pipeline.encoder.known_names import KnownNames
from pipeline.encoder.labels import PROJECTS, TITLES, layers
from pipeline.encoder.reading import read
from pipeline.encoder.session import EncoderSession, Tagged, load
from pipeline.encoder.windows import Window
from pipeline.kb.knowledge_base import load as load_base
from pipeline.settings import Device
from pipeline.text.scripts import LATIN

#: Key in `Doc.user_data` of what the scorer still needs; it takes it away.
ENCODING = "equitrace.encoding"


#: Layers whose neighbours are never two names: "Chief" and "Executive", 二期 and 工厂.
JOINED = frozenset({PROJECTS, TITLES})
#: What the logit of "no name" is lowered by: a phrase more costs less than one missed, since its project has a
#: confidence of its own. On dev projects had 0.690 F1 with 0, 0.707 with 0.8, 0.697 with 1.6.
LEANING = {PROJECTS: 0.8}
_INSIDE = re.compile(f"[{LATIN}0-9]{{2}}")


@dataclass(frozen=True)
class Encoding:
    """Windows of one Doc with what the encoder made of them."""

    windows: list[Window]
    tagged: list[Tagged]


@Language.factory(
    "encoder",
    assigns=["doc._.tagged", "doc._.titles", "doc._.window_tones"],
    requires=["doc._.blocks"],
    default_config={"folder": None, "device": "cpu"},
)
class Encoder:
    """Spans of every tag layer, for the stages that decide on names, projects and posts.

    Reads the names of the knowledge base that is in force when it is built.

    Writes `doc._.tagged`, `doc._.titles`, `doc._.window_tones` and, until `span_scorer` has run, an `Encoding` in
    `doc.user_data`.
    """

    def __init__(self, nlp: Language, name: str, folder: str | None = None, device: Device = "cpu") -> None:
        self.name = name
        self._session: EncoderSession = load(Path(folder) if folder else None, device)
        self._names = KnownNames(load_base())

    def __call__(self, doc: Doc) -> Doc:
        windows = read(doc, self._session.tokenizer, self._names, int(self._session.config["size"]))
        encoding = Encoding(windows, self._session.tag(windows))
        doc.user_data[ENCODING] = encoding
        doc._.tagged = decode(text_of(doc), encoding)
        doc._.titles = [span for span in doc._.tagged if span["layer"] == TITLES]
        doc._.window_tones = [t.tone.tolist() for t in encoding.tagged]
        return doc


def decode(text: str, encoding: Encoding) -> list[TaggedSpan]:
    """Spans of every layer in reading order, each from the window that owns its first piece."""
    found: list[TaggedSpan] = []
    for window, tagged in zip(encoding.windows, encoding.tagged, strict=True):
        continues = _continues(text, window)
        scores = [_leaning(tagged.layers[layer], layer) for layer in layers()]
        for layer, own, path in zip(layers(), scores, best_paths(scores, continues), strict=True):
            found += _spans(text, window, own, path, layer)
    return joined(text, sorted(found, key=lambda s: (s["layer"], s["start"])))


def joined(text: str, spans: list[TaggedSpan]) -> list[TaggedSpan]:
    """Spans of one layer and type with at most white space between them are one, in reading order of all layers.

    Args:
        spans: sorted by layer, then by start.
    """
    found: list[TaggedSpan] = []
    for span in spans:
        last = found[-1] if found else None
        if last is not None and _is_one(text, last, span):
            words = text[last["start"] : span["end"]]
            score = min(last["score"], span["score"])
            found[-1] = last | {"end": span["end"], "text": words, "score": score}
            continue
        found.append(span)
    return sorted(found, key=lambda s: (s["start"], s["end"], s["layer"]))


def _is_one(text: str, last: TaggedSpan, span: TaggedSpan) -> bool:
    alike = span["layer"] in JOINED and (last["layer"], last["type"]) == (span["layer"], span["type"])
    return alike and not text[last["end"] : span["start"]].strip()


def _continues(text: str, window: Window) -> npt.NDArray[np.bool_]:
    """Of each piece, whether it begins inside of a Latin word; shape (pieces,)."""
    starts = window.offsets[:, 0].tolist()
    return np.array([start > 0 and _INSIDE.match(text, start - 1) is not None for start in starts], bool)


def _leaning(scores: Floats, layer: str) -> Floats:
    return np.concatenate([scores[:, :1] - np.float32(LEANING.get(layer, 0.0)), scores[:, 1:]], axis=1)


def _spans(text: str, window: Window, scores: Floats, path: npt.NDArray[np.int64], layer: str) -> Iterator[TaggedSpan]:
    types = layers()[layer]
    logs = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
    for first, end, kind in spans_of(path):
        if not window.own[first] or (window.offsets[first:end, 0] < 0).any():
            continue
        start, stop = int(window.offsets[first, 0]), int(window.offsets[end - 1, 1])
        probability = float(np.exp(logs[np.arange(first, end), path[first:end]].mean()))
        yield TaggedSpan(
            layer=layer, start=start, end=stop, text=text[start:stop], type=types[kind], score=round(probability, 3)
        )
