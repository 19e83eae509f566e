"""The slots that stages read and write on a spaCy `Doc`; the only module that registers them.

Slots hold plain lists of dicts, so a Doc survives pickling and `DocBin(store_user_data=True)`. All offsets are code
points into `doc.text`. Mentions also stand in `doc.ents`, and projects in `doc.spans["projects"]`, for spaCy's tools.
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict

from spacy.tokens import Doc

BlockKind = Literal[
    "title", "heading", "paragraph", "bullet", "byline", "dateline", "read_time", "bio", "disclaimer", "furniture"
]
#: Kinds of block that are no part of the article's story.
FURNITURE = frozenset({"byline", "dateline", "read_time", "bio", "disclaimer", "furniture"})


class Span(TypedDict):
    """A stretch of text."""

    start: int
    end: int


class Block(TypedDict):
    """One line or paragraph. `heading` and `lead_in` are indexes of earlier blocks, null if none.

    `lead_in` of a bullet is the paragraph that introduces its list.
    """

    start: int
    end: int
    kind: BlockKind
    heading: int | None
    lead_in: int | None


class Amount(TypedDict):
    """As `records.Amount`."""

    value: float
    max: float | None
    currency: str
    qualifier: str
    start: int
    end: int
    text: str


class DateValue(TypedDict):
    """As `records.DateValue`."""

    value: str
    start: int
    end: int
    text: str


class Percentage(TypedDict):
    """A percentage, recognised so as not to be taken for money."""

    value: float
    start: int
    end: int
    text: str


class Ticker(TypedDict):
    """A code in the text with the exchanges it may stand for: `listings` are MIC:code candidates, best first."""

    listings: list[str]
    start: int
    end: int
    text: str


class Mention(TypedDict):
    """A name in the text. `method` says what found it, `score` how surely (0 to 1), `kb` which rows it may be.

    `entity` is the entity_id once names are clustered, null before.
    """

    start: int
    end: int
    text: str
    type: str
    method: str
    score: float
    kb: list[str]
    entity: str | None


class TaggedSpan(TypedDict):
    """What the encoder takes for a span of one of its tag layers; `score` is a probability."""

    layer: str
    start: int
    end: int
    text: str
    type: str
    score: float


#: A span that pairs are made of: its slot (`mentions`, `project_mentions`, `titles`, `amounts`) and index.
SpanKey = tuple[str, int]


class SpanScore(TypedDict):
    """Logits of one span as a window shows it: kind, sector and status of projects, direction of companies."""

    span: SpanKey
    kind: list[float]
    sector: list[float]
    status: list[float]
    direction: list[float]


class PairScore(TypedDict):
    """Logits of an ordered pair of spans, of one window or two; labels by name, those below `scorer.FLOOR` left out."""

    subject: SpanKey
    object: SpanKey
    labels: dict[str, float]
    modality: list[float]
    direction: list[float]


class Name(TypedDict):
    """As `records.Name`."""

    value: str
    language: str | None
    kind: str
    origin: str


class Position(TypedDict):
    """As `records.Position`; start and end locate the title in the text."""

    title: str | None
    organization: str | None
    current: bool
    start: int
    end: int


class Listing(TypedDict):
    """As `records.Listing`."""

    listing: str
    mic: str
    ticker: str
    symbol: str | None
    isin: str | None
    role: str
    link: str
    via: str | None


class Entity(TypedDict):
    """An entity of the document; `mentions` are indexes into `doc._.mentions`.

    Names write everything down to `positions`, to which the relations add affiliations; linking writes the rest,
    except `actor` and `salience` (assembly) and `sentiment` (sentiment).
    """

    entity_id: str
    type: str
    name: str
    names: list[Name]
    mentions: list[int]
    byline: bool
    positions: list[Position]
    kb_id: str | None
    candidates: list[str]
    resolution: str
    country: str | None
    status: str | None
    listings: list[Listing]
    features: NotRequired[dict[str, float]]
    confidence: float | None


class ProjectMention(TypedDict):
    """A noun phrase for an undertaking, with the index of its head word's class in the text's language."""

    start: int
    end: int
    text: str
    kind: str | None
    sector: str | None
    score: float


class TimelineEntry(TypedDict):
    """A status of a project with its sentence."""

    date: str | None
    status: str
    start: int
    end: int


class Project(TypedDict):
    """An undertaking; `mentions` are indexes into `doc._.project_mentions`, `amounts` into `doc._.amounts`.

    Its parties are the relations' business: `locations` to `participants` are filled from `doc._.relations`.
    """

    project_id: str
    name: str
    names: list[str]
    kind: str | None
    sector: str | None
    status: str | None
    description: Span | None
    locations: list[str]
    leads: list[str]
    investors: list[str]
    participants: list[str]
    amounts: list[int]
    timeline: list[TimelineEntry]
    part_of: str | None
    mentions: list[int]
    features: NotRequired[dict[str, float]]
    confidence: float | None


class Relation(TypedDict):
    """As `records.Relation`; `evidence` are sentence spans, subject and object entity or project ids."""

    type: str
    subject: str
    object: str
    modality: str
    attributed_to: str | None
    evidence: list[Span]
    method: str
    features: NotRequired[dict[str, float]]
    confidence: float | None


class Effect(TypedDict):
    """One effect on one company; `entity` is the company's entity_id."""

    entity: str
    cause: str
    direction: str
    modality: str
    mechanism: str
    horizon: str | None
    evidence: Span
    score: float
    method: str
    features: NotRequired[dict[str, float]]
    confidence: float | None


class SentenceTone(TypedDict):
    """Tone of one sentence, score from -1 to 1."""

    start: int
    end: int
    label: str
    score: float


class Tone(TypedDict):
    """Tone of the article and of each entity that has one."""

    label: str
    score: float
    sentences: list[SentenceTone]
    entities: dict[str, dict[str, Any]]


_TEXT = "equitrace.text"

#: Slot name -> what it holds when no stage has written it.
SLOTS: dict[str, Any] = {
    "article": None,  # dict: fields of pipeline.article.Article without its text
    "blocks": [],  # list[Block]
    "amounts": [],  # list[Amount]
    "dates": [],  # list[DateValue]
    "percentages": [],  # list[Percentage]
    "tickers": [],  # list[Ticker]
    "tagged": [],  # list[TaggedSpan] of every layer, sorted
    "window_tones": [],  # list[list[float]]: logits of the tone of each window
    "mentions": [],  # list[Mention], sorted, no overlap
    "entities": [],  # list[Entity]
    "project_mentions": [],  # list[ProjectMention], sorted
    "titles": [],  # list[TaggedSpan] of posts
    "span_scores": [],  # list[SpanScore]
    "pair_scores": [],  # list[PairScore]
    "projects": [],  # list[Project]
    "relations": [],  # list[Relation]
    "effects": [],  # list[Effect]
    "tone": None,  # Tone
}


def text_of(doc: Doc) -> str:
    """The article's text, joined once: `Doc.text` joins all tokens anew at every call."""
    text = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.user_data[_TEXT] = doc.text
    return str(text)


def register_slots() -> None:
    """Register every slot on `Doc`; safe to call more than once."""
    for slot, default in SLOTS.items():
        if not Doc.has_extension(slot):
            Doc.set_extension(slot, default=default)


register_slots()
