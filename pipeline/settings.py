"""What a run may be told beside its articles."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Device = Literal["cpu", "cuda"]


@dataclass(frozen=True)
class Settings:
    """How to build the pipeline; hashable, so that a process builds each only once.

    Attributes:
        kb: files of companies (`pipeline.kb.company_file`) to merge over the knowledge base.
        least: entities, projects, relations and effects with a lower confidence are left out; if null, those below the
            bar of each kind that gave the best F1. 0 lets everything through that was considered.
        encoder: folder of weights that `equitrace train` wrote; the shipped ones if null.
        device: where the encoder runs; `cuda` needs the package onnxruntime-gpu.
    """

    kb: tuple[Path, ...] = ()
    least: float | None = None
    encoder: Path | None = None
    device: Device = "cpu"


#: All as shipped.
DEFAULT = Settings()
