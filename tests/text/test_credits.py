from __future__ import annotations

import pytest

from pipeline.text.credits import EDITED, HELPED, WROTE, part_in


@pytest.mark.parametrize(
    ("line", "name", "part"),
    [
        ("摄影：王一 记者：李二", "王一", HELPED),
        ("摄影：王一 记者：李二", "李二", WROTE),
        ("文／图 李二", "李二", WROTE),
        ("责编：李二", "李二", EDITED),
        ("监制：王一 审核：李二", "李二", HELPED),
        ("By Ann Lee; Editing by Bo Ray", "Ann Lee", WROTE),
        ("By Ann Lee; Editing by Bo Ray", "Bo Ray", EDITED),
        ("Photography: Bo Ray", "Bo Ray", HELPED),
        ("Bo Ray", "Bo Ray", WROTE),
    ],
)
def test_what_a_credit_says(line: str, name: str, part: int) -> None:
    assert part_in(line, line.index(name)) == part
