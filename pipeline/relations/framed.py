"""Relations that a verb, a nominal construction or a post states, by frames over typed names: exact but few."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from pipeline.document import FURNITURE, Mention, ProjectMention, Relation, Span, text_of
from pipeline.ontology import PROJECT, ontology
from pipeline.relations import project_parties, pronouns
from pipeline.relations.crossed import Crossed, crossed
from pipeline.relations.extract import Candidate, Topic, attachments, candidates, roles
from pipeline.relations.pronouns import Antecedent
from pipeline.relations.view import Node, View, build, without_asides, without_attributes
from pipeline.text.attribution import Name, attribution
from pipeline.text.cues import Cue, SentenceCues, covering, doc_cues, modality_at

#: The feature of a relation that a plain frame states.
PLAIN = "plain"
LOCATED = "located_in"
#: A sentence without a project may speak of one named at most this many characters before it.
TOPIC_REACH = 300


def framed(doc: Doc) -> tuple[list[Relation], Crossed]:
    """Relations of an article that frames match, in reading order of their first evidence, and what these rule out."""
    relations: dict[tuple[str, str, str], Relation] = {}
    ruled_out: Crossed = set()
    owners = {index: p["project_id"] for p in doc._.projects for index in p["mentions"]}
    kinds = {p["project_id"]: p["kind"] for p in doc._.projects}
    topics: list[Topic] = []
    meant: Antecedent | None = None
    for cues in _story(doc):
        sentence = _sentence(doc, cues, meant)
        spoken = (
            Topic(owners[i], kinds[owners[i]], doc._.project_mentions[i]["end"])
            for i in sentence.projects
            if i in owners
        )
        topics = [t for t in (*topics, *spoken) if cues["start"] - t.end < TOPIC_REACH]
        speaker = _Speaker(text_of(doc), cues, sentence.names)
        stated = list(_sentence_candidates(doc, sentence, owners, kinds, topics))
        ruled_out |= crossed(stated, cues["start"])
        for candidate in stated:
            by_pronoun = pronouns.is_end(candidate, sentence.pronoun, sentence.names)
            if by_pronoun and not pronouns.is_sure(candidate):
                continue
            found = _relation(cues, speaker, candidate, meant.sentence if by_pronoun and meant else None)
            known = relations.setdefault(relation_key(found), found)
            known["features"] |= found["features"]
        meant = pronouns.subject(sentence.view, cues, sentence.pronoun, meant)
    return list(relations.values()), ruled_out


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with its names, its pronoun if one opens it, and the numbers of its project phrases."""

    cues: SentenceCues
    names: list[Mention]
    projects: list[int]
    pronoun: Node | None
    nodes: list[Node]
    view: View


def _sentence(doc: Doc, cues: SentenceCues, meant: Antecedent | None) -> _Sentence:
    names, projects = _inside(doc, cues)
    pronoun = pronouns.pronoun(text_of(doc), cues, names, meant)
    nodes = [_name_node(m) for m in names]
    nodes += [Node("MONEY", (), (), a["start"], a["end"]) for a in _between(doc._.amounts, cues)]
    nodes += [pronoun] if pronoun is not None else []
    return _Sentence(cues, names, projects, pronoun, nodes, _view(doc, cues, nodes, pronoun))


def _view(doc: Doc, cues: SentenceCues, nodes: Sequence[Node], pronoun: Node | None) -> View:
    view = build(text_of(doc), cues["start"], cues["end"], _apart(nodes))
    return view if pronoun is None else pronouns.with_possessive(view, pronoun)


def _story(doc: Doc) -> Iterator[SentenceCues]:
    furniture = [(b["start"], b["end"]) for b in doc._.blocks if b["kind"] in FURNITURE]
    starts = [start for start, _ in furniture]
    for sentence in doc_cues(doc):
        index = bisect_left(starts, sentence["start"] + 1) - 1
        if index < 0 or sentence["start"] >= furniture[index][1]:
            yield sentence


def _inside(doc: Doc, sentence: SentenceCues) -> tuple[list[Mention], list[int]]:
    names = [m for m in _between(doc._.mentions, sentence) if m["entity"] is not None]
    first = bisect_left(doc._.project_mentions, sentence["start"], key=lambda m: m["start"])
    last = bisect_left(doc._.project_mentions, sentence["end"], key=lambda m: m["start"])
    return names, list(range(first, last))


