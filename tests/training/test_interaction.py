"""Spans see each other: new layers change nothing, learned ones do, and order matters only by distance."""

from __future__ import annotations

import pytest

pytest.importorskip("torch", reason="extra `train`")

import torch

from pipeline.training.interaction import BUCKETS, Interaction, distance


@pytest.fixture
def spans() -> torch.Tensor:
    return torch.randn(5, 8, generator=torch.Generator().manual_seed(1))


def apart(starts: list[int]) -> torch.Tensor:
    places = torch.tensor(starts)
    return distance(places.unsqueeze(0) - places.unsqueeze(1))


def learned() -> Interaction:
    torch.manual_seed(2)
    layer = Interaction(8, 2, 0.0)
    for parameter in layer.parameters():
        torch.nn.init.normal_(parameter, std=0.3)
    return layer.eval()


def test_a_new_layer_changes_nothing(spans: torch.Tensor) -> None:
    assert torch.equal(Interaction(8, 2, 0.0).eval()(spans, apart([1, 4, 9, 20, 300])), spans)


def test_a_learned_layer_lets_one_span_change_another(spans: torch.Tensor) -> None:
    layer, places = learned(), apart([1, 4, 9, 20, 300])
    other = spans.clone()
    other[4] = -other[4]
    assert not torch.allclose(layer(spans, places)[0], layer(other, places)[0])


def test_the_order_in_which_spans_are_given_does_not_matter(spans: torch.Tensor) -> None:
    layer, starts, order = learned(), [1, 4, 9, 20, 300], [3, 0, 4, 1, 2]
    shuffled = layer(spans[order], apart([starts[i] for i in order]))
    assert torch.allclose(shuffled, layer(spans, apart(starts))[order], atol=1e-5)


def test_distances_are_told_apart_by_sign_and_size() -> None:
    told = distance(torch.tensor([-1000, -5, -1, 0, 1, 5, 1000])).tolist()
    assert len(set(told)) == 7
    assert (min(told), max(told)) == (0, BUCKETS - 1)
