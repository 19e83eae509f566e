"""What the clause of a project states of its status."""

from __future__ import annotations

import pytest

from pipeline.document import Span
from pipeline.projects.status import statuses


def stated(text: str, phrase: str) -> str | None:
    start = text.index(phrase)
    found = statuses(text, Span(start=0, end=len(text)), Span(start=start, end=start + len(phrase)), [])
    return found[0]["status"] if found else None


@pytest.mark.parametrize(
    ("text", "phrase", "status"),
    [
        ("The sale of the plant to Exalmar was completed on 30 July.", "sale of the plant", "completed"),
        ("The cable station by Fulton Hogan finished last year.", "cable station", "completed"),
        ("The plant is to be completed in 2027.", "plant", "announced"),
        ("蕉岭县的高铁站前广场已完工", "站前广场", "completed"),
        ("两个项目中，前者的601车间已投产", "601车间", "operational"),
        ("新工厂2027年底前投产", "新工厂", "announced"),
    ],
)
def test_only_words_of_time_before_a_deed_put_it_ahead(text: str, phrase: str, status: str) -> None:
    assert stated(text, phrase) == status


@pytest.mark.parametrize(
    ("text", "phrase", "status"),
    [
        ("Neom has finished 90 percent of its $8.4 billion plant.", "plant", "under_construction"),
        (
            "Construction of the converter station on Bulan started in December.",
            "converter station",
            "under_construction",
        ),
        ("Ground has been broken at the campus.", "campus", "under_construction"),
        ("该项目土建工程已完成七成", "项目", "under_construction"),
        ("The two have ended negotiations on a merger.", "merger", "cancelled"),
        ("公司决定二期项目不再实施", "二期项目", "cancelled"),
        ("Planning permission has been secured for a campus.", "campus", "approved"),
        ("The first train went into service last week, and the line is busy.", "train", "operational"),
    ],
)
def test_status_in_the_words_of_the_trade_press(text: str, phrase: str, status: str) -> None:
    assert stated(text, phrase) == status


@pytest.mark.parametrize(
    ("text", "phrase", "status"),
    [
        ("据知情人士透露，公司正考虑建设欧洲第三座工厂", "工厂", "rumored"),
        ("The group is weighing a bid, people familiar with the matter said.", "bid", "rumored"),
        ("The two are in talks on a merger, people familiar with the matter said.", "merger", "negotiating"),
        ("公司正考虑建设欧洲第三座工厂", "工厂", "proposed"),
    ],
)
def test_what_is_only_said_to_be_planned_is_a_rumour(text: str, phrase: str, status: str) -> None:
    assert stated(text, phrase) == status
