"""Rows of the knowledge base and the columns of the tables that hold them, one fact a row."""

from __future__ import annotations

from dataclasses import dataclass

ENTITY_COLUMNS = ("kb_id", "type", "country", "status", "sector", "name_en", "name_zh")
NAME_COLUMNS = ("kb_id", "name", "language", "kind", "context")
LISTING_COLUMNS = ("kb_id", "role", "mic", "code", "isin")
PARENT_COLUMNS = ("kb_id", "parent", "kind")
CUE_COLUMNS = ("kb_id", "cue")
POSITION_COLUMNS = ("kb_id", "organization", "title_en", "title_zh", "since", "until")

#: Roles of a line of shares, the primary one first, and what a company may be to its parent.
ROLES = ("primary", "secondary", "depositary_receipt")
LINKS = ("subsidiary", "associate")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of `entities.tsv` or `places.tsv`; empty cells are null."""

    kb_id: str
    type: str
    country: str | None
    status: str | None
    sector: str | None
    name_en: str | None
    name_zh: str | None


@dataclass(frozen=True, slots=True)
class KnownName:
    """One name of one entry. `context`: an ordinary word too, so that it needs support to be this entry."""

    kb_id: str
    value: str
    language: str
    kind: str
    context: bool


@dataclass(frozen=True, slots=True)
class KnownListing:
    """One line of shares of an issuer; `role` is primary, secondary or depositary_receipt."""

    mic: str
    code: str
    isin: str | None
    role: str

    @property
    def listing(self) -> str:
        """MIC:code."""
        return f"{self.mic}:{self.code}"


@dataclass(frozen=True, slots=True)
class KnownPosition:
    """A post; `organization` is a kb_id, dates ISO 8601, `until` null while it lasts as far as the table knows."""

    organization: str
    title_en: str | None
    title_zh: str | None
    since: str | None
    until: str | None
