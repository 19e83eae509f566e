from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from pipeline.annotation.gold import Gold, GoldDocument, decode, read_gold
from pipeline.errors import GoldError, UsageError
from pipeline.evaluation import Report, compare, evaluate
from pipeline.evaluation.layers import LAYERS
from pipeline.paths import seeds
from pipeline.records import Record


@pytest.fixture
def samples() -> list[GoldDocument]:
    return read_gold(seeds("articles"))


@pytest.fixture
def sample_records(samples: list[GoldDocument], as_record: Callable[..., dict[str, Any]]) -> list[Record]:
    """Perfect records of the sample articles; HTML in its own text, which the record carries."""
    texts = [decode(d.article_path.read_bytes()) for d in samples]
    rows = [as_record(d.gold, t, f"in/{d.article_path.name}") for d, t in zip(samples, texts, strict=True)]
    return [Record.model_validate(row) for row in rows]


@pytest.fixture
def folder(tmp_path: Path, gold: Gold, text: str) -> Path:
    """A gold folder with the small article."""
    (tmp_path / "small.txt").write_bytes(text.encode())
    (tmp_path / "small.gold.json").write_text(gold.model_dump_json(exclude_defaults=True), encoding="utf-8")
    return tmp_path


def test_gold_as_prediction_is_right_in_every_score(samples: list[GoldDocument], sample_records: list[Record]) -> None:
    report = evaluate(sample_records, samples)
    assert {s.layer for s in report.scores} == set(LAYERS)
    assert [s for s in report.scores if s.value.value != 1 and s.gold + s.predicted] == []
    assert report.findings == []
    assert report.without_record == ()


def test_no_record_is_wrong_in_every_score(samples: list[GoldDocument]) -> None:
    report = evaluate([], [d for d in samples if not d.is_html])
    assert [s for s in report.scores if s.value.value not in (0, None)] == []
    assert report.score("mentions", "exact").gold > 100
    assert report.score("sentiment", "accuracy").value.value == 0
    assert len(report.without_record) == len(report.sheets)


def test_a_missing_article_counts_as_missed(samples: list[GoldDocument], sample_records: list[Record]) -> None:
    plain = [d for d in samples if not d.is_html]
    without = evaluate([r for r in sample_records if plain[0].stem not in r.document.path], plain)
    score = without.score("mentions", "exact")
    assert score.recall is not None
    assert score.recall.value is not None
    assert 0 < score.recall.value < 1
    assert score.precision is not None
    assert score.precision.value == 1
    assert without.without_record == (plain[0].stem,)


def test_records_of_other_articles_are_left_out(folder: Path, perfect: dict[str, Any]) -> None:
    stranger = {**perfect, "document": {**perfect["document"], "path": "elsewhere/other.txt"}}
    report = evaluate([Record.model_validate(r) for r in (stranger, perfect)], folder)
    assert report.score("mentions", "exact").predicted == 14


def test_text_is_read_beside_the_gold_if_the_record_has_none(folder: Path, perfect: dict[str, Any]) -> None:
    perfect["document"]["text"] = None
    assert evaluate([Record.model_validate(perfect)], folder).score("mentions", "exact").value.value == 1


def test_record_of_another_text_is_refused(folder: Path, perfect: dict[str, Any], text: str) -> None:
    perfect["document"]["text"] = None
    (folder / "small.txt").write_text("!" + text, encoding="utf-8")
    with pytest.raises(UsageError, match="another text"):
        evaluate([Record.model_validate(perfect)], folder)


def test_article_in_another_encoding_is_read_as_ingestion_does(
    folder: Path, perfect: dict[str, Any], text: str
) -> None:
    perfect["document"]["text"] = None
    (folder / "small.txt").write_bytes(text.encode("utf-16"))
    assert evaluate([Record.model_validate(perfect)], folder).score("mentions", "exact").value.value == 1


def test_page_is_scored_on_the_text_that_ingestion_reads(folder: Path, perfect: dict[str, Any], text: str) -> None:
    (folder / "small.txt").unlink()
    paragraphs = "".join(f"<p>{line}</p>" for line in text.splitlines() if line)
    page = f"<html><head><title>T</title></head><body><article>{paragraphs}</article></body></html>"
    (folder / "small.html").write_text(page, encoding="utf-8")
    report = evaluate([], folder)
    assert report.score("mentions", "exact").gold == 14


