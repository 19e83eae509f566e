"""Undertakings told once in each language of the article, which nothing in their names shows to be one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from pipeline.document import Amount, Project
from pipeline.projects.clustering import numbered_apart
from pipeline.text.scripts import HAN, LATIN

_HAN = re.compile(f"[{HAN}]")
_WORD = re.compile(f"[{LATIN}]+")


def told_twice(projects: Sequence[Project], amounts: Sequence[Amount]) -> list[list[int]]:
    """Groups of indexes of projects, in reading order; together are a Chinese and a Latin one of one kind and one sum.

    In gold of train 28 projects have names and a sum in both languages, and no two of one kind with names in one
    language each have the same sum; of such pairs told in its bilingual articles ten are one and none is two.
    """
    groups = {number: [number] for number in range(len(projects))}
    alike: dict[tuple[str, float, str], list[int]] = {}
    for number, project in enumerate(projects):
        for value, currency in sorted(_sums(project, amounts)):
            alike.setdefault((str(project["kind"]), value, currency), []).append(number)
    for numbers in alike.values():
        for one, other in combinations(numbers, 2):
            if one in groups and other in groups and _are_one(projects[one], projects[other]):
                groups[one] += groups.pop(other)
    return list(groups.values())


def _are_one(one: Project, other: Project) -> bool:
    """Whether two of one kind and sum have names in one language each, which no number keeps apart."""
    scripts = ({_is_chinese(name) for name in project["names"]} for project in (one, other))
    return sorted(map(tuple, scripts)) == [(False,), (True,)] and not numbered_apart(one["name"], other["name"])


def _is_chinese(name: str) -> bool:
    """Whether a phrase has more Han characters than words in Latin letters, which it may gloss."""
    return len(_HAN.findall(name)) > len(_WORD.findall(name))


def _sums(project: Project, amounts: Sequence[Amount]) -> set[tuple[float, str]]:
    return {(amounts[index]["value"], amounts[index]["currency"]) for index in project["amounts"]}
