from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotation.line_ends import ShownText
from pipeline.errors import UsageError


@given(st.text("a\r\n🚀腾", max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_text_comes_back_and_stretches_keep_their_words(text: str, one: int, other: int) -> None:
    page = ShownText(text)
    assert "\r\n" not in page.shown.replace("\r\r", "\r") or "\r\r\n" in text
    assert ShownText.restored(page.shown, page.returns).text == text
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    shown = page.shown[page.to_shown(start) : page.to_shown(end)]
    assert shown == page.text[page.to_text(page.to_shown(start)) : page.to_text(page.to_shown(end))].replace(
        "\r\n", "\n"
    )


def test_offsets_behind_line_ends_and_emoji() -> None:
    page = ShownText("🚀\r\n\r\n腾讯\r\n")
    assert page.shown == "🚀\n\n腾讯\n"
    assert (page.to_shown(5), page.to_shown(7)) == (3, 5)
    assert (page.to_text(3), page.to_text(5)) == (5, 7)


def test_changed_text_is_an_error() -> None:
    with pytest.raises(UsageError, match="changed"):
        ShownText.restored("ab", [1])
