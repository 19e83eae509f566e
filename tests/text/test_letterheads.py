"""What is passed over above the headline of a notice, and what is not."""

from __future__ import annotations

import pytest

from pipeline.text.letterheads import headline


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["Tarn PLC", "12 March 2026", "Contract award"], "Contract award"),
        (["Tarn buys Orrin Holdings", "12 March 2026", "Bolt lost"], None),
        (["Why regulators fear the holding company", "12 March 2026", "Bolt lost"], None),
    ],
)
def test_a_headline_that_ends_in_a_company_is_no_letterhead(lines: list[str], found: str | None) -> None:
    assert headline(lines, 110) == found
