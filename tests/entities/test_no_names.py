from __future__ import annotations

import pytest

from pipeline.entities.candidates import Candidate
from pipeline.entities.no_names import is_no_name


def judged(text: str, surface: str, kind: str, kb: tuple[str, ...] = ()) -> bool:
    start = text.index(surface)
    return is_no_name(text, Candidate(start, start + len(surface), kind, "encoder", 0.9, kb))


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        ("an IPO of the year", "IPO", "COMPANY"),
        ("the Acquirer makes cement", "Acquirer", "COMPANY"),
        ("Filipino telecoms rose", "Filipino telecoms", "COMPANY"),
        ("and Norwegian packers gained", "Norwegian", "COMPANY"),
        ("sums are New Zealand dollars", "New Zealand", "LOCATION"),
        ("付给越南盾五百亿", "越南", "LOCATION"),
        ("Minister of Energy and Roads", "Energy", "COMPANY"),
        ("中方持股四成", "中方", "LOCATION"),
    ],
)
def test_no_names(text: str, surface: str, kind: str) -> None:
    assert judged(text, surface, kind)


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        ("Norwegian said it would fly", "Norwegian", "COMPANY"),
        ("New Zealand said", "New Zealand", "LOCATION"),
        ("云南元谋的灌区", "云南", "LOCATION"),
        ("the Ministry of Energy", "Ministry of Energy", "GOVERNMENT"),
        ("shares of Indian Hotels", "Indian Hotels", "COMPANY"),
    ],
)
def test_names(text: str, surface: str, kind: str) -> None:
    assert not judged(text, surface, kind)


def test_what_the_knowledge_base_knows_is_a_name() -> None:
    assert not judged("AI rose 3%", "AI", "COMPANY", ("c3-ai",))
