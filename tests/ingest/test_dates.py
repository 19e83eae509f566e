"""Publication dates in the forms of metadata."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest.dates import iso_date


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2026-03-04", "2026-03-04"),
        ("2026-03-04T05:06:07Z", "2026-03-04T05:06:07+00:00"),
        ("2026-03-04 05:06", "2026-03-04T05:06:00"),
        ("2026/3/4", "2026-03-04"),
        ("2026年3月4日", "2026-03-04"),
        ("2026年3月4日 15:30", "2026-03-04T15:30:00"),
        ("Wed, 04 Mar 2026 15:30:00 +0800", "2026-03-04T15:30:00+08:00"),
        ("March 4, 2026", "2026-03-04"),
        ("4 Mar 2026", "2026-03-04"),
        (1772582400, "2026-03-04T00:00:00+00:00"),
        (1772582400000, "2026-03-04T00:00:00+00:00"),
        ("1772582400", "2026-03-04T00:00:00+00:00"),
        ("03/04/2026", None),
        ("March 2026", None),
        ("2026-13-45", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        (True, None),
        ([], None),
        (float("nan"), None),
        (10**30, None),
    ],
)
def test_iso_date(value: Any, iso: str | None) -> None:
    assert iso_date(value) == iso


@given(st.text(max_size=120) | st.floats() | st.integers())
def test_never_fails(value: Any) -> None:
    found = iso_date(value)
    assert found is None or found[4] == "-"
