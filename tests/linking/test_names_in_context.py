"""Floors of the links on names in context, by writers who had not seen the matcher; their faults have been read."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from pipeline.evaluation.linking import evaluate_linking, read_cases
from pipeline.kb.knowledge_base import load

pytestmark = pytest.mark.slow
DATA = Path(__file__).parent / "data"


@pytest.mark.parametrize(
    ("file", "right", "false_links", "complete"),
    [
        ("names_in_context", 0.955, 0.025, 0.98),
        ("names_in_context_2", 0.92, 0.03, 0.98),
        ("names_in_context_3", 0.905, 0.045, 0.98),
        ("names_in_context_4", 0.93, 0.03, 0.98),
        ("names_in_context_5", 0.92, 0.035, 0.98),
        ("names_in_context_6", 0.965, 0.025, 0.98),
        ("names_in_context_7", 0.93, 0.03, 0.98),
        ("names_in_context_8", 0.95, 0.03, 0.97),
        ("names_in_context_9", 0.965, 0.02, 0.98),
        ("names_in_context_10", 0.945, 0.025, 0.98),
        ("names_in_context_11", 0.945, 0.03, 0.98),
    ],
)
def test_links_stay_as_good(
    linking_nlp: Language, file: str, right: float, false_links: float, complete: float
) -> None:
    report = evaluate_linking(read_cases(DATA / f"{file}.jsonl"), linking_nlp, load())
    assert report.right >= right
    assert report.false_links <= false_links
    assert report.complete >= complete
