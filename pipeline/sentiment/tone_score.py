"""From tone words to the score of a sentence or clause."""

from __future__ import annotations

import math
from collections.abc import Sequence

from pipeline.sentiment.tone_lexicon import ToneHit

#: Sum of weights at which a sentence is about two thirds positive or negative.
_SCALE = 4.0
#: A score is positive or negative from here on; below it is neutral.
CLEAR = 0.2


def sentence_score(hits: Sequence[ToneHit]) -> float:
    """Score from -1 to 1 of the words of one sentence, rounded to two digits.

    >>> sentence_score([ToneHit(0, 4, 2.0), ToneHit(5, 9, -2.0)])
    0.0
    """
    return round(math.tanh(sum(hit.weight for hit in hits) / _SCALE), 2)
