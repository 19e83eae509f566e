"""The encoder's graphs in onnxruntime: loaded once, run window by window."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import onnxruntime

from pipeline.encoder.known_names import kinds
from pipeline.encoder.labels import pair_labels
from pipeline.encoder.pairs import Indexes
from pipeline.encoder.pieces import PieceTokenizer
from pipeline.encoder.windows import Window
from pipeline.errors import ModelError
from pipeline.paths import models
from pipeline.settings import Device

Floats = npt.NDArray[np.float32]
TAGGER, READER, HEADS = "encoder.onnx", "spans.onnx", "heads.onnx"
TOKENIZER, CONFIG = "tokenizer.json", "config.json"
FILES = (TAGGER, READER, HEADS, TOKENIZER, CONFIG)
#: Of the graphs: what goes in and comes out. 4 reads spans window by window and scores them article by article.
FORMAT = 4
#: Threads that one run of the graph uses; one a process is fastest where processes run side by side.
THREADS_VARIABLE = "EQUITRACE_THREADS"
_PROVIDERS: dict[Device, list[str]] = {
    "cpu": ["CPUExecutionProvider"],
    "cuda": ["CUDAExecutionProvider", "CPUExecutionProvider"],
}


@dataclass(frozen=True)
class Tagged:
    """What the encoder says of one window, special pieces included.

    Attributes:
        hidden: float32, shape (pieces, width).
        layers: logits by tag layer, float32, shape (pieces, tags).
        tone: logits of the tone, float32, shape (directions,).
    """

    hidden: Floats
    layers: dict[str, Floats]
    tone: Floats


class Spans(NamedTuple):
    """Spans of one window, and pairs of them; every array is int64.

    Attributes:
        start, end: pieces of the window, `end` exclusive, shape (spans,).
        type: index in `labels.span_types()`, shape (spans,).
        subject, object: indexes of spans, shape (pairs,).
    """

    start: Indexes
    end: Indexes
    type: Indexes
    subject: Indexes
    object: Indexes


class ReadSpans(NamedTuple):
    """What a window tells of its spans: themselves and what they attend to, (spans, width), and pairs, (pairs, width).

    All float32.
    """

    spans: Floats
    context: Floats
    shared: Floats


class Places(NamedTuple):
    """Where spans of several windows stand, and pairs of them; every array is int64.

    Attributes:
        start: first piece, as if the windows stood one behind the other, shape (spans,).
        type: index in `labels.span_types()`, shape (spans,).
        sentence: index in the article of the sentence where the span begins, shape (spans,).
        subject, object: indexes of spans, shape (pairs,); pairs of one window first, in the order of `ReadSpans`.
    """

    start: Indexes
    type: Indexes
    sentence: Indexes
    subject: Indexes
    object: Indexes


class EncoderSession:
    """The graphs of one folder of weights.

    Args:
        folder: with the files that `FILES` names.
        threads: of one run; 0 takes all cores.

    Raises:
        ModelError: a file is missing, the configuration is of another format, or onnxruntime lacks the device.
    """

    def __init__(self, folder: Path, threads: int | None = None, device: Device = "cpu") -> None:
        self.config = check(folder, device)
        self.tokenizer = PieceTokenizer(folder / TOKENIZER)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = _threads() if threads is None else threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        providers = _PROVIDERS[device]
        self._tagger = onnxruntime.InferenceSession(str(folder / TAGGER), options, providers=providers)
        self._reader = onnxruntime.InferenceSession(str(folder / READER), options, providers=providers)
        self._heads = onnxruntime.InferenceSession(str(folder / HEADS), options, providers=providers)
        if self._tagger.get_providers()[0] != providers[0]:
            raise ModelError(f"onnxruntime cannot use {device} here: its libraries do not load")
        self._outputs = [output.name for output in self._tagger.get_outputs()]
        self._head_outputs = [output.name for output in self._heads.get_outputs()]

    def tag(self, windows: Sequence[Window]) -> list[Tagged]:
        """Every window, in order; each is a run of its own.

        The ranges of 8-bit products are those of the whole run: with others beside it, a window would be read otherwise
        from batch to batch. On a CPU a batch of several is no faster.
        """
        return [self._tag(window) for window in windows]

    def _tag(self, window: Window) -> Tagged:
        inputs = {"ids": window.ids.astype(np.int64)[np.newaxis], "known": window.known.astype(np.int64)[np.newaxis]}
        results = dict(zip(self._outputs, self._tagger.run(None, inputs), strict=True))
        layers = {name: results[name][0] for name in self.config["layers"]}
        return Tagged(results["hidden"][0], layers, results["tone"][0])

    def read(self, hidden: Floats, spans: Spans) -> ReadSpans:
        """Spans and pairs of spans as one window shows them.

        Args:
            hidden: `Tagged.hidden` of the window.
        """
        return ReadSpans(*self._reader.run(None, {"hidden": hidden, **spans._asdict()}))

    def score(self, read: ReadSpans, places: Places) -> dict[str, Floats]:
        """Logits of the spans of several windows and of ordered pairs of these, as `training.model` has them."""
        inputs = {**read._asdict(), **places._asdict()}
        return dict(zip(self._head_outputs, self._heads.run(None, inputs), strict=True))


def _threads() -> int:
    return int(os.environ.get(THREADS_VARIABLE, "1"))


def shipped() -> Path:
    """Folder of the weights that come with the package."""
    return models("weights", "encoder")


@lru_cache(maxsize=2)
def load(folder: Path | None = None, device: Device = "cpu") -> EncoderSession:
    """The session of a folder, the shipped weights if none is given, loaded once a process.

    Raises:
        ModelError: a file is missing, or does not have the SHA-256 that `models/manifest.json` names.
    """
    if folder is None:
        verify(shipped())
    return EncoderSession(folder or shipped(), device=device)


@lru_cache(maxsize=2)
def verify(folder: Path) -> dict[str, str]:
    """SHA-256 of the shipped files by name, held against the manifest.

    Raises:
        ModelError: a file is missing or differs.
    """
    manifest = json.loads(models("manifest.json").read_text(encoding="utf-8"))["encoder"]
    for name, found in digests(folder).items():
        if found != manifest[name]:
            raise ModelError(f"{folder / name}: SHA-256 is {found}, the manifest says {manifest[name]}")
    return dict(manifest)


@lru_cache(maxsize=2)
def digests(folder: Path) -> dict[str, str]:
    """SHA-256 of a folder's files by name.

    Raises:
        ModelError: a file is missing.
    """
    _all_there(folder)
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES}


def _all_there(folder: Path) -> None:
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        raise ModelError(f"{folder}: {', '.join(missing)} missing")


def check(folder: Path | None, device: Device) -> dict[str, Any]:
    """The configuration of a folder of weights that can be run here.

    Args:
        folder: null for the shipped weights.

    Raises:
        ModelError: a file is missing, the weights are of another format, other relations or other entity types, or
            onnxruntime lacks the device.
    """
    folder = folder or shipped()
    _all_there(folder)
    config: dict[str, Any] = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
    if config.get("format") != FORMAT:
        raise ModelError(f"{folder / CONFIG}: format {config.get('format')} is not known, {FORMAT} is; train again")
    if config["pairs"] != list(pair_labels()):
        raise ModelError(f"{folder / CONFIG}: trained for other relations; train again")
    if config["known"] != list(kinds()):
        raise ModelError(f"{folder / CONFIG}: trained for other types of entities; train again")
    if _PROVIDERS[device][0] not in onnxruntime.get_available_providers():
        raise ModelError(f"onnxruntime has no {device} here; install onnxruntime-gpu in its place")
    return config
