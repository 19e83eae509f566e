from __future__ import annotations

import re
from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from pipeline.document import Position
from pipeline.kb.knowledge_base import load
from pipeline.names.position_organizations import Organizations
from pipeline.names.positions import joined
from pipeline.names.title_words import settled

MakeDoc = Callable[..., Doc]


@pytest.mark.parametrize(
    ("text", "known", "read", "organization"),
    [
        ("Kenya met Canada. The Canadian trade minister Jane Doe met Marlin.", ["Kenya", "Canada"], "Kenya", "canada"),
        ("Kenya met Marlin. The Canadian trade minister Jane Doe spoke.", ["Kenya"], "Kenya", None),
        ("Kenya pays Marlin. Kenya's trade minister Jane Doe spoke.", ["Kenya"], "Marlin", "kenya"),
        ("Canada spoke. Marlin's governor, governor Jane Doe spoke.", ["Canada"], "Marlin", "marlin"),
        ("Canada spoke. Canada paid Marlin. Trade minister Jane Doe spoke.", ["Canada"], None, "canada"),
        (
            "Kenya met Canada over Marlin. Kenya paid. Trade minister Jane Doe spoke.",
            ["Kenya", "Canada"],
            None,
            "kenya",
        ),
        ("Kenya met Canada over Marlin. Trade minister Jane Doe spoke.", ["Kenya", "Canada"], None, None),
    ],
)
def test_whose_minister(
    make_doc: MakeDoc, text: str, known: list[str], read: str | None, organization: str | None
) -> None:
    names = dict.fromkeys(known, "LOCATION") | {"Jane Doe": "PERSON", "Marlin": "COMPANY"}
    doc = make_doc(text, names, everywhere=True)
    for entity in doc._.entities:
        entity["kb_id"] = {"kenya": "country-ke", "canada": "country-ca"}.get(entity["entity_id"])
    title = "governor" if "governor" in text else "rade minister"
    start = text.index(title) - ("rade" in title)
    end = text.index(title) + len(title)
    body = read.lower() if read is not None else None
    position = Position(title=text[start:end], organization=body, current=True, start=start, end=end)
    assert Organizations(doc, load()).of_state(position, "jane-doe")["organization"] == organization


def test_a_minister_is_of_the_place_before_the_title(make_doc: MakeDoc) -> None:
    doc = make_doc("北亚矿业部长李明说", {"北亚": "LOCATION", "李明": "PERSON"})
    place = next(e["entity_id"] for e in doc._.entities if e["type"] == "LOCATION")
    found = settled(doc, Position(title="矿业部长", organization=place, current=True, start=2, end=6))
    assert found is not None
    assert (found["title"], found["organization"]) == ("矿业部长", place)


def title_of(doc: Doc, text: str, read: str, kind: str) -> str | None:
    """The title that is left of one as it was read, at the only body of a type; null where it is no post."""
    body = next(e["entity_id"] for e in doc._.entities if e["type"] == kind)
    start = text.index(read)
    found = settled(doc, Position(title=read, organization=body, current=True, start=start, end=start + len(read)))
    return found and found["title"]


@pytest.mark.parametrize(
    ("text", "read", "title"),
    [
        ("北亚省委书记李明说", "委书记", "省委书记"),
        ("北亚的第六届董事会董事李明说", "第六届董事会董事", "董事"),
        ("北亚的多名部长和李明", "多名部长", None),
        ("北亚市长李明说", "北亚市长", "市长"),
        ("北亚縣長李明说", "長", "縣長"),
        ("东林的原实控人李明是北亚人", "原实控人", None),
        ("李明管理北亚", "北亚", None),
        ("A Republican from 北亚, 李明", "A Republican", None),
    ],
)
def test_words_around_a_chinese_title(make_doc: MakeDoc, text: str, read: str, title: str | None) -> None:
    doc = make_doc(text, {"北亚": "LOCATION", "李明": "PERSON"})
    assert title_of(doc, text, read, "LOCATION") == title


