"""Windows hold every piece once as their own, and offsets are those of the text."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.encoder.pieces import Pieces, PieceTokenizer
from pipeline.encoder.session import TOKENIZER, shipped
from pipeline.encoder.windows import Window, windows

TEXT = "软银集团 (SoftBank Group) rose 3%.\r\nＡＳＭＬ，英伟达😀 and Köln’s plant（一期）.\r\n" * 30


@pytest.fixture(scope="module")
def tokenizer() -> PieceTokenizer:
    return PieceTokenizer(shipped() / TOKENIZER)


def sentences(text: str) -> list[tuple[int, int]]:
    found, at = [], 0
    for line in text.splitlines(keepends=True):
        found.append((at, at + len(line.rstrip())))
        at += len(line)
    return found


def encode(tokenizer: PieceTokenizer, text: str, places: list[tuple[int, int]]) -> list[Pieces]:
    return tokenizer.encode(text, places, np.zeros(len(text), np.int32))


def read(tokenizer: PieceTokenizer, text: str, size: int, title: int | None = None) -> list[Window]:
    places = sentences(text)
    return windows(encode(tokenizer, text, places), tokenizer, [True] * len(places), title, size)


def test_pieces_cover_every_character_but_white_space(tokenizer: PieceTokenizer) -> None:
    covered = bytearray(len(TEXT))
    for pieces in encode(tokenizer, TEXT, sentences(TEXT)):
        for start, end in pieces.offsets.tolist():
            assert TEXT[start:end].strip() == TEXT[start:end] != ""
            covered[start:end] = b"\1" * (end - start)
    missing = {TEXT[i] for i, seen in enumerate(covered) if not seen and not TEXT[i].isspace()}
    assert missing == set()


def test_punctuation_beside_han_stands_alone(tokenizer: PieceTokenizer) -> None:
    text = "英特尔，吉利（Geely）。"
    (pieces,) = encode(tokenizer, text, [(0, len(text))])
    alone = {text[a:b] for a, b in pieces.offsets.tolist()}
    assert {"，", "（", "）", "。"} <= alone


@pytest.mark.parametrize("size", [80, 128, 512])
def test_every_piece_is_owned_once(tokenizer: PieceTokenizer, size: int) -> None:
    found = read(tokenizer, TEXT, size, title=0)
    owned = [tuple(place) for w in found for place in w.offsets[w.own].tolist()]
    whole = [tuple(place) for p in encode(tokenizer, TEXT, sentences(TEXT)) for place in p.offsets.tolist()]
    assert sorted(owned) == sorted(whole)
    assert max(map(len, found)) <= size


def test_the_title_stands_before_later_windows(tokenizer: PieceTokenizer) -> None:
    first, *later = read(tokenizer, TEXT, 128, title=0)
    assert first.sentences[1] == 0
    assert later
    for window in later:
        assert window.sentences[1] == 0
        assert not window.own[1]


def test_a_sentence_longer_than_a_window_is_cut(tokenizer: PieceTokenizer) -> None:
    text = "长" * 700
    found = read(tokenizer, text, 128)
    assert sum(int(w.own.sum()) for w in found) == len(encode(tokenizer, text, [(0, 700)])[0])


def test_no_text_no_window(tokenizer: PieceTokenizer) -> None:
    assert windows([], tokenizer, [], None) == []


def test_places_of_a_stretch_are_found_in_each_showing() -> None:
    offsets = np.array([[-1, -1], [0, 3], [3, 5], [-1, -1], [0, 3], [6, 9], [-1, -1]], np.int32)
    window = Window(np.zeros(7, np.int32), offsets, np.zeros(7, np.int32), np.zeros(7, np.int32), np.ones(7, bool))
    assert window.places(0, 5) == [(1, 3), (4, 5)]
    assert window.places(5, 6) == []


def test_pieces_know_their_number() -> None:
    assert len(Pieces(np.zeros(3, np.int32), np.zeros((3, 2), np.int32), np.zeros(3, np.int32))) == 3


def test_the_dot_of_a_foreign_name_is_read_as_the_middle_dot(tokenizer: PieceTokenizer) -> None:
    shown, known = ("• 里克" + dot + "瓦格纳" for dot in "•·")
    (a,), (b,) = (encode(tokenizer, text, [(0, len(text))]) for text in (shown, known))
    assert (a.ids == b.ids).all()
    assert (a.offsets == b.offsets).all()


def test_what_is_known_goes_with_the_pieces(tokenizer: PieceTokenizer) -> None:
    codes = np.arange(1, len(TEXT) + 1, dtype=np.int32)
    places = sentences(TEXT)
    found = windows(tokenizer.encode(TEXT, places, codes), tokenizer, [True] * len(places), 0, 128)
    assert len(found) > 3
    for window in found:
        starts = window.offsets[:, 0]
        assert window.known[starts < 0].tolist() == [0] * int((starts < 0).sum())
        assert window.known[starts >= 0].tolist() == (starts[starts >= 0] + 1).tolist()
