"""Scoring the way from a name to its issuer on names in context: one short text, one name, what it stands for.

A line of the file is a JSON object: `text`, `surface`, `start` (code points), `type`, `listings` (MIC:code of every
line of the issuer), `in_base` (whether a good base has it), `language`, `trap`, `note`, and who is meant: `kb_id`, or
`name_en` and `name_zh`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.document import Entity
from pipeline.errors import UsageError
from pipeline.flow import STAGES
from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.kb.normalise import key

_LEGAL = re.compile(r",? (?:inc|corp|corporation|company|and company|co|ltd|limited|plc|ag|gmbh|group|holdings)\.?$")
#: What is no company and may rightly be linked to a row of its kind.
_OWN_KINDS = frozenset({"LOCATION", "PERSON", "PRODUCT"})
_NEEDED = ("text", "surface", "start", "type", "listings", "in_base")


@dataclass(frozen=True)
class Case:
    """One name in context."""

    text: str
    surface: str
    start: int
    type: str
    listings: frozenset[str]
    in_base: bool
    trap: bool
    language: str
    kb_id: str | None
    names: tuple[str, ...]
    note: str

    @property
    def end(self) -> int:
        """Where the name ends."""
        return self.start + len(self.surface)


@dataclass(frozen=True)
class Result:
    """What the linker made of a case.

    `outcome` is right, missed, wrong (another row) or rejected (no company, and linked to none: a place, person or
    product may be linked to a row of its kind).
    """

    case: Case
    outcome: str
    complete: bool
    kb_id: str | None
    listings: tuple[str, ...]
    resolution: str | None


@dataclass
class LinkingReport:
    """Figures of a file of cases."""

    results: list[Result] = field(default_factory=list)

    @property
    def right(self) -> float:
        """Share of the cases in the base whose right row is at the top."""
        return _share(r.outcome == "right" for r in self.results if r.case.in_base)

    @property
    def false_links(self) -> float:
        """Share of all cases that are linked to a row which is not meant."""
        return _share(r.outcome == "wrong" for r in self.results)

    @property
    def complete(self) -> float:
        """Share of the rightly linked listed companies with every line of the issuer."""
        return _share(r.complete for r in self.results if r.outcome == "right" and r.case.listings)


def _share(flags: Iterable[bool]) -> float:
    values = list(flags)
    return sum(values) / len(values) if values else 0.0


def read_cases(path: Path) -> list[Case]:
    """The cases of a JSON Lines file.

    Raises:
        UsageError: the file cannot be read or a line is no case.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: {error}") from error
    return [_case(f"{path.name}:{number}", line) for number, line in enumerate(lines, 1) if line.strip()]


def _case(where: str, line: str) -> Case:
    try:
        row = json.loads(line)
        missing = [name for name in _NEEDED if name not in row]
    except (json.JSONDecodeError, TypeError) as error:
        raise UsageError(f"{where}: no JSON object ({error})") from error
    if missing:
        raise UsageError(f"{where}: without {', '.join(missing)}")
    if not row["text"].startswith(row["surface"], row["start"]):
        raise UsageError(f"{where}: {row['surface']!r} is not at {row['start']}")
    return Case(
        text=row["text"],
        surface=row["surface"],
        start=row["start"],
        type=row["type"],
        listings=frozenset(row["listings"]),
        in_base=row["in_base"],
        trap=row.get("trap", False),
        language=row.get("language", ""),
        kb_id=row.get("kb_id"),
        names=tuple(n for n in (row.get("name_en"), row.get("name_zh")) if n),
        note=row.get("note", ""),
    )


def evaluate_linking(cases: Iterable[Case], nlp: Language, base: KnowledgeBase) -> LinkingReport:
    """Run the cases up to the linker and compare."""
    rows = list(cases)
    with nlp.select_pipes(enable=list(STAGES[: STAGES.index("linker") + 1])):
        docs = nlp.pipe(_docs(rows, nlp))
        return LinkingReport([_result(case, doc, base) for case, doc in zip(rows, docs, strict=True)])


def _docs(cases: Iterable[Case], nlp: Language) -> Iterator[Doc]:
    for case in cases:
        doc = nlp.make_doc(case.text)
        doc._.article = {"title": None, "author": None, "published_at": None}
        yield doc


def _result(case: Case, doc: Doc, base: KnowledgeBase) -> Result:
    entity = _entity_at(case, doc)
    kb_id = entity["kb_id"] if entity else None
    listings = tuple(x["listing"] for x in entity["listings"] if x["link"] == "self") if entity else ()
    below = {x["listing"] for x in entity["listings"]} if entity else set()
    if kb_id is None and not listings:
        outcome = "missed" if case.in_base else "rejected"
    elif not case.in_base:
        outcome = "rejected" if kb_id is not None and _is_of_its_kind(case, kb_id, base) else "wrong"
    else:
        outcome = "right" if _is_meant(case, kb_id, listings, below, base) else "wrong"
    complete = case.listings <= (set(listings) or below)
    return Result(case, outcome, complete, kb_id, listings, entity["resolution"] if entity else None)


def _entity_at(case: Case, doc: Doc) -> Entity | None:
    """The entity of the mention that covers most of the name, at least half of it."""
    best, covered = None, (len(case.surface) + 1) // 2
    for mention in doc._.mentions:
        overlap = min(mention["end"], case.end) - max(mention["start"], case.start)
        if overlap >= covered and mention["entity"]:
            best, covered = mention["entity"], overlap
    return next((e for e in doc._.entities if e["entity_id"] == best), None)


def _is_of_its_kind(case: Case, kb_id: str, base: KnowledgeBase) -> bool:
    """Whether a name that is no company is linked to a place, person or product of that name, as the case has it."""
    entry = base.entries[kb_id]
    named = {_plain(name.value) for name in base.names[kb_id]}
    return entry.type == case.type in _OWN_KINDS and all(_plain(name) in named for name in case.names)


def _is_meant(case: Case, kb_id: str | None, listings: tuple[str, ...], below: set[str], base: KnowledgeBase) -> bool:
    """Whether a row is the case's issuer: by its lines, by name where it has none, as an unlisted parent by both.

    Args:
        listings: lines of the row itself.
        below: these and the lines of its units.
    """
    if case.kb_id is not None:
        return kb_id == case.kb_id
    if case.listings & set(listings):
        return True
    if kb_id is None or (case.type == "COMPANY" and listings) or not case.listings <= below:
        return False
    known = {_plain(name.value) for name in base.names[kb_id]}
    return any(_plain(name) in known for name in case.names)


def _plain(name: str) -> str:
    """A name without article and legal form, for comparison."""
    return _LEGAL.sub("", _LEGAL.sub("", key(name).removeprefix("the ")))