@pytest.mark.parametrize("title", ["省委书记", "市长"])
def test_a_title_that_opens_the_text_stays_whole(make_doc: MakeDoc, title: str) -> None:
    doc = make_doc(f"{title}李明表示", {"李明": "PERSON"})
    found = settled(doc, Position(title=title, organization=None, current=True, start=0, end=len(title)))
    assert found is not None
    assert (found["title"], found["start"]) == (title, 0)


@pytest.mark.parametrize(
    ("text", "read", "title"),
    [
        ("Marlin's story begins with Director Ann Moe", "story begins with Director", "Director"),
        ("Marlin, company head Ann Moe", "company head", "head"),
        ("Marlin's company secretary Ann Moe", "company secretary", "company secretary"),
        ("Marlin made COO Ann Moe the scapegoat", "made COO", "COO"),
        ("Marlin's under secretary Ann Moe", "under secretary", "under secretary"),
        (
            "Marlin's executive secretary of the council Ann Moe",
            "executive secretary of the council",
            "executive secretary",
        ),
        ("Marlin's secretary of the board Ann Moe", "secretary of the board", "secretary of the board"),
    ],
)
def test_words_before_an_english_title(make_doc: MakeDoc, text: str, read: str, title: str) -> None:
    doc = make_doc(text, {"Marlin": "COMPANY", "Ann Moe": "PERSON"})
    assert title_of(doc, text, read, "COMPANY") == title


@pytest.mark.parametrize(
    ("read", "title"),
    [
        ("ambassador", "ambassador to Kenya"),
        ("minister for North", "minister for North Kenya"),
        ("envoy to K", "envoy to Kenya"),
    ],
)
def test_the_place_that_a_post_is_for_is_part_of_its_title(make_doc: MakeDoc, read: str, title: str) -> None:
    text = f"Marlin's {title}, Ann Moe"
    assert title_of(make_doc(text, {"Marlin": "COMPANY", "Kenya": "LOCATION"}), text, read, "COMPANY") == title


def test_an_envoy_of_the_sentence_is_no_part_of_a_title(make_doc: MakeDoc) -> None:
    text = "Marlin's minister said he would send an envoy to Kenya, Ann Moe"
    doc = make_doc(text, {"Marlin": "COMPANY", "Kenya": "LOCATION"})
    assert title_of(doc, text, "minister", "COMPANY") == "minister"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Marlin's managing director for nuclear.", "managing director for nuclear"),
        ("Marlin's head of the ingredients business, who left.", "head of the ingredients business"),
        ("Marlin's deputy governor of the bank.", "deputy governor"),
        ("Marlin's chairman for ten years, who left.", "chairman"),
        ("Marlin's chairman of the Board, who left.", "chairman of the Board"),
        ("Marlin's chairman of the board of Acme.", "chairman"),
        ("Marlin's chairman of the board's audit committee.", "chairman"),
        ("蓝港的北亚区总裁说", "北亚区总裁"),
        ("蓝港的北亚研究员说", "研究员"),
    ],
)
def test_title_is_widened(make_doc: MakeDoc, text: str, title: str) -> None:
    place = {"北亚": "LOCATION"} if "北亚" in text else {}
    body = "蓝港" if place else "Marlin"
    doc = make_doc(text, {body: "COMPANY"} | place)
    bodies = {e["name"]: e["entity_id"] for e in doc._.entities}
    head = title.removeprefix("北亚").split(" for ")[0].split(" of ")[0]
    start = text.index(head)
    read = bodies["北亚"] if place and title != "研究员" else bodies[body]
    found = settled(doc, Position(title=head, organization=read, current=True, start=start, end=start + len(head)))
    assert found is not None
    assert (found["title"], found["organization"]) == (title, bodies[body])


