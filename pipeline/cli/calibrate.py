"""`equitrace calibrate`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.console import EncoderDevice, EncoderFolder, KbFiles, usage_errors
from pipeline.settings import Settings


def calibrate(
    source: Annotated[
        Path, typer.Argument(metavar="RECORDS_OR_INPUT", help="A records.jsonl, or a folder of articles to run first.")
    ],
    gold: Annotated[
        Path, typer.Option(metavar="DIR", help="Folder of annotated articles that nothing was trained on.")
    ],
    out: Annotated[Path, typer.Option(metavar="FILE", help="For the lines, such as models/confidence.json.")],
    kb: KbFiles = None,
    encoder: EncoderFolder = None,
    device: EncoderDevice = "cpu",
) -> None:
    """Make confidences of records probabilities, by what of them annotated articles bear out.

    Exit status: 0 done, 2 unusable call.
    """
    from pipeline.annotation.gold import read_gold
    from pipeline.confidence import lines
    from pipeline.evaluation.confidence import judge, recalibrated
    from pipeline.evaluation.sources import records_of

    settings = Settings(tuple(kb or ()), encoder=encoder, device=device)
    with usage_errors():
        documents = read_gold(gold)
        found = recalibrated(judge(records_of(source, documents, settings), documents), lines())
    parts = {part: {"slope": round(line[0], 4), "intercept": round(line[1], 4)} for part, line in found.items()}
    content = {"fitted_on": f"{gold.name}, {len(documents)} articles", "parts": parts}
    out.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
