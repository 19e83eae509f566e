"""`equitrace train`."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.console import usage_errors
from pipeline.errors import UsageError


def train(
    corpus: Annotated[
        list[Path], typer.Option(metavar="DIR", help="Folder of annotated articles to train on; repeatable.")
    ],
    dev: Annotated[Path, typer.Option(metavar="DIR", help="Annotated articles that tell when to stop.")],
    recipe: Annotated[Path, typer.Option(metavar="FILE", help="A recipe, such as models/configs/encoder.yaml.")],
    work: Annotated[Path, typer.Option(metavar="DIR", help="For checkpoints; a stopped training goes on from here.")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="For the weights that the run time reads.")],
    manifest: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where to write the SHA-256 of the weights.")
    ] = None,
    base: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Weights to train further, such as models/weights/encoder.")
    ] = None,
    threads: Annotated[int, typer.Option(min=0, help="Threads of PyTorch; 0 leaves its default.")] = 0,
) -> None:
    """Train the encoder and export it. Needs the extra `train`.

    Exit status: 0 done, 2 unusable call.
    """
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    with usage_errors():
        try:
            import torch

            from pipeline.training.run import read_recipe, run, write_manifest
        except ModuleNotFoundError as error:
            raise UsageError(f"{error.name} is missing: pip install 'equitrace[train]'") from error
        from pipeline.evaluation.corpus import read_corpus

        read, layers = read_recipe(recipe)
        articles = [article for folder in corpus for article in read_corpus(folder)]
        if threads:
            torch.set_num_threads(threads)
        run(articles, read_corpus(dev), work, out, read, layers, base)
        if manifest is not None:
            write_manifest(out, manifest)
