"""Who is moved, by what, which way, how surely."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.sentiment.listed_signs import listed_signs

TUNNEL = "harbour tunnel"


def told(doc: Doc) -> set[tuple[str, str, str]]:
    return {(e["entity"], e["cause"], e["direction"]) for e in doc._.effects}


def test_causes_and_directions_are_the_encoders(judged) -> None:  # type: ignore[no-untyped-def]
    moved = {"Acme": (TUNNEL, "negative"), "Bolt": (TUNNEL, "positive"), "Crane": ("Harbour Authority", "neutral")}
    text = "The harbour tunnel moves Acme, Bolt and Crane, says Harbour Authority."
    doc = judged(text, "Acme|Bolt|Crane", TUNNEL, "Harbour Authority", moved)
    assert told(doc) == {(company, cause, way) for company, (cause, way) in moved.items()}


def test_mere_appearance_is_no_effect(judged) -> None:  # type: ignore[no-untyped-def]
    doc = judged("Acme will build the harbour tunnel with Bolt.", "Acme|Bolt", TUNNEL)
    assert doc._.effects == []
    assert doc._.relations == []


def test_every_effect_has_its_relation(judged) -> None:  # type: ignore[no-untyped-def]
    text, moved = "The harbour tunnel could hurt Acme.", {"Acme": (TUNNEL, "negative")}
    doc = judged(text, "Acme", TUNNEL, moved=moved, modality="possible")
    [effect], [relation] = doc._.effects, doc._.relations
    assert (effect["modality"], effect["score"], effect["method"]) == ("possible", -0.57, "model")
    assert effect["confidence"] == relation["confidence"]
    assert (relation["type"], relation["subject"], relation["object"]) == ("affects", TUNNEL, "Acme")
    assert relation["modality"] == effect["modality"]


@pytest.mark.parametrize(
    ("text", "way", "denied"),
    [
        ("The harbour tunnel takes freight from Acme.", "negative", False),
        ("The harbour tunnel takes no freight from Acme.", "negative", True),
        ("The harbour tunnel brings freight to Acme.", "positive", True),
        ("harbour tunnel分流，Acme份额受到冲击。", "negative", False),
        ("harbour tunnel与Acme无关。", "negative", True),
    ],
)
def test_harm_is_denied_only_by_words(judged, text, way, denied) -> None:  # type: ignore[no-untyped-def]
    doc = judged(text, "Acme", TUNNEL, moved={"Acme": (TUNNEL, way)}, modality="denied")
    assert [r["modality"] == "denied" for r in doc._.relations] == [denied]
    assert bool(doc._.effects) is not denied


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Acme fell 4% after the harbour tunnel was delayed.", "asserted"),
        ("Acme fell 4%, as the harbour tunnel may hurt it.", "asserted"),
        ("Acme expects the harbour tunnel to hurt it.", "possible"),
    ],
)
def test_shares_that_moved_are_facts(judged, text, modality) -> None:  # type: ignore[no-untyped-def]
    doc = judged(text, "Acme", TUNNEL, moved={"Acme": (TUNNEL, "negative")}, modality="possible")
    assert [e["modality"] for e in doc._.effects] == [modality]


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("The harbour tunnel is a boon for Acme.", "positive"),
        ("The harbour tunnel is a boon for Acme. Acme fell 4% after the news.", "negative"),
        ("The harbour tunnel worries Acme.", "negative"),
    ],
)
def test_stated_gains_decide(judged, text, way) -> None:  # type: ignore[no-untyped-def]
    assert told(judged(text, "Acme", TUNNEL, moved={"Acme": (TUNNEL, "negative")})) == {("Acme", TUNNEL, way)}


def test_stated_losers_are_told(judged) -> None:  # type: ignore[no-untyped-def]
    moved = {"Acme": (TUNNEL, "negative")}
    assert told(judged("The harbour tunnel would hurt Acme.", "Acme", TUNNEL, moved=moved, odds=-4.0))
    assert not told(judged("The harbour tunnel would join Acme.", "Acme", TUNNEL, moved=moved, odds=-4.0))


def test_denial_is_a_relation_and_no_effect(judged) -> None:  # type: ignore[no-untyped-def]
    text, moved = "The harbour tunnel will not hurt Acme.", {"Acme": (TUNNEL, "negative")}
    doc = judged(text, "Acme", TUNNEL, moved=moved, modality="denied")
    assert doc._.effects == []
    assert [r["modality"] for r in doc._.relations] == ["denied"]


@pytest.mark.parametrize(
    ("text", "odds", "causes"),
    [
        ("Acme fell 4% after Bolt's warning.", 3.0, {("Acme", "Bolt", "negative")}),
        ("Acme fell 4% and Bolt rose 5%.", 3.0, set()),
        ("Acme fell 4% after Bolt's warning.", -3.7, {("Acme", "Bolt", "negative")}),
        ("Acme fell 4% after Bolt's warning.", -4.5, set()),
        ("Bolt's warning weighed on shares of Acme.", -4.5, {("Acme", "Bolt", "negative")}),
    ],
)
def test_companies_as_causes_of_share_moves(judged, text, odds, causes) -> None:  # type: ignore[no-untyped-def]
    assert told(judged(text, "Acme|Bolt", moved={"Acme": ("Bolt", "negative")}, odds=odds)) == causes


def test_places_are_taken_only_where_the_encoder_sees_them(judged) -> None:  # type: ignore[no-untyped-def]
    text, moved = "Shares of Norway's Acme fell 4%.", {"Acme": ("Norway", "negative")}
    assert told(judged(text, "Acme", places="Norway", moved=moved, odds=-4.0)) == set()
    assert told(judged(text, "Acme", places="Norway", moved=moved, odds=3.0)) == {("Acme", "Norway", "negative")}


@pytest.mark.parametrize(
    ("line", "signs"),
    [
        ("- Acme 艾可 (1234 HK): positive – tunnel tolls", {"Acme": "positive"}),
        ("- Acme – negative", {"Acme": "negative"}),
        ("• Acme：利空", {"Acme": "negative"}),
        ("↑ Acme, Bolt", {"Acme": "positive", "Bolt": "positive"}),
        ("受惠股：Acme、Bolt", {"Acme": "positive", "Bolt": "positive"}),
        ("受益：Acme；受损：Bolt", {"Acme": "positive", "Bolt": "negative"}),
        ("受益公司：Acme涨价，对手Bolt未动", {"Acme": "positive"}),
        ("Losers\n\n– Acme (1234 HK): orders move away", {"Acme": "negative"}),
        ("受益方:\n\n● Acme(1234 HK)、Bolt:订单可期", {"Acme": "positive", "Bolt": "positive"}),
        ("Who gains\n\n- Acme, which rivals Bolt", {"Acme": "positive"}),
        ("# Winners\n\n- Acme sells more\n\n# Outlook\n\n- Bolt waits", {"Acme": "positive"}),
        ("Acme|1234|负面|成本", {"Acme": "negative"}),
        ("Potential winners: Acme. Potential losers: Bolt", {"Acme": "positive", "Bolt": "negative"}),
        ("【利空】Acme：订单减少", {"Acme": "negative"}),
        ("　　受惠股：Acme、Bolt", {"Acme": "positive", "Bolt": "positive"}),
        ("赢家\nAcme：订单增加", {"Acme": "positive"}),
        ("Losers\n\n- Acme loses\n\nBolt opens a plant.", {"Acme": "negative"}),
        ("Losers 受壓: Acme", {"Acme": "negative"}),
        ("- Acme: mixed", {}),
        ("▲ Acme named a chief", {}),
        ("Shares of Acme: positive talk helped", {}),
        ("- Acme: positively absurd", {}),
        ("↑ Acme\n↓ Acme", {}),
    ],
)
def test_signs_in_lists(judged, line, signs) -> None:  # type: ignore[no-untyped-def]
    assert listed_signs(judged(f"The harbour tunnel opens.\n\n{line}", "Acme|Bolt", TUNNEL)) == signs


def test_a_sign_in_a_list_outweighs_the_encoder(judged) -> None:  # type: ignore[no-untyped-def]
    moved = {"Acme": (TUNNEL, "negative")}
    text = "The harbour tunnel opens.\n\n- Acme: positive – tolls"
    assert told(judged(text, "Acme", TUNNEL, moved=moved, modality="denied")) == {("Acme", TUNNEL, "positive")}


def test_evidence_lies_in_the_text_with_emoji_and_line_ends(judged) -> None:  # type: ignore[no-untyped-def]
    text = "🚇 The harbour tunnel\r\n\r\nThe harbour tunnel would hurt Acme, says Ann."
    [effect] = judged(text, "Acme", TUNNEL, moved={"Acme": (TUNNEL, "negative")})._.effects
    quote = text[effect["evidence"]["start"] : effect["evidence"]["end"]]
    assert quote == "The harbour tunnel would hurt Acme, says Ann."


@pytest.mark.parametrize(
    ("text", "mechanism", "horizon"),
    [
        ("The harbour tunnel would hurt Acme through fiercer competition in the long run.", "competition", "long"),
        ("海港隧道利好甲公司短期的订单。", "demand", "short"),
    ],
)
def test_mechanism_and_horizon(judged, text, mechanism, horizon) -> None:  # type: ignore[no-untyped-def]
    company, cause = ("Acme", TUNNEL) if text.isascii() else ("甲公司", "海港隧道")
    [effect] = judged(text, company, cause, moved={company: (cause, "positive")})._.effects
    assert (effect["mechanism"], effect["horizon"]) == (mechanism, horizon)


def test_slots_are_declared(stages: Language) -> None:
    meta = stages.get_pipe_meta("effects")
    assert meta.assigns == ["doc._.effects", "doc._.relations"]
    assert stages.get_pipe_meta("tone").requires == ["doc._.effects", "doc._.window_tones"]
