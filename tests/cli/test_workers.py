"""Outcomes in input order, whatever happens to a worker."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest
from fake_work import work

from pipeline.article import Article, Reject
from pipeline.records import Record
from pipeline.workers import CHUNK, Item, Outcome, outcomes


def named(*texts: str) -> list[Item]:
    return [Article(text=text, path=str(n), content_hash=f"h{n}") for n, text in enumerate(texts)]


def seen(made: Iterator[Outcome]) -> list[str]:
    return [o.document.path if isinstance(o, Record) else f"{o.path} {o.error}" for o in made]


@pytest.mark.parametrize("workers", [1, 2])
def test_order_is_that_of_the_input(workers: int) -> None:
    items = named(*(["good"] * CHUNK), "bad", *(["good"] * (3 * CHUNK)))
    items.insert(2, Reject(path="r", stage="read", error="empty", message="m"))
    expected = [i.path if i.path not in ("r", "4") else {"r": "r empty", "4": "4 ValueError"}[i.path] for i in items]
    assert seen(outcomes(items, work, workers)) == expected


def test_nothing_gives_nothing() -> None:
    assert list(outcomes([], work, 2)) == []


def test_worker_that_dies_once_costs_nothing(tmp_path: Path) -> None:
    items = named("a", f"die once {tmp_path / 'sign'}", *"bcdefgh")
    assert seen(outcomes(items, work, 2)) == [item.path for item in items]
    assert (tmp_path / "sign").exists()


def test_article_that_kills_every_worker_is_rejected_alone() -> None:
    items = named("a", "die", *"bcdefgh", "die", "i")
    found = seen(outcomes(items, work, 2))
    assert found == [
        f"{item.path} worker_died" if isinstance(item, Article) and item.text == "die" else item.path for item in items
    ]


@pytest.mark.parametrize("workers", [1, 2])
def test_failure_of_the_pipeline_itself_is_raised(workers: int) -> None:
    with pytest.raises(RuntimeError, match="cannot be built"):
        list(outcomes(named("a", "break"), work, workers))


def test_input_is_read_no_further_than_the_window() -> None:
    read = 0

    def items() -> Iterator[Item]:
        nonlocal read
        for item in named(*(["x"] * 200)):
            read += 1
            yield item

    made = outcomes(items(), work, 2)
    next(made)
    assert read <= 6 * CHUNK
    made.close()


def interrupted_after(head: list[str], tail: list[str]) -> tuple[list[str], float]:
    """Outcomes of two workers whose input is interrupted once `head` had time, and seconds until they have ended."""
    found: list[str] = []

    def items() -> Iterator[Item]:
        yield from named(*head, *tail)
        time.sleep(6)
        raise KeyboardInterrupt

    began = time.perf_counter()
    with pytest.raises(KeyboardInterrupt):
        found.extend(seen_one for outcome in outcomes(items(), work, 2) for seen_one in seen(iter([outcome])))
    while active_children() and time.perf_counter() - began < 40:
        time.sleep(0.1)
    return found, time.perf_counter() - began


def test_interrupt_gives_what_stands_ready_and_ends_workers_at_once() -> None:
    found, seconds = interrupted_after(["a"] * CHUNK, ["sleep", *["b"] * (CHUNK - 1), *["c"] * CHUNK])
    assert found == [str(n) for n in range(CHUNK)]
    assert seconds < 30


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupt_waits_until_the_caller_has_stored_an_outcome(number: signal.Signals, workers: int) -> None:
    before = signal.signal(number, signal.default_int_handler)
    stored: list[Outcome] = []

    def store() -> None:
        for outcome in outcomes(named(*["a"] * CHUNK, *["sleep"] * CHUNK), work, workers):
            if not stored:
                os.kill(os.getpid(), number)
            stored.append(outcome)

    try:
        with pytest.raises(KeyboardInterrupt):
            store()
        assert signal.getsignal(number) is signal.default_int_handler
    finally:
        signal.signal(number, before)
    assert seen(iter(stored)) == [str(n) for n in range(CHUNK if workers > 1 else 1)]