@pytest.mark.parametrize(
    ("text", "title", "read", "organization"),
    [
        ("Marlin sank, said its Kenya head Ann Moe", "Kenya head", "kenya", None),
        ("Marlin Kenya head Ann Moe spoke", "Kenya head", "marlin", "marlin"),
        ("Marlin sank off Kenya. Kenya president Ann Moe spoke", "president", "kenya", "kenya"),
        ("Marlin sank off Kenya. Kenya buyer Ann Moe spoke", "buyer", "marlin", "marlin"),
    ],
)
def test_the_region_of_a_company_post_is_part_of_its_title(
    make_doc: MakeDoc, text: str, title: str, read: str, organization: str | None
) -> None:
    doc = make_doc(text, {"Marlin": "COMPANY", "Kenya": "LOCATION", "Ann Moe": "PERSON"}, everywhere=True)
    head = title.removeprefix("Kenya ")
    start = text.index(head)
    found = settled(doc, Position(title=head, organization=read, current=True, start=start, end=start + len(head)))
    assert found is not None
    assert (found["title"], found["organization"]) == (title, organization)


@pytest.mark.parametrize(
    ("text", "known", "read", "title", "body"),
    [
        ("东林市委书记李明", "东林市委", "书记", "书记", "东林市委"),
        ("东林县委书记李明", "东林县", "委书记", "县委书记", "东林县"),
        (
            "东林经信厅电子信息处处长李明",
            "东林经信厅电子信息",
            "电子信息处处长",
            "电子信息处处长",
            "东林经信厅电子信息",
        ),
        ("北亚东林经信厅说。东林经信厅电子处处长李明", "东林经信厅电子", "电子处处长", "电子处处长", "北亚东林经信厅"),
        ("东林分行副行长李明", "东林分行", "行副行长", "副行长", "东林分行"),
    ],
)
def test_a_title_beside_the_name_of_a_body(
    make_doc: MakeDoc, text: str, known: str, read: str, title: str, body: str
) -> None:
    bodies = dict.fromkeys((known, body), "LOCATION" if known.endswith("县") else "GOVERNMENT")
    doc = make_doc(text, bodies | {"李明": "PERSON"})
    names = {e["name"]: e["entity_id"] for e in doc._.entities}
    start = text.index(read)
    post = Position(title=read, organization=names[known], current=True, start=start, end=start + len(read))
    found = settled(doc, post)
    assert found is not None
    assert (found["title"], found["organization"]) == (title, names[body])


@pytest.mark.parametrize(("name", "organization"), [("ruto", "kenya"), ("roe", "marlin")])
def test_bare_president_of_a_country_is_known(make_doc: MakeDoc, name: str, organization: str) -> None:
    base = load()
    ruler = next(i for i in base.positions if any(p.organization == "country-ke" for p in base.positions[i]))
    text = f"Kenya left Marlin. President {name} spoke."
    doc = make_doc(text, {"Kenya": "LOCATION", "Marlin": "COMPANY", name: "PERSON"})
    for entity in doc._.entities:
        entity["kb_id"] = {"kenya": "country-ke", "ruto": ruler}.get(entity["entity_id"])
    start = text.index("President")
    position = Position(title="President", organization="marlin", current=True, start=start, end=start + 9)
    assert Organizations(doc, base).of_state(position, name)["organization"] == organization


@pytest.mark.parametrize(
    ("text", "title", "clean"),
    [
        ("spoke as President and CEO", "as President and CEO", "President and CEO"),
        ("named on Tuesday by Agriculture Secretary", "on Tuesday by Agriculture Secretary", "Agriculture Secretary"),
        ("its head of", "head of", "head"),
        ("Minister of Power, Chief", "Minister of Power, Chief", "Minister of Power"),
        ("the founders", "founders", "founder"),
        ("Director-", "Director-", "Director"),
        ("the planning chairman Cllr", "planning chairman Cllr", "planning chairman"),
        ("轮值董事长李明", "董事长", "轮值董事长"),
        ("财政司司长李明", "司长", "财政司司长"),
        ("back as chief executive", "back as chief executive", "chief executive"),
        ("the chairman, wife and the head of design", "wife and the head of design", "head of design"),
        ("the new Canadian trade minister", "new Canadian trade minister", "trade minister"),
        ("the first deputy governor", "first deputy governor", "first deputy governor"),
        ("On Sunday Minister", "Sunday Minister", "Minister"),
        ("接任者為現任財務長", "接任者為現任財務長", "財務長"),
        ("该行董事", "该行董事", "董事"),
        ("松河市副市长", "市副市长", "副市长"),
        ("松河市市长", "市市长", "市长"),
        ("松河市长", "市长", "市长"),
        ("要求总统", "要求总统", "总统"),
        ("现场负责人", "现场负责人", "现场负责人"),
        ("the New York branch manager", "New York branch manager", "New York branch manager"),
    ],
)
def test_title_is_cut_free(text: str, title: str, clean: str) -> None:
    doc = spacy.blank("en")(text)
    doc._.mentions = []
    start = text.index(title)
    position = Position(title=title, organization=None, current=True, start=start, end=start + len(title))
    found = settled(doc, position)
    assert found is not None
    assert found["title"] == clean
    assert clean.startswith(text[found["start"] : found["end"]].rstrip("s"))


