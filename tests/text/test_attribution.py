"""Sources of statements, in both languages."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.attribution import Name, attribution
from pipeline.text.lexicons import lexicon

_MARK = re.compile(r"\[(?P<type>[A-Z]+):(?P<text>[^\]]+)\]")


def source(marked: str) -> str | None:
    """The source of a sentence whose names are marked `[TYPE:name]`; the id of a name is the name."""
    text, names, at = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        names.append(Name(len(text), len(text) + len(match["text"]), match["text"], match["type"]))
        text, at = text + match["text"], match.end()
    text += marked[at:]
    return attribution(text, 0, len(text), names)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("According to [COMPANY:Orrin], sales fell.", "Orrin"),
        ("Sales fell, [COMPANY:Orrin] said.", "Orrin"),
        ("Sales fell, said [PERSON:Ann Lee], who runs the mill.", "Ann Lee"),
        ("“Sales fell,” said chief executive [PERSON:Ann Lee].", "Ann Lee"),
        ("[COMPANY:Orrin] said it will build a mill in [LOCATION:Tarn].", "Orrin"),
        ("[PERSON:Ann Lee], head of [COMPANY:Orrin], said sales fell.", "Ann Lee"),
        ("[COMPANY:Orrin] later said on Monday that it sold [COMPANY:Bolt].", "Orrin"),
        ("A spokesman for [COMPANY:Orrin] said the mill will shut.", "Orrin"),
        ("[COMPANY:Orrin] will sell, two people familiar with the matter said.", "two people familiar with the matter"),
        ("据[COMPANY:奥林公司]介绍，销量下降。", "奥林公司"),
        ("據[ORGANIZATION:鐵道協會]統計，銷量下降。", "鐵道協會"),
        ("[COMPANY:塔恩公司]表示，销量下降。", "塔恩公司"),
        ("[COMPANY:塔恩公司]董事长[PERSON:李安]昨日表示，销量下降。", "李安"),
        ("[COMPANY:奥林公司]在[LOCATION:海丰]举行的发布会上宣布，将建纸厂。", "奥林公司"),
        ("[COMPANY:奧林公司]向[COMPANY:塔恩公司]透露，將建紙廠。", "奧林公司"),
        ("知情人士透露，[COMPANY:奥林公司]拟出售。", "知情人士"),
    ],
)
def test_the_subject_of_the_verb_of_speech_is_the_source(sentence: str, expected: str) -> None:
    assert source(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "[COMPANY:Orrin] bought the mill.",
        "Brokers said that new mills in [LOCATION:Tarn] sell [PRODUCT:Softroll].",
        "The firm said [COMPANY:Bolt] shares fell.",
        "The mill in [LOCATION:Tarn] said nothing new.",
        "Shares of [COMPANY:Bolt] said little of the mood.",
        "Three officials toured the mill of [COMPANY:Orrin].",
        "[COMPANY:Bolt] is expected to sell the mill.",
        "[COMPANY:奥林纸业]（下称“[COMPANY:奥林]”）收购了[COMPANY:塔恩公司]。",
        "[COMPANY:奧林紙業]（以下簡稱「[COMPANY:奧林]」）收購了[COMPANY:塔恩公司]。",
        "[LOCATION:海丰]预计销量下降。",
        "律师批评[COMPANY:塔恩公司]称，销量下降。",
        "数据显示[COMPANY:塔恩公司]销量下降。",
        "根据与[COMPANY:塔恩公司]签署的协议，纸厂将转让。",
    ],
)
def test_places_products_objects_and_short_names_are_no_source(sentence: str) -> None:
    assert source(sentence) is None


def test_a_sentence_four_times_as_long_takes_less_than_ten_times_as_long() -> None:
    def seconds(times: int) -> float:
        text = "Bolt, a firm in the 在上对与和 " * times + "said"
        names = [Name(m.start(), m.end(), "b", "COMPANY") for m in re.finditer("Bolt", text)]
        began = time.process_time()
        attribution(text, 0, len(text), names)
        return time.process_time() - began

    seconds(10)
    few, many = (min(seconds(times) for _ in range(3)) for times in (1000, 4000))
    assert many < 10 * few  # 4 where linear, 16 where quadratic


@given(st.text(alphabet="AB said, 据称表示在上 \n“”’s.，", max_size=60))
def test_whatever_the_text_the_source_is_a_name_or_words_of_it(text: str) -> None:
    names = [Name(i, i + 1, "id-" + c, "COMPANY") for i, c in enumerate(text) if c in "AB"]
    found = attribution(text, 0, len(text), names)
    assert found is None or found in {n.entity for n in names} or found in text


def test_table_uses_known_sides() -> None:
    sides = {"before", "inverted", "after", "unnamed", "hearsay", "between", "governor", "spokesman", "other", "report"}
    assert {r["side"] for r in lexicon("attribution_cues")} == sides | {"apposed"}
