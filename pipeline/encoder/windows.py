"""Sentences to windows that the encoder reads at once: whole sentences, overlapping, the title before each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.encoder.pieces import Ints, Pieces, PieceTokenizer

#: Pieces of a title that is repeated before later windows.
TITLE_PIECES = 48


@dataclass(frozen=True)
class Window:
    """One input of the encoder.

    Attributes:
        ids: int32, shape (length,), special pieces included.
        offsets: int32, shape (length, 2): code points in the text; (-1, -1) for special pieces.
        sentences: int32, shape (length,): index of the sentence, -1 for special pieces.
        known: int32, shape (length,): gazetteer feature of each piece, 0 for special pieces.
        own: bool, shape (length,): the piece's tags are read from this window, and from no other.
    """

    ids: Ints
    offsets: Ints
    sentences: Ints
    known: Ints
    own: np.ndarray[tuple[int], np.dtype[np.bool_]]

    def __len__(self) -> int:
        return len(self.ids)

    def places(self, start: int, end: int) -> list[tuple[int, int]]:
        """Ranges of pieces that cover a stretch of the text; two where the window shows a passage twice."""
        offsets = self.offsets
        inside = np.flatnonzero((offsets[:, 1] > start) & (offsets[:, 0] < end) & (offsets[:, 0] >= 0)).tolist()
        runs: list[tuple[int, int]] = []
        for place in inside:
            if runs and runs[-1][1] == place:
                runs[-1] = (runs[-1][0], place + 1)
            else:
                runs.append((place, place + 1))
        return runs


def windows(
    sentences: Sequence[Pieces],
    tokenizer: PieceTokenizer,
    starts_block: Sequence[bool],
    title: int | None,
    size: int = 320,
    overlap: int = 64,
) -> list[Window]:
    """Windows over an article.

    Args:
        starts_block: of each sentence, whether a paragraph, heading or bullet begins with it.
        title: index of the title's sentence, which stands before every window that does not hold it.
        size: pieces of a window, at most.
        overlap: pieces that a window repeats of the one before, whole sentences, at most.
    """
    chunks = list(_chunks(sentences, size - TITLE_PIECES - 2))
    groups = _groups(chunks, starts_block, size - TITLE_PIECES - 2, overlap)
    owners = _owners(groups, chunks)
    return [
        _window(group, chunks, tokenizer, starts_block, title, {c for c in group if owners[c] == number})
        for number, group in enumerate(groups)
    ]


#: A sentence's index with the range of its pieces.
Chunk = tuple[int, int, int, Pieces]


def _chunks(sentences: Sequence[Pieces], longest: int) -> list[Chunk]:
    """Sentences, those longer than a window cut."""
    return [
        (index, start, min(start + longest, len(pieces)), pieces)
        for index, pieces in enumerate(sentences)
        for start in range(0, len(pieces), longest)
    ]


def _cost(chunk: Chunk) -> int:
    return chunk[2] - chunk[1] + 1


def _groups(chunks: list[Chunk], starts_block: Sequence[bool], size: int, overlap: int) -> list[list[int]]:
    groups: list[list[int]] = []
    current: list[int] = []
    used = 0
    for index, chunk in enumerate(chunks):
        if current and used + _cost(chunk) > size:
            groups.append(current)
            current = _tail(current, chunks, min(overlap, size - _cost(chunk)))
            used = sum(_cost(chunks[c]) for c in current)
        current.append(index)
        used += _cost(chunk)
    return [*groups, current] if current else groups


def _tail(group: list[int], chunks: list[Chunk], overlap: int) -> list[int]:
    kept: list[int] = []
    for index in reversed(group):
        overlap -= _cost(chunks[index])
        if overlap < 0:
            break
        kept.insert(0, index)
    return kept


def _owners(groups: list[list[int]], chunks: list[Chunk]) -> dict[int, int]:
    """The window that a chunk's tags are read from: where it is farther from the nearer edge."""
    best: dict[int, tuple[int, int]] = {}
    for number, group in enumerate(groups):
        before, total = 0, sum(_cost(chunks[c]) for c in group)
        for index in group:
            cost = _cost(chunks[index])
            margin = min(before, total - before - cost)
            if index not in best or margin > best[index][0]:
                best[index] = (margin, number)
            before += cost
    return {index: number for index, (_, number) in best.items()}


def _window(
    group: list[int],
    chunks: list[Chunk],
    tokenizer: PieceTokenizer,
    starts_block: Sequence[bool],
    title: int | None,
    own: set[int],
) -> Window:
    ids, offsets, sentences, mine = [[tokenizer.begin]], [np.full((1, 2), -1)], [[-1]], [[False]]
    known = [np.zeros(1, np.int32)]

    def add(chunk: Chunk, owned: bool) -> None:
        index, start, end, pieces = chunk
        ids.append(list(pieces.ids[start:end]))
        offsets.append(pieces.offsets[start:end])
        sentences.append([index] * (end - start))
        known.append(pieces.known[start:end])
        mine.append([owned] * (end - start))

    def close() -> None:
        ids.append([tokenizer.end])
        offsets.append(np.full((1, 2), -1))
        sentences.append([-1])
        known.append(np.zeros(1, np.int32))
        mine.append([False])

    if title is not None and not any(chunks[c][0] == title for c in group):
        index, start, end, pieces = next(c for c in chunks if c[0] == title)
        add((index, start, min(end, start + TITLE_PIECES), pieces), False)
        close()
    for place, number in enumerate(group):
        if place and starts_block[chunks[number][0]] and chunks[number][1] == 0:
            close()
        add(chunks[number], number in own)
    close()
    return Window(
        ids=np.concatenate([np.array(i, np.int32) for i in ids]),
        offsets=np.concatenate(offsets).astype(np.int32),
        sentences=np.concatenate([np.array(s, np.int32) for s in sentences]),
        known=np.concatenate(known),
        own=np.concatenate([np.array(m, bool) for m in mine]),
    )