def test_two_records_of_one_article_are_refused(folder: Path, perfect: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match="two records of 'small'"):
        evaluate([Record.model_validate(perfect)] * 2, folder)


def test_layers_can_be_chosen(folder: Path, perfect: dict[str, Any]) -> None:
    report = evaluate([Record.model_validate(perfect)], folder, ["dates", "pairs"])
    assert {s.layer for s in report.scores} == {"pairs", "dates"}
    with pytest.raises(UsageError, match="no such layer: colours"):
        evaluate([], folder, ["colours"])


def test_bad_gold_folder(tmp_path: Path) -> None:
    with pytest.raises(GoldError):
        evaluate([], tmp_path)


def test_report_as_frame_and_as_json(samples: list[GoldDocument], sample_records: list[Record]) -> None:
    report = evaluate(sample_records, samples)
    frame = report.to_frame()
    assert len(frame) == len(report.scores)
    row = frame.set_index(["layer", "score"]).loc[("mentions", "exact")]
    assert (row["value"], row["value_low"], row["hits"]) == (1.0, 1.0, row["gold"])
    assert frame.loc[frame["measure"] == "accuracy", "precision"].isna().all()
    assert json.loads(json.dumps(report.to_dict(), allow_nan=False))["articles"] == len(samples)


def test_macro_average_of_sentiment(samples: list[GoldDocument], sample_records: list[Record]) -> None:
    """All predicted neutral: F1 of neutral is 2g/(n+g), of the other labels in gold 0."""
    tone = sample_records[0].sentiment.model_copy(update={"label": "neutral"})
    report = evaluate([r.model_copy(update={"sentiment": tone}) for r in sample_records], samples)
    labels = [d.gold.sentiment.document for d in samples]
    g, n = labels.count("neutral"), len(labels)
    assert report.score("sentiment", "accuracy").value.value == pytest.approx(g / n)
    assert report.score("sentiment", "macro F1").value.value == pytest.approx(
        2 * g / (n + g) / len({*labels, "neutral"})
    )


def degraded(records: list[Record]) -> list[Record]:
    """Every record without the second half of its entities."""
    return [r.model_copy(update={"entities": r.entities[: len(r.entities) // 2]}) for r in records]


def test_comparison_of_a_run_with_a_worse_one(samples: list[GoldDocument], sample_records: list[Record]) -> None:
    good, bad = evaluate(sample_records, samples), evaluate(degraded(sample_records), samples)
    rows = {(d.layer, d.name): d for d in compare(good, bad)}
    exact, dates = rows["mentions", "exact"], rows["dates", "exact"]
    assert exact.value is not None
    assert exact.other is not None
    assert exact.difference.value == pytest.approx(exact.value - exact.other)
    assert exact.difference.low is not None
    assert exact.difference.low > 0
    assert exact.p is not None
    assert exact.p < 0.01
    assert (dates.difference.value, dates.p) == (0.0, 1.0)
    back = {(d.layer, d.name): d for d in compare(bad, good)}["mentions", "exact"]
    assert back.difference.value == pytest.approx(-exact.difference.value)
    assert back.p == exact.p


def test_comparison_over_different_articles_is_refused(
    samples: list[GoldDocument], sample_records: list[Record]
) -> None:
    with pytest.raises(UsageError, match="different articles"):
        compare(evaluate(sample_records, samples), evaluate(sample_records, samples[1:]))


def test_interval_holds_the_figure_and_resampling_agrees_with_drawing(
    samples: list[GoldDocument], sample_records: list[Record]
) -> None:
    """Weights of all ones give back the figure itself."""
    report: Report = evaluate(degraded(sample_records), samples)
    whole = report.resampled(np.ones((1, len(samples))))
    for score in report.scores:
        value, low, high = score.value.value, score.value.low, score.value.high
        if value is not None and low is not None and high is not None:
            assert whole[score.layer, score.name][0] == pytest.approx(value)
            assert low - 1e-9 <= value <= high + 1e-9


def test_scores_do_not_depend_on_the_order_of_records(
    samples: list[GoldDocument], sample_records: list[Record]
) -> None:
    forward = evaluate(degraded(sample_records), samples)
    backward = evaluate(degraded(sample_records)[::-1], samples[::-1])
    assert forward.to_dict() == backward.to_dict()
    assert forward.findings == backward.findings
