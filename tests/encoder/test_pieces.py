"""What of a text the encoder reads otherwise than it stands."""

from __future__ import annotations

import pytest

from pipeline.encoder.pieces import as_read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("NTPC CMD Gurdeep Singh said", "NTPC CEO Gurdeep Singh said"),
        ("said B. C. Tripathi, CMD, GAIL", "said B. C. Tripathi, CEO, GAIL"),
        ("at its CMD in March", "at its CMD in March"),
    ],
)
def test_a_title_unknown_to_the_training_is_read_as_a_known_one(text: str, read: str) -> None:
    assert as_read(text) == read
