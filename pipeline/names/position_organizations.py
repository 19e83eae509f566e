"""The organisation of a post: named in the phrase, else a fitting body, the country, or the company spoken of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property

from spacy.tokens import Doc

from pipeline.document import Block, Entity, Mention, Position, text_of
from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.kb.normalise import key
from pipeline.names import position_patterns as patterns
from pipeline.names.board_lists import BoardList, board_lists
from pipeline.names.offices import held_at, office
from pipeline.names.title_words import is_public
from pipeline.names.word_list import words
from pipeline.ontology import BODIES
from pipeline.text.block_index import BlockIndex
from pipeline.text.demonyms import countries, country_before
from pipeline.text.scripts import to_simplified
from pipeline.text.sentences import sentence_spans

#: A country is what an article is about if its names, adjectives, places and bodies are this much oftener there.
LEADING = 1.5
#: Blocks from the top among whose short lines a letterhead is.
_LETTERHEAD = 8
_LINK_BEHIND = re.compile(r"\s(?:of|at|for)\s(?:the\s)?")
_WORD = re.compile(r"[a-z]{4,}")
#: Words of a title that say nothing of its ministry.
_PLAIN = frozenset(
    words(
        """
        minister secretary deputy vice prime former chief president governor mayor senator commissioner
        ambassador general permanent private state national coordinating chancellor under
        """
    )
)
_ZH_PORTFOLIO = re.compile(r"(?P<portfolio>\S{2,8}?)(?:部长|大臣|局长|署长|司长)$")
#: Ends of the names of bodies that one character stands for, where others end in it too (公司, 商行).
_KIND_ENDS = {"司": "[^公]司", "行": "[银分支农央]行"}
_ZH_SHORT = {"外长": "外交", "财长": "财政", "防长": "国防"}


class Organizations:
    """Organisations of the posts of one Doc."""

    def __init__(self, doc: Doc, base: KnowledgeBase) -> None:
        self._doc = doc
        self._base = base
        self._starts = [m["start"] for m in doc._.mentions]
        self._blocks = BlockIndex(doc._.blocks)
        self._sentences: dict[int, list[int]] = {}
        self._kinds: dict[str, list[Entity]] = {}
        self._entities: dict[str, Entity] = {e["entity_id"]: e for e in doc._.entities}
        self._countries = [e for e in doc._.entities if e["type"] == "LOCATION" and self._country_code(e)]
        self._places = {self._country_code(e): e for e in self._countries}

    def of_state(self, position: Position, person: str) -> Position:
        """A post of a state, at a body of it or at the country, where a company, a city or nothing was taken.

        Whose minister it is the adjective before the title says, else who the person is known to be, else the
        country that the article is about; a country that is no entity of the article gives none.
        """
        title, body = position["title"], position["organization"]
        if title is not None and body is not None and patterns.JUDGE.search(title):
            return (
                position if self._is_court(body) or self._beside(position, body) else position | {"organization": None}
            )
        legislator = title is not None and patterns.LEGISLATOR.fullmatch(title) is not None
        if title is None or not (legislator or is_public(title) or self._is_ruler(title, person)):
            return position
        beside = body is not None and self._beside(position, body)
        simplified = to_simplified(title)
        if body is not None and not beside and self._is_bureau(simplified, body):
            return position | {"organization": self._place_of(simplified, body)}
        if not beside and legislator:
            return position | {"organization": self._chamber(title)}
        if not beside and patterns.OF_PART.fullmatch(title) and body in {e["entity_id"] for e in self._countries}:
            return position | {"organization": None}
        if body is not None and self._is_at(simplified, body, beside) and (beside or self._serves_with(body, person)):
            return position
        state = self._state(position, simplified, beside, person)
        place = self._places.get(state or "")
        found = self._body(simplified, place, state)
        local = patterns.LEVEL.search(simplified) or patterns.CITY_HEAD.search(simplified)
        if found is None and place is not None and not local:
            found = place["entity_id"]
        return position | {"organization": found}

    def of_office(self, position: Position, person: str) -> Position:
        """A post of a state at the body where the person is known to hold it, unless another's name is beside it."""
        known = office(self._base, self._entities[person], position["title"] or "") if position["title"] else None
        body = position["organization"]
        if known is None or (body is not None and self._beside(position, body)):
            return position
        return held_at(position, known, self._base, self._entities)

    def of_ministry(self, position: Position) -> Position:
        """A minister without a field at the last ministry before in the paragraph: 186 of 189 in gold of train."""
        title, body, at = position["title"] or "", position["organization"], position["start"]
        block = self._blocks.at(at)
        if block is None or patterns.ANY_MINISTER.fullmatch(to_simplified(title)) is None:
            return position
        if body is not None and (self.type(body) == "GOVERNMENT" or self._beside(position, body)):
            return position
        before = self._between(block["start"], at, "GOVERNMENT")
        found = [m for m in before if patterns.OF_MINISTERS.search(to_simplified(m["text"]))]
        return position | {"organization": found[-1]["entity"]} if found else position

    def of_union(self, position: Position) -> Position:
        """A commissioner of the European Union at its Commission, where the article names that: 18 of 18 in gold."""
        body = self._entities.get(position["organization"] or "")
        in_union = body is not None and body["kb_id"] == "european-union"
        if not in_union or not patterns.COMMISSIONER.search(to_simplified(position["title"] or "")):
            return position
        commission = (e["entity_id"] for e in self._doc._.entities if e["kb_id"] == "european-commission")
        return position | {"organization": str(next(commission, position["organization"]))}

    def _state(self, position: Position, title: str, beside: bool, person: str) -> str | None:
        """Code of the country of a post of a state."""
        if (code := country_before(text_of(self._doc), position["start"])) is not None:
            return code
        body = self._entities[position["organization"] or person]
        place = self._country_of(body) if body["type"] == "LOCATION" else None
        if patterns.LOCAL_POST.search(title):
            return place
        return (place if beside else None) or self._country_of(self._entities[person]) or place or self._home

    def _serves_with(self, body: str, person: str) -> bool:
        """Whether a body may be one of the state that a person is known to serve; what is not known may be."""
        countries = {self._country_of(self._entities[body]), self._country_of(self._entities[person])}
        return None in countries or len(countries) == 1

    def _chamber(self, title: str) -> str | None:
        """The one parliament of the article that such a member may sit in.

        Of 61 such posts in gold of train 23 are at one, 31 at none, most others at a place beside the title.
        """
        kind = patterns.SENATE if re.search(r"\bsen", title, re.IGNORECASE) else patterns.PARLIAMENT
        bodies = [e for e in self._doc._.entities if e["type"] == "GOVERNMENT"]
        found = [e["entity_id"] for e in bodies if any(kind.fullmatch(n["value"]) for n in e["names"])]
        return found[0] if len(found) == 1 else None

    def _is_ruler(self, title: str, person: str) -> bool:
        """Whether a bare "president" is one of a country, as the knowledge base knows."""
        known = self._base.positions.get(self._entities[person]["kb_id"] or "", [])
        ruler = any(post.organization.startswith("country-") for post in known)
        return ruler and patterns.HEAD_OF_STATE.match(title) is not None

    def _is_at(self, title: str, body: str, beside: bool) -> bool:
        """Whether a post of a state may be at a body as it was read."""
        kind = self.type(body)
        if kind == "LOCATION":
            local = patterns.LOCAL_POST.search(title) is not None
            return (beside or local) and (local or not self._is_city(body)) and self._is_of_level(title, body)
        if beside:
            return True
        ministry = _is_ministry(self._entities[body])
        if patterns.IN_CABINET.search(title) and _is_agency(self._entities[body]):
            return False
        if patterns.HEAD_OF_STATE.match(title) or (ministry and patterns.HEAD_OF_GOVERNMENT.match(title)):
            return False
        if patterns.LOCAL_HEAD.search(title) and any(
            patterns.OF_STATE.search(n["value"]) for n in self._entities[body]["names"]
        ):
            return False
        led = ministry and not self._is_of_another(title, self._entities[body])
        member = not patterns.MINISTER.search(title) or led
        return kind in ("GOVERNMENT", "ORGANIZATION") and member

    def _is_of_another(self, title: str, body: Entity) -> bool:
        """Whether a ministry lacks the subject of a minister's title, which another or no ministry of the article has.

        Without a country that the article is about the ministry stays.
        """
        subject = [w for w in _WORD.findall(title.lower()) if w not in _PLAIN]
        shared = any(w in key(n["value"]) for w in subject for n in body["names"])
        if not (subject or _ZH_PORTFOLIO.search(key(title))) or shared or self._matches(body, title):
            return False
        bodies = [e for e in self._doc._.entities if e["type"] == "GOVERNMENT" and _is_ministry(e)]
        return self._home is not None or any(self._matches(e, title) for e in bodies)

    def _is_bureau(self, title: str, body: str) -> bool:
        """Whether a head or councillor of a place was taken for one of a body of its administration: 县长 at 县环保局.

        Of 323 such posts in gold of train 268 are at places, 55 at governments and assemblies, none at a bureau.
        """
        entity = self._entities[body]
        if not patterns.OF_PLACE.search(title) or entity["type"] != "GOVERNMENT":
            return False
        names = [n["value"] for n in entity["names"] if n["language"] == "zh"]
        return bool(names) and all(patterns.BUREAU.search(name) for name in names)

    def _place_of(self, title: str, body: str) -> str | None:
        """The place that the name of a body begins with."""
        names = [n["value"] for n in self._entities[body]["names"]]
        found = [
            (len(n["value"]), e["entity_id"])
            for e in self._doc._.entities
            if e["type"] == "LOCATION" and self._is_of_level(title, e["entity_id"])
            for n in e["names"]
            if any(name.startswith(n["value"]) for name in names)
        ]
        return max(found)[1] if found else None

    def _is_of_level(self, title: str, place: str) -> bool:
        """Whether a place may have such a post, by the level in both: 副市长 of a 市, 省委书记 of no city or country.

        So in 217 of 217 posts of gold of train that tell both levels (Simplified).
        """
        levels = {match[0][0] for match in patterns.LEVEL.finditer(title)}
        if levels and self._entities[place] in self._countries:
            return False
        if patterns.CITY_HEAD.search(title) and self._is_region(place):
            return False
        if patterns.REGION_HEAD.match(title) and self._is_city(place):
            return False
        names = _own_names(self._entities[place])
        named = {"省" if n.endswith("自治区") else m[0] for n in names if (m := patterns.LEVEL_OF_PLACE.search(n))}
        if levels == {"省"} and not named:
            return not self._is_city(place)
        return not levels or not named or not levels.isdisjoint(named)

    def _beside(self, position: Position, body: str) -> bool:
        """Whether a body's name is printed right before or behind the title ("JBIC’s governor")."""
        text = text_of(self._doc)
        return any(
            patterns.BODY_LINK.fullmatch(text, m["end"], position["start"]) is not None
            or _LINK_BEHIND.fullmatch(text, position["end"], m["start"]) is not None
            for m in self._doc._.mentions
            if m["entity"] == body
        )

    def _is_court(self, body: str) -> bool:
        return any(patterns.COURT.search(n["value"]) for n in self._entities[body]["names"])

    def _is_city(self, body: str | None) -> bool:
        return (self._entities[body or ""]["kb_id"] or "").startswith("city-")

    def _is_region(self, place: str) -> bool:
        """Whether a place is known as a part of a country, and as no city (上海市) either."""
        entity = self._entities[place]
        known = (entity["kb_id"] or "").startswith("region-")
        return known and not any(n["value"].endswith("市") for n in entity["names"])

    def _country_of(self, entity: Entity) -> str | None:
        known = self._base.entries.get(entity["kb_id"] or "")
        return known.country or None if known is not None else None

    @cached_property
    def _home(self) -> str | None:
        """Code of the country that the article speaks of most, by names, adjectives, places and bodies."""
        counts = Counter(countries(text_of(self._doc)))
        for entity in self._doc._.entities:
            if entity["type"] in ("LOCATION", "GOVERNMENT") and (code := self._country_of(entity)) is not None:
                counts[code] += len(entity["mentions"])
        ranked = counts.most_common(2)
        clear = ranked and ranked[0][1] >= 2 and (len(ranked) == 1 or ranked[0][1] >= LEADING * ranked[1][1])
        return ranked[0][0] if clear else None

    def completed(self, position: Position, person: str) -> Position:
        """A post of a company with the company spoken of, where no body is known, or none of a "company president"."""
        title, at, held = to_simplified(position["title"] or ""), position["start"], position["organization"]
        text = text_of(self._doc)
        called = patterns.OF_COMPANY.search(text, max(0, at - patterns.KIND_REACH), at) is not None
        if held is not None and not (called and self.type(held) in ("GOVERNMENT", "ORGANIZATION")):
            return position
        if not title or not (called or patterns.COMPANY_POST.search(title)) or is_public(title):
            return position
        block = self._blocks.at(at)
        body = self._known_organization(person) or (self._spoken_of(block, at) if block is not None else None)
        return position | {"organization": body}

    def signed(self, position: Position) -> Position:
        """A post under a letter or notice at the body that signs: the one on the line before, else the letterhead's."""
        text, at = text_of(self._doc), position["start"]
        blocks = self._doc._.blocks
        number = next((i for i, b in enumerate(blocks) if b["start"] <= at < b["end"]), None)
        title = to_simplified(position["title"] or "")
        if number is None or number == 0 or not patterns.COMPANY_POST.search(title) or 2 * at < len(text):
            return position
        lines = blocks[max(0, number - 2) : number + 1]
        if any(_is_prose(text, line) for line in lines[-2:]) or self._bodies_in(lines[-1]):
            return position
        before = [m for line in reversed(lines[:-1]) if not _is_prose(text, line) for m in self._bodies_in(line)]
        head = [m for m in self._bodies_in(blocks[0]) if not _is_prose(text, blocks[0])]
        signing = [m["entity"] for m in before[:1]] or [self.issuer] * (self.issuer is not None)
        signing = signing or [m["entity"] for m in head[:1]]
        return position | {"organization": signing[0]} if signing else position

    def of_kind(self, position: Position) -> Position:
        """A post at the body that "the commission’s", 该行 or "union" before its title points back at: the one of that
        kind. A bare kind is of no company: of 24 such posts in gold of train none is.
        """
        if position["title"] is None or (told := self._kind_of_body(position)) is None:
            return position
        kind = to_simplified(told["zh"] or told["en"].lower()) if told.re is patterns.OF_KIND else told["en"].lower()
        if kind not in self._kinds:
            self._kinds[kind] = [e for e in self._doc._.entities if e["type"] in BODIES and _is_of_kind(e, kind)]
        mentions = self._doc._.mentions
        named = [e for e in self._kinds[kind] if e["mentions"] and mentions[e["mentions"][0]]["start"] < told.start()]
        if len(named) == 1:
            return position | {"organization": named[0]["entity_id"]}
        body = position["organization"]
        wrong = told.re is patterns.OF_BARE_KIND and body is not None and self.type(body) == "COMPANY"
        return position | {"organization": None} if wrong else position

    def _kind_of_body(self, position: Position) -> re.Match[str] | None:
        """The word for a kind of body right before a title, or that a title begins with."""
        text, at = text_of(self._doc), position["start"]
        first = max(0, at - patterns.KIND_REACH)
        bare = patterns.OF_BARE_KIND.finditer(text, first, position["end"])
        return patterns.OF_KIND.search(text, first, at) or next(
            (m for m in bare if at in (m.start("en"), m.end())), None
        )

    def of_issuer(self, position: Position) -> Position:
        """A post in the list of directors that ends a notice at the issuer, unless that list names its body."""
        at, title = position["start"], position["title"]
        block = next((b for b, _ in self.boards if b["start"] <= at < b["end"]), None)
        if block is None or title is None or self.issuer is None:
            return position
        named = {m["entity"] for m in self._bodies_in(block)}
        return position if position["organization"] in named else position | {"organization": self.issuer}

    @cached_property
    def boards(self) -> list[BoardList]:
        """Lists of directors."""
        return board_lists(self._doc)

    @cached_property
    def issuer(self) -> str | None:
        """entity_id of the company whose notice the article is: the one that it calls 本公司 or "the Company" behind
        its name, else the one in whose letterhead place of registration or stock code stand behind it.
        """
        text = text_of(self._doc)
        companies = [m for m in self._doc._.mentions if m["type"] == "COMPANY" and m["entity"]]
        called = {m["entity"] for m in companies if patterns.THE_COMPANY.match(text, m["end"])}
        head = [b for b in self._doc._.blocks[:_LETTERHEAD] if not _is_prose(text, b)]
        in_head = (m for m in companies if any(b["start"] <= m["start"] < b["end"] for b in head))
        found = called or {m["entity"] for m in in_head if patterns.REGISTERED.match(text, m["end"])}
        return str(found.pop()) if len(found) == 1 else None

    def _bodies_in(self, block: Block) -> list[Mention]:
        return self._between(block["start"], block["end"], *sorted(BODIES))

    def local(self, position: Position) -> Position:
        """A governor or mayor without a body at the last place before in the paragraph that is no country, else at that
        of the dateline, else at the only place of that level: of 10 such mayors in gold of train whose article has a
        dateline 9 are there, of 64 heads with one place of their level 56.
        """
        at, title = position["start"], position["title"]
        if (
            position["organization"] is not None
            or title is None
            or not patterns.LOCAL_HEAD.search(to_simplified(title))
        ):
            return position
        block = self._blocks.at(at)
        places = self._between(block["start"], at, "LOCATION") if block is not None else []
        places = places or self._datelines[::-1]
        own = [str(m["entity"]) for m in places if self._entities[str(m["entity"])] not in self._countries]
        own = [place for place in own if self._is_of_level(to_simplified(title), place)]
        own = own or self._of_its_level(to_simplified(title))
        return position | {"organization": own[-1]} if own else position

    def _of_its_level(self, title: str) -> list[str]:
        """The only place of the article whose name ends as a Chinese title begins: 市长 of 临浦市."""
        levels = {match[0][0] for match in patterns.LEVEL.finditer(title)}
        places = [e for e in self._doc._.entities if e["type"] == "LOCATION"]
        found = [
            e["entity_id"] for e in places if levels & {n[-1] for n in _own_names(e) if not patterns.ZONE.search(n)}
        ]
        return found if len(found) == 1 else []

    @cached_property
    def _datelines(self) -> list[Mention]:
        """Places that open a paragraph as a dateline does."""
        text = text_of(self._doc)
        starts = {b["start"] for b in self._doc._.blocks}
        places = (m for m in self._doc._.mentions if m["type"] == "LOCATION" and m["entity"] and m["start"] in starts)
        return [m for m in places if patterns.DATELINE.match(text, m["end"])]

    def type(self, entity_id: str) -> str:
        """Type of an entity."""
        return self._entities[entity_id]["type"]

    def _known_organization(self, person: str) -> str | None:
        """The one entity of the article at which the knowledge base has the person in a post."""
        known = self._base.positions.get(self._entities[person]["kb_id"] or "", [])
        ids = {post.organization for post in known}
        fitting = [e["entity_id"] for e in self._doc._.entities if e["kb_id"] in ids]
        return fitting[0] if len(fitting) == 1 else None

    def _between(self, start: int, end: int, *types: str) -> list[Mention]:
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [m for m in self._doc._.mentions[low:high] if m["type"] in types and m["entity"]]

    def _country_code(self, entity: Entity) -> str | None:
        known = self._base.entries.get(entity["kb_id"] or "")
        return known.country if known is not None and known.kb_id.startswith("country-") else None

    def _sentence_start(self, block: Block, position: int) -> int:
        """Where the sentence of a block begins that a position stands in."""
        if block["start"] not in self._sentences:
            spans = sentence_spans(text_of(self._doc), block["start"], block["end"])
            self._sentences[block["start"]] = [s["start"] for s in spans]
        starts = self._sentences[block["start"]]
        return starts[max(0, bisect_right(starts, position) - 1)] if starts else block["start"]

    def _body(self, title: str, place: Entity | None, state: str | None) -> str | None:
        """The one body of the article (of a state, if given) whose name has the subject of a minister's title."""
        bodies = [
            e
            for e in self._doc._.entities
            if e["type"] == "GOVERNMENT"
            and self._serves(e, place, state)
            and _is_ministry(e)
            and not (patterns.IN_CABINET.search(title) and _is_agency(e))
        ]
        fitting = [e["entity_id"] for e in bodies if self._matches(e, title)]
        return fitting[0] if len(fitting) == 1 else None

    def _serves(self, body: Entity, place: Entity | None, state: str | None) -> bool:
        """Whether a body may be one of a place: its name has the place's, or its country is that country.

        Without a place it may be unless it is another state's.
        """
        if place is None:
            return state is None or self._country_of(body) in (None, state)
        names = [key(n["value"]) for n in body["names"]]
        if any(key(p["value"]) in n for p in place["names"] for n in names):
            return True
        known = self._base.entries.get(body["kb_id"] or "")
        return known is not None and known.country is not None and known.country == self._country_code(place)

    @staticmethod
    def _matches(body: Entity, title: str) -> bool:
        names = [key(n["value"]) for n in body["names"]]
        subject = [w for w in _WORD.findall(title.lower()) if w not in _PLAIN]
        if subject:
            return any(all(w in name for w in subject) for name in names)
        zh = _ZH_PORTFOLIO.search(key(title))
        portfolio = zh["portfolio"] if zh else _ZH_SHORT.get(key(title)[-2:])
        return portfolio is not None and any(portfolio in name for name in names)

    def _spoken_of(self, block: Block, position: int) -> str | None:
        """The last company or body before a title in its sentence, else the first of its block, which the paragraph
        is about, else the company that the article names most.
        """
        sentence = max(self._sentence_start(block, position), block["start"])
        for start, end, index in ((sentence, position, -1), (block["start"], sentence, 0)):
            for types in (("COMPANY",), ("GOVERNMENT", "ORGANIZATION")):
                if before := self._between(start, end, *types):
                    return str(before[index]["entity"])
        counts = Counter({e["entity_id"]: len(e["mentions"]) for e in self._doc._.entities if e["type"] == "COMPANY"})
        return max(counts, key=lambda e: counts[e], default=None)


def _own_names(entity: Entity) -> list[str]:
    """Names that the article has for an entity (Simplified)."""
    return [to_simplified(n["value"]) for n in entity["names"] if n["origin"] != "knowledge_base"]


def _is_prose(text: str, block: Block) -> bool:
    return patterns.PROSE.search(text, block["start"], block["end"]) is not None


def _is_of_kind(body: Entity, kind: str) -> bool:
    """Whether a name of a body ends in a word for bodies of its kind, or opens with it (Bank of England)."""
    names = [to_simplified(n["value"]).lower() for n in body["names"]]
    if kind.isascii():
        return any(re.search(rf"\b{kind}$|^(?:the )?{kind} (?:of|for)\b", name) for name in names)
    end = re.compile(_KIND_ENDS.get(kind, f".{kind}") + "$")
    return any(end.search(name) for name in names)


def _is_agency(body: Entity) -> bool:
    """Whether a body is by its English name a commission, an agency, a bank or the like."""
    return any(patterns.NO_MINISTRY.search(n["value"]) for n in body["names"] if n["language"] == "en")


def _is_ministry(body: Entity) -> bool:
    return any(patterns.MINISTRY.search(to_simplified(n["value"])) for n in body["names"])
