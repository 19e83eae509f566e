"""The data contract: what one article yields, as frozen pydantic models, and its JSON Schema.

Offsets are Unicode code points into the article's text, end exclusive; `text[start:end] == quote` always holds.
Unknown is `None` or an empty list. Controlled vocabularies are those of `seeds/ontology.yaml`, which a test compares
with the literals below.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION: Literal["1"] = "1"

EntityType = Literal["PERSON", "COMPANY", "GOVERNMENT", "ORGANIZATION", "LOCATION", "POLICY", "PRODUCT"]
ProjectKind = Literal[
    "infrastructure", "facility", "programme", "acquisition", "joint_venture", "financing", "listing", "contract",
    "research", "product", "divestment",
]  # fmt: skip
Sector = Literal[
    "data_center", "semiconductors", "artificial_intelligence", "software_internet", "telecom", "oil_gas", "power",
    "renewables", "nuclear", "hydrogen", "batteries", "automotive", "mining_metals", "chemicals", "transport",
    "ports_shipping", "aviation_space", "defense", "real_estate", "finance", "healthcare", "consumer_retail",
    "media_entertainment", "agriculture_food", "manufacturing", "water_environment", "other",
]  # fmt: skip
Status = Literal[
    "rumored", "proposed", "negotiating", "selected", "approved", "announced", "under_construction", "completed",
    "operational", "delayed", "suspended", "cancelled",
]  # fmt: skip
RelationName = Literal[
    "holds_position", "leads", "invests_in", "participates_in", "oversees", "restricts", "acquires", "supplies",
    "partners_with", "negotiates_with", "competes_with", "subsidiary_of", "part_of", "located_in", "affects",
]  # fmt: skip
Modality = Literal["asserted", "planned", "possible", "denied"]
Direction = Literal["positive", "negative", "mixed", "neutral"]
Mechanism = Literal[
    "competition", "demand", "supply", "price", "regulation", "financing", "partnership", "cost", "other"
]  # fmt: skip
Horizon = Literal["short", "medium", "long"]
Qualifier = Literal["exact", "approximate", "at_least", "up_to", "range"]
CompanyStatus = Literal["listed", "unlisted", "delisted", "unknown"]
Resolution = Literal["resolved", "ambiguous", "unresolved", "unlisted"]
Confidence = float | None


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Mention(_Part):
    """One occurrence in the text."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str


class Evidence(_Part):
    """A quotation that shows a value."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    quote: str


class Amount(_Part):
    """Money in currency units; `value` is the low end of a range."""

    value: float
    max: float | None = None
    currency: str
    qualifier: Qualifier
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str


class DateValue(_Part):
    """A date normalised to ISO 8601 with what is known: day, month, quarter (`2026-Q3`), half (`2026-H1`) or year."""

    value: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str


class Name(_Part):
    """One name of an entity."""

    value: str
    language: str | None
    kind: Literal["primary", "alias", "abbreviation", "previous", "transliteration"]
    origin: Literal["text", "parenthetical", "apposition", "knowledge_base"]


class Position(_Part):
    """A post that a person holds or held; `title` is null for an affiliation without one."""

    title: str | None
    organization: str | None
    current: bool


class Listing(_Part):
    """A line of shares: `listing` is MIC:code (ISO 10383), `symbol` the Yahoo-style symbol."""

    listing: str
    mic: str
    ticker: str
    symbol: str | None
    isin: str | None
    role: Literal["primary", "secondary", "depositary_receipt"]
    link: Literal["self", "subsidiary", "parent", "associate"]
    via: str | None


class Tone(_Part):
    """A tone with its score from -1 (negative) to 1 (positive)."""

    label: Direction
    score: float = Field(ge=-1, le=1)


class Entity(_Part):
    """A person, company, body, place, policy or product of the article."""

    entity_id: str
    kb_id: str | None
    type: EntityType
    name: str
    names: list[Name]
    mentions: list[Mention]
    actor: bool
    byline: bool
    positions: list[Position]
    country: str | None
    salience: float = Field(ge=0, le=1)
    status: CompanyStatus | None
    listings: list[Listing]
    sentiment: Tone | None
    confidence: Confidence


class TimelineEntry(_Part):
    """A status of a project at a date."""

    date: str | None
    status: Status
    evidence: Evidence


class Project(_Part):
    """An undertaking that the article reports."""

    project_id: str
    name: str
    names: list[str]
    kind: ProjectKind | None
    sector: Sector | None
    status: Status | None
    description: str | None
    locations: list[str]
    leads: list[str]
    investors: list[str]
    participants: list[str]
    amounts: list[Amount]
    timeline: list[TimelineEntry]
    part_of: str | None
    mentions: list[Mention]
    confidence: Confidence


class Relation(_Part):
    """A directed (or symmetric) fact between entities or projects, with the sentences that say it."""

    type: RelationName
    subject: str
    object: str
    modality: Modality
    attributed_to: str | None
    evidence: list[Evidence]
    method: Literal["model", "rule"]
    confidence: Confidence


class Effect(_Part):
    """What moves a company, and which way."""

    cause: str
    direction: Direction
    modality: Modality
    mechanism: Mechanism
    horizon: Horizon | None
    evidence: Evidence
    confidence: Confidence


class AffectedEquity(_Part):
    """A company whose business or shares the article says move."""

    entity: str
    listings: list[Listing]
    resolution: Resolution
    direction: Direction
    score: float = Field(ge=-1, le=1)
    effects: list[Effect]


class SentenceTone(_Part):
    """Tone of one sentence."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    label: Direction
    score: float = Field(ge=-1, le=1)


class DocumentTone(_Part):
    """Tone of the article toward its main subject."""

    label: Direction
    score: float = Field(ge=-1, le=1)
    sentences: list[SentenceTone]


class DocumentInfo(_Part):
    """The article itself; `words` counts Latin words and Han characters."""

    doc_id: str
    path: str
    content_hash: str
    title: str | None
    author: str | None
    publisher: str | None
    url: str | None
    published_at: str | None
    language: str
    scripts: dict[str, float]
    words: int
    duplicate_of: str | None
    text: str | None = None


class Provenance(_Part):
    """What made the record: version, configuration hash, weights and seeds by SHA-256."""

    version: str
    config: str
    models: dict[str, str]
    seeds: str


class Record(_Part):
    """Everything that one article yields.

    >>> Record.model_json_schema()["title"]
    'Record'
    """

    schema_version: Literal["1"] = SCHEMA_VERSION
    document: DocumentInfo
    entities: list[Entity]
    projects: list[Project]
    relations: list[Relation]
    affected_equities: list[AffectedEquity]
    amounts: list[Amount]
    dates: list[DateValue]
    sentiment: DocumentTone
    provenance: Provenance

    def to_json(self) -> str:
        """One line of `records.jsonl`; `document.text` is left out where it was not asked for."""
        leave_out = {"document": {"text"}} if self.document.text is None else None
        return self.model_dump_json(exclude=leave_out)


def json_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of one record."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Record.model_json_schema(mode="validation")}
