"""Two articles as one text, as digests have it: the parties of the one have no part in the matters of the other."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from pipeline.encoder.labels import AMOUNT, TITLE
from pipeline.encoder.pieces import PieceTokenizer
from pipeline.names.short_forms import is_full_name
from pipeline.ontology import PROJECT
from pipeline.text.scripts import word_count
from pipeline.training.examples import Example, Fact, GoldMention, windows_of

#: What stands between the two; before each owner of the second article, so that it is none of the first.
BETWEEN, OF_SECOND = "\n\n", "second:"
#: Types whose spans name the same thing in two articles only by chance.
_OWN = frozenset({PROJECT, TITLE, AMOUNT})
#: Latin words and CJK characters of an article that is put together with another, at most.
_SHORT = 400


def is_short(text: str) -> bool:
    """Whether an article is short enough to be put together with another."""
    return word_count(text) <= _SHORT


def combined(first: Example, second: Example, tokenizer: PieceTokenizer, size: int) -> Example:
    """The second article behind the first; an entity that both name by one surface becomes one.

    The tone is unknown, since each article has its own.

    Args:
        size: pieces of a window, at most.
    """
    text = first.text + BETWEEN + second.text
    shift = len(first.text) + len(BETWEEN)
    owners = _owners(first, second)
    mentions = [
        *first.mentions,
        *(GoldMention(m.start + shift, m.end + shift, m.type, owners[m.owner]) for m in second.mentions),
    ]
    directions = dict(first.directions)
    for company, found in second.directions.items():
        owner = owners.get(company, OF_SECOND + company)
        directions[owner] = directions.get(owner, set()) | found
    return replace(
        first,
        text=text,
        windows=windows_of(text, tokenizer, size),
        mentions=mentions,
        facts=[*first.facts, *(_moved(fact, owners) for fact in second.facts)],
        attributes=first.attributes | {OF_SECOND + p: a for p, a in second.attributes.items()},
        directions=directions,
        sentiment=None,
    )


def _owners(first: Example, second: Example) -> dict[str, str]:
    """New ids of the owners of the second article."""
    known, named = _surfaces(first), _surfaces(second)
    same = {surface: (known[surface], owners) for surface, owners in named.items() if surface in known}
    # one of the first is one of the second only where no surface says otherwise
    pairs = {(*ours, *theirs) for ours, theirs in same.values() if len(ours) == len(theirs) == 1}
    ours, theirs = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    joined = {b: a for a, b in pairs if ours[a] == theirs[b] == 1}
    return {m.owner: joined.get(m.owner, OF_SECOND + m.owner) for m in second.mentions}


def _surfaces(example: Example) -> dict[tuple[str, str], set[str]]:
    """Owners by type and surface; of people full names only."""
    found: dict[tuple[str, str], set[str]] = {}
    for mention in example.mentions:
        surface = example.text[mention.start : mention.end]
        if mention.type not in _OWN and (mention.type != "PERSON" or is_full_name(surface)):
            found.setdefault((mention.type, surface), set()).add(mention.owner)
    return found


def _moved(fact: Fact, owners: dict[str, str]) -> Fact:
    return replace(
        fact,
        subject=owners.get(fact.subject, OF_SECOND + fact.subject),
        object=owners.get(fact.object, OF_SECOND + fact.object),
    )
