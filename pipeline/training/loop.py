"""The training loop: one article a step, checkpoints, resume, early stopping on dev."""

from __future__ import annotations

import json
import logging
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, cast

import torch
from torch import Tensor
from torch.optim.swa_utils import AveragedModel

from pipeline.encoder.pieces import PieceTokenizer
from pipeline.training.losses import WEIGHTS, losses, score
from pipeline.training.model import MultiTask
from pipeline.training.noise import Noise
from pipeline.training.scores import evaluate
from pipeline.training.tensors import ArticleTensors

log = logging.getLogger(__name__)


#: An article as one epoch sees it.
View = Callable[[random.Random], ArticleTensors]


@dataclass(frozen=True)
class Recipe:
    """How to train; `models/configs/*.yaml` hold such recipes.

    Attributes:
        epochs: passes over the training articles.
        encoder_rate, head_rate: peak learning rates; linear warm-up over `warmup` of the steps, then linear decay.
        articles_per_step: articles whose gradients one step sums.
        average: share of the old in the moving average of the weights, by step (Polyak and Juditsky 1992); the average
            is what an epoch is judged by and what comes out.
        augmented: share of the articles of an epoch that `augmentation.Augmenter` rewrites.
        combined: share of the short articles of an epoch behind which another one is put, see `combination`.
        drop_spans, move_spans, mask_pieces, forget_names: shares of noise, see `noise.Noise`.
        train_embeddings: whether the embeddings of pieces change too.
        frozen_layers: layers of the encoder, from the bottom, that do not change.
        size: pieces of a window, at most.
    """

    epochs: int = 12
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    warmup: float = 0.1
    articles_per_step: int = 1
    average: float = 0.998
    augmented: float = 0.5
    combined: float = 0.0
    drop_spans: float = 0.05
    move_spans: float = 0.05
    mask_pieces: float = 0.05
    forget_names: float = 0.15
    clip: float = 1.0
    weight_decay: float = 0.01
    train_embeddings: bool = False
    frozen_layers: int = 0
    size: int = 512
    seed: int = 1
    weights: dict[str, float] = field(default_factory=lambda: dict(WEIGHTS))
    heads: dict[str, Any] = field(default_factory=dict)


