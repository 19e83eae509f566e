"""Projects from marked phrases; scores of the encoder are made by hand where a test is about them."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.document import PairScore, ProjectMention, SpanScore, TaggedSpan
from pipeline.encoder.labels import PROJECTS, attributes
from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.ontology import ontology
from pipeline.projects.choice import weights
from pipeline.projects.clustering import cluster, coordinated
from pipeline.projects.component import ProjectFinder, can_name, evidence_of
from pipeline.projects.heads import head
from pipeline.projects.lexicon import SIGNS, head_classes, sector_patterns, status_terms
from pipeline.projects.phrases import ProjectPhrases
from pipeline.projects.sums import own_amounts, sums_of
from pipeline.projects.wording import Words, features, simple, wording

Mark = Callable[[str], Doc]


@pytest.fixture(scope="session")
def finder(text_nlp: Language) -> ProjectFinder:
    return ProjectFinder(text_nlp, "project_finder", KnowledgeBase(), least=0.0)


@pytest.mark.parametrize(
    ("text", "kind", "sector", "status"),
    [
        ("Orrin will build a [PROJECT:copper smelter in Tarn].", "facility", "mining_metals", "announced"),
        ("Orrin completed its [PROJECT:acquisition of Bolt Foods].", "acquisition", "agriculture_food", "completed"),
        ("Orrin has suspended the [PROJECT:Tarn offshore wind farm].", "facility", "renewables", "suspended"),
        ("奥林公司投资的[PROJECT:海丰电池工厂]已开工。", "facility", "batteries", "under_construction"),
        ("奧林公司宣布終止[PROJECT:海豐數據中心項目]。", "facility", "data_center", "cancelled"),
    ],
)
def test_words_tell_the_fields(
    finder: ProjectFinder, mark: Mark, text: str, kind: str, sector: str, status: str
) -> None:
    (project,) = finder(mark(text))._.projects
    assert (project["kind"], project["sector"], project["status"]) == (kind, sector, status)


def span_score(index: int, **chosen: str) -> SpanScore:
    logits = {name: [5.0 * (v == chosen.get(name)) for v in values] for name, values in attributes().items()}
    return SpanScore(span=("project_mentions", index), direction=[0.0, 0.0, 0.0], **logits)  # type: ignore[typeddict-item]


def test_where_words_tell_nothing_the_encoder_does(finder: ProjectFinder, mark: Mark) -> None:
    doc = mark("Orrin: [PROJECT:Blue Horizon].")
    doc._.span_scores = [span_score(0, kind="research", sector="hydrogen", status="delayed")]
    (project,) = finder(doc)._.projects
    assert (project["kind"], project["sector"], project["status"]) == ("research", "hydrogen", "delayed")


def test_what_nothing_tells_is_unknown(finder: ProjectFinder, mark: Mark) -> None:
    (project,) = finder(mark("Orrin: [PROJECT:Blue Horizon]."))._.projects
    assert (project["kind"], project["sector"], project["status"]) == (None, None, None)


def same(a: int, b: int, logit: float) -> PairScore:
    return PairScore(
        subject=("project_mentions", a),
        object=("project_mentions", b),
        labels={"same": logit},
        modality=[],
        direction=[],
    )


def test_phrases_for_one_undertaking_are_one_project(finder: ProjectFinder, mark: Mark) -> None:
    doc = mark("The [PROJECT:Tarn plant] opened. The [PROJECT:plant for cells] is big. A [PROJECT:rail line] follows.")
    doc._.pair_scores = [same(0, 1, 3.0), same(0, 2, -5.0), same(1, 2, -5.0)]
    assert [p["names"] for p in finder(doc)._.projects] == [["plant for cells", "Tarn plant"], ["rail line"]]


def test_the_name_is_the_fullest_phrase_that_is_sure(finder: ProjectFinder, mark: Mark) -> None:
    doc = mark("The [PROJECT:plant] opened. The [PROJECT:Tarn plant] is big. It is the [PROJECT:Tarn plant component].")
    doc._.pair_scores = [same(0, 1, 3.0), same(0, 2, 3.0), same(1, 2, 3.0)]
    for phrase, score in zip(doc._.project_mentions, (0.9, 0.95, 0.6), strict=True):
        phrase["score"] = score
    assert [p["names"] for p in finder(doc)._.projects] == [["Tarn plant", "plant", "Tarn plant component"]]


def test_the_name_is_rather_one_that_the_article_repeats(finder: ProjectFinder, mark: Mark) -> None:
    doc = mark("The [PROJECT:Tarn rail plan] is dear. The [PROJECT:Tarn rail plan parts] differ. Tarn rail plan it is.")
    doc._.pair_scores = [same(0, 1, 3.0)]
    assert [p["names"] for p in finder(doc)._.projects] == [["Tarn rail plan", "Tarn rail plan parts"]]


def test_a_known_company_is_no_other_name_of_its_project(finder: ProjectFinder, mark: Mark) -> None:
    doc = mark("[COMPANY:Orrin] will build a [PROJECT:plant]. The [PROJECT:Orrin] opens in May, the only plant.")
    doc._.pair_scores = [same(0, 1, 3.0)]
    assert [p["names"] for p in finder(doc)._.projects] == [["plant", "Orrin"]]
    doc._.mentions[0]["kb"] = ["orrin"]
    assert [p["names"] for p in finder(doc)._.projects] == [["plant"]]


def test_a_sum_is_no_name_of_a_project(finder: ProjectFinder, mark: Mark) -> None:
    doc = mark("Orrin will build a [PROJECT:plant], a [PROJECT:$5 million] one. It raised [PROJECT:$7 million].")
    starts = {sum_: doc.text.index(sum_) for sum_ in ("$5 million", "$7 million")}
    doc._.amounts = [{"start": at, "end": at + 10, "text": sum_} for sum_, at in starts.items()]
    doc._.pair_scores = [same(0, 1, 3.0), same(0, 2, -5.0), same(1, 2, -5.0)]
    assert [p["names"] for p in finder(doc)._.projects] == [["plant"]]


def test_a_sum_that_is_told_twice_is_one_amount(finder: ProjectFinder, mark: Mark) -> None:
    doc = mark("The $5 million [PROJECT:plant] and its cost, $5 million, not $7 million.")
    doc._.amounts = [
        {
            "value": value,
            "max": None,
            "currency": "USD",
            "qualifier": "exact",
            "start": start,
            "end": start + 10,
            "text": t,
        }
        for value, start, t in ((5e6, 4, "$5 million"), (5e6, 34, "$5 million"), (7e6, 50, "$7 million"))
    ]
    doc._.pair_scores = [
        PairScore(
            subject=("project_mentions", 0),
            object=("amounts", n),
            labels={"has_amount": 2.0},
            modality=[],
            direction=[],
        )
        for n in range(3)
    ]
    assert [p["amounts"] for p in finder(doc)._.projects] == [[0, 2]]


def test_a_sum_in_the_name_of_another_project_is_that_ones(finder: ProjectFinder, mark: Mark) -> None:
    doc = mark("Orders of $9 million: [PROJECT:rail contracts], among them a [PROJECT:$5 million loan].")
    doc._.amounts = [{**a, "currency": "USD", "max": None} for a in _sums(doc.text, 9, 5)]
    owned = [(0, 0), (0, 1), (1, 1)]
    doc._.pair_scores = [
        PairScore(
            subject=("project_mentions", project),
            object=("amounts", number),
            labels={"has_amount": 2.0},
            modality=[],
            direction=[],
        )
        for project, number in owned
    ]
    assert [p["amounts"] for p in finder(doc)._.projects] == [[0], [1]]


def _sums(text: str, *millions: int) -> list[dict[str, Any]]:
    starts = [text.index(f"${number} million") for number in millions]
    return [
        {"value": n * 1e6, "qualifier": "exact", "start": start, "end": start + 10, "text": text[start : start + 10]}
        for n, start in zip(millions, starts, strict=True)
    ]


def mention(text: str) -> ProjectMention:
    return ProjectMention(start=0, end=len(text), text=text, kind=None, sector=None, score=1.0)


def test_the_same_words_are_the_same_unless_the_encoder_objects() -> None:
    plants = [mention("plant"), mention("Plant")]
    assert cluster(plants, {}) == [[0, 1]]
    assert cluster(plants, {(0, 1): -4.0}) == [[0], [1]]


def test_shared_words_speak_for_one_undertaking() -> None:
    phrases = [mention("$9 billion port plan"), mention("Orrin's $9 billion port plan"), mention("rail plan")]
    assert cluster(phrases, {(0, 1): -1.5, (0, 2): -1.5, (1, 2): -1.5}) == [[0, 1], [2]]
    ports = [mention("海丰新港口二期工程"), mention("新港口二期工程")]
    assert cluster(ports, {(0, 1): -1.5}) == [[0, 1]]


def test_one_strong_link_does_not_join_two_groups() -> None:
    four = [mention(text) for text in ("a", "b", "c", "d")]
    logits = {(0, 1): 6.0, (2, 3): 6.0, (1, 2): 2.0, (0, 2): -4.0, (0, 3): -4.0, (1, 3): -4.0}
    assert cluster(four, logits) == [[0, 1], [2, 3]]


def test_what_is_less_sure_than_the_bar_is_no_project(finder: ProjectFinder, mark: Mark, text_nlp: Language) -> None:
    text = "Orrin runs a [PROJECT:plant]."
    (project,) = finder(mark(text))._.projects
    assert project["confidence"] is not None
    for least, number in ((project["confidence"], 1), (project["confidence"] + 0.001, 0)):
        strict = ProjectFinder(text_nlp, "project_finder", KnowledgeBase(), least=least)
        assert len(strict(mark(text))._.projects) == number


def test_amounts_belong_where_the_encoder_says() -> None:
    pair = PairScore(
        subject=("project_mentions", 0), object=("amounts", 2), labels={"has_amount": 1.0}, modality=[], direction=[]
    )
    assert own_amounts([pair]) == {0: {2}}
    assert own_amounts([pair | {"labels": {"has_amount": -1.0}}]) == {}  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("plant in Tarn", "facility"),
        ("supply contract for a plant", "contract"),
        ("二期电池工厂", "facility"),
        ("cable-stayed bridge", "infrastructure"),
        ("private offering of convertible senior notes", "financing"),
        ("offering of common stock", "listing"),
        ("Terminal 3 of the airport", "facility"),
        ("four LNG carriers", "contract"),
        ("third children's hospital", "facility"),
        ("HX-102三期临床试验", "research"),
        ("220千伏变电站", "infrastructure"),
        ("分拆上市", "listing"),
        ("定向发行A股股票", "financing"),
        ("Zyx", None),
    ],
)
def test_the_head_tells_the_kind(phrase: str, kind: str | None) -> None:
    found = head(phrase)
    assert (found.kind if found else None) == kind


@pytest.mark.parametrize(
    ("phrase", "sector"),
    [
        ("container terminal", "ports_shipping"),
        ("airport terminal", None),
        ("copper refinery", None),
        ("恐龙乐园", "media_entertainment"),
    ],
)
def test_the_head_tells_a_sector_only_where_things_of_its_name_have_one(phrase: str, sector: str | None) -> None:
    found = head(phrase)
    assert found is not None
    assert found.sector == sector


@pytest.mark.parametrize(
    ("words", "sector"),
    [
        ("wind farm", "renewables"),
        ("pilot for packaging lines", "manufacturing"),
        ("subsea cable", None),
        ("1.5GWh 储能", "batteries"),
        ("将军澳", None),
        ("燃气机组", "power"),
        ("污水处理厂", "water_environment"),
    ],
)
def test_words_of_sectors(words: str, sector: str | None) -> None:
    found = {name for name, pattern in sector_patterns() if pattern.search(words.lower())}
    assert found == ({sector} if sector else set())


def test_what_only_tells_a_kind_is_no_sign_of_an_undertaking() -> None:
    assert head("hospital", SIGNS) is None
    assert not can_name("hospital")
    assert can_name("merger")


def test_tables_use_the_ontology() -> None:
    vocabulary = ontology()
    assert {h.kind for h in head_classes()} <= set(vocabulary.project_kinds)
    assert {h.sector for h in head_classes()} - {None} <= set(vocabulary.sectors)
    assert set(status_terms()[1]) == set(vocabulary.statuses)
    assert {s for s, _ in sector_patterns()} | {"other"} == set(vocabulary.sectors)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Orrin signed the [PROJECT:contract].\n\nThe [PROJECT:contract] was signed in May 2031.", "May 2031"),
        ("奥林公司签署[PROJECT:供货合同]。[PROJECT:供货合同]于2031年5月签署。", "2031年5月"),
    ],
)
def test_of_one_status_the_dated_entry_stays(finder: ProjectFinder, mark: Mark, text: str, date: str) -> None:
    doc = mark(text)
    start = doc.text.index(date)
    doc._.dates = [{"value": "2031-05", "start": start, "end": start + len(date), "text": date}]
    assert [(t["status"], t["date"]) for t in finder(doc)._.projects[0]["timeline"]] == [("announced", "2031-05")]


def test_time_stays_bounded_with_many_phrases(finder: ProjectFinder, mark: Mark) -> None:
    doc = mark(" ".join(f"Firm{i} will build a [PROJECT:plant {i}] in Town{i}." for i in range(600)))
    began = time.process_time()
    finder(doc)
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    ("text", "likelier", "than"),
    [
        ("Orrin broke ground on the [PROJECT:plant].", "under_construction", "cancelled"),
        ("Orrin is in talks to buy the [PROJECT:stake].", "negotiating", "completed"),
        ("Work on the [PROJECT:tunnel] is a year behind schedule.", "delayed", "operational"),
        ("[PROJECT:电池工厂]已投产。", "operational", "proposed"),
        ("[PROJECT:收购计划]已告吹。", "cancelled", "completed"),
        ("[PROJECT:上市計劃]暫緩。", "suspended", "completed"),
    ],
)
def test_words_around_a_phrase_tell_its_status(mark: Mark, text: str, likelier: str, than: str) -> None:
    doc = mark(text)
    (mention,) = doc._.project_mentions
    sentence = {"start": 0, "end": len(doc.text)}
    odds = wording("status", features(simple(doc.text), [mention], [sentence]))  # type: ignore[list-item]
    assert odds[likelier] > odds[than]


def test_words_beyond_the_sentence_say_nothing_of_a_phrase() -> None:
    text = simple("The 礦場 opened. It was scrapped.")
    found = features(text, [{"start": 4, "end": 6}], [{"start": 0, "end": 14}])
    assert Words("after", "opened .") in found
    assert Words("inside", "矿 场") in found
    assert not any("scrapped" in words.words for words in found)


def test_the_weights_name_all_evidence_and_no_other(finder: ProjectFinder, mark: Mark) -> None:
    doc = mark("Orrin will build a [PROJECT:copper smelter] by 2030.")
    doc._.span_scores = [span_score(0, kind="facility", sector="mining_metals", status="announced")]
    (evidence,) = evidence_of(finder(doc), KnowledgeBase()).values()
    assert {name: set(found) for name, found in evidence.items()} == {n: set(w) for n, w in weights().items()}


def test_a_word_of_another_sector_gives_way_to_encoder_and_article(finder: ProjectFinder, mark: Mark) -> None:
    runway = "The airport, its runway and its airlines wait. "
    doc = mark(f"{runway * 3}Orrin will build the airport's [PROJECT:terminal].")
    doc._.span_scores = [span_score(0, sector="aviation_space")]
    assert finder(doc)._.projects[0]["sector"] == "aviation_space"
    (project,) = finder(mark("Orrin will build the [PROJECT:container terminal]."))._.projects
    assert project["sector"] == "ports_shipping"


def test_the_sector_of_a_project_is_not_that_of_most_words_of_a_digest(finder: ProjectFinder, mark: Mark) -> None:
    farms = "The dairy sold milk, meat, sugar, soybeans, wheat, beer, rice and cocoa. "
    doc = mark(f"{farms * 3}Orrin will build a [PROJECT:solar farm]. {farms * 3}")
    assert finder(doc)._.projects[0]["sector"] == "renewables"


def mended(nlp: Language, text: str, phrase: str) -> list[str]:
    """Project mentions of a text in which the encoder tagged one phrase."""
    start = text.index(phrase)
    doc = nlp.make_doc(text)
    doc._.blocks = []
    doc._.mentions = [{"start": m.start(), "end": m.end()} for m in re.finditer("Tarn Bank|Dana Trump", text)]
    span = TaggedSpan(layer=PROJECTS, start=start, end=start + len(phrase), text=phrase, type="PROJECT", score=0.9)
    doc._.tagged = [span]
    doc._.amounts = [{"start": m.start(), "end": m.end()} for m in re.finditer(r"C?\$[\d.]+|500 million yuan", text)]
    ProjectPhrases(nlp, "project_phrases")(doc)
    return [m["text"] for m in doc._.project_mentions]


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("the contract for towers, about $5m", "contract for towers, about", "contract for towers"),
        ("a wholesale venture which it runs", "wholesale venture which", "wholesale venture"),
        ("the pact of Japan and the U.S. was signed", "pact of Japan and the U.S", "pact of Japan and the U.S."),
        ("收购大连商业管理集团（即珠海）", "收购大连商业管理集团（", "收购大连商业管理集团"),
        ("公司的三期厂房", "的三期厂房", "三期厂房"),
        ("《关于建设年产电子布项目的议案》", "关于建设年产电子布项目的", "年产电子布项目"),
        ("本次收购标的尚未公布", "收购标的", "收购标的"),
        ("获建设银行贷款项目", "建设银行贷款项目", "建设银行贷款项目"),
        ("it opened An Khanh Data Centre", "An Khanh Data Centre", "An Khanh Data Centre"),
        ("it signed an LNG supply deal", "an LNG supply deal", "LNG supply deal"),
        ("it sold units of stock at C$0.50 each", "units of stock at C", "units of stock"),
        ("an offer of up to $86.25 a share", "offer of up to $", "offer"),
        ("the bid for Tarn (TRN.MI) lapsed", "bid for Tarn (TRN.MI)", "bid for Tarn"),
        ("the loan from Tarn Bank (TB) lapsed", "loan from Tarn Bank (TB)", "loan from Tarn Bank (TB)"),
        ("a bridge near Tarn", "bridge near", "bridge"),
        ("a plan to put its network into a firm", "plan to put its network into", "plan to put its network"),
        ("a deal that Dana Trump left", "deal that Dana Trump", "deal"),
        ("就出售塔恩港口股份之磋商", "出售塔恩港口股份之", "出售塔恩港口股份"),
        ("與塔恩合併的傳聞", "塔恩合併的傳", "塔恩合併"),
        ("泰國廠Q3投產", "泰國廠Q3", "泰國廠"),
        ("签下模块建造合同 金额约40亿元", "模块建造合同 金额约", "模块建造合同"),
        ("首季重大项目集中签约", "首季重大项目集中", "首季重大项目"),
        ("首季重大项目集中开工活动", "首季重大项目集中", "首季重大项目集中开工活动"),
    ],
)
def test_a_phrase_is_freed_of_what_dangles(text_nlp: Language, text: str, phrase: str, expected: str) -> None:
    assert mended(text_nlp, text, phrase) == [expected]


def test_how_many_phases_a_project_has_is_no_project(text_nlp: Language) -> None:
    assert mended(text_nlp, "该工程分三期建设", "三期") == []
    assert mended(text_nlp, "该工程三期开工", "三期") == ["三期"]


def test_words_that_only_point_are_no_project(text_nlp: Language) -> None:
    assert mended(text_nlp, "本次减持不超过1%", "本次") == []
    assert mended(text_nlp, "本次减持不超过1%", "本次减持") == ["本次减持"]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Project 3: Tarn port", "Project"),
        ("项目三：塔恩港口", "项目"),
        ("a rival of Tarn Bank's since May", "Tarn Bank's"),
    ],
)
def test_a_number_in_a_list_and_an_owner_are_no_phrases(text_nlp: Language, text: str, phrase: str) -> None:
    assert mended(text_nlp, text, phrase) == []


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("Orrin has a robust pipeline of its own", "robust pipeline", []),
        ("a steady pipeline of young firms", "steady pipeline of young firms", []),
        ("it laid a pipeline of 14 km", "pipeline of 14 km", ["pipeline of 14 km"]),
        ("the gas pipeline is late", "gas pipeline", ["gas pipeline"]),
        ("Tarn sees itself as a hub for fast trade", "hub for fast trade", []),
        ("Tarn is becoming the region's rail hub", "rail hub", []),
        ("Orrin opened a hub for fast trade", "hub for fast trade", ["hub for fast trade"]),
    ],
)
def test_a_figure_of_speech_is_no_project(text_nlp: Language, text: str, phrase: str, expected: list[str]) -> None:
    assert mended(text_nlp, text, phrase) == expected


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("a programme of 22 rebuilds a year", "programme of 22", "programme of 22 rebuilds"),
        ("a round of 500 million yuan for it", "round of 500 million", "round of 500 million yuan"),
        ("the Phase 2 slips to May", "Phase 2", "Phase 2"),
        ("a fleet of 22 by June", "fleet of 22", "fleet of 22"),
        ("the £49bn plan is dear", "£49bn", "£49bn plan"),
        ("the Tarn plant line managers left", "Tarn plant", "Tarn plant"),
        ("the loan from the Tarn Bank (TB) grew", "loan from the Tarn Bank (TB", "loan from the Tarn Bank (TB)"),
        ("the small reactor (SMR) plant runs", "SMR) plant", "plant"),
        ("its early heart programmes into a firm", "early heart", "early heart programmes"),
        ("a deal with Dana Trump to build", "deal with Dana", "deal with Dana Trump"),
        ("the 71,500-seat ground by Tarn", "71,500-seat", "71,500-seat ground"),
        ("the 280-room Dana Trump hotel", "280-room", "280-room Dana Trump"),
        ('a "future mill" of stone', 'future mill" of stone', '"future mill" of stone'),
        ('全天候"光储项目"开工', '全天候"光储项目', '全天候"光储项目"'),
        ('its comedy "Aunt Max and the Sea" opens', 'comedy "Aunt Max', 'comedy "Aunt Max and the Sea"'),
        ("签署《塔恩投资合作备忘录》", "塔恩投资合作备", "塔恩投资合作备忘录"),
        ("国家“西氢东送”输氢管道获批", "西氢东送”输氢管道", "“西氢东送”输氢管道"),
        ("首個項目「雋湖匯」開售", "首個項目「雋湖匯", "首個項目「雋湖匯」"),
        ("获批的港股上市申请", "港股上市", "港股上市申请"),
        ("涪陵二期擴產延後", "涪陵二期擴", "涪陵二期擴產"),
        ("海丰工厂投产", "海丰工厂", "海丰工厂"),
    ],
)
def test_phrases_end_with_their_noun(text_nlp: Language, text: str, phrase: str, expected: str) -> None:
    assert mended(text_nlp, text, phrase) == [expected]


@pytest.mark.parametrize(("text", "phrase"), [("award for 1,250 MW", "1,250"), ("will mass-produce cells", "mass-")])
def test_a_phrase_without_a_noun_is_none(text_nlp: Language, text: str, phrase: str) -> None:
    assert mended(text_nlp, text, phrase) == []


@pytest.mark.parametrize(
    ("text", "phrases", "pairs"),
    [
        ("a port and the mill", ["port", "mill"], {(0, 1)}),
        ("港口、鋼廠以及水壩", ["港口", "鋼廠", "水壩"], {(0, 1), (0, 2), (1, 2)}),
        ("the plant, a huge mill", ["plant", "huge mill"], set()),
        ("the plant, or the mill", ["plant", "mill"], set()),
        ("a port, a mill. And a dam", ["port", "mill", "dam"], set()),
    ],
)
def test_members_of_a_list_are_apart(text: str, phrases: list[str], pairs: set[tuple[int, int]]) -> None:
    starts = [text.index(p) for p in phrases]
    mentions = [
        ProjectMention(start=s, end=s + len(p), text=p, kind=None, sector=None, score=1.0)
        for s, p in zip(starts, phrases, strict=True)
    ]
    assert coordinated(text, mentions) == pairs
    assert cluster(mentions, dict.fromkeys(pairs, 5.0), pairs) == [[i] for i in range(len(phrases))]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("[PROJECT:新厂]投资额为 5亿元", ["5亿元"]),
        ("[PROJECT:新厂]所属公司净利润约为 5亿元", []),
        ("The [PROJECT:plant] had a profit of about 5亿元", []),
    ],
)
def test_what_a_company_earns_is_no_sum_of_its_project(
    finder: ProjectFinder, mark: Mark, text: str, amounts: list[str]
) -> None:
    doc = mark(text)
    start = doc.text.index("5亿元")
    sum_ = {"value": 5e8, "max": None, "currency": "CNY", "qualifier": "exact", "start": start, "end": start + 4}
    doc._.amounts = [{**sum_, "text": "5亿元"}]
    pair = PairScore(
        subject=("project_mentions", 0), object=("amounts", 0), labels={"has_amount": 2.0}, modality=[], direction=[]
    )
    doc._.pair_scores = [pair]
    assert [doc._.amounts[i]["text"] for p in finder(doc)._.projects for i in p["amounts"]] == amounts


@pytest.mark.parametrize(
    ("text", "names", "own", "told"),
    [
        ("The mine costs [A$90 million:AUD] ([$60 million:USD]).", ["mine"], {0}, [0, 1]),
        ("收购总价[1088亿日元:JPY]（约[220亿新台币:TWD]）", ["收购"], {1}, [0, 1]),
        ("The mine costs [A$90 million:AUD] and the dam [$60 million:USD].", ["mine"], {0}, [0]),
        ("新厂总投资[28亿元:CNY]，其中一期投资[9亿元:CNY]", ["新厂"], {0, 1}, [0]),
        ("新厂总投资[28亿元:CNY]，其中一期投资[9亿元:CNY]", ["新厂一期"], {0, 1}, [0, 1]),
    ],
)
def test_sums_of_a_project(text_nlp: Language, text: str, names: list[str], own: set[int], told: list[int]) -> None:
    plain, amounts = "", []
    for before, sum_, currency in re.findall(r"([^\[]*)(?:\[([^\]]+):(\w+)\])?", text):
        start = len(plain) + len(before)
        plain += before + sum_
        if sum_:
            value = {"value": float(start), "max": None, "currency": currency, "qualifier": "exact"}
            amounts.append({**value, "start": start, "end": start + len(sum_), "text": sum_})
    doc = text_nlp(plain)
    doc._.amounts = amounts
    assert sums_of(doc, own, set(), names) == told
