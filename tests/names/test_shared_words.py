from __future__ import annotations

import pytest

from pipeline.document import Mention
from pipeline.kb.knowledge_base import KnowledgeBase, load
from pipeline.names.clusters import Clusters


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return load()


def test_a_short_form_is_not_of_a_namesake(base: KnowledgeBase) -> None:
    assert groups(base, "Kestrel Copper Ltd.", "Kestrel") == [{"Kestrel Copper Ltd.", "Kestrel"}]
    assert groups(base, "Sumitomo Metal Mining", "Sumitomo") == [{"Sumitomo Metal Mining", "Sumitomo"}]
    assert groups(base, "Meridian Pacific Bancorp", "Meridian") == [{"Meridian Pacific Bancorp", "Meridian"}]


def groups(base: KnowledgeBase, *names: str, kind: str = "COMPANY") -> list[set[str]]:
    mentions = [
        Mention(
            start=20 * n,
            end=20 * n + len(name),
            text=name,
            type=kind,
            method="test",
            score=0.9,
            kb=[],
            entity=None,
        )
        for n, name in enumerate(names)
    ]
    return [{names[i] for i in group} for group in Clusters(mentions, base).groups([])]


@pytest.mark.parametrize(
    ("whole", "short"),
    [
        ("Zarnik Copper", "Zarnik"),
        ("Van Zarnik Valves B.V.", "Van Zarnik"),
        ("泽鲸医疗", "泽鲸"),
        ("安徽泽鲸农业", "泽鲸农业"),
        ("常州澤鯨藥業有限公司", "泽鲸药业"),
        ("合肥泽鲸微电子", "泽鲸"),
    ],
)
def test_a_company_by_the_beginning_of_its_name_is_one(base: KnowledgeBase, whole: str, short: str) -> None:
    assert groups(base, whole, short) == groups(base, short, whole) == [{whole, short}]


@pytest.mark.parametrize(
    "names",
    [
        ("Zarnik Copper", "Zarnik Gold", "Zarnik"),
        ("Zarnik Orvane", "Orvane", "Zarnik"),
        ("Zarnik Malaysia", "Zarnik"),
        ("Zarnikville", "Zarnik"),
        ("泽鲸越南", "泽鲸"),
        ("泽鲸证券海丰营业部", "泽鲸证券"),
        ("抚州机场", "机场"),
        ("腾讯园艺", "腾讯"),
    ],
)
def test_companies_that_may_be_arms_or_others_stay_apart(base: KnowledgeBase, names: tuple[str, ...]) -> None:
    assert len(groups(base, *names)) == len(names)


def test_a_group_that_has_a_shorter_name_keeps_it_from_its_arm(base: KnowledgeBase) -> None:
    names = groups(base, "Zarnik Holding", "Zarnik", "Zarnik Enerji")
    assert names == [{"Zarnik Holding", "Zarnik"}, {"Zarnik Enerji"}]


@pytest.mark.parametrize("kind", ["COMPANY", "GOVERNMENT", "LOCATION", "POLICY"])
def test_names_of_which_no_key_is_left_are_names_of_their_own(base: KnowledgeBase, kind: str) -> None:
    assert groups(base, "...", "Zarnik", kind=kind) == [{"..."}, {"Zarnik"}]
