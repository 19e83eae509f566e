"""Companies that a pronoun stands for which opens a sentence: "It has agreed to buy …", "Its rivals are …", 其供应商….

Meant is the company that is the subject of the sentence before: so in 64 of 65 plain statements in gold of train, in 59
of 67 behind "Its". A bare 公司 means another one too often (17 of 31).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.document import Mention
from pipeline.relations.arguments import opens
from pipeline.relations.extract import Candidate
from pipeline.relations.view import CHARACTERS, NODE, Node, View
from pipeline.text.cues import SentenceCues

#: A pronoun behind a phrase of time or place at most.
_PRONOUN = re.compile(
    r"(?:[A-Z][^,.;:\n]{1,40}, )?(?P<name>[Ii]t(?=s? )|[Tt]he company(?=['’]s | ))"
    r"|(?:[^，。；：、\n]{1,12}，)?(?P<han>[该該]公司|[它牠]|其(?![中余餘他它實实]))(?![的旗])"
)
_COMPANY = CHARACTERS["COMPANY"]
_FIRST = re.compile(NODE)
#: In Chinese, a name behind one of these is no subject.
_PREPOSED = re.compile(r"[在对向与和从由被把将给为于同跟及因据比让获受自经]$")
#: A name that only owns, or begins a compound, is no subject.
_OWNS = re.compile(r"['’]s\b|-|的|、")


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A company and the sentence that names it."""

    company: str
    sentence: SentenceCues


def pronoun(text: str, sentence: SentenceCues, names: Sequence[Mention], meant: Antecedent | None) -> Node | None:
    """The pronoun that opens a sentence, as a name of the company meant; null where none does or a name comes first."""
    match = _PRONOUN.match(text, sentence["start"], sentence["end"])
    if match is None or meant is None:
        return None
    start, end = match.span("name" if match["name"] else "han")
    if any(name["start"] < end for name in names):
        return None
    return Node("COMPANY", (meant.company,), ("COMPANY",), start, end)


def with_possessive(view: View, node: Node) -> View:
    """The view with "Its" as the possessive of a name."""
    at = next((i for i, n in enumerate(view.nodes) if n is not None and n.start == node.start), -1)
    if at < 0 or view.string[at + 1 : at + 2] != "s":
        return view
    return replace(view, string=f"{view.string[: at + 1]}'{view.string[at + 2 :]}")


def subject(view: View, sentence: SentenceCues, node: Node | None, meant: Antecedent | None) -> Antecedent | None:
    """The company that a sentence is about: its first name if that is its subject, or whom its pronoun means."""
    if node is not None:
        return meant
    first = _FIRST.search(view.string)
    if first is None or first.group() != _COMPANY or not opens(view.string, first.start()):
        return None
    if _OWNS.match(view.string, first.end()) or _PREPOSED.search(view.string, 0, first.start()):
        return None
    company = view.node(first.start())
    return Antecedent(company.ids[0], sentence) if len(company.ids) == 1 else None


def is_end(candidate: Candidate, node: Node | None, names: Sequence[Mention]) -> bool:
    """Whether a relation holds of whom the pronoun means, whom the sentence does not name."""
    if node is None or node.ids[0] not in (candidate.subject, candidate.object):
        return False
    return all(name["entity"] != node.ids[0] for name in names)


def is_sure(candidate: Candidate) -> bool:
    """Whether a relation counts that holds of a pronoun: a plain statement, or who leads (248 of 284 in gold)."""
    return candidate.plain or candidate.relation == "leads"
