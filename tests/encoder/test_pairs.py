"""Which pairs of spans are scored: all of a window that may have a label, across windows those that go far."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.encoder.labels import span_types, usable_table
from pipeline.encoder.pairs import FAR, far_pairs, near_pairs
from pipeline.encoder.scorer import MOST_IN_WINDOW, MOST_SPANS, Located, _sections
from pipeline.encoder.session import load
from pipeline.flow import build_nlp


def types(*names: str) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.array([span_types().index(name) for name in names], np.int64)


def test_near_pairs_have_a_label_and_two_spans() -> None:
    subject, object_ = near_pairs(types("COMPANY", "AMOUNT", "PROJECT"))
    found = set(zip(subject.tolist(), object_.tolist(), strict=True))
    assert {(0, 2), (2, 0), (2, 1)} == found  # an amount is nobody's subject, and no company's


def test_pairs_that_go_far_may_have_a_label() -> None:
    assert all(usable_table()[span_types().index(s), span_types().index(o)] for s, o in FAR)


def test_far_pairs_are_of_two_windows_and_seen_once() -> None:
    kinds = types("PROJECT", "COMPANY", "PROJECT", "PROJECT", "PERSON")
    windows = np.array([0, 0, 1, 1, 1])
    subject, object_ = far_pairs(kinds, windows, np.array([True, True, True, False, True]))
    assert set(zip(subject.tolist(), object_.tolist(), strict=True)) == {(2, 1)}


def span(number: int) -> Located:
    return (("mentions", number), number, number + 1, 0)


def test_sections_hold_every_span_of_windows_that_are_not_too_full() -> None:
    half = MOST_SPANS // 2
    windows = [[span(n) for n in range(size)] for size in (half, 0, half, 1, half)]
    sections = list(_sections(windows))
    assert [list(section) for section in sections] == [[0, 2], [3, 4]]
    assert sum(len(spans) for section in sections for spans in section.values()) == 3 * half + 1


def test_a_window_of_too_many_spans_keeps_the_first() -> None:
    (section,) = _sections([[span(n) for n in range(MOST_IN_WINDOW + 5)]])
    assert section[0] == [span(n) for n in range(MOST_IN_WINDOW)]


@pytest.mark.slow
def test_a_cause_and_a_company_of_two_windows_are_held_against_each_other() -> None:
    session = load()
    filler = "The weather in the region stayed dry for most of the month, and little else was heard. "
    title, ban = "Gas and weather", "Mexico's Energy Ministry banned imports of pumps on Monday."
    harm = "The ban will hurt suppliers of pumps. Sulzer shares fell 9% because of it."
    text = f"{title}\n\n{ban}\n\n{filler * (int(session.config['size']) // 16)}\n\n{harm}"
    doc = build_nlp()(text)
    company = next(n for n, m in enumerate(doc._.mentions) if m["text"] == "Sulzer")
    ministry = next(n for n, m in enumerate(doc._.mentions) if m["text"].endswith("Energy Ministry"))
    scored = {(s["subject"], s["object"]) for s in doc._.pair_scores}
    assert (("mentions", ministry), ("mentions", company)) in scored
