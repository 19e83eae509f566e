"""The gold format as pydantic models, and its reader.

One article is two files with the same stem: `<id>.txt` (or `.md`, `.html`, `.htm`) and `<id>.gold.json`. Unknown keys,
values outside the vocabularies of `pipeline.records` and references to nothing are errors that name the file.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from pipeline.errors import GoldError
from pipeline.records import Direction, EntityType, Modality, ProjectKind, RelationName, Sector, Status

GOLD_SUFFIX = ".gold.json"
#: Suffixes of the article beside a gold file, in the order in which they are looked for.
ARTICLE_SUFFIXES = (".txt", ".md", ".html", ".htm")

Surface = Annotated[str, Field(min_length=1)]
_MIC_CODE = r"^[A-Z0-9]{4}:[A-Z0-9.\-]+$"
_CURRENCY = r"^[A-Z]{3}$"
_ISO_DATE = r"^\d{4}(-(\d{2}(-\d{2})?|Q[1-4]|H[12]))?$"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class GoldArticle(BaseModel):
    """Metadata of the article; keys beyond these are the annotator's own and ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    title: str | None = None
    published: str | None = None
    author: str | None = None
    language: str | None = None


class GoldSkip(_Part):
    """An occurrence (1-based, in reading order) of a listed surface that is no mention of the entity."""

    surface: Surface
    occurrence: int = Field(ge=1)


class GoldPosition(_Part):
    """A post; the title is null for an affiliation without one, the organization where no body is named."""

    title: str | None
    organization: str | None


class GoldEntity(_Part):
    """An entity of the article.

    `names` are by language. `securities` are MIC:code; an empty list says unlisted, null that it was not determined.
    """

    id: str
    type: EntityType
    names: dict[str, list[Surface]] = {}
    mentions: list[Surface]
    skip: list[GoldSkip] = []
    byline: bool = False
    positions: list[GoldPosition] = []
    country: str | None = None
    securities: list[Annotated[str, Field(pattern=_MIC_CODE)]] | None = None


class GoldAmount(_Part):
    """Money in currency units; a range has its low end in `value` and its high end in `max`."""

    text: Surface
    value: float
    max: float | None = None
    currency: str = Field(pattern=_CURRENCY)


class GoldDate(_Part):
    """A date, ISO 8601 with what is known (`2026-02`, `2026-Q3`, `2026-H1`, `2026`)."""

    text: Surface
    iso: str = Field(pattern=_ISO_DATE)


class GoldProject(_Part):
    """An undertaking; parties and locations are entity ids, `part_of` another project's id."""

    id: str
    names: list[Surface] = Field(min_length=1)
    kind: ProjectKind
    sector: Sector
    status: Status
    locations: list[str] = []
    amounts: list[GoldAmount] = []
    leads: list[str] = []
    investors: list[str] = []
    participants: list[str] = []
    part_of: str | None = None


class GoldRelation(_Part):
    """A fact between entities or projects, by id."""

    type: RelationName
    subject: str
    object: str
    modality: Modality


class GoldEffect(_Part):
    """What moves a company, with the shortest quotation that shows it."""

    cause: str
    direction: Direction
    modality: Modality
    evidence: str = ""


class GoldEquity(_Part):
    """A company whose business or shares the article says are or may be moved."""

    entity: str
    direction: Direction
    effects: list[GoldEffect] = []


class GoldSentiment(_Part):
    """Tone of the whole article toward its main subject."""

    document: Direction


class Gold(_Part):
    """What a careful analyst extracts from one article.

    >>> Gold.model_validate({"article": {"id": "a"}, "entities": [], "sentiment": {"document": "neutral"}}).article.id
    'a'
    """

    article: GoldArticle
    entities: list[GoldEntity]
    amounts: list[GoldAmount] = []
    dates: list[GoldDate] = []
    projects: list[GoldProject] = []
    relations: list[GoldRelation] = []
    equities: list[GoldEquity] = []
    sentiment: GoldSentiment

    @model_validator(mode="after")
    def _ids_hold(self) -> Gold:
        ids = Counter([*(e.id for e in self.entities), *(p.id for p in self.projects)])
        repeated = sorted(i for i, times in ids.items() if times > 1)
        if repeated:
            raise ValueError(f"ids are not unique: {', '.join(repeated)}")
        unknown = sorted(self._references() - set(ids))
        if unknown:
            raise ValueError(f"ids of nothing: {', '.join(unknown)}")
        return self

    def _references(self) -> set[str]:
        found = {p.organization for e in self.entities for p in e.positions}
        for p in self.projects:
            found.update(p.locations, p.leads, p.investors, p.participants, [p.part_of])
        found.update(end for r in self.relations for end in (r.subject, r.object))
        found.update(q.entity for q in self.equities)
        found.update(f.cause for q in self.equities for f in q.effects)
        return {i for i in found if i is not None}


@dataclass(frozen=True)
class GoldDocument:
    """A gold file with the article beside it; `stem` is what both file names share."""

    stem: str
    article_path: Path
    gold: Gold

    @property
    def is_html(self) -> bool:
        """Whether offsets count in the text that ingestion extracts, not in the file's own."""
        return self.article_path.suffix.lower() in {".html", ".htm"}


def read_gold(folder: Path, articles: Path | None = None) -> list[GoldDocument]:
    """Every gold file below a folder with its article, sorted by stem.

    Args:
        articles: the folder that holds the articles where they do not stand beside the gold (a second annotation).

    Raises:
        GoldError: the folder holds no gold, a file breaks the format or has no article, or two share a stem.
    """
    documents: dict[str, GoldDocument] = {}
    for path in _gold_files(folder):
        document = read_gold_file(path, articles)
        if document.stem in documents:
            raise GoldError(f"{path}: another gold file has the stem {document.stem!r}")
        documents[document.stem] = document
    if not documents:
        raise GoldError(f"{folder}: no *{GOLD_SUFFIX} files")
    return [documents[stem] for stem in sorted(documents)]


def read_gold_file(path: Path, articles: Path | None = None) -> GoldDocument:
    """One gold file with the article beside it, or in the folder `articles`.

    Raises:
        GoldError: the file breaks the format or has no article beside it.
    """
    stem = path.name.removesuffix(GOLD_SUFFIX)
    folders = (path.parent, articles or path.parent)
    candidates = (folder / (stem + suffix) for folder in folders for suffix in ARTICLE_SUFFIXES)
    article = next((p for p in candidates if p.is_file()), None)
    if article is None:
        raise GoldError(f"{path}: no article ({', '.join(ARTICLE_SUFFIXES)}) beside it")
    try:
        gold = Gold.model_validate(json.loads(path.read_bytes()))
    except (OSError, ValueError) as error:
        raise GoldError(f"{path}: {_reason(error)}") from error
    return GoldDocument(stem=stem, article_path=article, gold=gold)


def decode(raw: bytes) -> str:
    """Text of an article file: UTF-8 (a byte-order mark is dropped), else GB18030; line ends stay as they are.

    Raises:
        UnicodeDecodeError: it is neither.

    >>> decode("央行降准".encode("gb18030"))
    '央行降准'
    """
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("gb18030")


def _gold_files(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        raise GoldError(f"{folder}: no such folder")
    yield from sorted(folder.rglob(f"*{GOLD_SUFFIX}"))


def _reason(error: Exception) -> str:
    if not isinstance(error, ValidationError):
        return str(error)
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    more = f" (and {error.error_count() - 1} more)" if error.error_count() > 1 else ""
    return f"{where}: {first['msg']}{more}" if where else f"{first['msg']}{more}"