def train(
    model: MultiTask,
    articles: Sequence[View],
    dev: list[ArticleTensors],
    out: Path,
    recipe: Recipe,
    pieces: PieceTokenizer,
) -> MultiTask:
    """Train, or go on from the last checkpoint in `out`; the best epoch's weights end up in `out/best.pt`.

    Args:
        model: to begin with, fresh heads over an encoder or trained before.
        articles: to train on; each is asked for anew in every epoch.
        pieces: whose special pieces fill and hide.
    """
    torch.manual_seed(recipe.seed)
    out.mkdir(parents=True, exist_ok=True)
    optimizer = _optimizer(model, recipe)
    average = AveragedModel(model, multi_avg_fn=_moving(recipe.average))
    steps = recipe.epochs * -(-len(articles) // recipe.articles_per_step)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, steps, recipe.warmup))
    parts = {"model": model, "average": average, "optimizer": optimizer, "schedule": schedule}
    first, best = _resume(out, parts)
    (out / "recipe.json").write_text(json.dumps(asdict(recipe), indent=1))
    for epoch in range(first, recipe.epochs):
        began = time.monotonic()
        means = _epoch(model, average, optimizer, schedule, articles, recipe, pieces, epoch)
        figures = evaluate(cast(MultiTask, average.module), dev, pieces.pad)
        took = time.monotonic() - began
        left = took * (recipe.epochs - epoch - 1) / 60
        line = {"epoch": epoch + 1, "seconds": round(took), "loss": means, "dev": figures}
        with (out / "log.jsonl").open("a") as file:
            file.write(json.dumps(line) + "\n")
        log.info("epoch %d: %s; %.0f minutes left", epoch + 1, _brief(figures), left)
        if objective(figures) >= best:
            best = objective(figures)
            torch.save(average.module.state_dict(), out / "best.pt")
        _keep(out, parts, epoch + 1, best)
    model.load_state_dict(torch.load(out / "best.pt"))
    return model


def objective(figures: dict[str, float]) -> float:
    """What the best epoch is best at: mean of the tasks' dev figures that records depend on."""
    names = (
        "entities",
        "entities",
        "projects_overlap",
        "relations",
        "relations",
        "affected",
        "cause",
        "status",
        "direction",
    )
    return sum(figures.get(n, 0.0) for n in names) / len(names)


def _brief(figures: dict[str, float]) -> str:
    names = (
        "entities",
        "entities_untyped",
        "projects_overlap",
        "titles",
        "relations",
        "same",
        "modality",
        "kind",
        "sector",
        "status",
        "affected",
        "direction",
        "effect",
        "cause",
        "tone",
    )
    return " ".join(f"{n} {figures.get(n, 0):.3f}" for n in names)


def _optimizer(model: MultiTask, recipe: Recipe) -> torch.optim.Optimizer:
    encoder: list[torch.nn.Parameter] = []
    heads: list[torch.nn.Parameter] = []
    if not recipe.train_embeddings:
        model.tagger.encoder.embeddings.word_embeddings.requires_grad_(False)
    if recipe.frozen_layers:
        model.tagger.encoder.embeddings.requires_grad_(False)
        model.tagger.encoder.embeddings.token_type_embeddings.requires_grad_(True)  # new, not of the layers below
        model.tagger.encoder.encoder.layer[: recipe.frozen_layers].requires_grad_(False)
    for name, parameter in model.named_parameters():
        if parameter.requires_grad:
            # the rows for known names begin alike and must move apart, so they learn at the rate of the heads
            old = name.startswith("tagger.encoder.") and "token_type_embeddings" not in name
            (encoder if old else heads).append(parameter)
    groups = [{"params": encoder, "lr": recipe.encoder_rate}, {"params": heads, "lr": recipe.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=recipe.weight_decay)


def _moving(
    most: float,
) -> Callable[[tuple[Tensor, ...] | list[Tensor], tuple[Tensor, ...] | list[Tensor], Tensor | int], None]:
    """A moving average that forgets its first steps sooner, so that short trainings are not held back."""

    def update(averages: Any, values: Any, steps: Tensor | int) -> None:
        kept = min(most, (1 + int(steps)) / (10 + int(steps)))
        torch._foreach_lerp_(averages, values, 1 - kept)

    return update


def _rate(step: int, steps: int, warmup: float) -> float:
    warm = max(1, int(steps * warmup))
    return min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))


def _keep(out: Path, parts: Mapping[str, Any], epoch: int, best: float) -> None:
    state = {name: part.state_dict() for name, part in parts.items()}
    torch.save(state | {"epoch": epoch, "best": best}, out / "last.tmp")
    (out / "last.tmp").replace(out / "last.pt")


def _resume(out: Path, parts: Mapping[str, Any]) -> tuple[int, float]:
    if not (out / "last.pt").is_file():
        return 0, -1.0
    state = torch.load(out / "last.pt")
    for name, part in parts.items():
        part.load_state_dict(state[name])
    return int(state["epoch"]), float(state["best"])


def _epoch(
    model: MultiTask,
    average: AveragedModel,
    optimizer: torch.optim.Optimizer,
    schedule: Any,
    articles: Sequence[View],
    recipe: Recipe,
    pieces: PieceTokenizer,
    epoch: int,
) -> dict[str, float]:
    model.train()
    generator = random.Random(recipe.seed * 1000 + epoch)
    noise = Noise(recipe.drop_spans, recipe.move_spans, recipe.mask_pieces, recipe.forget_names, pieces.mask)
    sums: dict[str, float] = {}
    done = 0
    for batch in _batches(articles, recipe.articles_per_step, generator):
        for view in batch:
            article = view(generator)
            windows = noise.on_all(article.windows, len(article.owners), generator)
            found = losses(article, windows, score(model, windows, pieces.pad))
            total = sum(recipe.weights[name] * value for name, value in found.items())
            (total / len(batch)).backward()  # type: ignore[union-attr]
            for name, value in found.items():
                sums[name] = sums.get(name, 0.0) + float(value.detach())
            done += 1
        torch.nn.utils.clip_grad_norm_(model.parameters(), recipe.clip)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad(set_to_none=True)
        average.update_parameters(model)
    return {name: value / done for name, value in sums.items()}


def _batches(articles: Sequence[View], size: int, generator: random.Random) -> Iterator[list[View]]:
    order = list(articles)
    generator.shuffle(order)
    for at in range(0, len(order), size):
        yield order[at : at + size]
