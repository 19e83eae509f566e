"""`equitrace calibrate`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.console import EncoderDevice, EncoderFolder, KbFiles, usage_errors
from pipeline.errors import UsageError
from pipeline.settings import Settings


def calibrate(
    folders: Annotated[
        list[Path],
        typer.Argument(
            metavar="DIR...", help="Folders of articles with their gold; nothing may have been trained on them."
        ),
    ],
    out: Annotated[Path, typer.Option(metavar="FILE", help="For the regressions, such as models/confidence.json.")],
    told: Annotated[
        bool,
        typer.Option("--told", help="Keep what is told, and set the confidences that ship right by it: a second run."),
    ] = False,
    kb: KbFiles = None,
    encoder: EncoderFolder = None,
    device: EncoderDevice = "cpu",
) -> None:
    """Make confidences of records probabilities, by what of them annotated articles bear out.

    Exit status: 0 done, 2 unusable call.
    """
    from pipeline.annotation.gold import read_gold
    from pipeline.confidence import Table, table
    from pipeline.evaluation.calibration import best_bars, corrected, fit_all, observe, wanted
    from pipeline.evaluation.confidence import judge
    from pipeline.evaluation.sources import run_folder

    settings = Settings(tuple(kb or ()), encoder=encoder, device=device)
    with usage_errors():
        by_folder = {folder: read_gold(folder) for folder in folders}
        documents = [document for members in by_folder.values() for document in members]
        if told:
            parts = [
                j for folder, own in by_folder.items() for j in judge(run_folder(folder, own, settings), own).parts
            ]
            found = corrected(table(), parts)
        else:
            rows = [row for folder, own in by_folder.items() for row in observe(folder, own, settings)]
            regressions = fit_all(rows)
            found = Table(regressions, best_bars(rows, regressions, wanted(documents)))
        fitted = {
            part: {"intercept": round(r.intercept, 3), "weights": {n: round(w, 3) for n, w in r.weights.items()}}
            for part, r in found.regressions.items()
        }
        fitted_on = f"{', '.join(folder.name for folder in folders)}, {len(documents)} articles"
        bars = {part: round(least, 4) for part, least in found.bars.items()}
        content = {"fitted_on": fitted_on, "bars": bars, "parts": fitted}
        try:
            out.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
        except OSError as error:
            raise UsageError(f"{out}: {error.strerror}") from error
