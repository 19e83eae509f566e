"""Places of pairs: sentences apart, and like spans between."""

from __future__ import annotations

import pytest

pytest.importorskip("torch", reason="extra `train`")

import torch

from pipeline.training.surroundings import BETWEEN, SENTENCES, Surroundings


def marked() -> Surroundings:
    """Weights by which the sum tells its parts: sentences count 100, spans like the subject 10, like the object 1."""
    module = Surroundings(types=3, width=1)
    with torch.no_grad():
        module.sentences.weight.copy_(100.0 * torch.arange(-SENTENCES, SENTENCES + 1).unsqueeze(-1))
        module.like_subject.weight.copy_(10.0 * torch.arange(BETWEEN + 1).unsqueeze(-1))
        module.like_object.weight.copy_(1.0 * torch.arange(BETWEEN + 1).unsqueeze(-1))
    return module


def of_pair(subject: int, object_: int) -> float:
    """Spans at 1, 5, 9, 20 and 30, of types 0, 1, 1, 0, 1, in sentences 0, 0, 1, 1, 9."""
    start, type_ = torch.tensor([1, 5, 9, 20, 30]), torch.tensor([0, 1, 1, 0, 1])
    sentence = torch.tensor([0, 0, 1, 1, 9])
    found = marked()(start, type_, sentence, torch.tensor([subject]), torch.tensor([object_]))
    return float(found.detach()[0, 0])


def test_a_fresh_module_adds_nothing() -> None:
    one = torch.tensor([0, 1])
    assert not Surroundings(2, 4)(one, one, one, one, one.flip(0)).any()


@pytest.mark.parametrize(
    ("subject", "object_", "told"),
    [
        (0, 1, 10.0),  # from the first company to the place next to it: itself alone, no other place
        (0, 2, 100 + 10 + 1),  # a nearer place stands between
        (2, 0, -100 + 1 + 10),  # the same pair the other way round
        (0, 4, 100.0 * SENTENCES + 20 + 2),  # sentences far apart are alike
    ],
)
def test_sentences_and_like_spans_between(subject: int, object_: int, told: float) -> None:
    assert of_pair(subject, object_) == told


def test_many_spans_between_are_alike() -> None:
    start = torch.arange(2 * BETWEEN)
    same = torch.zeros(2 * BETWEEN, dtype=torch.int64)
    ends = torch.tensor([0]), torch.tensor([2 * BETWEEN - 1])
    assert float(marked()(start, same, same, *ends).detach()[0, 0]) == 11.0 * BETWEEN
