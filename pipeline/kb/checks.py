"""What is wrong with a knowledge base: each check yields findings, one a line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from pipeline.kb.isin import is_isin
from pipeline.kb.knowledge_base import Entry, KnowledgeBase
from pipeline.kb.markets import markets
from pipeline.kb.normalise import key
from pipeline.ontology import ontology

#: Legal forms and words for a group, with which one firm is written here and without which there.
_TAILS = frozenset(
    "group holdings holding limited ltd plc inc corp corporation company co sa ag se nv spa asa ab oyj bhd berhad tbk "
    "pt".split()
)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Finding:
    """A fault: the check that found it, the entries concerned, what it is."""

    check: str
    kb_ids: tuple[str, ...]
    message: str


def findings(base: KnowledgeBase) -> Iterator[Finding]:
    """All faults, check by check."""
    for check in (
        duplicates, dangling, circles, codes, isins, primary_lines, statuses, columns, shared_names, namesakes, cues,
    ):  # fmt: skip
        yield from check(base)


def duplicates(base: KnowledgeBase) -> Iterator[Finding]:
    """Entries of one type and country with the same English and the same Chinese name."""
    seen: dict[tuple[str, ...], str] = {}
    for entry in base.entries.values():
        if entry.name_en and entry.name_zh:
            same = (entry.type, entry.country or "", key(entry.name_en), key(entry.name_zh))
            first = seen.setdefault(same, entry.kb_id)
            if first != entry.kb_id:
                yield Finding("duplicate", (first, entry.kb_id), f"both are {entry.name_en} {entry.name_zh}")


def dangling(base: KnowledgeBase) -> Iterator[Finding]:
    """Parents and organizations of posts that are no entries, and rows of entries that are not there."""
    for kb_id, rows in base.parents.items():
        for parent, _ in rows:
            for missing in {i for i in (kb_id, parent) if i not in base.entries}:
                yield Finding("dangling", (kb_id,), f"parent link with unknown {missing!r}")
    for kb_id, posts in base.positions.items():
        for post in posts:
            if post.organization and post.organization not in base.entries:
                yield Finding("dangling", (kb_id,), f"post at unknown {post.organization!r}")


def circles(base: KnowledgeBase) -> Iterator[Finding]:
    """Entries that are above themselves."""
    for kb_id in base.parents:
        above: set[str] = set()
        level = [parent for parent, _ in base.parents[kb_id]]
        while level:
            above.update(level)
            level = [p for child in level for p, _ in base.parents[child] if p not in above]
        if kb_id in above:
            yield Finding("circle", (kb_id,), "is its own parent, directly or through others")


def codes(base: KnowledgeBase) -> Iterator[Finding]:
    """Lines at unknown markets, codes that do not fit their market, lines of two issuers."""
    owners: dict[str, str] = {}
    for kb_id, lines in base.listings.items():
        for line in lines:
            market = markets().get(line.mic)
            if market is None:
                yield Finding("code", (kb_id,), f"{line.listing}: unknown market")
            elif not market.code.fullmatch(line.code):
                yield Finding("code", (kb_id,), f"{line.listing}: no code of {market.name}")
            owner = owners.setdefault(line.listing, kb_id)
            if owner != kb_id:
                yield Finding("code", (owner, kb_id), f"{line.listing}: a line of two issuers")


def isins(base: KnowledgeBase) -> Iterator[Finding]:
    """ISINs whose check digit is wrong."""
    for kb_id, lines in base.listings.items():
        for line in lines:
            if line.isin and not is_isin(line.isin):
                yield Finding("isin", (kb_id,), f"{line.listing}: {line.isin} is no ISIN")


def primary_lines(base: KnowledgeBase) -> Iterator[Finding]:
    """Issuers without a primary line or with several."""
    for kb_id, lines in base.listings.items():
        primary = [line.listing for line in lines if line.role == "primary"]
        if len(primary) != 1:
            yield Finding("primary", (kb_id,), f"{len(primary)} primary lines {' '.join(primary)}".strip())


def statuses(base: KnowledgeBase) -> Iterator[Finding]:
    """Companies called listed without a line, or with a line and not called listed."""
    for entry in base.entries.values():
        if entry.type == "COMPANY" and (entry.status == "listed") != (entry.kb_id in base.listings):
            yield Finding("status", (entry.kb_id,), f"status {entry.status}, {len(base.listings[entry.kb_id])} lines")


def columns(base: KnowledgeBase) -> Iterator[Finding]:
    """Names that are a sector, which a row with a column too few has in its place."""
    sectors = frozenset(ontology().sectors)
    for entry in base.entries.values():
        for name in sorted(sectors & {entry.name_en, entry.name_zh}):
            yield Finding("column", (entry.kb_id,), f"its name is the sector {name!r}")


def shared_names(base: KnowledgeBase) -> Iterator[Finding]:
    """Names of two companies between which nothing decides: neither needs context, and country and sector agree."""
    carriers: dict[str, set[str]] = defaultdict(set)
    for kb_id, names in base.names.items():
        if base.entries[kb_id].type == "COMPANY":
            for name in names:
                if not name.context:
                    carriers[key(name.value)].add(kb_id)
    for name_key, ids in sorted(carriers.items()):
        for a, b in combinations(sorted(ids), 2):
            if not _told_apart(base, base.entries[a], base.entries[b]):
                yield Finding("shared name", (a, b), f"{name_key!r} is a name of both, of one country and sector")


def namesakes(base: KnowledgeBase) -> Iterator[Finding]:
    """Two companies of one country and sector, at most one listed, with one English name but for a legal form or
    a word for a group behind it, and no parent link: one issuer twice, or a group and its unit without their link."""
    carriers: dict[tuple[str | None, str], set[str]] = defaultdict(set)
    longer: dict[tuple[str | None, str], set[str]] = defaultdict(set)
    for kb_id, names in base.names.items():
        entry = base.entries[kb_id]
        for name in names if entry.type == "COMPANY" else ():
            if name.language == "en" and not name.context:
                first, *others = _without_tails(name.value)
                carriers[entry.country, first].add(kb_id)
                for form in others:
                    longer[entry.country, form].add(kb_id)
    found = {frozenset((kb_id, parent)) for kb_id, rows in base.parents.items() for parent, _ in rows}
    for (country, form), ids in sorted(carriers.items(), key=lambda row: row[0][1]):
        for a, b in ((a, b) for a in sorted(ids) for b in sorted(longer[country, form] | ids) if a != b):
            if frozenset((a, b)) not in found and _may_be_one(base, a, b):
                found.add(frozenset((a, b)))
                yield Finding("namesake", tuple(sorted((a, b))), f"both are {form!r}, and no parent link joins them")


def cues(base: KnowledgeBase) -> Iterator[Finding]:
    """Cues that are the company's own name, so that they tell nothing, or a single letter or character."""
    for kb_id, found in base.cues.items():
        own = {key(name.value) for name in base.names[kb_id]}
        for cue in found:
            if cue in own or len(cue) < 2:
                yield Finding("cue", (kb_id,), f"{cue!r} is its own name, or too short")


def _without_tails(name: str) -> list[str]:
    """A name in lower-case words, then the same with fewer and fewer of `_TAILS` at its end."""
    words = _WORD.findall(name.lower())
    forms = [" ".join(words)]
    while len(words) > 1 and words[-1] in _TAILS:
        words.pop()
        forms.append(" ".join(words))
    return forms


def _may_be_one(base: KnowledgeBase, a: str, b: str) -> bool:
    sectors = {base.entries[i].sector for i in (a, b)} - {None}
    return len(sectors) < 2 and not (base.listings[a] and base.listings[b])


def _told_apart(base: KnowledgeBase, a: Entry, b: Entry) -> bool:
    if a.country != b.country or (a.sector and b.sector and a.sector != b.sector):
        return True
    return (a.status == "listed") != (b.status == "listed")
