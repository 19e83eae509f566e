"""Articles through the pipeline in chunks, in this process or in several, outcomes in input order."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from threading import current_thread, main_thread

from pipeline.article import Article, Reject
from pipeline.records import Record

Item = Article | Reject
Outcome = Record | Reject
#: Makes an outcome for each article, in order; must be picklable for more than one worker.
Work = Callable[[list[Article]], list[Outcome]]

#: Articles in a chunk: small, so that few inputs spread over all workers and an interrupt loses little.
CHUNK = 4
#: Chunks in flight a worker, which bounds memory.
_AHEAD = 2


def outcomes(items: Iterable[Item], work: Work, workers: int = 1) -> Generator[Outcome, None, None]:
    """An outcome for each item, in order; rejects pass.

    A worker that dies costs no neighbour its record: its chunk is done again one article at a time in a process of
    its own, and the article at which that one dies too is rejected. With several workers an interrupt first
    gives those outcomes that stand ready, then ends the workers at once. It is held off while the caller works on an
    outcome.

    Args:
        workers: processes; with 1 the work is done in this one.

    Raises:
        Exception: whatever `work` raises.
        KeyboardInterrupt: the run was interrupted; what was yielded before is complete and in order.
    """
    chunks = _chunks(items)
    if workers == 1:
        for chunk in chunks:
            for outcome in _merged(chunk, work(_articles(chunk))):
                with _interrupts_held():
                    yield outcome
        return
    pool = _Pool(work, workers)
    try:
        for outcome in pool.run(chunks):
            with _interrupts_held():
                yield outcome
    except KeyboardInterrupt:
        for outcome in pool.ready():
            with _interrupts_held():
                yield outcome
        raise
    finally:
        pool.close()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Raise `KeyboardInterrupt` at the end only, so that an outcome is stored in all sinks and counted, or in none."""
    held: list[int] = []
    signals = [s for s in (signal.SIGINT, signal.SIGTERM) if signal.getsignal(s) is signal.default_int_handler]
    if current_thread() is not main_thread():
        signals = []
    for number in signals:
        signal.signal(number, lambda caught, _: held.append(caught))
    try:
        yield
    finally:
        for number in signals:
            signal.signal(number, signal.default_int_handler)
    if held:
        raise KeyboardInterrupt


def _chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    chunk: list[Item] = []
    for item in items:
        chunk.append(item)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _articles(chunk: list[Item]) -> list[Article]:
    return [item for item in chunk if isinstance(item, Article)]


def _merged(chunk: list[Item], made: list[Outcome]) -> Iterator[Outcome]:
    results = iter(made)
    for item in chunk:
        yield item if isinstance(item, Reject) else next(results)


class _Pool:
    """Worker processes with a bounded number of chunks in flight."""

    def __init__(self, work: Work, workers: int) -> None:
        self._work = work
        self._workers = workers
        self._executor = _executor(workers)
        self._window: deque[tuple[list[Item], Future[list[Outcome]]]] = deque()
        self._finished: deque[Outcome] = deque()

    def run(self, chunks: Iterator[list[Item]]) -> Iterator[Outcome]:
        """Outcomes of the chunks, in order."""
        for chunk in chunks:
            self._window.append((chunk, self._submit(chunk)))
            if len(self._window) >= self._workers * _AHEAD:
                yield from self._next()
        while self._window:
            yield from self._next()

    def ready(self) -> Iterator[Outcome]:
        """What `run` has not given of the finished chunks before the first that is not."""
        yield from self._drained()
        while self._window and self._window[0][1].done() and self._window[0][1].exception() is None:
            chunk, future = self._window.popleft()
            yield from _merged(chunk, future.result())

    def close(self) -> None:
        """End the workers at once, whatever they are at."""
        _end(self._executor)

    def _next(self) -> Iterator[Outcome]:
        chunk, future = self._window[0]
        try:
            made = future.result()
        except BrokenProcessPool:
            made = self._one_by_one(_articles(chunk))
            self._window.popleft()
            self._restart()
        else:
            self._window.popleft()
        self._finished.extend(_merged(chunk, made))
        yield from self._drained()

    def _drained(self) -> Iterator[Outcome]:
        while self._finished:
            yield self._finished.popleft()

    def _submit(self, chunk: list[Item]) -> Future[list[Outcome]]:
        try:
            return self._executor.submit(self._work, _articles(chunk))
        except BrokenProcessPool as error:
            failed: Future[list[Outcome]] = Future()
            failed.set_exception(error)
            return failed

    def _restart(self) -> None:
        """New workers for the chunks in flight, all of which the death of one worker has failed."""
        self.close()
        self._executor = _executor(self._workers)
        self._window = deque(
            (chunk, self._submit(chunk) if _died(future) else future) for chunk, future in self._window
        )

    def _one_by_one(self, articles: list[Article]) -> list[Outcome]:
        made: list[Outcome] = []
        executor = _executor(1)
        try:
            for article in articles:
                try:
                    made += executor.submit(self._work, [article]).result()
                except BrokenProcessPool:
                    made.append(_worker_died(article))
                    executor = _executor(1)
        finally:
            _end(executor)
        return made


def _died(future: Future[list[Outcome]]) -> bool:
    return not future.done() or isinstance(future.exception(), BrokenProcessPool)


def _executor(workers: int) -> ProcessPoolExecutor:
    """Spawned, not forked: threads of numeric libraries do not survive a fork."""
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_ignore_interrupt)


def _end(executor: ProcessPoolExecutor) -> None:
    """Terminate the processes, as `terminate_workers` of Python 3.14: an executor lets each finish its chunk."""
    for process in list((executor._processes or {}).values()):
        process.terminate()
    executor.shutdown(wait=False, cancel_futures=True)


def _ignore_interrupt() -> None:
    """Leave Ctrl-C, which the terminal sends to every process, to the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _worker_died(article: Article) -> Reject:
    return Reject(
        path=article.path,
        content_hash=article.content_hash or None,
        stage="extract",
        error="worker_died",
        message="the process that worked on this article died, for instance for lack of memory",
    )
