"""The cause that moves most of an article's companies: it is said once, and the companies stand in lists beneath."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pipeline.document import Effect
from pipeline.ontology import PROJECT

#: What an article may be about: a body, place or firm is named beside it, as its author, stage or neighbour in a list.
_MATTERS = frozenset({PROJECT, "POLICY"})
#: A cause other than a policy gives way where the encoder holds it for less likely than not (in log odds).
_EVEN = 0.0


def ranked(effects: Iterable[Effect]) -> list[str]:
    """Causes by the sum of the confidence of what they move, the weightiest first."""
    weights = _weights(effects)
    return sorted(weights, key=lambda cause: (-weights[cause], cause))


def with_main_cause(effects: Sequence[Effect], types: Mapping[str, str]) -> list[Effect]:
    """Effects, of which those of a doubtful minor cause have the project or policy that moves most of the companies.

    Words that tell a cause hold, and so does a policy. In gold of train what moves most of the other companies moves 59
    in 100. On dev 98 of 318 effects are right so, 92 of 326 without, on 53 new articles 53 of 217 and 51 of 225; bounds
    from 0 to 2 and counts instead of sums give nearly the same.

    Args:
        types: type of each entity, or `PROJECT`, by id.
    """
    weights = _weights(effects)
    main = [cause for cause in ranked(effects) if types[cause] in _MATTERS]
    kept: list[Effect] = []
    moved: list[Effect] = []
    for effect in effects:
        other = next((cause for cause in main if cause not in (effect["entity"], effect["cause"])), None)
        gives_way = other is not None and weights[other] >= weights[effect["cause"]] and _is_doubtful(effect, types)
        (moved if gives_way else kept).append(effect)
    held = {(effect["entity"], effect["cause"]) for effect in kept}
    for effect in sorted(moved, key=lambda e: -(e["confidence"] or 0.0)):
        cause = next(cause for cause in main if cause != effect["entity"])
        if (effect["entity"], cause) not in held:
            held.add((effect["entity"], cause))
            effect["cause"] = cause
            kept.append(effect)
    return kept


def _is_doubtful(effect: Effect, types: Mapping[str, str]) -> bool:
    features = effect["features"]
    return types[effect["cause"]] != "POLICY" and "rule" not in features and features.get("score", _EVEN) <= _EVEN


def _weights(effects: Iterable[Effect]) -> dict[str, float]:
    weights: dict[str, float] = defaultdict(float)
    for effect in effects:
        if effect["modality"] != "denied":
            weights[effect["cause"]] += effect["confidence"] or 0.0
    return weights
