"""The whole training on a toy encoder: loss falls, a stopped run goes on, the export says what the model says."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="extra `train`")

import torch
from transformers import BertConfig, BertModel

from pipeline.encoder.known_names import count
from pipeline.encoder.labels import layers, pair_labels
from pipeline.encoder.pieces import PieceTokenizer
from pipeline.encoder.session import CONFIG, FILES, TOKENIZER, EncoderSession, Spans, shipped
from pipeline.errors import TrainingError
from pipeline.evaluation.corpus import read_corpus
from pipeline.training.base import trained
from pipeline.training.examples import example
from pipeline.training.export import export
from pipeline.training.loop import Recipe, train
from pipeline.training.model import MultiTask
from pipeline.training.tensors import ArticleTensors, tensors

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
    drawn = copy.deepcopy(model)
    torch.nn.init.normal_(drawn.tagger.encoder.embeddings.token_type_embeddings.weight)
    export(drawn, shipped() / TOKENIZER, tmp_path / "drawn", SIZE)
    assert_same(drawn, EncoderSession(tmp_path / "drawn"), articles[0])  # known names count in the graph too

    base = trained(tmp_path / "out")
    for name, value in model.state_dict().items():
        assert (base.state_dict()[name] - value).abs().max() <= 0.02 * value.abs().max(), name
    config = tmp_path / "out" / CONFIG
    config.write_text(config.read_text(encoding="utf-8").replace('"format": 3', '"format": 2'), encoding="utf-8")
    with pytest.raises(TrainingError, match="format 2"):
        trained(tmp_path / "out")
    go(1, "further", base)
    assert log(tmp_path / "further")[0]["loss"]["entities"] < epochs[0]["loss"]["entities"]


def assert_same(model: MultiTask, session: EncoderSession, article: ArticleTensors) -> None:
    """The graphs agree with PyTorch up to what 8 bits lose."""
    from pipeline.encoder.windows import Window

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
    spans = Spans(np.array([1, 4, 6]), np.array([3, 6, 7]), np.array([0, 1, 1]), np.array([0, 2, 2]))
    pairs = np.array([0, 1, 2]), np.array([2, 0, 0])
    found = session.score(hidden[0].numpy(), spans, *pairs)
    with torch.inference_mode():
        parts = model.heads(hidden[0], *(torch.from_numpy(a) for a in (*spans, *pairs)))
    assert found["labels"].shape == (3, len(pair_labels()))
    np.testing.assert_allclose(found["labels"], parts[4].numpy(), atol=1e-4)