@pytest.mark.parametrize(
    "title",
    [
        "Dr.",
        "the Honourable",
        "Resident Mission",
        "先生",
        "记者",
        "think tank",
        "著重",
        "国际市场",
        "finance",
        "Asia and Middle East",
    ],
)
def test_forms_of_address_are_no_titles(title: str) -> None:
    doc = spacy.blank("en")(title)
    doc._.mentions = []
    position = Position(title=title, organization=None, current=True, start=0, end=len(title))
    assert settled(doc, position) is None


def test_quotation_marks_are_no_part_of_a_title() -> None:
    doc = spacy.blank("zh")("金控「代理」總經理")
    doc._.mentions = []
    found = settled(doc, Position(title="代理」總經理", organization=None, current=True, start=3, end=9))
    assert found is not None
    assert found["title"] == "代理總經理"


@pytest.mark.parametrize(
    ("text", "title", "organization"),
    [
        ("Shares of Marlin fell. Osprey chief executive Jane Doe left.", "chief executive", "osprey"),
        ("Shares of Marlin fell. Chief executive Jane Doe left.", "Chief executive", "marlin"),
        ("Marlin lost an order to Osprey. Chief executive Jane Doe left.", "Chief executive", "marlin"),
        ("Marlin lost an order to Osprey. Trade minister Jane Doe left.", "Trade minister", None),
        ("Marlin lost an order to Osprey. Company buyer Jane Doe left.", "buyer", "marlin"),
        ("Marlin交付一艘船。公司总会计师Jane Doe说", "总会计师", "marlin"),
    ],
)
def test_a_post_without_a_body_is_at_the_company_spoken_of(
    make_doc: MakeDoc, text: str, title: str, organization: str | None
) -> None:
    known = {"Jane Doe": "PERSON", "Marlin": "COMPANY"} | ({"Osprey": "COMPANY"} if "Osprey" in text else {})
    doc = make_doc(text, known)
    start = text.index(title)
    post = Position(title=title, organization=None, current=True, start=start, end=start + len(title))
    assert Organizations(doc, load()).completed(post, "jane-doe")["organization"] == organization


@pytest.mark.parametrize(("minister", "ministry"), [("port minister", "Port Ministry"), ("港口部长", "港口部")])
def test_a_minister_is_of_the_ministry_of_that_name(make_doc: MakeDoc, minister: str, ministry: str) -> None:
    doc = make_doc(f"{ministry}, {minister} 李明", {ministry: "GOVERNMENT", "李明": "PERSON"})
    bodies = {e["type"]: e["entity_id"] for e in doc._.entities}
    start = doc.text.index(minister)
    post = Position(title=minister, organization=None, current=True, start=start, end=start + len(minister))
    found = Organizations(doc, load()).of_state(post, bodies["PERSON"])
    assert found["organization"] == bodies["GOVERNMENT"]