def _between(mentions: Sequence[Mention], span: SentenceCues | ProjectMention) -> Sequence[Mention]:
    first = bisect_left(mentions, span["start"], key=lambda m: m["start"])
    return mentions[first : bisect_left(mentions, span["end"], key=lambda m: m["start"])]


def _sentence_candidates(
    doc: Doc,
    sentence: _Sentence,
    owners: dict[int, str],
    kinds: Mapping[str, str | None],
    topics: Sequence[Topic],
) -> Iterator[Candidate]:
    """Frames over the names alone and over the project phrases, then what the phrases hold inside."""
    yield from _frame_candidates(sentence.view)
    phrases = [_project_node(doc._.project_mentions[i], owners[i]) for i in sentence.projects if i in owners]
    if phrases:
        project_view = _view(doc, sentence.cues, [*phrases, *sentence.nodes], sentence.pronoun)
        yield from _frame_candidates(project_view)
        for shown in _shown(project_view):
            yield from roles(shown, kinds)
        yield from attachments(project_view, topics)
    elif topics and sentence.names:
        yield from attachments(sentence.view, topics)
    for index in sentence.projects:
        if index in owners:
            mention = doc._.project_mentions[index]
            inner = [m for m in _between(sentence.names, mention) if m["end"] <= mention["end"]]
            yield from project_parties.candidates(text_of(doc), owners[index], mention, inner)


def _frame_candidates(view: View) -> Iterator[Candidate]:
    if sum(len(n.ids) for n in view.nodes if n is not None) < 2:
        return
    for shown in _shown(view):
        bare = without_attributes(shown)
        if bare is shown:
            yield from candidates(shown)
        else:  # the place before a name is where it is, and no party of anything else
            yield from (c for c in candidates(shown) if c.relation == LOCATED)
            yield from (c for c in candidates(bare) if c.relation != LOCATED)


def _shown(view: View) -> Iterator[View]:
    """A view and, where it has any asides, the view without them."""
    yield view
    plain = without_asides(view)
    if plain is not view:
        yield plain


def _apart(nodes: Iterable[Node]) -> list[Node]:
    """Nodes in reading order without overlap; the first given wins."""
    chosen: list[Node] = []
    covered: set[int] = set()
    for node in nodes:
        if covered.isdisjoint(range(node.start, node.end)):
            covered.update(range(node.start, node.end))
            chosen.append(node)
    return sorted(chosen, key=lambda n: n.start)


def _name_node(mention: Mention) -> Node:
    return Node(mention["type"], (mention["entity"] or "",), (mention["type"],), mention["start"], mention["end"])


def _project_node(mention: ProjectMention, project: str) -> Node:
    return Node(PROJECT, (project,), (PROJECT,), mention["start"], mention["end"])


class _Speaker:
    """Whose word a sentence is, looked up once where a relation asks for it."""

    def __init__(self, text: str, sentence: SentenceCues, names: Sequence[Mention]) -> None:
        self.text, self.names, self._sentence = text, names, sentence

    @cached_property
    def source(self) -> str | None:
        spoken = [Name(m["start"], m["end"], m["entity"] or "", m["type"]) for m in self.names]
        return attribution(self.text, self._sentence["start"], self._sentence["end"], spoken)


def _relation(sentence: SentenceCues, speaker: _Speaker, candidate: Candidate, before: SentenceCues | None) -> Relation:
    """A relation with its sentence, and that `before` which names who a pronoun of it is."""
    said = [sentence] if before is None else [before, sentence]
    return Relation(
        type=candidate.relation,
        subject=candidate.subject,
        object=candidate.object,
        modality=_modality(speaker, sentence, candidate),
        attributed_to=speaker.source,
        evidence=[Span(start=s["start"], end=s["end"]) for s in said],
        method="rule",
        features={"rule": 1.0, PLAIN: 1.0} if candidate.plain else {"rule": 1.0},
        confidence=None,
    )


#: Relations that hold however the deed turns out: where a thing is, whose it is, who runs it, who rivals whom.
_STANDING = frozenset({"located_in", "subsidiary_of", "part_of", "competes_with"})

