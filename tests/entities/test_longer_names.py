from __future__ import annotations

import pytest

from pipeline.entities.candidates import Candidate
from pipeline.entities.longer_names import with_longer_names


def place(text: str, surface: str, *kb: str) -> Candidate:
    start = text.index(surface)
    return Candidate(start, start + len(surface), "LOCATION", "gazetteer", 0.9, kb)


@pytest.mark.parametrize(
    ("text", "surface", "longer", "kind"),
    [
        ("the Osland Human Rights Commission sued", "Osland", "Osland Human Rights Commission", "ORGANIZATION"),
        ("Osland City Council voted", "Osland", "Osland City Council", "GOVERNMENT"),
        ("the Law Society of Osland said", "Osland", "Law Society of Osland", "ORGANIZATION"),
        ("and the Metro Borough of Osland", "Osland", "Metro Borough of Osland", "GOVERNMENT"),
        ("While The Port of Osland", "Osland", "Port of Osland", "LOCATION"),
        ("Acme’s Port of Osland", "Osland", "Port of Osland", "LOCATION"),
        ("原松河大学校长", "松河", "松河大学", "ORGANIZATION"),
        ("松河市委组织部派员", "松河", "松河市委组织部", "ORGANIZATION"),
        ("松河特區聯邦上訴法院駁回", "松河特區", "松河特區聯邦上訴法院", "GOVERNMENT"),
        ("案子在松河中院二审", "松河", "松河中院", "GOVERNMENT"),
        ("拿到松国投资部批文", "松国", "松国投资部", "GOVERNMENT"),
        ("松河厂老化", "松河", "松河厂", "LOCATION"),
        ("owns the Osland mine and", "Osland", "Osland mine", "LOCATION"),
    ],
)
def test_the_whole_name_around_a_place(text: str, surface: str, longer: str, kind: str) -> None:
    (found,) = with_longer_names(text, [place(text, surface, "osland")])
    assert (text[found.start : found.end], found.type, found.kb) == (longer, kind, ())


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("In Osland Human Rights Commission of Inquiry", "Osland"),
        ("Osland said the Council would meet", "Osland"),
        ("the wealth of Osland", "Osland"),
        ("the Bank of Osland", "Osland"),
        ("松国国防部长说", "松国"),
        ("松河厂商", "松河"),
        ("松河的法院", "松河"),
        ("Osland miners", "Osland"),
    ],
)
def test_a_place_alone(text: str, surface: str) -> None:
    alone = place(text, surface)
    assert with_longer_names(text, [alone]) == [alone]


@pytest.mark.parametrize(("text", "surface"), [("松国厂满负荷", "松国"), ("its Osland mine", "Osland")])
def test_a_site_in_a_country_has_no_name(text: str, surface: str) -> None:
    alone = place(text, surface, "country-xx")
    assert with_longer_names(text, [alone]) == [alone]


def test_a_country_has_its_central_bank() -> None:
    (found,) = with_longer_names("the Bank of Osland", [place("the Bank of Osland", "Osland", "country-xx")])
    assert (found.start, found.type) == (4, "GOVERNMENT")


@pytest.mark.parametrize("start_end", [(7, 19), (0, 25)])
def test_other_candidates_keep_their_part(start_end: tuple[int, int]) -> None:
    text = "Osland City Council Tower"
    both = [place(text, "Osland"), Candidate(*start_end, "ORGANIZATION", "encoder", 0.9)]
    assert with_longer_names(text, both) == both


@pytest.mark.parametrize(
    ("kind", "row", "known", "names"),
    [
        ("COMPANY", "city-xx", "", [("松河弘楚电子", "COMPANY")]),
        ("LOCATION", "city-xx", "", [("松河弘楚电子", "COMPANY")]),
        ("COMPANY", "country-xx", "", [("松河", "LOCATION"), ("弘楚电子", "COMPANY")]),
        ("LOCATION", "city-xx", "row", [("松河", "LOCATION"), ("弘楚电子", "COMPANY")]),
        ("COMPANY", "row", "", [("松河", "COMPANY"), ("弘楚电子", "COMPANY")]),
    ],
)
def test_a_place_before_a_firm(kind: str, row: str, known: str, names: list[tuple[str, str]]) -> None:
    text = "松河弘楚电子获得融资"
    read = [
        Candidate(0, 2, kind, "encoder", 0.9, (row,)),
        Candidate(2, 6, "COMPANY", "encoder", 0.9, (known,) if known else ()),
    ]
    assert [(text[c.start : c.end], c.type) for c in with_longer_names(text, read)] == names


@pytest.mark.parametrize(("form", "names"), [("有限公司", 1), ("股份有限公司", 2)])
def test_a_country_opens_the_name_of_a_firm_without_shares(form: str, names: int) -> None:
    text = f"松国弘楚矿业{form}获得融资"
    read = [
        Candidate(0, 2, "LOCATION", "encoder", 0.9, ("country-xx",)),
        Candidate(2, 6 + len(form), "COMPANY", "encoder", 0.9, ("row",)),
    ]
    assert len(with_longer_names(text, read)) == names


def test_a_body_read_apart_from_its_country_is_one_name() -> None:
    text = "松國商務部說"
    parts = [place(text, "松國", "country-xx"), Candidate(2, 5, "GOVERNMENT", "encoder", 0.9)]
    assert [(c.start, c.end, c.type) for c in with_longer_names(text, parts)] == [(0, 5, "GOVERNMENT")]


def test_a_body_read_apart_and_a_name_over_its_edge_stay() -> None:
    text = "大松國商務部說"
    parts = [
        Candidate(0, 3, "COMPANY", "encoder", 0.9),
        place(text, "松國", "country-xx"),
        Candidate(3, 6, "GOVERNMENT", "encoder", 0.9),
    ]
    assert with_longer_names(text, parts) == parts


def test_a_candidate_for_the_longer_name_tells_its_type() -> None:
    text = "Osland City Council met"
    read = Candidate(0, 19, "ORGANIZATION", "encoder", 0.3)
    found = with_longer_names(text, [place(text, "Osland"), read])
    assert [(c.start, c.end, c.type, c.score) for c in found] == [
        (0, 19, "ORGANIZATION", 0.9),
        (0, 19, "ORGANIZATION", 0.3),
    ]