@pytest.mark.parametrize(
    ("text", "title", "read", "organization"),
    [
        ("Kenya sat. Kenya sold to Osprey what Senator Jane Doe forbade.", "Senator", "kenya", None),
        ("The Senate sat. Osprey sold what Senator Jane Doe forbade.", "Senator", "osprey", "senate"),
        ("The Senate voted. Governor Jane Doe spoke.", "Governor", "senate", None),
        ("Kenya sold to Osprey. Governor Jane Doe spoke.", "Governor", "kenya", None),
        ("The Senate sat. Osprey sold what Sen. Jane Doe forbade.", "Sen.", "osprey", "senate"),
        ("Kenya buys Osprey. German Chancellor Jane Doe spoke.", "Chancellor", "osprey", None),
        ("The Port Authority spoke. Port secretary Jane Doe went.", "Port secretary", "port-authority", None),
        (
            "The Port Authority spoke. Its secretary-general Jane Doe went.",
            "general",
            "port-authority",
            "port-authority",
        ),
        ("The Port Service spoke. Port secretary Jane Doe went.", "Port secretary", "port-service", None),
        ("Kenya买下Osprey。省长Jane Doe说", "省长", "kenya", None),
        ("The Port Authority spoke. Secretary for Ports Jane Doe went.", "Secretary for Ports", "port-authority", None),
        ("The Port Ministry spoke. Port secretary Howard Lutnick went.", "Port secretary", "port-ministry", None),
    ],
)
def test_no_post_at_the_body_of_another_state(
    make_doc: MakeDoc, text: str, title: str, read: str, organization: str | None
) -> None:
    known = {"Kenya": "LOCATION", "Osprey": "COMPANY", "Senate": "GOVERNMENT", "Port Ministry": "GOVERNMENT"}
    known |= {"Port Authority": "GOVERNMENT", "Port Service": "GOVERNMENT"}
    known |= dict.fromkeys(("Jane Doe", "Howard Lutnick"), "PERSON")
    doc = make_doc(text, {name: kind for name, kind in known.items() if name in text})
    rows = {"kenya": "country-ke", "port-ministry": "china-ministry-of-commerce", "howard-lutnick": "howard-lutnick"}
    for entity in doc._.entities:
        entity["kb_id"] = rows.get(entity["entity_id"])
    start = text.index(title)
    post = Position(title=title, organization=read, current=True, start=start, end=start + len(title))
    person = next(e["entity_id"] for e in doc._.entities if e["type"] == "PERSON")
    assert Organizations(doc, load()).of_state(post, person)["organization"] == organization


@pytest.mark.parametrize(
    ("text", "title", "read", "organization"),
    [
        ("The Port Ministry told Kenya. Jane Doe, the minister, spoke.", "minister", "kenya", "port-ministry"),
        ("The Port Ministry sat.\nKenya heard Jane Doe, the minister.", "minister", "kenya", "kenya"),
        ("The Port Ministry told Kenya. Jane Doe, port minister, spoke.", "port minister", "kenya", "kenya"),
        ("The Port Ministry sat. Kenya's minister, Jane Doe, spoke.", "minister", "kenya", "kenya"),
    ],
)
def test_a_minister_without_a_field_is_of_the_ministry_before(
    make_doc: MakeDoc, text: str, title: str, read: str, organization: str
) -> None:
    doc = make_doc(text, {"Kenya": "LOCATION", "Port Ministry": "GOVERNMENT", "Jane Doe": "PERSON"})
    start = text.rindex(title)
    post = Position(title=title, organization=read, current=True, start=start, end=start + len(title))
    assert Organizations(doc, load()).of_ministry(post)["organization"] == organization


