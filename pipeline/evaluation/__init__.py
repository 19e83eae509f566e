"""How well a run does on annotated articles: scores a layer with intervals, what went wrong, two runs compared."""

from __future__ import annotations

from pipeline.evaluation.comparison import compare
from pipeline.evaluation.report import Report
from pipeline.evaluation.scoring import evaluate

__all__ = ["Report", "compare", "evaluate"]
