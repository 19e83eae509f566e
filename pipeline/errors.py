"""Errors that a user can act on."""

from __future__ import annotations


class EquitraceError(Exception):
    """Base of every error that this package raises on purpose."""


class ArticleError(EquitraceError):
    """An article that cannot be processed; becomes one line of `rejects.jsonl`.

    Attributes:
        stage: where it failed: `read`, `decode`, `parse`, `extract`, `assemble` or `write`.
        error: short machine-readable reason, such as `empty` or `undecodable`.
    """

    def __init__(self, stage: str, error: str, message: str) -> None:
        super().__init__(message)
        self.stage = stage
        self.error = error


class UsageError(EquitraceError):
    """The call cannot be carried out as given: a missing file, an unknown sink, a folder without articles."""


class GoldError(EquitraceError):
    """A gold file that does not follow the annotation guidelines."""


class KnowledgeBaseError(EquitraceError):
    """A knowledge-base table that cannot be read or contradicts itself."""


class TrainingError(EquitraceError):
    """Training cannot start or go on: a start of another format, a recipe that contradicts itself."""


class ModelError(EquitraceError):
    """Weights that are missing, damaged or of another format."""
