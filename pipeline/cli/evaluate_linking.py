"""`equitrace evaluate-linking`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from pipeline.cli.console import OUT, KbFiles, usage_errors
from pipeline.settings import Settings


def evaluate_linking(
    file: Annotated[
        Path, typer.Argument(help="JSON Lines of names in context: text, surface, start, type, listings, in_base …")
    ],
    errors: Annotated[bool, typer.Option("--errors", help="List what was missed or linked wrongly.")] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="Read at most so many lines.")] = None,
    kb: KbFiles = None,
) -> None:
    """Score the links from names to issuers: right row at the top, false links, listings complete.

    Exit status: 0 done, 2 unusable call.
    """
    from pipeline.evaluation.linking import evaluate_linking as score
    from pipeline.evaluation.linking import read_cases
    from pipeline.flow import build_nlp
    from pipeline.kb.knowledge_base import load, merged_with

    with usage_errors(), merged_with(kb or ()):
        cases = read_cases(file)[:limit]
        report = score(cases, build_nlp(Settings(kb=tuple(kb or ()))), load())
    inside = sum(case.in_base for case in cases)
    listed = sum(r.outcome == "right" and bool(r.case.listings) for r in report.results)
    OUT.print(Text(f"right issuer at top   {report.right:.3f} of {inside} in the base"))
    OUT.print(Text(f"false links           {report.false_links:.3f} of {len(cases)}"))
    OUT.print(Text(f"listings complete     {report.complete:.3f} of {listed} linked rightly"))
    for result in report.results if errors else ():
        if result.outcome in ("missed", "wrong") or (result.outcome == "right" and not result.complete):
            what = result.outcome if result.outcome != "right" else "incomplete"
            found = f"{result.kb_id} {' '.join(result.listings)} {result.resolution}"
            OUT.print(Text(f"{what}: {result.case.surface} -> {found} | {result.case.text}"), soft_wrap=True)
