from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from pipeline.document import Position
from pipeline.kb.knowledge_base import load
from pipeline.names.position_organizations import Organizations
from pipeline.names.title_words import settled

MakeDoc = Callable[..., Doc]
_STORY = "Marlin Feeds has bought the mills of Delgado and will pay for them in two parts, it told its holders.\n"


def post(text: str, title: str, body: str | None = None) -> Position:
    start = text.rindex(title)
    return Position(title=title, organization=body, current=True, start=start, end=start + len(title))


@pytest.mark.parametrize(
    ("text", "organization"),
    [
        ("Orinda Commission\n" + _STORY * 2 + "(signed) Jane Doe\nChief Executive", "orinda-commission"),
        (_STORY * 2 + "For Orinda Commission\nJane Doe\nChief Executive", "orinda-commission"),
        (_STORY * 2 + "Jane Doe\nChief Executive", "delgado"),
        ("Orinda Commission\n" + _STORY * 2 + "Chief Executive Jane Doe said that it was time.", "delgado"),
    ],
)
def test_who_signs_is_of_the_body_of_the_letter(make_doc: MakeDoc, text: str, organization: str) -> None:
    bodies = {"Orinda Commission": "GOVERNMENT"} if "Orinda" in text else {}
    doc = make_doc(text, bodies | {"Marlin Feeds": "COMPANY", "Delgado": "COMPANY", "Jane Doe": "PERSON"})
    position = Organizations(doc, load()).signed(post(text, "Chief Executive", "delgado"))
    assert position["organization"] == organization


def test_who_signs_a_notice_is_of_its_issuer(make_doc: MakeDoc) -> None:
    text = "Delgado\n蓝港控股有限公司（「本公司」）宣布收购青禾。\n" + _STORY * 2 + "承董事會命\n執行主席\n李明\n"
    doc = make_doc(text, {"Delgado": "COMPANY", "蓝港控股有限公司": "COMPANY", "青禾": "COMPANY", "李明": "PERSON"})
    position = Organizations(doc, load()).signed(post(text, "執行主席", "delgado"))
    assert position["organization"] == "lan-gang-kong-gu-you-xian-gong-si"


@pytest.mark.parametrize(
    ("text", "title", "organization"),
    [
        (
            "The Orinda Commission met Marlin Feeds. The commission's own chair, Jane Doe, left.",
            "chair",
            "orinda-commission",
        ),
        ("The Orinda Commission met Marlin Feeds. The bank's chair, Jane Doe, left.", "chair", "marlin-feeds"),
        ("The Orinda Commission met Marlin Feeds. A commission's chair, Jane Doe, left.", "chair", "marlin-feeds"),
        ("蓝港银行起诉青禾。该行行长李明离任。", "行长", "lan-gang-yin-hang"),
        ("蓝港银行起诉青禾。该会会长李明离任。", "会长", "marlin-feeds"),
        ("青禾公司不服。该司司长李明离任。", "司长", "marlin-feeds"),
        ("法律司回应青禾公司。该司司长李明离任。", "司长", "fa-lv-si"),
        ("监察委员会起诉青禾。该委员会主席李明离任。", "主席", "jian-cha-wei-yuan-hui"),
        ("The Bank of Orinda met. The bank's chair, Jane Doe, left.", "chair", "bank-of-orinda"),
        ("The Bank of Orinda met Tern Bank. The bank's chair, Jane Doe, left.", "chair", "marlin-feeds"),
        ("SoftBank met. The bank's chair, Jane Doe, left.", "chair", "marlin-feeds"),
        ("The Orinda Commission met Marlin Feeds. Commission chair Jane Doe left.", "chair", "orinda-commission"),
        (
            "The Orinda Commission met Marlin Feeds. Commission chair Jane Doe left.",
            "Commission chair",
            "orinda-commission",
        ),
        ("The Orinda Commission met Marlin Feeds. Union chair Jane Doe left.", "chair", None),
        ("The Orinda Commission met Marlin Feeds. Its works council chair Jane Doe left.", "chair", "marlin-feeds"),
    ],
)
def test_a_body_that_its_kind_points_back_at(
    make_doc: MakeDoc, text: str, title: str, organization: str | None
) -> None:
    known = {"Orinda Commission": "GOVERNMENT", "Marlin Feeds": "COMPANY", "蓝港银行": "COMPANY", "青禾": "COMPANY"}
    known |= {"青禾公司": "COMPANY", "法律司": "GOVERNMENT", "监察委员会": "GOVERNMENT", "SoftBank": "COMPANY"}
    known |= {"Bank of Orinda": "COMPANY", "Tern Bank": "COMPANY"}
    people = {"Jane Doe": "PERSON", "李明": "PERSON"}
    doc = make_doc(text, {n: t for n, t in (known | people).items() if n in text})
    read = post(text, title, "marlin-feeds")
    assert Organizations(doc, load()).of_kind(read)["organization"] == organization


@pytest.mark.parametrize(
    ("text", "title", "organization"),
    [
        ("Rules ease in East Orinda, where Governor Jane Doe paid.", "Governor", "east-orinda"),
        ("EAST ORINDA, Utah (AP) — Rules ease.\nMayor Jane Doe paid.", "Mayor", "east-orinda"),
        ("EAST ORINDA rules.\nMayor Jane Doe paid.", "Mayor", None),
        ("Rules ease in East Orinda, where director Jane Doe paid.", "director", None),
    ],
)
def test_governor_of_the_place_before(make_doc: MakeDoc, text: str, title: str, organization: str | None) -> None:
    place = "EAST ORINDA" if "ORINDA" in text else "East Orinda"
    doc = make_doc(text, {place: "LOCATION", "Jane Doe": "PERSON"})
    assert Organizations(doc, load()).local(post(text, title))["organization"] == organization


@pytest.mark.parametrize(
    ("text", "read", "title"),
    [
        ("蓝港南湾分行副行长李明", "分行副行长", "副行长"),
        ("蓝港南湾分行法定代表人：李明", "代表人", "法定代表人"),
        ("蓝港南湾分行上涨，國家主席李明南下", "主席", "國家主席"),
        ("蓝港南湾分行。按董事长李明的设想", "按董事长", "董事长"),
        ("Marlin grew under its acting governor Jane Doe", "under its acting governor", "acting governor"),
        ("Marlin re-elected president Jane Doe", "re-elected president", "president"),
    ],
)
def test_title_is_cut_free(make_doc: MakeDoc, text: str, read: str, title: str) -> None:
    doc = make_doc(text, {"蓝港南湾分行" if "蓝港" in text else "Marlin": "COMPANY"})
    position = settled(doc, post(text, read))
    assert position is not None
    assert position["title"] == title