@pytest.mark.parametrize(
    ("text", "title", "read", "organization"),
    [
        ("Kenya paid. Mayor Jane Doe spoke.", "Mayor", "Kenya", None),
        ("Osprey — Kenya paid. Mayor Jane Doe spoke.", "Mayor", "Kenya", "Osprey"),
        ("Osprey paid. Premier Jane Doe spoke.", "Premier", "Osprey", None),
        ("Osprey paid Kenya. Premier Jane Doe spoke.", "Premier", "Osprey", "Kenya"),
        ("Kenya东林区开工。市委书记Jane Doe说，Osprey市\n", "市委书记", "Kenya", "Osprey市"),
        ("Kenya东林区开工。市长Jane Doe说，Osprey市、Marlin市\n", "市长", "Kenya", None),
    ],
)
def test_heads_of_cities_and_of_regions_are_at_none_of_the_other(
    make_doc: MakeDoc, text: str, title: str, read: str, organization: str | None
) -> None:
    names = re.findall("Osprey市?|Marlin市|东林区|Kenya", text)
    doc = make_doc(text, dict.fromkeys(names, "LOCATION") | {"Jane Doe": "PERSON"})
    ids = {e["name"]: e["entity_id"] for e in doc._.entities}
    for entity in doc._.entities:
        entity["kb_id"] = {"Kenya": "region-hunan", "Osprey": "city-zhuzhou-cn"}.get(entity["name"])
    start = text.index(title)
    post = Position(title=title, organization=ids[read], current=True, start=start, end=start + len(title))
    organizations = Organizations(doc, load())
    found = organizations.local(organizations.of_state(post, ids["Jane Doe"]))
    assert found["organization"] == ids.get(organization or "")


def test_a_head_of_government_is_at_no_ministry(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "The Port Ministry spoke. Deputy PM Jane Doe spoke.", {"Port Ministry": "GOVERNMENT", "Jane Doe": "PERSON"}
    )
    bodies = {e["type"]: e["entity_id"] for e in doc._.entities}
    start = doc.text.index("Deputy")
    post = Position(title="Deputy PM", organization=bodies["GOVERNMENT"], current=True, start=start, end=start + 9)
    assert Organizations(doc, load()).of_state(post, bodies["PERSON"])["organization"] is None


def test_titles_side_by_side_at_one_body_are_one() -> None:
    def post(text: str, title: str, organization: str, current: bool = True) -> Position:
        start = text.index(title)
        return Position(title=title, organization=organization, current=current, start=start, end=start + len(title))

    text = "创始人、董事长，兼任理事长"
    founder, chair = post(text, "创始人", "a"), post(text, "董事长", "a")
    assert [p["title"] for p in joined(text, [chair, founder])] == ["创始人、董事长"]
    assert len(joined(text, [founder, post(text, "董事长", "b")])) == 2
    assert len(joined(text, [founder, post(text, "董事长", "a", current=False)])) == 2
    assert len(joined(text, [chair, post(text, "理事长", "a")])) == 2


def test_a_minister_has_one_title_however_it_is_put(make_doc: MakeDoc) -> None:
    text = "Kenya's finance minister, Jane Doe, left. As minister of finance she had paid."
    read = {"finance minister": ("Jane Doe", "Kenya"), "minister of finance": ("Jane Doe", "Kenya")}
    doc = make_doc(text, {"Kenya": "LOCATION", "Jane Doe": "PERSON"}, posts=read)
    assert [p["title"] for e in doc._.entities for p in e["positions"]] == ["finance minister"]


@pytest.mark.parametrize(
    ("text", "title", "current"),
    [
        ("Jane Doe, once the lender's chief, sold Marlin", "chief", False),
        ("Jane Doe, the lender's chief, sold Marlin", "chief", True),
        ("李明此前在青禾总部任销售总监", "销售总监", False),
        ("李明在青禾总部任销售总监", "销售总监", True),
    ],
)
def test_posts_of_before(make_doc: MakeDoc, text: str, title: str, current: bool) -> None:
    person, body = ("李明", "青禾") if "李明" in text else ("Jane Doe", "Marlin")
    doc = make_doc(text, {person: "PERSON", body: "COMPANY"}, posts={title: (person, body)})
    assert [p["current"] for e in doc._.entities for p in e["positions"]] == [current]


def test_a_region_is_no_title_at_a_place(make_doc: MakeDoc) -> None:
    text = "Kenya's Far East Ann Moe"
    doc = make_doc(text, {"Kenya": "LOCATION", "Ann Moe": "PERSON"})
    assert settled(doc, Position(title="Far East", organization="kenya", current=True, start=8, end=16)) is None
