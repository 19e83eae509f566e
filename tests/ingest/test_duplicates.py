"""Identical articles are skipped, near-identical ones marked."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.article import Article, Reject, doc_id
from pipeline.ingest.duplicates import Duplicates

ENGLISH = [
    f"{subject} said on {day} that it would {act} at its plant in {place}, a step that {effect}."
    for subject, day, act, place, effect in (
        ("Gulf Steel", "Monday", "build an electric furnace", "Nangang", "analysts had long awaited"),
        ("The regulator", "Tuesday", "open an inquiry", "the capital", "could delay approval until autumn"),
        ("Rival Northmet", "Wednesday", "cut two hundred jobs", "Portsmouth", "unions called a mistake"),
        ("The port authority", "Thursday", "dredge the channel", "the estuary", "will let in larger ships"),
        ("A lender", "Friday", "extend its credit line", "Zurich", "gives the group some time"),
    )
]
CHINESE = [
    "海湾钢铁周一表示，将在南港投资建设一座电弧炉，预计两年后投产。",
    "监管机构周二宣布对该项目启动环境评估，结果或在秋季公布。",
    "竞争对手北方金属则计划在朴次茅斯裁员二百人，工会表示反对。",
    "港务局将疏浚航道，让更大的货轮得以进港卸货。",
    "一家银行延长了对集团的信贷额度，为重组争取时间。",
]


def passed(*texts: str) -> tuple[list[Article], Duplicates]:
    seen = Duplicates()
    found = list(seen.filter([Article(text=text, path=str(n)) for n, text in enumerate(texts)]))
    return [item for item in found if isinstance(item, Article)], seen


def test_identical_articles_are_skipped_and_counted() -> None:
    found, seen = passed("One text.", "One  text.\r\n", "Another.", "One text.")
    assert [a.path for a in found] == ["0", "2"]
    assert seen.skipped == 2


def test_same_bytes_are_identical_whatever_the_text() -> None:
    seen = Duplicates()
    items = [Article(text="a", content_hash="h"), Article(text="b", content_hash="h")]
    assert len(list(seen.filter(items))) == 1


def test_reprint_points_to_the_first() -> None:
    for sentences in (ENGLISH, CHINESE):
        original = "\n".join(sentences * 1)
        reprint = "Updated\n" + original + "\nMore to follow."
        third = original.replace(sentences[0][-6:], "")
        found, _ = passed(original, reprint, third)
        assert [a.duplicate_of for a in found] == [None, doc_id(original), doc_id(original)]


def test_traditional_reprint_of_a_simplified_article() -> None:
    original = "海湾钢铁周一表示，将投资建设一座电弧炉。监管机构宣布启动环境评估。"
    reprint = "海灣鋼鐵週一表示，將投資建設一座電弧爐。監管機構宣佈啟動環境評估。"
    found, _ = passed(original, reprint)
    assert found[1].duplicate_of == doc_id(original)


def test_different_articles_on_one_subject_are_not_marked() -> None:
    found, seen = passed(*ENGLISH, *CHINESE)
    assert [a.duplicate_of for a in found] == [None] * 10
    assert seen.skipped == 0


def test_rejects_and_texts_without_words_pass() -> None:
    reject = Reject(path="x", stage="read", error="empty", message="m")
    seen = Duplicates()
    assert list(seen.filter([reject, Article(text="!!!"), reject, Article(text="???")]))[::2] == [reject, reject]


class Kept:
    """Signatures in memory, as a database keeps them."""

    def __init__(self) -> None:
        self.signatures: dict[str, tuple[str, set[str]]] = {}

    def candidates(self, bands: Sequence[str]) -> dict[str, str]:
        return {key: minhash for key, (minhash, own) in self.signatures.items() if own & set(bands)}

    def keep(self, doc_id: str, minhash: str, bands: Sequence[str]) -> None:
        self.signatures[doc_id] = minhash, set(bands)


def run_over(kept: Kept, *texts: str) -> list[str | None]:
    seen = Duplicates([kept])
    found = []
    for article in seen.filter([Article(text=text) for text in texts]):
        assert isinstance(article, Article)
        found.append(article.duplicate_of)
        seen.written(doc_id(article.text))
    return found


def test_near_duplicate_of_an_earlier_run() -> None:
    for sentences in (ENGLISH, CHINESE):
        kept = Kept()
        original = "\n".join(sentences)
        reprint = "Updated\n" + original
        assert run_over(kept, original) == [None]
        assert run_over(kept, reprint, sentences[0]) == [doc_id(original), None]
        assert set(kept.signatures) == {doc_id(original), doc_id(sentences[0])}
        assert run_over(kept, original, reprint) == [None, doc_id(original)]
        assert run_over(kept, reprint, original) == [doc_id(original), None]


def test_article_that_was_not_written_is_not_kept() -> None:
    kept = Kept()
    list(Duplicates([kept]).filter([Article(text=ENGLISH[0])]))
    assert kept.signatures == {}


def test_what_memory_no_longer_holds_is_found_in_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.ingest.duplicates.HELD", 2)
    original = "\n".join(ENGLISH)
    texts = [original, *CHINESE[:3], "Updated\n" + original]
    assert run_over(Kept(), *texts) == [None] * 4 + [doc_id(original)]
    assert [a.duplicate_of for a in passed(*texts)[0]] == [None] * 5
    assert [a.duplicate_of for a in passed(*texts[2:], texts[4] + " Again.")[0]][-1] == doc_id(texts[4])
