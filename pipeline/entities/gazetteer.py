"""Mentions of names that the knowledge base knows."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice, pairwise, takewhile

from pipeline.entities import context_cues as cues
from pipeline.entities import known_name_patterns as patterns
from pipeline.entities.candidates import Candidate
from pipeline.entities.headlines import is_title_case
from pipeline.entities.settle import SURE, UNSURE, is_shifted
from pipeline.kb.cues import is_cued
from pipeline.kb.knowledge_base import Entry, KnowledgeBase, KnownName
from pipeline.kb.matcher import Hit, NameMatcher, without_overlap
from pipeline.kb.normalise import key
from pipeline.kb.sectors import sectors_of
from pipeline.text.scripts import has_han, is_traditional

#: Score against the other finders of a name of few letters, which is less certain than a long one or one whose cues the
#: article has (`SURE`).
_SHORT = 0.8
#: Score of a longer name that begins with a known one and is itself unknown.
_EXTENDED = 0.75
#: Only Han names up to this long may be characters that two words share.
_CUTTABLE = 4
_BODIES = frozenset({"GOVERNMENT", "ORGANIZATION"})
#: Characters before a person's Han name in which body and title stand; a title this long needs no body.
_POST_REACH, _TELLING_TITLE = 20, 4
_TAILS = sorted(patterns.TAILS, key=lambda t: (-len(t), t))
#: What ends the names of provinces, states, cities and counties.
_PLACE_KINDS = frozenset("州省市县")
_PLACES = frozenset({"LOCATION"})


class Gazetteer:
    """Longest known names of a text, each with the rows that it may be.

    A Han name whose characters its neighbours share is none (日立 in 今日立案). A name that is an ordinary word too
    (`context`) needs support in the article: another name of the same entry that needs none, a ticker of it, words
    right around it that go with a company, what news names beside it (`cues.tsv`), the encoder's agreement, or, for a
    well-known company (a row with a sector), capitals inside a sentence. A known name that begins a longer unknown one
    gives a mention of the longer one without a row (泰达 in 泰达新材, 发改委 in 四川省发改委); a body whose country
    stands before it is of that country.
    """

    def __init__(self, base: KnowledgeBase) -> None:
        self._base = base
        self._matcher = NameMatcher(base)

    def find(
        self, text: str, listings: frozenset[str] = frozenset(), proposed: Iterable[Candidate] = ()
    ) -> Iterator[Candidate]:
        """Candidates in reading order; `listings` are MIC:code of the tickers in the text, `proposed` what the
        encoder read."""
        reading = _Reading(self._base, text, listings, proposed)
        hits = without_overlap(h for h in self._matcher.hits(text) if not reading.shared_characters(h))
        reading.note_support(hits)
        before: Hit | None = None
        for hit in hits:
            names = reading.names(hit, before)
            if names is not None:
                yield reading.candidate(hit, names)
            before = hit


class _Reading:
    """One text: which hits are names, and of which rows."""

    def __init__(self, base: KnowledgeBase, text: str, listings: frozenset[str], proposed: Iterable[Candidate]) -> None:
        self._base = base
        self._text = text
        self._key = key(text)
        self._listings = listings
        proposed = list(proposed)
        self._agreed = {(c.start, c.end): c.type for c in proposed}
        self._unsure = {(c.start, c.end) for c in proposed if c.type == "LOCATION" and c.score < UNSURE}
        self._reads = sorted(self._agreed)
        self._ends = {c.end: c.start for c in proposed if c.type == "COMPANY"}
        self._other: set[tuple[str, str]] = set()
        self._sure: set[str] = set()
        self._cued: set[tuple[int, str]] = set()
        self._listed: set[int] = set()
        self._headlines: dict[int, bool] = {}
        self._hits: list[Hit] = []

    def shared_characters(self, hit: Hit) -> bool:
        """Whether a short Han name is characters of the words around it. Places are taken as they stand: 法国政府.

        Nor is a name that is an ordinary word too and reaches over the edge of what the encoder reads (越谷 in
        超越谷歌), or a ministry in the post of its minister: 美国财政部|长.
        """
        if patterns.POST_ACROSS.match(self._key, hit.end - 1) or self._breaks_place(hit):
            return True
        if hit.end - hit.start > _CUTTABLE or not has_han(self._key[hit.start]):
            return False
        if all(n.context for n in hit.names) and self._crosses_read(hit):
            return True
        if all(self._entry(n).type == "LOCATION" for n in hit.names) or self._read_as_company(hit):
            return False
        return self._base.han_words.cut_through(self._key, hit.start, hit.end)

    def _breaks_place(self, hit: Hit) -> bool:
        """Whether a company's name ends inside a place's: 台积电亚利桑那|州工厂; in gold of train none does."""
        if self._key[hit.end : hit.end + 1] not in _PLACE_KINDS or not has_han(self._key[hit.end - 1]):
            return False
        if any(self._entry(n).type != "COMPANY" for n in hit.names):
            return False
        starts = range(hit.start + 1, hit.end - 1)
        return any(self._base.is_name_of(self._text[at : hit.end + 1], _PLACES) for at in starts)

    def note_support(self, hits: list[Hit]) -> None:
        """Collect the rows that the article supports."""
        self._hits = hits
        self._other = {(n.kb_id, n.value) for hit in hits for n in hit.names if self._is_read_otherwise(hit, n)}
        self._sure = {n.kb_id for hit in hits for n in hit.names if not n.context and not self._gives_way(n)}
        self._sure |= {kb_id for listing in self._listings if (kb_id := self._base.by_listing(listing))}
        self._listed = self._in_lists(hits)
        for hit in hits:
            doubtful = [n for n in hit.names if n.context or (n.kb_id, n.value) in self._other]
            companies = [n for n in doubtful if self._entry(n).type == "COMPANY"]
            around = bool(companies) and self._company_words_around(hit)
            self._cued |= {(hit.start, n.kb_id) for n in companies if around}
            bodies = [n for n in doubtful if self._entry(n).type in _BODIES and not has_han(n.value)]
            self._cued |= {(hit.start, n.kb_id) for n in (*companies, *bodies) if self._by_its_cue(hit, n)}
            supported = {n.kb_id for n in doubtful if (self._supported if n.context else self._is_cued)(hit, n)}
            self._sure |= supported

    def _in_lists(self, hits: list[Hit]) -> set[int]:
        """Starts of hits that stand in a list beside a company that is known by a name of its own."""
        found: set[int] = set()
        for first, second in pairwise(hits):
            if patterns.LISTED.fullmatch(self._text[first.end : second.start]):
                found |= {a.start for a, b in ((first, second), (second, first)) if self._is_sure_company(b)}
        return found

    def _is_sure_company(self, hit: Hit) -> bool:
        return any(not n.context and self._entry(n).type == "COMPANY" for n in hit.names)

    def names(self, hit: Hit, before: Hit | None) -> list[KnownName] | None:
        """The rows that a hit may be; empty where it is a name of none of them, null where it is no name."""
        if self._is_clock(hit) or self._is_no_company(hit):
            return None
        names = [n for n in hit.names if (not n.context or n.kb_id in self._sure) and not self._gives_way(n)]
        names = names or self._generic(hit)
        if not names:
            return None
        bodies = [n for n in names if self._entry(n).type in _BODIES]
        if len(bodies) == len(names):
            return self._of_country(hit, bodies, before)
        return names

    def _is_clock(self, hit: Hit) -> bool:
        """Whether a place only says whose clock is read, be it a company's name too: 北京时间, 美东时间."""
        place = all(self._entry(n).type == "LOCATION" or n.context for n in hit.names)
        return place and patterns.CLOCK_AFTER.match(self._key, hit.end) is not None

    def _is_no_company(self, hit: Hit) -> bool:
        """Whether a company's short name is a town's, or a market's where another is listed: 茅台镇, SGX-listed."""
        company = all(self._entry(n).type == "COMPANY" for n in hit.names)
        return company and patterns.NO_COMPANY_AFTER.match(self._key, hit.end) is not None

    def _gives_way(self, name: KnownName) -> bool:
        """Whether the name is something else in this text, and nothing else in it is the row's."""
        return (name.kb_id, name.value) in self._other and name.kb_id not in self._sure

    def _is_read_otherwise(self, hit: Hit, name: KnownName) -> bool:
        """Whether the encoder reads another thing here, and the row is too little known to outweigh that.

        A city without a Chinese name gives way to anything (Samba, the bank), the short second name of a company to a
        place (萬華 in Taipei).
        """
        read, entry = self._agreed.get((hit.start, hit.end)), self._entry(name)
        if read is None or read == entry.type:
            return False
        if entry.type == "LOCATION":
            return not entry.name_zh and entry.kb_id.startswith("city-")
        return entry.type == "COMPANY" and read == "LOCATION" and name.kind != "primary" and len(name.value) < 3

    def candidate(self, hit: Hit, names: list[KnownName]) -> Candidate:
        """The mention of a hit."""
        surface = self._text[hit.start : hit.end]
        if not names:
            kind = self._entry(hit.names[0]).type
            return Candidate(hit.start, hit.end, kind, "gazetteer", _SHORT)
        ranked = sorted(names, key=lambda n: (not self._is_cued(hit, n), n.context, n.kind != "primary", n.kb_id))
        ids = tuple(dict.fromkeys(n.kb_id for n in ranked))
        entry = self._base.entries[ids[0]]
        tail = self._tail(hit, entry)
        if tail:
            return Candidate(hit.start, hit.end + tail, "COMPANY", "gazetteer_longer", _EXTENDED)
        long = len(surface) >= (3 if has_han(surface) else 5)
        same = tuple(i for i in ids if self._base.entries[i].type == entry.type)
        named = entry.type in _BODIES or (
            entry.type == "COMPANY" and (self._read_as_company(hit) or not self._is_word(hit))
        )
        sure = long or (named and is_cued(self._base, ids[0], self._key))
        return Candidate(hit.start, hit.end, entry.type, "gazetteer", SURE if sure else _SHORT, same)

    def _entry(self, name: KnownName) -> Entry:
        return self._base.entries[name.kb_id]

    def _is_cued(self, hit: Hit, name: KnownName) -> bool:
        return (hit.start, name.kb_id) in self._cued

    def _supported(self, hit: Hit, name: KnownName) -> bool:
        entry = self._entry(name)
        if self._text[hit.start : hit.end] in cues.NO_NAMES:
            return False
        if self._is_cued(hit, name):
            return True
        if has_han(name.value):
            if entry.type != "COMPANY":
                read = self._agreed.get((hit.start, hit.end))
                return read == entry.type and (read == "LOCATION" or self._in_office(hit, entry))
            if self._is_word(hit):
                return self._read_as_company(hit) and self._may_be_a_name(hit)
            return self._read_as_company(hit) or self._spoken_of(hit, entry)
        words = len(name.value.split())
        if entry.type == "COMPANY" and words > 1 and (words > 2 or self._agreed.get((hit.start, hit.end)) == "COMPANY"):
            return not self._beside_capitals(hit)
        if self._agreed.get((hit.start, hit.end)) == entry.type:
            acts = patterns.AGENT_AFTER.match(self._text, hit.end) is not None
            named = acts or hit.start in self._listed or self._stands_alone(hit)
            return entry.type != "COMPANY" or named or self._of_the_sector(entry)
        if self._is_read_without_its_s(hit) and patterns.OWNS_NOTHING.match(self._text, hit.end):
            return entry.type == "COMPANY"
        if entry.type != "COMPANY" or not entry.sector:
            return False
        if self._is_another_thing(hit):
            return False
        if self._stands_alone(hit):
            return self._of_the_sector(entry) or not self._in_headline(hit)
        speaks = self._begins(hit) and patterns.SPEAKS.match(self._text, hit.end)
        return bool(speaks)

    def _by_its_cue(self, hit: Hit, name: KnownName) -> bool:
        """Whether the article has what news names beside a company or body, and the hit may be a name: a Latin word
        that the encoder reads as one, or unsurely as a place, with a capital that no sentence begins with, or that does
        what companies do.
        """
        read = self._agreed.get((hit.start, hit.end))
        unsure = (hit.start, hit.end) in self._unsure and not has_han(name.value)
        fits = read in (None, "COMPANY") or (read in _BODIES and self._entry(name).type in _BODIES)
        if not (unsure or fits) or not is_cued(self._base, name.kb_id, self._key):
            return False
        if has_han(name.value) or read or self._stands_alone(hit):
            return True
        return self._begins(hit) and patterns.AGENT_AFTER.match(self._text, hit.end) is not None

    def _in_office(self, hit: Hit, entry: Entry) -> bool:
        """Whether a body of a post of a person, or a telling title, stands right before the Han name."""
        clause = patterns.CLAUSE_END.split(self._key[max(0, hit.start - _POST_REACH) : hit.start])[-1]
        posts = self._base.positions.get(entry.kb_id, [])
        titles = [key(p.title_zh) for p in posts if p.title_zh and len(p.title_zh) >= _TELLING_TITLE]
        if any(map(clause.endswith, titles)):
            return True
        bodies = {p.organization for p in posts}
        first = bisect_left(self._hits, hit.start - len(clause), key=lambda h: h.start)
        before = takewhile(lambda h: h.end <= hit.start, islice(self._hits, first, None))
        return any(n.kb_id in bodies for h in before for n in h.names)

    def _is_read_without_its_s(self, hit: Hit) -> bool:
        """Whether the encoder reads a company in a known name all but the end of its owner: Denny|'s."""
        cut = self._text[hit.end - 2 : hit.end] in ("'s", "’s")
        return cut and self._agreed.get((hit.start, hit.end - 2)) == "COMPANY"

    def _crosses_read(self, hit: Hit) -> bool:
        """Whether one of what the encoder reads reaches over one edge of a hit, but not over both."""
        first = bisect_left(self._reads, (hit.start,)) - 1
        last = bisect_left(self._reads, (hit.end,)) - 1
        over_start = first >= 0 and hit.start < self._reads[first][1] < hit.end
        return over_start or (last > first and self._reads[last][0] > hit.start and self._reads[last][1] > hit.end)

    def _read_as_company(self, hit: Hit) -> bool:
        """Whether the encoder reads a company here, with one character more or less before it in Han."""
        start = self._ends.get(hit.end)
        return start == hit.start or (
            start is not None and is_shifted(self._text, (start, hit.end), (hit.start, hit.end))
        )

    def _is_another_thing(self, hit: Hit) -> bool:
        """Whether the name is an abbreviation or no name at all, or, by model or tables, a person's or place's."""
        surface = self._text[hit.start : hit.end]
        if surface.isupper() or self._text[max(0, hit.start - 1) : hit.start].strip():
            return True
        if patterns.COMPOUND_AFTER.match(self._text, hit.end):
            return True
        if self._agreed.get((hit.start, hit.end)) in ("PERSON", "LOCATION"):
            return True
        return any(self._entry(n).type != "COMPANY" for n in hit.names)

    def _begins(self, hit: Hit) -> bool:
        return patterns.SENTENCE_BEFORE.search(self._text[max(0, hit.start - 40) : hit.start]) is not None

    def _in_headline(self, hit: Hit) -> bool:
        start = self._text.rfind("\n", 0, hit.start) + 1
        if start not in self._headlines:
            end = self._text.find("\n", hit.end)
            self._headlines[start] = is_title_case(self._text[start : end if end >= 0 else len(self._text)])
        return self._headlines[start]

    def _is_word(self, hit: Hit) -> bool:
        return self._key[hit.start : hit.end] in self._base.han_words

    def _spoken_of(self, hit: Hit, entry: Entry) -> bool:
        """Whether a Han name that is no frequent word is said again, does or has what companies do and have at home,
        stands beside other companies, or the text is about the row's business."""
        if self._is_told_of(hit, entry):
            return True
        return self._begins_a_clause(hit) and self._acts(hit) and (entry.country != "TW" or self._traditional)

    def _may_be_a_name(self, hit: Hit) -> bool:
        """Whether a frequent Han word that is read as a company has any of that, or a bracket: not 让人|联想|到."""
        told = any(self._is_told_of(hit, self._entry(name)) for name in hit.names)
        return told or self._begins_a_clause(hit) or self._acts(hit) or self._key.startswith("(", hit.end)

    def _is_told_of(self, hit: Hit, entry: Entry) -> bool:
        again = self._key.count(self._key[hit.start : hit.end]) > 1
        return again or self._of_the_sector(entry) or hit.start in self._listed

    def _begins_a_clause(self, hit: Hit) -> bool:
        return patterns.HAN_BEGINS.search(self._key[max(0, hit.start - 4) : hit.start]) is not None

    def _acts(self, hit: Hit) -> bool:
        return patterns.HAN_ACTS.match(self._key, hit.end) is not None

    @cached_property
    def _traditional(self) -> bool:
        return is_traditional(self._text)

    def _of_the_sector(self, entry: Entry) -> bool:
        return bool(entry.sector) and self._sectors[entry.sector or ""] > 0

    def _company_words_around(self, hit: Hit) -> bool:
        text, start, end = self._text, hit.start, hit.end
        if has_han(self._key[start]):
            before, after = self._key[max(0, start - 8) : start], self._key[end : end + 12]
            if patterns.HAN_COMPANY_AFTER.match(after) or patterns.HAN_COMPANY_BEFORE.search(before):
                return True
            wider = cues.COMPANY_BEFORE.search(before) or patterns.HAN_DEAL_BEFORE.search(before)
            return not self._is_word(hit) and bool(wider or cues.COMPANY_AFTER.match(after))
        before, after = text[max(0, start - 40) : start], text[end : end + 60]
        if patterns.CAPITAL_BEFORE.search(before) and not cues.COMPANY_BEFORE.search(before):
            return False
        if cues.COMPANY_AFTER.match(after):
            return True
        return not patterns.CAPITAL_AFTER.match(after) and bool(
            patterns.COMPANY_ACTS.match(after)
            or cues.COMPANY_BEFORE.search(before)
            or patterns.COMPANY_KINDS.search(before)
        )

    def _stands_alone(self, hit: Hit) -> bool:
        """Whether a capitalised Latin name stands inside a sentence with no other capital beside it."""
        before = self._text[max(0, hit.start - 40) : hit.start]
        if self._begins(hit) or patterns.ONE_OF_MANY.search(before):
            return False
        return self._text[hit.start].isupper() and not self._beside_capitals(hit)

    def _beside_capitals(self, hit: Hit) -> bool:
        before = self._text[max(0, hit.start - 40) : hit.start]
        after = patterns.CAPITAL_AFTER.match(self._text, hit.end)
        return bool(after or patterns.CAPITAL_BEFORE.search(before))

    @cached_property
    def _sectors(self) -> Counter[str]:
        return sectors_of(self._text)

    def _generic(self, hit: Hit) -> list[KnownName]:
        """Bodies that share a full name with others ("Ministry of Finance", 财政部): a mention, whichever it is."""
        full = hit.end - hit.start > (2 if has_han(hit.names[0].value) else 9)
        return [n for n in hit.names if full and self._entry(n).type in _BODIES]

    def _of_country(self, hit: Hit, names: list[KnownName], before: Hit | None) -> list[KnownName] | None:
        """Bodies of the country that stands before the hit; null where a district does, whose own body it is."""
        if patterns.DISTRICT_BEFORE.search(self._key, max(0, hit.start - 2), hit.start):
            return None
        if before is None or not patterns.COUNTRY_LINK.fullmatch(self._text[before.end : hit.start]):
            return names
        places = [entry for n in before.names if (entry := self._entry(n)).type == "LOCATION"]
        if not places:
            return names
        if not any(entry.kb_id.startswith("country-") for entry in places):
            return None if has_han(self._key[hit.start]) and before.end == hit.start else names
        countries = {entry.country for entry in places}
        return [n for n in names if self._entry(n).country in countries]

    def _tail(self, hit: Hit, entry: Entry) -> int:
        """How many characters behind a Han name belong to the longer name of another company."""
        if entry.type != "COMPANY" or not has_han(self._key[hit.start]) or hit.end - hit.start > _CUTTABLE:
            return 0
        if patterns.ACCOUNTS.match(self._key, hit.end):
            return 0
        shares = self._key.startswith("股份", hit.end)
        if shares and patterns.DEALS_IN.search(self._key[max(0, hit.start - 4) : hit.start]):
            return 0
        for tail in _TAILS:
            if self._key.startswith(tail, hit.end):
                own = entry.sector in patterns.TAILS[tail]
                after = self._key[hit.end + len(tail) : hit.end + len(tail) + 4]
                ends = patterns.NAME_ENDS.match(after) or any(after.startswith(t) for t in _TAILS)
                return 0 if own or not ends else len(tail) + self._second_tail(hit.end + len(tail))
        return 0

    def _second_tail(self, at: int) -> int:
        return next((len(t) for t in _TAILS if self._key.startswith(t, at)), 0)
