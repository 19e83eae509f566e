"""Floors of the scores on the development articles, and the way to set them anew: `python tests/floors.py`.

A floor lies `SLACK` below what was measured, since processors differ in the last digits of 8-bit products. Lowering one
needs a reason in the message of the commit.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from pipeline.annotation.gold import read_gold
from pipeline.evaluation.scoring import evaluate
from pipeline.evaluation.sources import run_folder
from pipeline.settings import DEFAULT

ROOT = Path(__file__).resolve().parents[1]
DEV = ROOT / "corpus" / "articles" / "dev"
FILE = ROOT / "tests" / "evaluation" / "floors.json"
SLACK = 0.02
#: Layer and name of the scores that are held.
HELD = (
    ("mentions", "exact"),
    ("mentions", "span only"),
    ("entities", "found"),
    ("pairs", "linked"),
    ("amounts", "exact"),
    ("dates", "exact"),
    ("positions", "with title"),
    ("projects", "found"),
    ("projects", "kind, of found"),
    ("projects", "sector, of found"),
    ("projects", "status, of found"),
    ("relations", "all"),
    ("relations", "modality, of found"),
    ("equities", "affected"),
    ("equities", "direction, of found"),
    ("equities", "effects"),
    ("listings", "lines, of found"),
    ("sentiment", "accuracy"),
)


def digest(folder: Path) -> str:
    """SHA-256 over the names and bytes of all files of a folder."""
    total = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def measured() -> dict[str, float]:
    """What the whole pipeline scores on the development articles now."""
    documents = read_gold(DEV)
    report = evaluate(run_folder(DEV, documents, DEFAULT), documents)
    values = {(s.layer, s.name): s.value.value for s in report.scores}
    return {f"{layer}: {name}": value for layer, name in HELD if (value := values[layer, name]) is not None}


def main() -> None:
    """Write the floors."""
    floors = {name: round(value - SLACK, 3) for name, value in measured().items()}
    FILE.write_text(json.dumps({"corpus": digest(DEV), "floors": floors}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
