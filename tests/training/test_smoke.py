"""The whole training on a toy encoder: loss falls, a stopped run goes on, the export says what the model says."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import spacy

pytest.importorskip("torch", reason="extra `train`")

import torch
from transformers import BertConfig, BertModel

from pipeline.encoder.component import Encoding
from pipeline.encoder.known_names import count
from pipeline.encoder.labels import layers, pair_labels, span_types
from pipeline.encoder.pairs import near_pairs
from pipeline.encoder.pieces import PieceTokenizer
from pipeline.encoder.scorer import SpanScorer
from pipeline.encoder.session import CONFIG, FILES, TOKENIZER, EncoderSession, Places, Spans, Tagged, shipped
from pipeline.encoder.windows import Window
from pipeline.errors import TrainingError
from pipeline.evaluation.corpus import read_corpus
from pipeline.ontology import PROJECT
from pipeline.training.base import trained
from pipeline.training.examples import example
from pipeline.training.export import export
from pipeline.training.loop import Recipe, train
from pipeline.training.losses import padded, score
from pipeline.training.model import MultiTask
from pipeline.training.tensors import IGNORED, ArticleTensors, tensors

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
SIZE = 96


@pytest.fixture(scope="module")
def tokenizer() -> PieceTokenizer:
    return PieceTokenizer(shipped() / TOKENIZER)


@pytest.fixture(scope="module")
def articles(tokenizer: PieceTokenizer) -> list[ArticleTensors]:
    chosen = read_corpus(ROOT / "corpus" / "articles" / "train")[:2]
    found = [tensors(example(article, tokenizer, SIZE)) for article in chosen]
    for article in found:
        del article.windows[5:]
    return found


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("start")
    torch.manual_seed(0)
    rows = len(json.loads((shipped() / TOKENIZER).read_text(encoding="utf-8"))["model"]["vocab"])
    config = BertConfig(
        vocab_size=rows, hidden_size=32, num_hidden_layers=1, num_attention_heads=2, intermediate_size=64
    )
    BertModel(config, add_pooling_layer=False).save_pretrained(folder)
    return folder


def log(folder: Path) -> list[dict[str, dict[str, float]]]:
    return [json.loads(line) for line in (folder / "log.jsonl").read_text().splitlines()]


def test_training_stops_goes_on_and_exports(
    start: Path, articles: list[ArticleTensors], tokenizer: PieceTokenizer, tmp_path: Path
) -> None:
    def go(epochs: int, folder: str, model: MultiTask) -> MultiTask:
        recipe = Recipe(epochs=epochs, encoder_rate=1e-3, size=SIZE)
        return train(model, [lambda _, a=a: a for a in articles], articles, tmp_path / folder, recipe, tokenizer)

    first = MultiTask.from_start(start)
    rows = first.tagger.encoder.embeddings.token_type_embeddings.weight
    assert rows.shape[0] == count()
    assert (rows == rows[0]).all()
    go(1, "run", first)
    model = go(3, "run", MultiTask.from_start(start))
    epochs = log(tmp_path / "run")
    assert [line["epoch"] for line in epochs] == [1, 2, 3]
    assert epochs[-1]["loss"]["entities"] < epochs[0]["loss"]["entities"]
    assert epochs[-1]["loss"]["relations"] < epochs[0]["loss"]["relations"]

    export(model, shipped() / TOKENIZER, tmp_path / "out", SIZE)
    assert {p.name for p in (tmp_path / "out").iterdir()} == set(FILES)
    assert_same(model, EncoderSession(tmp_path / "out"), articles[0])
    assert_same_across_windows(model, tmp_path / "out", articles[0], tokenizer.pad)
    drawn = copy.deepcopy(model)
    torch.nn.init.normal_(drawn.tagger.encoder.embeddings.token_type_embeddings.weight)
    export(drawn, shipped() / TOKENIZER, tmp_path / "drawn", SIZE)
    assert_same(drawn, EncoderSession(tmp_path / "drawn"), articles[0])  # known names count in the graph too

    base = trained(tmp_path / "out")
    for name, value in model.state_dict().items():
        assert (base.state_dict()[name] - value).abs().max() <= 0.02 * value.abs().max(), name
    config = tmp_path / "out" / CONFIG
    config.write_text(config.read_text(encoding="utf-8").replace('"format": 4', '"format": 3'), encoding="utf-8")
    with pytest.raises(TrainingError, match="format 3"):
        trained(tmp_path / "out")
    go(1, "further", base)
    assert log(tmp_path / "further")[0]["loss"]["entities"] < epochs[0]["loss"]["entities"]


def assert_same(model: MultiTask, session: EncoderSession, article: ArticleTensors) -> None:
    """The graphs agree with PyTorch up to what 8 bits lose."""
    ids, known = article.windows[0].ids, article.windows[0].known
    assert known.any()
    offsets = np.zeros((len(ids), 2), np.int32)
    pieces = [t.numpy().astype(np.int32) for t in (ids, known)]
    window = Window(pieces[0], offsets, np.zeros(len(ids), np.int32), pieces[1], np.ones(len(ids), bool))
    (tagged,) = session.tag([window])
    with torch.inference_mode():
        hidden, *scores, _ = model.tagger(
            ids.unsqueeze(0), known.unsqueeze(0), torch.ones(1, len(ids), dtype=torch.int64)
        )
    for name, wanted in zip(layers(), scores, strict=True):
        assert np.abs(tagged.layers[name] - wanted[0].numpy()).max() < 0.2
    pairs = np.array([0, 1, 2]), np.array([2, 0, 0])
    spans = Spans(np.array([1, 4, 6]), np.array([3, 6, 7]), np.array([0, 1, 1]), *pairs)
    read = session.read(hidden[0].numpy(), spans)
    # one pair more than the window shows; then none that it shows
    for shown, further in ((3, ([0, 1, 2, 1], [2, 0, 0, 2])), (0, ([0, 1], [1, 0]))):
        places = Places(spans.start, spans.type, np.array([0, 2, 2]), *map(np.array, further))
        found = session.score(read._replace(shared=read.shared[:shown]), places)
        with torch.inference_mode():
            states = model.reader(hidden[0], *map(torch.from_numpy, spans))
            parts = model.heads(*states[:2], states[2][:shown], *map(torch.from_numpy, places))
        assert found["labels"].shape == (len(further[0]), len(pair_labels()))
        for values, wanted in zip(found.values(), parts, strict=True):
            np.testing.assert_allclose(values, wanted.numpy(), atol=1e-4)


def assert_same_across_windows(model: MultiTask, folder: Path, article: ArticleTensors, pad: int) -> None:
    """Run time and training score the same pairs alike, with a window between that has no spans."""
    model.eval()
    empty: dict[str, list[int]] = {"starts": [], "ends": [], "types": [], "owners": []}
    first, second, third = article.windows[:3]
    given = [first, replace(second, surfaces=[], **empty), third]
    kinds = [span_types().index(name) for name in (PROJECT, PROJECT, "COMPANY")]
    given = [
        replace(w, owners=[100 * n + i for i in range(len(w.starts))], types=[kinds[n]] * len(w.starts))
        for n, w in enumerate(given)
    ]
    with torch.inference_mode():
        wanted = score(model, given, pad)
        hidden = [model.tagger(*padded([w], pad))[0][0].numpy() for w in given]
    windows = [
        Window(
            w.ids.numpy(), np.zeros((len(w.ids), 2), np.int32), w.sentences.numpy(), w.known.numpy(),
            (w.tags["entities"] != IGNORED).numpy(),
        )
        for w in given
    ]  # fmt: skip
    encoding = Encoding(windows, [Tagged(states, {}, np.zeros(4, np.float32)) for states in hidden])
    section = {
        n: [(("mentions", i), *place) for i, place in enumerate(zip(w.starts, w.ends, w.types, strict=True))]
        for n, w in enumerate(given)
        if w.starts
    }
    _, places, found = SpanScorer(spacy.blank("en"), "span_scorer", str(folder))._score(encoding, section)
    near = sum(len(near_pairs(np.array(w.types, np.int64))[0]) for w in given if w.starts)
    assert len(places.subject) > near  # pairs across windows too
    np.testing.assert_array_equal(places.start, wanted.given.starts.numpy())
    np.testing.assert_array_equal(places.subject, wanted.indexes.subject.numpy())
    np.testing.assert_allclose(found["labels"], wanted.pairs.labels.numpy(), atol=1e-3)
    np.testing.assert_allclose(found["status"], wanted.spans.status.numpy(), atol=1e-3)
