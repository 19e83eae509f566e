"""What the knowledge base knows of each piece: names begin and go on, and ordinary words are told apart."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from pipeline.encoder.known_names import KnownNames, code, count, kinds, of_pieces
from pipeline.kb.knowledge_base import load, merged_with


@pytest.fixture(scope="module")
def names() -> KnownNames:
    return KnownNames(load())


def at(text: str, name: str, names: KnownNames) -> list[int]:
    start = text.index(name)
    return names.codes(text)[start : start + len(name)].tolist()


def expected(type_: str, is_word: bool, length: int) -> list[int]:
    kind = kinds().index(type_)
    return [code(kind, is_word=is_word, begins=True), *[code(kind, is_word=is_word, begins=False)] * (length - 1)]


def test_every_code_is_below_their_number() -> None:
    codes = {code(k, is_word=w, begins=b) for k in range(len(kinds())) for w in (False, True) for b in (False, True)}
    assert codes == set(range(1, count()))


@pytest.mark.parametrize(
    ("text", "name", "type_", "is_word"),
    [
        ("The plant of SoftBank Group in Nagoya", "SoftBank Group", "COMPANY", False),
        ("外資買超台積電三日", "台積電", "COMPANY", False),
        ("😀 Shares of Target rose", "Target", "COMPANY", True),
        ("The plant of SoftBank Group in Nagoya", "Nagoya", "LOCATION", False),
        ("said\r\n\r\n😀 Janet Yellen,", "Janet Yellen", "PERSON", False),
        ("主演樂聲牌", "樂聲", "COMPANY", True),
    ],
)
def test_names_begin_and_go_on(text: str, name: str, type_: str, is_word: bool, names: KnownNames) -> None:
    assert at(text, name, names) == expected(type_, is_word, len(name))


def test_a_users_names_are_known_too(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("id,name_en\nquorvax,Quorvax Tidal\n", encoding="utf-8")
    with merged_with([file]):
        theirs = KnownNames(load())
    assert at("Quorvax Tidal rose", "Quorvax Tidal", theirs) == expected("COMPANY", False, len("Quorvax Tidal"))
    assert not KnownNames(load()).codes("Quorvax Tidal rose").any()


def test_other_characters_have_none(names: KnownNames) -> None:
    codes = names.codes("the plant of SoftBank Group,")
    assert codes[: len("the plant of ")].tolist() == [0] * len("the plant of ")
    assert codes[-1] == 0
    assert names.codes("").shape == (0,)


def test_a_piece_has_the_code_of_its_first_named_character() -> None:
    codes = np.array([0, 1, 2, 2, 5, 0, 0], np.int32)
    places = np.array([[0, 2], [2, 4], [3, 5], [5, 7]], np.int32)
    assert of_pieces(codes, places).tolist() == [1, 2, 2, 0]
