"""What speaks for a project beside the scores of its phrases; scores of the encoder are made by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from pipeline.document import PairScore, SpanKey
from pipeline.projects.signs import UNLIKELY, group_signs

Mark = Callable[[str], Doc]


def pair(subject: SpanKey, object_: SpanKey, label: str, logit: float) -> PairScore:
    return PairScore(subject=subject, object=object_, labels={label: logit}, modality=[], direction=[])


def test_who_leads_it_and_where_it_lies_speak_for_a_project(mark: Mark) -> None:
    doc = mark("[COMPANY:Orrin] builds a [PROJECT:mill] in [LOCATION:Tarn], a [PROJECT:strong pipeline] aside.")
    mill, pipeline = ("project_mentions", 0), ("project_mentions", 1)
    doc._.pair_scores = [
        pair(("mentions", 0), mill, "leads", 2.0),
        pair(("mentions", 1), mill, "leads", -4.0),
        pair(mill, ("mentions", 1), "located_in", 1.0),
        pair(("mentions", 0), pipeline, "leads", -3.0),
    ]
    first, second = group_signs(doc, [[0], [1]], {})
    assert (first["led"], first["placed"]) == (2.0, 1.0)
    assert (second["led"], second["placed"]) == (-3.0, UNLIKELY)


def test_what_may_be_a_project_named_before_is_none_of_its_own(mark: Mark) -> None:
    doc = mark("Orrin builds a [PROJECT:mill in Tarn]. The [PROJECT:landmark scheme] is dear. A [PROJECT:dam] follows.")
    signs = group_signs(doc, [[0], [1], [2]], {(0, 1): -1.0, (1, 2): -3.0})
    assert [sign["again"] for sign in signs] == [UNLIKELY, -1.0, -3.0]


@pytest.mark.parametrize(("english", "chinese"), [("tunnel project", "隧道项目"), ("battery plant", "电池厂")])
def test_a_name_is_as_long_in_either_script(mark: Mark, english: str, chinese: str) -> None:
    one, other = group_signs(mark(f"[PROJECT:{english}] [PROJECT:{chinese}]"), [[0], [1]], {})
    assert one["length"] == pytest.approx(other["length"], abs=0.4)
