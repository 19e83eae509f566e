"""What a date expression says, before it is resolved against the publication date."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Direction = Literal["last", "this", "next"]
Tense = Literal["past", "future"]


@dataclass(frozen=True)
class DateExpression:
    """Fields that the words give; all others are None. Offsets are code points, `shift_*` count from publication.

    `direction` belongs to a month or weekday ("last July", 下周一); `after` counts days from the last full date of
    the text (次日 is 1), `same_year` takes its year (同年), `same_month` the last month named (同月), `same_period` the
    last month, quarter or half in another year ("same period of 2003", "year-ago"), `whole_year` is a year of which
    `month` is the last one; beside a quarter or half, `month` is its last one too.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    half: int | None = None
    weekday: int | None = None
    shift_years: int | None = None
    shift_months: int | None = None
    shift_quarters: int | None = None
    shift_weeks: int | None = None
    shift_days: int | None = None
    direction: Direction | None = None
    after: int | None = None
    same_year: bool = False
    same_month: bool = False
    same_period: bool = False
    whole_year: bool = False
    tense: Tense | None = None
    certain: bool = False

    def told(self, tense: Tense | None, certain: bool) -> DateExpression:
        """The same with the tense of its sentence, and whether the cue stands close by."""
        return replace(self, tense=tense, certain=certain)

    @property
    def length(self) -> int:
        """Code points."""
        return self.end - self.start
