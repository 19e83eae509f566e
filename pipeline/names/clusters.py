"""Mentions of one thing brought together: knowledge base, pairs, keys, short forms, spelling, surnames."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Set

from pipeline.document import Mention
from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.kb.legal_forms import kind, split
from pipeline.kb.normalise import key
from pipeline.names.abbreviations import is_acronym, shortens_han
from pipeline.names.first_words import free_first_words
from pipeline.names.form_key import form_key
from pipeline.names.pairs import Pair
from pipeline.names.romanise import LONGEST, initials, spells
from pipeline.names.shared_words import behind_place, ending, ends_in, is_branch, names_place, opening, parts, rest_of
from pipeline.names.short_forms import (
    company_forms,
    family_names,
    given_name,
    has_legal_form,
    is_full_name,
    is_mere_tail,
    is_too_general,
    without_place,
)
from pipeline.ontology import BODIES
from pipeline.text.scripts import has_han, to_simplified

#: A long form is looked for among this many names with the same letters, the first in the text.
_CROWD = 200
#: The year in the name of a law or document.
_YEAR = re.compile(r",? (?:of )?(?:19|20)\d\d$|^(?:19|20)\d\d年")
#: The level of a place, and that it is a mine or field, in a `form_key`; what a text leaves out sooner or later.
_LEVEL = re.compile(
    "(?:[市县区省镇府村岛乡盟旗邦]|[金银铜铁铝铅锌镍锡锂钴钨煤铀]?矿|[油气]田|盐湖|"
    "(?: (?:gas|oil|gold|silver|copper|nickel|zinc|tin|iron ore|coal|lithium|uranium|diamond))? (?:mine|field)| site)$"
)
#: The legal form of firms without shares, in Simplified.
_NO_SHARES = re.compile("(?<!股份)有限(?:责任)?公司$")
#: Types whose names are shortened to their ending.
_BY_ENDING = ("GOVERNMENT", "ORGANIZATION", "POLICY", "PRODUCT")
#: Latin words that stand alone for the one body whose name they end: the Commission, so 25 of 35 times in gold.
_ALONE = frozenset("commission ministry department authority council tribunal".split())
_SPELT = ("PERSON", "LOCATION", "COMPANY", "PRODUCT", "ORGANIZATION")


class Clusters:
    """Groups of mentions; the surer evidence is used first and later evidence does not undo it."""

    def __init__(self, mentions: list[Mention], base: KnowledgeBase, parts: Set[int] = frozenset()) -> None:
        """Args: `parts`, mentions of a company that the text says to be a part of another one of its row."""
        self._mentions = mentions
        self._base = base
        self._parent = list(range(len(mentions)))
        self._forms: dict[str, list[int]] = defaultdict(list)
        for i, mention in enumerate(mentions):
            self._forms[form_key(mention["text"])].append(i)
        freed = free_first_words(mentions, base)
        self._ids = [None if i in freed else self._known(m) for i, m in enumerate(mentions)]
        for i in parts:
            self._ids[i] = f"part of {self._ids[i]}"
        self._parts = parts

    def groups(self, pairs: Iterable[Pair]) -> list[list[int]]:
        """Indexes of mentions, a list for each entity, in the order of first mention."""
        ambiguous = self._ambiguous_surnames()
        for form, members in self._forms.items():
            if form not in ambiguous:
                for other in members[1:]:
                    self._join(members[0], other, force=True)
        by_span = {(m["start"], m["end"]): i for i, m in enumerate(self._mentions)}
        for pair in pairs:
            if pair.outer in by_span and pair.inner in by_span:
                outer, inner = by_span[pair.outer], by_span[pair.inner]
                if (outer in self._parts) == (inner in self._parts):
                    self._join(outer, inner, force=True)
        self._by_knowledge_base()
        self._by_spelling()
        self._by_level()
        self._by_legal_form()
        self._by_short_form()
        self._by_beginning()
        self._by_ending()
        self._by_abbreviation()
        self._by_year()
        self._by_fewer_words()
        self._by_surname(ambiguous)
        self._by_given_name()
        return self._collected()

    def _known(self, mention: Mention) -> str | None:
        """The one entry that a mention can be, null if there is none or more."""
        ids = list(dict.fromkeys(mention["kb"]))
        if not ids:
            names = self._base.by_name(mention["text"])
            ids = list(dict.fromkeys(n.kb_id for n in names if not n.context))
        fitting = [
            i for i in ids if i in self._base.entries and _same_kind(self._base.entries[i].type, mention["type"])
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _root(self, i: int) -> int:
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def _join(self, a: int, b: int, force: bool = False) -> bool:
        a, b = sorted((self._root(a), self._root(b)))
        if a == b:
            return True
        left, right = self._ids[a], self._ids[b]
        if not force and ((left and right and left != right) or not self._same_type(a, b)):
            return False
        self._parent[b] = a
        self._ids[a] = left or right
        return True

    def _same_type(self, a: int, b: int) -> bool:
        return _same_kind(self._mentions[a]["type"], self._mentions[b]["type"])

    def _heads(self, *types: str) -> list[int]:
        """The first mention of each form, of some types, in reading order."""
        return [i for i, _ in self._first_forms(*types)]

    def _first_forms(self, *types: str) -> list[tuple[int, str]]:
        """The same with their forms."""
        firsts = ((members[0], form) for form, members in self._forms.items())
        return sorted((i, form) for i, form in firsts if self._mentions[i]["type"] in types)

    def _by_knowledge_base(self) -> None:
        first: dict[str, int] = {}
        several: dict[tuple[str, bool], int] = {}
        for i, mention in enumerate(self._mentions):
            known = self._ids[self._root(i)]
            if known is not None:
                self._join(first.setdefault(known, i), i)
                continue
            language = has_han(mention["text"])
            for known in sorted({n.kb_id for n in self._base.by_name(mention["text"])}):
                if mention["type"] == "LOCATION" and self._base.entries[known].type == "LOCATION":
                    other = several.setdefault((known, not language), i)
                    several.setdefault((known, language), i)
                    if has_han(self._mentions[other]["text"]) != language:
                        self._join(other, i)

    def _by_spelling(self) -> None:
        """A Chinese and a Latin name where the one is the pinyin of the other."""
        heads = self._heads(*_SPELT)
        latin: dict[tuple[str, str], list[int]] = defaultdict(list)
        for i in heads:
            if not has_han(self._mentions[i]["text"]):
                for letter in initials(self._mentions[i]["text"]):
                    latin[self._mentions[i]["type"], letter].append(i)
        for i in heads:
            surface = self._mentions[i]["text"]
            if has_han(surface) and len(surface) <= LONGEST:
                for letter in sorted(initials(surface)):
                    for other in latin[self._mentions[i]["type"], letter][:_CROWD]:
                        if spells(self._mentions[other]["text"], surface):
                            self._join(other, i)

    def _by_level(self) -> None:
        """滁州 is 滁州市, Bellweather the Bellweather mine, where no other place has that name with another word.

        Of 424 such pairs of names in gold 409 are one place.
        """
        places: dict[str, list[int]] = defaultdict(list)
        for i, form in self._first_forms("LOCATION"):
            short = _LEVEL.sub("", form)
            if short != form:
                places[short].append(i)
        for short, longer in places.items():
            if short in self._forms and len({self._root(i) for i in longer}) == 1:
                self._join(longer[0], self._forms[short][0])

    def _by_legal_form(self) -> None:
        """Companies that spell one legal form in two ways: NNPC Ltd. and NNPC Limited; a plc has an Inc. of its own."""
        first: dict[str, int] = {}
        for i in self._heads("COMPANY"):
            name, form = split(key(self._mentions[i]["text"]))
            if form:
                self._join(first.setdefault(f"{form_key(name)} {kind(form)}", i), i)

    def _by_short_form(self) -> None:
        """A company without its legal form or generic tail; of several owners the one that lost least has it."""
        owners: dict[str, list[tuple[bool, int]]] = defaultdict(list)
        for i in self._heads("COMPANY"):
            surface = self._mentions[i]["text"]
            for short in (*company_forms(surface), *without_place(surface)):
                form = form_key(short)
                if form in self._forms and form != form_key(surface):
                    owners[form].append((not is_mere_tail(surface, short), i))
        for form, found in owners.items():
            short_id = self._ids[self._root(self._forms[form][0])]
            for _, i in sorted(found):
                if not (short_id and self._is_another(short_id, i)) and self._join(i, self._forms[form][0]):
                    break

    def _is_another(self, short_id: str, i: int) -> bool:
        """Whether an unknown longer name is not that of a known company: without a legal form, or of a mainland firm
        with shares in that of one that has none. Of 30 such names of gold 29 are another's.
        """
        if self._ids[self._root(i)] is not None:
            return False
        name = self._mentions[i]["text"]
        if _NO_SHARES.search(to_simplified(name)):
            return "CN" in self._base.listing_countries(short_id)
        return not has_legal_form(name)

    def _by_beginning(self) -> None:
        """A company by the beginning of one longer name only, before which a place may stand: 蓝海 of 苏州蓝海电子.

        It is no known company and has no name in another script; what the longer name has more tells no arm. In gold of
        train 2,103 of 2,211 such Latin names are one with the longer one, and 927 of 1,010 Chinese ones.
        """
        companies = self._first_forms("COMPANY")
        paired = self._paired()
        longer: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for i, form in companies:
            for whole in filter(None, (form, behind_place(form, self._base))):
                longer[opening(whole)].append((whole, i))
        for i, form in companies:
            own = self._root(i)
            if self._ids[own] is not None or own in paired or is_too_general(self._mentions[i]["text"]):
                continue
            crowd = [(rest_of(whole, form), j) for whole, j in longer[opening(form)][:_CROWD] if j != i]
            found = [(rest, j) for rest, j in crowd if rest is not None]
            roots = {self._root(j) for _, j in found}
            if len(roots) == 1 and own not in roots and not any(self._is_arm(rest, j) for rest, j in found):
                self._join(found[0][1], i)

    def _is_arm(self, rest: str, i: int) -> bool:
        """Whether the rest of a name tells an arm: a branch, a third name or, where the name is unknown, a place."""
        if is_branch(rest) or any(form in self._forms for form in parts(rest)):
            return True
        return self._ids[self._root(i)] is None and names_place(rest, self._base)

    def _by_ending(self) -> None:
        """A body, law or product by the ending of one longer name only: 环保局 of 彰化县环保局.

        In gold of train 431 of 447 such names are one with the longer one. Words of two characters (办法) and single
        Latin ones (Act) that an encoder takes for names are mostly none.
        """
        bodies = self._first_forms(*_BY_ENDING)
        paired = self._paired()
        longer: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for i, form in bodies:
            longer[ending(form)].append((form, i))
        for i, form in bodies:
            own = self._root(i)
            found = [j for whole, j in longer[ending(form)][:_CROWD] if ends_in(whole, form) and self._same_type(i, j)]
            roots = {self._root(j) for j in found}
            long_enough = len(form) > 2 if has_han(form) else " " in form or form in _ALONE
            if long_enough and len(roots) == 1 and own not in roots and own not in paired:
                self._join(found[0], i)

    def _paired(self) -> set[int]:
        """Roots of the groups that have names in two scripts."""
        scripts: dict[int, set[bool]] = defaultdict(set)
        for i, mention in enumerate(self._mentions):
            scripts[self._root(i)].add(has_han(mention["text"]))
        return {root for root, found in scripts.items() if len(found) > 1}

    def _by_abbreviation(self) -> None:
        """An acronym or Chinese shortening of one long form only."""
        heads = self._heads("COMPANY", "GOVERNMENT", "ORGANIZATION", "POLICY")
        han_long: dict[tuple[str, str], list[int]] = defaultdict(list)
        latin_long: dict[str, list[int]] = defaultdict(list)
        for i in heads:
            surface = self._mentions[i]["text"]
            if has_han(surface):
                for at in {0, 2} if len(surface) > 4 else {0}:
                    han_long[key(surface)[at], key(surface)[-1]].append(i)
            elif " " in surface:
                latin_long[key(surface)[0]].append(i)
        for i in heads:
            short = self._mentions[i]["text"]
            if has_han(short):
                crowd = han_long[key(short)[0], key(short)[-1]]
                longs = [j for j in crowd[:_CROWD] if self._shortens(i, j)]
            elif short.isupper() and 2 <= len(short) <= 8:
                crowd = latin_long[key(short)[0]]
                longs = [j for j in crowd[:_CROWD] if is_acronym(short, self._mentions[j]["text"])]
            else:
                continue
            if len({self._root(j) for j in longs}) == 1:
                self._join(longs[0], i)

    def _by_year(self) -> None:
        """A law or document without the year that one longer name only gives it."""
        dated: dict[str, list[int]] = defaultdict(list)
        for i in self._heads("POLICY"):
            surface = self._mentions[i]["text"]
            dated[form_key(_YEAR.sub("", surface))].append(i)
        for undated, members in dated.items():
            if undated in self._forms and len(members) == 2:
                self._join(members[0], members[1])

    def _shortens(self, i: int, j: int) -> bool:
        """A Chinese shortening ends as its long form does, so that a parent is not taken for its subsidiary."""
        short, long = key(self._mentions[i]["text"]), key(self._mentions[j]["text"])
        alike = self._mentions[i]["type"] == self._mentions[j]["type"]
        return (
            alike
            and len(short) >= 2
            and short[-1] == long[-1]
            and len(long) - len(short) >= 2
            and shortens_han(short, long)
        )

    def _ambiguous_surnames(self) -> set[str]:
        owners = self._surname_owners()
        return {form for form, people in owners.items() if len(people) > 1 and form in self._forms}

    def _surname_owners(self) -> dict[str, list[int]]:
        """People by the form of their surname, each full name once."""
        owners: dict[str, list[int]] = defaultdict(list)
        for i in self._heads("PERSON"):
            if is_full_name(self._mentions[i]["text"]):
                for surname in family_names(self._mentions[i]["text"]):
                    owners[form_key(surname)].append(i)
        return owners

    def _by_surname(self, ambiguous: set[str]) -> None:
        for form, people in self._surname_owners().items():
            members = [i for i in self._forms.get(form, ()) if self._mentions[i]["type"] == "PERSON"]
            if form not in ambiguous or len({self._root(p) for p in people}) == 1:
                for i in members:
                    self._join(people[0], i)
                continue
            full = sorted(j for p in people for j in self._forms[form_key(self._mentions[p]["text"])])
            for i in members:
                self._join(max((j for j in full if j < i), default=full[0]), i)

    def _by_fewer_words(self) -> None:
        """A person by the first words, the last words or the first and the last word of one longer Latin name only.

        Charles Chan of Charles Chan Kwok-keung, López Aliaga of Rafael López Aliaga: 22 of 23 in gold of train.
        """
        named: dict[tuple[int, str], list[int]] = defaultdict(list)
        people = [i for i in self._heads("PERSON") if not has_han(self._mentions[i]["text"])]
        for i in people:
            words = self._mentions[i]["text"].split()
            named[0, form_key(words[0])].append(i)
            named[-1, form_key(words[-1])].append(i)
        for i in people:
            words = self._mentions[i]["text"].split()
            crowd = {*named[0, form_key(words[0])][:_CROWD], *named[-1, form_key(words[-1])][:_CROWD]}
            longer = sorted(j for j in crowd if _has_more_words(self._mentions[j]["text"].split(), words))
            if len(words) > 1 and len({self._root(j) for j in longer}) == 1:
                self._join(longer[0], i)

    def _by_given_name(self) -> None:
        """Raj is Raj Mehta where the article has one Raj, as 51 of 51 such mentions are in gold of train."""
        people = [i for i in self._heads("PERSON") if is_full_name(self._mentions[i]["text"])]
        owners: dict[str, set[int]] = defaultdict(set)
        for i in people:
            owners[form_key(given_name(self._mentions[i]["text"]))].add(self._root(i))
        known = {self._root(i) for i in people}
        for i in self._heads("PERSON"):
            found = owners.get(form_key(self._mentions[i]["text"]), set())
            if len(found) == 1 and self._root(i) not in known:
                self._join(min(found), i)

    def _collected(self) -> list[list[int]]:
        groups: dict[int, list[int]] = defaultdict(list)
        for i in range(len(self._mentions)):
            groups[self._root(i)].append(i)
        return sorted(groups.values())


def _has_more_words(longer: list[str], words: list[str]) -> bool:
    """Whether a person's name begins or ends with all words of another, or has its two around others."""
    count = len(words)
    around = count == 2 and [longer[0], longer[-1]] == words
    return len(longer) > count and (longer[:count] == words or longer[-count:] == words or around)


def _same_kind(a: str, b: str) -> bool:
    return a == b or {a, b} <= BODIES
