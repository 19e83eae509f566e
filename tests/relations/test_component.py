"""Relations from marked sentences: triggers, voice, lists, modality, roles."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.ontology import PROJECT, ontology
from pipeline.projects.component import ProjectFinder
from pipeline.relations import component
from pipeline.relations.component import RelationExtractor
from pipeline.relations.framed import PLAIN
from pipeline.relations.frames import attachment_frames, nominal_frames, plain_frames, role_frames, verb_frames

Mark = Callable[[str], Doc]
Extract = Callable[[str], Doc]


@pytest.fixture
def extract(text_nlp: Language, mark: Mark) -> Extract:
    projects = ProjectFinder(text_nlp, "project_finder", KnowledgeBase(), least=0.0)
    relations = RelationExtractor(text_nlp, "relation_extractor", least=0.0)
    return lambda marked: relations(projects(mark(marked)))


def found(doc: Doc) -> set[tuple[str, str, str, str]]:
    return {(r["type"], r["subject"], r["object"], r["modality"]) for r in doc._.relations}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[COMPANY:Orrin] acquired [COMPANY:Bolt].", ("acquires", "Orrin", "Bolt", "asserted")),
        ("[COMPANY:Bolt] was acquired by [COMPANY:Orrin].", ("acquires", "Orrin", "Bolt", "asserted")),
        ("[COMPANY:Orrin] has agreed to buy rival chipmaker [COMPANY:Bolt].", ("acquires", "Orrin", "Bolt", "planned")),
        ("[COMPANY:Orrin] to buy [COMPANY:Bolt] for cash", ("acquires", "Orrin", "Bolt", "planned")),
        ("[COMPANY:Bolt] to be bought by [COMPANY:Orrin]", ("acquires", "Orrin", "Bolt", "planned")),
        ("[COMPANY:Orrin]'s takeover of [COMPANY:Bolt] was voted down.", ("acquires", "Orrin", "Bolt", "denied")),
        ("[COMPANY:奥林公司]与[COMPANY:安擬公司]合作。", ("partners_with", "奥林公司", "安擬公司", "asserted")),
        ("[COMPANY:Orrin] denied that it would buy [COMPANY:Bolt].", ("acquires", "Orrin", "Bolt", "denied")),
        ("[COMPANY:Orrin]'s takeover of [COMPANY:Bolt] closed.", ("acquires", "Orrin", "Bolt", "asserted")),
        ("[COMPANY:Orrin] owns 12.5% of [COMPANY:Bolt].", ("invests_in", "Orrin", "Bolt", "asserted")),
        ("[COMPANY:Bolt], a unit of [COMPANY:Orrin], fell.", ("subsidiary_of", "Bolt", "Orrin", "asserted")),
        ("[COMPANY:Orrin] supplies turbines to [COMPANY:Bolt].", ("supplies", "Orrin", "Bolt", "asserted")),
        ("[COMPANY:Orrin] competes with [COMPANY:Bolt].", ("competes_with", "Orrin", "Bolt", "asserted")),
        ("[COMPANY:Orrin] is in talks with [COMPANY:Bolt].", ("negotiates_with", "Orrin", "Bolt", "asserted")),
        ("[COMPANY:Orrin] teamed up with [COMPANY:Bolt].", ("partners_with", "Orrin", "Bolt", "asserted")),
        ("[GOVERNMENT:Trade Office] sanctioned [COMPANY:Bolt].", ("restricts", "Trade Office", "Bolt", "asserted")),
        ("[GOVERNMENT:Rail Office] fined [COMPANY:Bolt].", ("oversees", "Rail Office", "Bolt", "asserted")),
        ("[LOCATION:Tarn]-based [COMPANY:Bolt] rose.", ("located_in", "Bolt", "Tarn", "asserted")),
        ("[COMPANY:奥林公司]收购[COMPANY:塔恩公司]。", ("acquires", "奥林公司", "塔恩公司", "asserted")),
        ("[COMPANY:奧林公司]擬收購[COMPANY:塔恩公司]。", ("acquires", "奧林公司", "塔恩公司", "planned")),
        ("[COMPANY:奥林公司]昨日宣布，将收购[COMPANY:塔恩公司]。", ("acquires", "奥林公司", "塔恩公司", "planned")),
        ("[COMPANY:奥林公司]向[COMPANY:塔恩公司]采购电芯。", ("supplies", "塔恩公司", "奥林公司", "asserted")),
        ("[COMPANY:奥林公司]旗下的[COMPANY:塔恩公司]亏损。", ("subsidiary_of", "塔恩公司", "奥林公司", "asserted")),
        ("[COMPANY:奥林公司]与[COMPANY:塔恩公司]竞争激烈。", ("competes_with", "奥林公司", "塔恩公司", "asserted")),
        ("[COMPANY:塔恩公司]遭[GOVERNMENT:铁道局]调查。", ("oversees", "铁道局", "塔恩公司", "asserted")),
        ("[COMPANY:奥林公司]总部位于[LOCATION:海丰]。", ("located_in", "奥林公司", "海丰", "asserted")),
    ],
)
def test_relation(extract: Extract, text: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in found(extract(text))


@pytest.mark.parametrize(
    "text",
    [
        "[COMPANY:Orrin] rose and [COMPANY:Bolt] fell.",
        "Shares in [COMPANY:Orrin] rose. [COMPANY:Bolt] bought fuel.",
        "[COMPANY:Orrin], [COMPANY:Bolt] and [COMPANY:Cato] were quiet.",
        "Analysts at [COMPANY:Orrin] bought [COMPANY:Bolt] for their clients' sake, it seems.",
        "[COMPANY:Orrin] bought the shares of [COMPANY:Bolt] workers.",
        "[COMPANY:奥林公司]上涨，[COMPANY:塔恩公司]下跌。",
        "[LOCATION:海丰]今日降雨。[COMPANY:塔恩公司]上涨。",
    ],
)
def test_names_side_by_side_are_not_related(extract: Extract, text: str) -> None:
    assert not [r for r in found(extract(text)) if r[0] in ("acquires", "supplies", "competes_with", "located_in")]


@pytest.mark.parametrize(
    ("text", "supplied"),
    [
        ("[COMPANY:Orrin] agreed to sell most of its coatings business to [COMPANY:Bolt].", False),
        ("[COMPANY:Orrin] bought a stake in the firm from [COMPANY:Bolt].", False),
        ("[COMPANY:Orrin] bought the coatings site from [COMPANY:Bolt].", False),
        ("[COMPANY:Orrin] will provide a prepayment facility to [COMPANY:Bolt].", False),
        ("[COMPANY:Orrin] makes it harder for [COMPANY:Bolt] to hire.", False),
        ("[COMPANY:奥林公司]先后将疫苗工厂出售给[COMPANY:塔恩公司]。", False),
        ("[COMPANY:奥林公司]出售涂料给[COMPANY:塔恩公司]。", True),
        ("[COMPANY:Orrin] sells coatings to [COMPANY:Bolt].", True),
        ("[COMPANY:Orrin] bought 40% of its coal from [COMPANY:Bolt].", True),
    ],
)
def test_who_sells_a_business_supplies_nothing(extract: Extract, text: str, supplied: bool) -> None:
    assert any(r[0] == "supplies" for r in found(extract(text))) is supplied


def test_every_member_of_a_list_takes_part(extract: Extract) -> None:
    doc = extract("[COMPANY:Orrin], [COMPANY:Bolt] and [COMPANY:Cato] jointly acquired [COMPANY:Dune].")
    assert {r[1] for r in found(doc) if r[0] == "acquires"} == {"Orrin", "Bolt", "Cato"}


@pytest.mark.parametrize(
    "partners",
    [
        "makers such as [COMPANY:Bolt], [COMPANY:Cato], [COMPANY:Dune].",
        "[COMPANY:Bolt], [COMPANY:Cato], [COMPANY:Dune] and many others to sell pumps.",
        "makers including [COMPANY:Bolt], [COMPANY:Cato], [COMPANY:Dune], among others.",
    ],
)
def test_a_list_needs_no_and_of_its_own(extract: Extract, partners: str) -> None:
    doc = extract(f"[COMPANY:Orrin] teamed up with {partners}")
    assert {r[2] for r in found(doc) if r[:2] == ("partners_with", "Orrin")} == {"Bolt", "Cato", "Dune"}


def test_roles_follow_relations(extract: Extract) -> None:
    doc = extract("[COMPANY:Orrin] will build a [MONEY:$2 billion] [PROJECT:copper smelter] in [LOCATION:Tarn].")
    project = doc._.projects[0]
    assert (project["leads"], project["locations"]) == (["Orrin"], ["Tarn"])
    assert ("leads", "Orrin", project["project_id"], "planned") in found(doc)


def test_posts_become_relations_that_no_bar_of_ours_leaves_out(
    mark: Mark, text_nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    doc = mark("[PERSON:Ann Lee] will become chief executive of [COMPANY:Orrin].")
    start = doc.text.index("chief")
    doc._.entities[0]["positions"] = [
        {"title": "chief executive", "organization": "Orrin", "current": False, "start": start, "end": start + 15}
    ]
    post = {("holds_position", "Ann Lee", "Orrin", "planned")}
    assert found(RelationExtractor(text_nlp, "r", least=0.0)(doc)) == post
    assert found(RelationExtractor(text_nlp, "r", least=1.0)(doc)) == set()
    monkeypatch.setattr(component, "bar", lambda part, least: 1.0)
    assert found(RelationExtractor(text_nlp, "r")(doc)) == post


@pytest.mark.parametrize(("of_project", "leads"), [(0.4, ["Orrin"]), (0.9, [])])
def test_the_lead_of_a_doubtful_project_is_told_with_it(
    mark: Mark, text_nlp: Language, monkeypatch: pytest.MonkeyPatch, of_project: float, leads: list[str]
) -> None:
    doc = mark("[COMPANY:Orrin] will build a [PROJECT:copper smelter] in [LOCATION:Tarn].")
    doc = ProjectFinder(text_nlp, "project_finder", KnowledgeBase(), least=0.0)(doc)
    doc._.projects[0]["confidence"] = of_project
    monkeypatch.setattr(component, "confidence", lambda part, features: 0.3)
    monkeypatch.setattr(component, "bar", lambda part, least: 0.35 if least is None else least)
    project = RelationExtractor(text_nlp, "r")(doc)._.projects[0]
    assert (project["leads"], project["locations"]) == (leads, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[COMPANY:Orrin] overtook [COMPANY:Bolt] last year.", ("competes_with", "Orrin", "Bolt", "asserted")),
        ("[COMPANY:Orrin]-backed [COMPANY:Bolt] fell.", ("invests_in", "Orrin", "Bolt", "asserted")),
        ("[GOVERNMENT:Rail Office] banned [COMPANY:Bolt].", ("restricts", "Rail Office", "Bolt", "asserted")),
        ("[COMPANY:Bolt] will be bought by [COMPANY:Orrin].", ("acquires", "Orrin", "Bolt", "planned")),
        (
            "[COMPANY:Orrin] competes with large pump makers including [COMPANY:Bolt].",
            ("competes_with", "Orrin", "Bolt", "asserted"),
        ),
        (
            "[COMPANY:Bolt], the Italian maker’s pump unit of [COMPANY:Orrin], fell.",
            ("subsidiary_of", "Bolt", "Orrin", "asserted"),
        ),
        (
            "[COMPANY:Bolt] raised new money in a round led by [COMPANY:Orrin].",
            ("invests_in", "Orrin", "Bolt", "asserted"),
        ),
        (
            "Sales do not include [COMPANY:Bolt], which makes pumps for [COMPANY:Orrin].",
            ("supplies", "Bolt", "Orrin", "asserted"),
        ),
        ("[COMPANY:Bolt] is owned by [COMPANY:Orrin].", ("subsidiary_of", "Bolt", "Orrin", "asserted")),
        ("[COMPANY:Bolt]'s majority owner, [COMPANY:Orrin], sold.", ("subsidiary_of", "Bolt", "Orrin", "asserted")),
        ("[COMPANY:Orrin], which owns [COMPANY:Bolt], sold.", ("subsidiary_of", "Bolt", "Orrin", "asserted")),
        ("[COMPANY:Bolt] of [LOCATION:Tarn] has failed.", ("located_in", "Bolt", "Tarn", "asserted")),
        ("[COMPANY:奥林公司]超越[COMPANY:塔恩公司]。", ("competes_with", "奥林公司", "塔恩公司", "asserted")),
        ("[COMPANY:奥林公司]将为[COMPANY:塔恩公司]供应电芯。", ("supplies", "奥林公司", "塔恩公司", "planned")),
        ("[COMPANY:奥林公司]将以换股方式并购[COMPANY:塔恩公司]。", ("acquires", "奥林公司", "塔恩公司", "planned")),
        (
            "[COMPANY:奥林公司]晚间公告称，公司已买下[COMPANY:塔恩公司]。",
            ("acquires", "奥林公司", "塔恩公司", "asserted"),
        ),
        (
            "[COMPANY:奥林公司]公告称，公司拟转让全资子公司[COMPANY:塔恩公司]。",
            ("subsidiary_of", "塔恩公司", "奥林公司", "asserted"),
        ),
        ("[COMPANY:奥林公司]是[COMPANY:塔恩公司]的控股股东。", ("subsidiary_of", "塔恩公司", "奥林公司", "asserted")),
        ("[COMPANY:奥林公司]出资设立[COMPANY:塔恩公司]。", ("invests_in", "奥林公司", "塔恩公司", "asserted")),
        ("[COMPANY:Cato], a supplier to [COMPANY:Bolt], fell.", ("supplies", "Cato", "Bolt", "asserted")),
        ("[COMPANY:Bolt] supplier [COMPANY:Cato] fell.", ("supplies", "Cato", "Bolt", "asserted")),
        ("[COMPANY:Bolt], [COMPANY:Cato]'s largest customer, fell.", ("supplies", "Cato", "Bolt", "asserted")),
        ("[COMPANY:Bolt] picked [COMPANY:Cato] to supply cells.", ("supplies", "Cato", "Bolt", "asserted")),
        ("[COMPANY:Cato], [COMPANY:Bolt]'s smaller rival, fell.", ("competes_with", "Cato", "Bolt", "asserted")),
        ("[COMPANY:Cato] lost out to [COMPANY:Bolt].", ("competes_with", "Cato", "Bolt", "asserted")),
        (
            "[COMPANY:Cato] went to [COMPANY:Bolt], a unit of [COMPANY:Dune].",
            ("subsidiary_of", "Bolt", "Dune", "asserted"),
        ),
        ("[COMPANY:Cato], a [COMPANY:Bolt] subsidiary, fell.", ("subsidiary_of", "Cato", "Bolt", "asserted")),
        ("[COMPANY:Cato], a joint venture of [COMPANY:Bolt], fell.", ("invests_in", "Bolt", "Cato", "asserted")),
        (
            "[GOVERNMENT:Trade Office] put [COMPANY:Bolt] on its blacklist.",
            ("restricts", "Trade Office", "Bolt", "asserted"),
        ),
        ("[COMPANY:塔恩公司]打入[COMPANY:奥林公司]供应链。", ("supplies", "塔恩公司", "奥林公司", "asserted")),
        ("为[COMPANY:奥林公司]代工的[COMPANY:塔恩公司]上涨。", ("supplies", "塔恩公司", "奥林公司", "asserted")),
        ("[COMPANY:塔恩公司]是[COMPANY:奥林公司]的劲敌。", ("competes_with", "塔恩公司", "奥林公司", "asserted")),
        ("[COMPANY:塔恩公司]属于[COMPANY:奥林公司]。", ("subsidiary_of", "塔恩公司", "奥林公司", "asserted")),
        ("[COMPANY:奥林公司]参股的[COMPANY:塔恩公司]亏损。", ("invests_in", "奥林公司", "塔恩公司", "asserted")),
    ],
)
def test_plain_statements_are_told_whatever_the_bar_of_ours(
    mark: Mark, text_nlp: Language, monkeypatch: pytest.MonkeyPatch, text: str, expected: tuple[str, str, str, str]
) -> None:
    monkeypatch.setattr(component, "bar", lambda part, least: 1.0)
    doc = mark(text)
    assert found(RelationExtractor(text_nlp, "r")(doc)) == {expected}
    assert found(RelationExtractor(text_nlp, "r", least=1.0)(doc)) == set()


def test_of_several_owners_none_is_plainly_the_parent(
    mark: Mark, text_nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(component, "bar", lambda part, least: 1.0)
    doc = mark("[COMPANY:Bolt] is owned by [COMPANY:Orrin] and [COMPANY:Cato].")
    assert found(RelationExtractor(text_nlp, "r")(doc)) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[COMPANY:奥林公司]宣布终止与[COMPANY:塔恩公司]的合作。",
            ("partners_with", "奥林公司", "塔恩公司", "asserted"),
        ),
        ("[COMPANY:奥林公司]终止收购[COMPANY:塔恩公司]。", ("acquires", "奥林公司", "塔恩公司", "denied")),
        ("[COMPANY:Orrin]'s purchase of [COMPANY:Bolt] will not go ahead.", ("acquires", "Orrin", "Bolt", "denied")),
        ("[COMPANY:奥林公司]不排除收购[COMPANY:塔恩公司]。", ("acquires", "奥林公司", "塔恩公司", "possible")),
    ],
)
def test_what_is_given_up_was_unless_it_never_came_about(
    extract: Extract, text: str, expected: tuple[str, str, str, str]
) -> None:
    assert expected in found(extract(text))


def test_evidence_is_the_sentence_and_the_source_is_named(extract: Extract) -> None:
    doc = extract("🚀 Prices rose.\r\n\r\n[COMPANY:Orrin] may acquire [COMPANY:Bolt], according to [COMPANY:Cato].")
    relation = next(r for r in doc._.relations if r["type"] == "acquires")
    evidence = relation["evidence"][0]
    assert doc.text[evidence["start"] : evidence["end"]] == "Orrin may acquire Bolt, according to Cato."
    assert (relation["modality"], relation["attributed_to"], relation["method"]) == ("possible", "Cato", "rule")


def test_every_relation_obeys_the_ontology(extract: Extract) -> None:
    doc = extract(
        "[PERSON:Ann Lee] met [COMPANY:Orrin]. [LOCATION:Tarn] bought [COMPANY:Bolt]. [COMPANY:Orrin] opened the"
        " [LOCATION:Tarn] [PROJECT:battery plant] with [COMPANY:Bolt]. [GOVERNMENT:Rail Office] approved the plant."
    )
    types = {e["entity_id"]: e["type"] for e in doc._.entities} | {p["project_id"]: PROJECT for p in doc._.projects}
    assert doc._.relations
    for relation in doc._.relations:
        assert ontology().relations[relation["type"]].allows(types[relation["subject"]], types[relation["object"]])


def test_frames_name_relations_of_the_ontology() -> None:
    frames = (*verb_frames(), *nominal_frames(), *plain_frames(), *role_frames(), *attachment_frames())
    assert {f.relation for f in frames} <= set(ontology().relations)


@pytest.mark.parametrize(
    ("text", "party", "relation"),
    [
        ("[COMPANY:Orrin] took a [PROJECT:loan] from [COMPANY:Bolt].", "Bolt", "invests_in"),
        ("[COMPANY:Orrin] signed an [PROJECT:order] with [COMPANY:Bolt].", "Bolt", "participates_in"),
        ("The [PROJECT:wind farm] is owned by [COMPANY:Orrin] and [COMPANY:Bolt].", "Bolt", "leads"),
        ("The [PROJECT:loan] was arranged by [COMPANY:Bolt].", "Bolt", None),
        ("The [PROJECT:order] was won by [COMPANY:Bolt].", "Bolt", "leads"),
        ("An [PROJECT:order] from [COMPANY:Bolt] came in.", "Bolt", None),
        ("The [PROJECT:wind farm] is being financed by [COMPANY:Bolt].", "Bolt", "invests_in"),
        ("[COMPANY:Bolt] owns 51% of the [PROJECT:wind farm].", "Bolt", None),
        ("[COMPANY:塔恩公司]为[COMPANY:奥林公司]提供[PROJECT:贷款]。", "奥林公司", None),
        ("[PROJECT:钢铁厂]的总包为[COMPANY:奥林公司]。", "奥林公司", "participates_in"),
        ("[PROJECT:钢铁厂]由[COMPANY:奥林公司]承建。", "奥林公司", "participates_in"),
        ("[PROJECT:贷款]由[COMPANY:奥林公司]牵头。", "奥林公司", "invests_in"),
        ("[COMPANY:奥林公司]的[PROJECT:钢铁厂]投产。", "奥林公司", "leads"),
    ],
)
def test_a_party_has_the_role_that_goes_with_the_kind(
    extract: Extract, text: str, party: str, relation: str | None
) -> None:
    plain = {r["type"] for r in extract(text)._.relations if r["subject"] == party and PLAIN in r["features"]}
    assert plain == ({relation} if relation else set())


@pytest.mark.parametrize(
    ("text", "leader", "place"),
    [
        ("[COMPANY:Orrin] scrapped a [MONEY:$2 billion] [PROJECT:smelter] in [LOCATION:Tarn].", "Orrin", "Tarn"),
    ],
)
def test_a_cancelled_project_keeps_who_pursued_it(extract: Extract, text: str, leader: str, place: str) -> None:
    doc = extract(text)
    project = doc._.projects[0]
    assert (project["status"], project["leads"], project["locations"]) == ("cancelled", [leader], [place])
    assert {m for _, _, _, m in found(doc)} == {"asserted"}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("[COMPANY:Orrin] said it will build a [MONEY:$2 billion] [PROJECT:smelter] in [LOCATION:Tarn].", "Orrin"),
        ("Analysts said that [COMPANY:Orrin] may acquire [COMPANY:Bolt].", "Analysts"),
        ("[COMPANY:奥林公司]表示，将收购[COMPANY:塔恩公司]。", "奥林公司"),
        ("[COMPANY:奥林公司]收购[COMPANY:塔恩公司]（下称“塔恩”）。", None),
    ],
)
def test_sources_speak(extract: Extract, text: str, source: str | None) -> None:
    relations = extract(text)._.relations
    assert relations
    assert {r["attributed_to"] for r in relations} <= {source}


def test_four_times_the_bullets_and_projects_take_less_than_ten_times_as_long(extract: Extract) -> None:
    def seconds(count: int) -> float:
        text = "• " * count + " ".join(
            f"[COMPANY:Firm{i}] will build a plant in [LOCATION:Town{i}]." for i in range(count)
        )
        began = time.process_time()
        extract(text)
        return time.process_time() - began

    seconds(20)
    few, many = (min(seconds(count) for _ in range(3)) for count in (200, 800))
    assert many < 10 * few  # 4 where linear, 16 where quadratic


def test_who_is_told_of_something_does_not_do_it(
    mark: Mark, text_nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(component, "bar", lambda part, least: 1.0)
    doc = mark("[PERSON:林海]向[COMPANY:晚报]表示，公司正与[COMPANY:塔恩公司]洽谈。")
    assert not found(RelationExtractor(text_nlp, "r")(doc))


@pytest.mark.parametrize(
    ("joint", "owned"), [("、", {"塔恩公司", "海丰公司"}), ("与", {"塔恩公司"}), ("及", {"塔恩公司"})]
)
def test_another_party_is_no_part_of_the_list_of_what_somebody_owns(
    extract: Extract, joint: str, owned: set[str]
) -> None:
    doc = extract(f"[COMPANY:奥林公司]旗下的[COMPANY:塔恩公司]{joint}[COMPANY:海丰公司]共建新厂。")
    assert {r[1] for r in found(doc) if r[0] == "subsidiary_of"} == owned


def test_whom_somebody_agrees_with_have_not_agreed_with_each_other(
    mark: Mark, text_nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(component, "bar", lambda part, least: 1.0)
    doc = mark("林海说，公司拟与供应商[COMPANY:奥林公司]、[COMPANY:塔恩公司]签署合作协议。")
    assert not found(RelationExtractor(text_nlp, "r")(doc))


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("林海拟收购[COMPANY:奥林公司]所持的[COMPANY:塔恩公司]8%股权。", "asserted"),
        ("[COMPANY:奥林公司]将持有[COMPANY:塔恩公司]8%股权。", "planned"),
        ("[COMPANY:奥林公司]不会减持[COMPANY:塔恩公司]股份。", "asserted"),
        ("[COMPANY:奥林公司]拟受让海潮集团持有的[COMPANY:塔恩公司]8%股权。", "planned"),
    ],
)
def test_what_somebody_will_buy_is_held_by_another_already(extract: Extract, text: str, modality: str) -> None:
    assert ("invests_in", "奥林公司", "塔恩公司", modality) in found(extract(text))


@pytest.mark.parametrize(
    ("text", "buyers"),
    [
        ("[COMPANY:奥林公司]称[COMPANY:海丰公司]已收购[COMPANY:塔恩公司]。", {"海丰公司"}),
        ("[COMPANY:奥林公司]与股东[COMPANY:海丰公司]商定收购[COMPANY:塔恩公司]。", {"奥林公司"}),
    ],
)
def test_the_name_right_before_a_chinese_verb_is_its_subject(extract: Extract, text: str, buyers: set[str]) -> None:
    assert {r[1] for r in found(extract(text)) if r[0] == "acquires"} == buyers


def test_the_place_before_a_name_is_no_party(extract: Extract) -> None:
    doc = extract(
        "[COMPANY:奥林公司]拟收购[LOCATION:德国][COMPANY:塔恩公司]，并与[LOCATION:海丰][COMPANY:海潮公司]洽谈。"
    )
    assert {
        ("acquires", "奥林公司", "塔恩公司", "planned"),
        ("negotiates_with", "奥林公司", "海潮公司", "asserted"),
    } <= found(doc)
    assert not [r for r in found(doc) if r[0] != "located_in" and {"德国", "海丰"} & {*r[1:3]}]


def test_the_parent_of_a_holding_shareholder_is_no_subsidiary(
    mark: Mark, text_nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(component, "bar", lambda part, least: 1.0)
    doc = mark("[COMPANY:奥林公司]是[COMPANY:塔恩公司]控股股东之母公司。")
    assert ("subsidiary_of", "奥林公司", "塔恩公司", "asserted") not in found(RelationExtractor(text_nlp, "r")(doc))


def test_a_comma_of_half_width_parts_chinese_clauses_too(extract: Extract) -> None:
    assert not found(extract("新厂由[COMPANY:奥林公司]投资建设,[COMPANY:塔恩公司]承担施工。"))