#: What does not hold yet may be planned: 将成为其全资子公司.
_BECOMES = re.compile("成为|成為|变为|變為|变更为|變更為")

#: What never came about where it is given up: in gold of train denied in 27 of 30 places, others hold in 316 of 318.
_DEALS = frozenset({"acquires", "participates_in", "supplies"})

#: What is held already, whatever is going to be done with it: 拟收购甲所持的乙股份, 将其持有的乙股份转让, 不会减持乙.
_HELD = re.compile(
    r"持有?的|所持|持股|占股|减持|減持|抛售|拋售|清仓|清倉|出售|卖出|賣出|沽售|[将將把][^，。；]*股[权權份][^，。；]{0,12}(?:转让|轉讓|质押|質押|划转|劃轉|注入)"
)
#: In the clause before these words: who buys what somebody else holds.
_BUYS = re.compile(r"(?:收购|受让|受讓|购买|購買|购入|購入|买入|買入|竞购|競購)[^，。；,;]*$")
#: Words between a holder and what it holds.
_HOLDS_REACH = 4


def _is_held(speaker: _Speaker, candidate: Candidate) -> bool:
    """Whether a stake is told as held: not by the buyer, whose name does not stand before the holding itself."""
    if candidate.relation != "invests_in" or not _HELD.search(speaker.text, candidate.start, candidate.end):
        return False
    ends = [m["end"] for m in speaker.names if m["entity"] == candidate.subject]
    beside = any(candidate.start - _HOLDS_REACH <= end <= candidate.end for end in ends)
    return beside or not _BUYS.search(speaker.text, max(0, candidate.start - TOPIC_REACH), candidate.start)


#: Right behind the name of who is going to do something in a headline: Acme |to buy Boltco.
_TO_DO = re.compile(r"\s+to\s(?!(?:the|an?|its|their|his|her|be)\b)[a-z]")
#: Right behind the name of whom it is going to be done to: Boltco |to be bought by Acme.
_TO_BE = re.compile(r"\s+to\sbe\s[a-z]")
#: Relations that such a headline announces; who is going to build something leads it by what it has done for it.
_AHEAD = frozenset({"acquires", "invests_in", "participates_in", "partners_with", "supplies"})


def _lies_ahead(speaker: _Speaker, candidate: Candidate) -> bool:
    """Whether a name with an infinitive, no verb between, opens it, as in a headline: "Acme to buy Boltco"."""
    if candidate.relation not in _AHEAD:
        return False
    return any(
        (infinitive := ahead.match(speaker.text, m["end"])) is not None
        and m["start"] <= candidate.start <= infinitive.end() <= candidate.end + 1
        for m in speaker.names
        for end, ahead in ((candidate.subject, _TO_DO), (candidate.object, _TO_BE))
        if m["entity"] == end
    )


def _modality(speaker: _Speaker, sentence: SentenceCues, candidate: Candidate) -> str:
    told = _by_cues(speaker, sentence, candidate)
    return "planned" if told == "asserted" and _lies_ahead(speaker, candidate) else told


def _by_cues(speaker: _Speaker, sentence: SentenceCues, candidate: Candidate) -> str:
    cues = sentence["cues"]
    if _is_held(speaker, candidate):
        return "asserted"
    if candidate.relation == "negotiates_with":  # talks are no sign that talks are only possible
        cues = [c for c in cues if c["modality"] != "possible" or c["end"] < candidate.start]
    standing = candidate.relation in _STANDING and not _BECOMES.search(speaker.text, candidate.start, candidate.end)
    if standing or (candidate.relation not in _DEALS and _given_up(cues, candidate)):
        return "asserted"
    return modality_at(cues, candidate.start, candidate.end)


def _given_up(cues: Sequence[Cue], candidate: Candidate) -> bool:
    """Whether it is said to be cancelled or ended: who gives a project up is who pursued it, partners were partners."""
    return any(c["withdrawn"] for c in covering(cues, candidate.start, candidate.end))


def relation_key(relation: Relation) -> tuple[str, str, str]:
    """What makes two relations the same: type and ends, in either order where the type is symmetric."""
    ends = (relation["subject"], relation["object"])
    if ontology().relations[relation["type"]].symmetric:
        ends = (min(ends), max(ends))
    return relation["type"], *ends
