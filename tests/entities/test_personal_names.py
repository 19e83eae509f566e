from __future__ import annotations

import pytest

from pipeline.entities.candidates import Candidate
from pipeline.entities.personal_names import with_people


def kinds(text: str, *surfaces: str, kb: tuple[str, ...] = ()) -> list[str]:
    read = [Candidate(text.index(s), text.index(s) + len(s), "COMPANY", "encoder", 0.6, kb) for s in surfaces]
    return [c.type for c in with_people(text, read)]


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Ann Marlow sold it. Later Ms. Delgado paid", ["Delgado"]),
        ("Ann Delgado sold it, said Mr. Delgado", ["Ann Delgado"]),
        ("His father, Parman, traded carpets", ["Parman"]),
        ("Ravi Parman, 62, sold it", ["Ravi Parman"]),
    ],
)
def test_personal_words_outvote_the_reading(text: str, surfaces: list[str]) -> None:
    later = [Candidate(m, m + 7, "COMPANY", "encoder", 0.6) for m in [text.rfind("Delgado")] if m >= 0]
    read = [Candidate(text.index(s), text.index(s) + len(s), "COMPANY", "encoder", 0.6) for s in surfaces]
    assert {c.type for c in with_people(text, [*read, *later])} == {"PERSON"}


def test_a_name_ends_before_what_its_holder_does() -> None:
    text = "洪松代为履行职责，洪松表示，李明代也到场"
    read = [Candidate(at, at + n, "PERSON", "encoder", 0.9) for at, n in ((0, 3), (9, 2), (14, 3))]
    assert [text[c.start : c.end] for c in with_people(text, read)] == ["洪松", "洪松", "李明代"]


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("a spokesman of Dr. Marlow's Laboratories", "Marlow's Laboratories"),
        ("Mr. Marlow left. Marlow Capital paid", "Marlow Capital"),
        ("Marlow, 62 dollars a share", "Marlow"),
    ],
)
def test_firms_stay_firms(text: str, surface: str) -> None:
    assert kinds(text, surface) == ["COMPANY"]


def test_what_the_knowledge_base_knows_keeps_its_type() -> None:
    assert kinds("said Mr. Marlow", "Marlow", kb=("marlow",)) == ["COMPANY"]


def test_who_has_a_wife_is_the_founder_even_of_a_known_company() -> None:
    assert kinds("Marlow and his wife gave $6bn", "Marlow", kb=("marlow",)) == ["PERSON"]
    assert kinds("Marlow and his bank gave $6bn", "Marlow", kb=("marlow",)) == ["COMPANY"]


def test_a_surname_is_the_person_whose_full_name_the_article_has() -> None:
    text = "Ann Marlow sold it. Marlow paid. Bo Marlin left Marlin Capital; Marlin fell."
    read = [
        Candidate(0, 10, "PERSON", "encoder", 0.9),
        Candidate(20, 26, "COMPANY", "encoder", 0.9),
        Candidate(33, 42, "PERSON", "encoder", 0.9),
        Candidate(48, 62, "COMPANY", "encoder", 0.9),
        Candidate(64, 70, "COMPANY", "encoder", 0.9),
    ]
    assert [text[c.start : c.end] for c in read] == ["Ann Marlow", "Marlow", "Bo Marlin", "Marlin Capital", "Marlin"]
    assert [c.type for c in with_people(text, read)] == ["PERSON", "PERSON", "PERSON", "COMPANY", "COMPANY"]


def test_who_is_appointed_ends_before_the_post() -> None:
    text = "董事会聘任金剑华为公司总经理，华为公司祝贺"
    read = [Candidate(5, 11, "COMPANY", "encoder", 0.9), Candidate(15, 19, "COMPANY", "encoder", 0.9)]
    found = {(text[c.start : c.end], c.type) for c in with_people(text, read)}
    assert found == {("金剑华", "PERSON"), ("华为公司", "COMPANY")}


@pytest.mark.parametrize(
    ("text", "read", "names"),
    [
        ('Marlin CFO Ann "Annie" Moe left', ['Annie" Moe'], ['Ann "Annie" Moe']),
        ('Ann Rose "A.R." Moe left', ["Ann Rose", 'A.R." Moe'], ['Ann Rose "A.R." Moe']),
        ("Ann “Annie” Moe left", ["Annie” Moe"], ["Ann “Annie” Moe"]),
        ('Ann "Annie" Moe left', ['Ann "Annie" Moe'], ['Ann "Annie" Moe']),
        ('said "Annie" Moe', ['Annie" Moe'], ['Annie" Moe']),
        ('Ann called "Annie," Moe said', ["Moe"], ["Moe"]),
    ],
)
def test_a_nickname_is_inside_of_a_name(text: str, read: list[str], names: list[str]) -> None:
    found = [Candidate(text.index(n), text.index(n) + len(n), "PERSON", "encoder", 0.9) for n in read]
    assert [text[c.start : c.end] for c in with_people(text, found)] == names


def test_a_name_that_speaks_of_itself_as_he_is_a_persons() -> None:
    text = "The governor, Jefferies, sold. Jefferies said he would not run; Ann Marlow of Jefferies said she would."
    read = [Candidate(at, at + 9, "COMPANY", "encoder", 0.9, ("jefferies",)) for at in (31, 79)]
    assert [c.type for c in with_people(text, read)] == ["PERSON", "COMPANY"]


def test_a_name_whose_role_only_people_have_is_a_persons() -> None:
    text = (
        "Cummins, the Australian captain, is out; Cummins, an engine maker, and Cummins, the minister's firm, are not."
    )
    read = [Candidate(at, at + 7, "COMPANY", "encoder", 0.9, ("cummins",)) for at in (0, 41, 71)]
    assert [c.type for c in with_people(text, read)] == ["PERSON", "COMPANY", "COMPANY"]


def test_the_surname_of_somebody_named_is_no_city() -> None:
    text = "Tom Galway runs the fund. Galway told investors in Galway."
    first = [Candidate(0, 10, "PERSON", "encoder", 0.9)]
    cities = [Candidate(at, at + 6, "LOCATION", "encoder", 0.9, ("city-galway-ie",)) for at in (26, 51)]
    assert [c.type for c in with_people(text, [*first, *cities])] == ["PERSON", "PERSON", "LOCATION"]
