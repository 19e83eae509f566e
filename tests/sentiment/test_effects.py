"""Who is moved, by what, which way, how surely."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.kb.normalise import key
from pipeline.sentiment.clause_patterns import says_unmoved
from pipeline.sentiment.told import told_of


def told(doc: Doc) -> set[tuple[str, str, str]]:
    return {(e["entity"], e["cause"], e["direction"]) for e in doc._.effects}


@pytest.mark.parametrize(
    ("text", "companies", "projects", "expected"),
    [
        ("After the harbour tunnel was approved, Acme would benefit.", "Acme", "harbour tunnel", {"Acme+"}),
        (
            "The harbour tunnel would hurt Acme, Bolt and Crane.",
            "Acme|Bolt|Crane",
            "harbour tunnel",
            {"Acme-", "Bolt-", "Crane-"},
        ),
        ("The harbour tunnel is bad for Acme's margins.", "Acme", "harbour tunnel", {"Acme-"}),
        ("The harbour tunnel is not good news for Acme.", "Acme", "harbour tunnel", {"Acme-"}),
        ("On news of the harbour tunnel Acme (ACM.N) rose 3.1%.", "Acme", "harbour tunnel", {"Acme+"}),
        ("The harbour tunnel opened. Acme −2.4%, Bolt +1.9%.", "Acme|Bolt", "harbour tunnel", {"Acme-", "Bolt+"}),
        ("Acme won the harbour tunnel. Its shares climbed by a third.", "Acme", "harbour tunnel", {"Acme+"}),
        ("海港隧道获批，利好甲公司、乙集团。", "甲公司|乙集团", "海港隧道", {"甲公司+", "乙集团+"}),
        ("受海港隧道影响，甲公司（600001.SH）跌4.7％。", "甲公司", "海港隧道", {"甲公司-"}),
        ("海港隧道開工，甲公司股價急挫，收報3.2元。", "甲公司", "海港隧道", {"甲公司-"}),
        ("海港隧道動工，甲公司有望受惠，午盤漲停。", "甲公司", "海港隧道", {"甲公司+"}),
        ("海港隧道将冲击甲公司。", "甲公司", "海港隧道", {"甲公司-"}),
        (
            "For Acme, which Bolt owns, the harbour tunnel was a poor day. The stock fell 1.9 percent.",
            "Acme|Bolt",
            "harbour tunnel",
            {"Acme-"},
        ),
        ("海港隧道獲批，甲公司收入將減；花旗下調其評級，股價跌4.4%。", "甲公司|花旗", "海港隧道", {"甲公司-"}),
        ("海港隧道获批，甲公司股价创三年新高。", "甲公司", "海港隧道", {"甲公司+"}),
    ],
)
def test_direction_of_the_target(judged, text, companies, projects, expected) -> None:  # type: ignore[no-untyped-def]
    doc = judged(text, companies, projects)
    sign = {"positive": "+", "negative": "-"}
    assert {company + sign[way] for company, _, way in told(doc)} == expected
    assert {cause for _, cause, _ in told(doc)} == {projects}


@pytest.mark.parametrize(
    ("text", "companies", "projects"),
    [
        ("Acme will build the harbour tunnel with Bolt.", "Acme|Bolt", "harbour tunnel"),
        ("Acme's sales rose 12% while the harbour tunnel was built.", "Acme", "harbour tunnel"),
        ("The harbour tunnel would hurt Acme's rivals.", "Acme", "harbour tunnel"),
        ("Analysts at Acme said the harbour tunnel is late.", "Acme", "harbour tunnel"),
        ("Acme rose 3.1%.", "Acme", ""),
        ("海港隧道由甲公司承建，甲公司营收同比增长12%。", "甲公司", "海港隧道"),
        ("海港隧道将冲击甲公司的竞争对手。", "甲公司", "海港隧道"),
        ("甲公司涨停。", "甲公司", ""),
        ("海港隧道获批，乙方料为甲公司预留的产线停摆。", "甲公司", "海港隧道"),
        ("The harbour tunnel is late, Bolt calculated in a note. The shares were down 0.8%.", "Bolt", "harbour tunnel"),
    ],
)
def test_mere_appearance_is_no_effect(judged, text, companies, projects) -> None:  # type: ignore[no-untyped-def]
    doc = judged(text, companies, projects)
    assert doc._.effects == []
    assert doc._.relations == []


def test_every_effect_has_its_relation(judged) -> None:  # type: ignore[no-untyped-def]
    doc = judged("The harbour tunnel could hurt Acme.", "Acme", "harbour tunnel")
    [effect], [relation] = doc._.effects, doc._.relations
    assert (effect["modality"], effect["score"], effect["method"]) == ("possible", -0.36, "rule")
    assert effect["confidence"] == relation["confidence"]
    assert (relation["type"], relation["subject"], relation["object"]) == ("affects", "harbour tunnel", "Acme")
    assert relation["modality"] == effect["modality"]


def test_denial_is_a_relation_and_no_effect(judged) -> None:  # type: ignore[no-untyped-def]
    doc = judged("The harbour tunnel will not hurt Acme.", "Acme", "harbour tunnel")
    assert doc._.effects == []
    assert [r["modality"] for r in doc._.relations] == ["denied"]


def test_a_body_is_the_cause_where_the_sentence_marks_it(judged) -> None:  # type: ignore[no-untyped-def]
    doc = judged("Acme fell 5% after Harbour Authority spoke.", "Acme", bodies="Harbour Authority")
    assert told(doc) == {("Acme", "Harbour Authority", "negative")}


def test_bullets_take_the_cause_of_their_heading(judged) -> None:  # type: ignore[no-untyped-def]
    text = "Daily news\n\nThe harbour tunnel\n\n- Acme would be the main loser.\n- Bolt stands to gain.\n\nEnd of it."
    doc = judged(text, "Acme|Bolt", "harbour tunnel")
    assert told(doc) == {("Acme", "harbour tunnel", "negative"), ("Bolt", "harbour tunnel", "positive")}


def test_evidence_lies_in_the_text_with_emoji_and_line_ends(judged) -> None:  # type: ignore[no-untyped-def]
    text = "🚇 The harbour tunnel\r\n\r\nThe harbour tunnel would hurt Acme, says Ann."
    [effect] = judged(text, "Acme", "harbour tunnel")._.effects
    quote = text[effect["evidence"]["start"] : effect["evidence"]["end"]]
    assert quote == "hurt Acme"


@pytest.mark.parametrize(
    ("text", "mechanism", "horizon"),
    [
        ("The harbour tunnel would hurt Acme through fiercer competition in the long run.", "competition", "long"),
        ("海港隧道短期利好甲公司的订单。", "demand", None),
        ("海港隧道利好甲公司短期的订单。", "demand", "short"),
    ],
)
def test_mechanism_and_horizon(judged, text, mechanism, horizon) -> None:  # type: ignore[no-untyped-def]
    [effect] = judged(text, "Acme|甲公司", "harbour tunnel|海港隧道")._.effects
    assert (effect["mechanism"], effect["horizon"]) == (mechanism, horizon)


def test_slots_are_declared(stages: Language) -> None:
    meta = stages.get_pipe_meta("effects")
    assert meta.assigns == ["doc._.effects", "doc._.relations"]
    assert stages.get_pipe_meta("tone").requires == ["doc._.effects", "doc._.window_tones"]


@pytest.mark.parametrize(
    ("text", "companies", "expected"),
    [
        ("Acme rose 3.1%.", "Acme", {"Acme": "positive"}),
        ("Acme would suffer. Its shares rose 3.1%.", "Acme", {"Acme": "positive"}),
        ("甲公司跌停。", "甲公司", {"甲公司": "negative"}),
        ("Acme's sales rose 12%.", "Acme", {}),
    ],
)
def test_direction_without_a_cause(judged, text, companies, expected) -> None:  # type: ignore[no-untyped-def]
    assert told_of(judged(text, companies, "")).directions == expected


@pytest.mark.parametrize(
    ("words", "unmoved"),
    [
        ("Acme, which owns the opposite bank, is not touched by the decision", True),
        ("Acme sees no impact this year", True),
        ("甲公司以內銷為主，本輪影響有限", True),
        ("Acme loses most; Bolt gets nothing", False),
        ("Acme was flattened by the decision", False),
        ("甲公司受影响最大", False),
    ],
)
def test_what_is_said_not_to_be_moved(words: str, unmoved: bool) -> None:
    assert says_unmoved(key(words)) is unmoved
