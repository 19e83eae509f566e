"""A project told once in each language is one, unless kind, sum or a number in the names tells two apart."""

from __future__ import annotations

from typing import Any, cast

import pytest

from pipeline.document import Amount, Project
from pipeline.projects.two_languages import told_twice


def project(name: str, kind: str, *amounts: int) -> Project:
    return cast(Project, {"name": name, "names": [name], "kind": kind, "amounts": list(amounts)})


def amounts(*sums: tuple[float, str]) -> list[Amount]:
    return [cast(Any, {"value": value, "currency": currency}) for value, currency in sums]


SUMS = amounts((4e9, "EUR"), (4e9, "EUR"), (4e9, "USD"))


@pytest.mark.parametrize(
    ("first", "second", "groups"),
    [
        (project("tram works in Szolnok", "facility", 0), project("有轨电车工厂", "facility", 1), [[0, 1]]),
        (project("tram works in Szolnok", "facility", 0), project("有轨电车工厂", "facility", 2), [[0], [1]]),
        (project("tram works in Szolnok", "facility", 0), project("有轨电车订单", "contract", 1), [[0], [1]]),
        (project("tram works in Szolnok", "facility", 0), project("bus works", "facility", 1), [[0], [1]]),
        (project("further 11 per cent", "acquisition", 0), project("24%股权", "acquisition", 1), [[0], [1]]),
        (project("tram works in Szolnok (绍尔诺克)", "facility", 0), project("有轨电车工厂", "facility", 1), [[0, 1]]),
        (project("tram works in Szolnok", "facility"), project("有轨电车工厂", "facility"), [[0], [1]]),
    ],
)
def test_one_sum_in_two_languages(first: Project, second: Project, groups: list[list[int]]) -> None:
    assert told_twice([first, second], SUMS) == groups
