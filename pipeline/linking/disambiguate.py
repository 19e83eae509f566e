"""Choosing among the knowledge-base rows that an entity may be."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.kb.cues import is_cued
from pipeline.kb.knowledge_base import Entry, KnowledgeBase, KnownName
from pipeline.kb.normalise import key
from pipeline.linking.context import Context, words_of
from pipeline.linking.shared_bodies import has_every_country, have_several_countries
from pipeline.ontology import BODIES
from pipeline.text.scripts import has_han

#: A candidate must lead the next by this much to be resolved; from development articles, 0.2 to 1.0 tried.
MARGIN = 0.5
_TICKER, _FULL_NAME, _PRIMARY, _LISTED = 4.0, 1.5, 0.4, 0.2
_COUNTRY, _HOME, _MONEY, _SECTOR, _RELATED, _WORD, _BESIDE = 1.0, 0.6, 0.6, 1.0, 1.0, 0.8, 1.0
#: The article's other companies are of the row's country.
_PEERS = 0.6
#: Words of names that tell of no business, so that they decide between no namesakes.
_NO_BUSINESS = words_of(
    "the of and company corp corporation limited group holding holdings international industries global national new "
    "systems services enterprises resources partners capital first general united american china chinese bank "
    "financial technologies technology solutions"
)
#: What news names beside a company.
_CUE = 1.5
#: A body's country in its name.
_NAMED_COUNTRY = 1.5
#: A name that the bodies of all countries have says most of that of the reader's own.
_OWN_BODY = 0.8
#: A post of the person at a body or company of the article.
_POST = 1.5
#: Countries that English texts speak of without naming them.
_UNSAID = frozenset({"US", "GB"})
#: Countries whose firms have Han names that mainland firms have too, and where a mainland text is at home.
_SAME_NAMES, _MAINLAND = frozenset({"TW", "KR", "SG", "MY"}), frozenset({"CN"})
#: Letters that stand for a name: of several bodies and companies, mostly.
_LETTERS = re.compile(r"[A-Z][A-Z&]{1,4}")


def choose(
    base: KnowledgeBase, candidates: Iterable[str], surfaces: Iterable[str], entity_type: str, context: Context
) -> tuple[str | None, list[str]]:
    """The row that an entity is, or null with the rows that it may be.

    Args:
        candidates: kb_ids proposed for its mentions.
        surfaces: every name of the entity in the article.
    """
    fitting = [
        kb_id
        for kb_id in dict.fromkeys(candidates)
        if kb_id in base.entries and _compatible(base.entries[kb_id].type, entity_type)
    ]
    if not fitting:
        return None, []
    names = Names(base, surfaces)
    fitting = _with_longest_names(base, fitting, names, context)
    scores = {kb_id: score(base, kb_id, names, context) if len(fitting) > 1 else 0.0 for kb_id in fitting}
    ranked = sorted(scores, key=lambda k: (-scores[k], k))
    best = ranked[0]
    leads = len(ranked) == 1 or scores[best] - scores[ranked[1]] >= MARGIN
    near = [k for k in ranked if scores[best] - scores[k] < MARGIN]
    if not leads and (above := _above_units_abroad(base, near, context)):
        best, leads = above, True
    if leads and not _elsewhere(base, base.entries[best], names, context):
        return best, []
    return None, near


def _above_units_abroad(base: KnowledgeBase, rows: list[str], context: Context) -> str | None:
    """The company whose units abroad, not in the reader's country, all the others are: Bosch, not that of India."""
    for row in rows:
        others = [base.entries[k] for k in rows if k != row]
        near_by = {base.entries[row].country, *context.home}
        units = {child for child, _ in base.children[row]}
        if all(other.kb_id in units and other.country not in near_by for other in others):
            return row
    return None


class Names:
    """The names of an entity in the article, each looked up once.

    Attributes:
        forms: their comparison keys.
    """

    def __init__(self, base: KnowledgeBase, surfaces: Iterable[str]) -> None:
        self.forms = [key(surface) for surface in dict.fromkeys(surfaces)]
        self._rows = {form: _by_row(base.by_name(form)) for form in self.forms}

    def of(self, kb_id: str) -> dict[str, KnownName]:
        """Those that a row carries, with its name for each."""
        return {form: rows[kb_id] for form, rows in self._rows.items() if kb_id in rows}


def _by_row(names: Iterable[KnownName]) -> dict[str, KnownName]:
    """The name of each row; of two spellings the one that needs no context: Eni, not ENI."""
    return {name.kb_id: name for name in sorted(names, key=lambda name: not name.context)}


def _with_longest_names(base: KnowledgeBase, rows: list[str], names: Names, context: Context) -> list[str]:
    """Rows but those whose names in the article are all parts of a longer one there of another row: Daiichi beside
    Daiichi Sankyo Co. A row whose code the article has stays.
    """
    known = {kb_id: set(names.of(kb_id)) for kb_id in rows} if len(rows) > 1 else {}
    longer = {form for forms in known.values() for form in forms}
    return [
        kb_id
        for kb_id in rows
        if not (own := known.get(kb_id))
        or any(line.listing in context.listings for line in base.listings[kb_id])
        or not any(all(_is_part(form, other) for form in own) for other in longer - own)
    ]


def _is_part(form: str, longer: str) -> bool:
    """Whether a name stands within a longer one, as words of it if it is Latin."""
    if has_han(form):
        return form in longer
    return re.search(rf"(?<!\w){re.escape(form)}(?!\w)", longer) is not None


def score(base: KnowledgeBase, kb_id: str, names: Names, context: Context) -> float:
    """Support for one row: a ticker of it, its names and their other words, its country, sector and relatives."""
    entry = base.entries[kb_id]
    total = _LISTED if entry.status == "listed" else 0.0
    if any(line.listing in context.listings for line in base.listings[kb_id]):
        total += _TICKER
    if entry.type == "GOVERNMENT" and entry.country in context.home and all(map(have_several_countries, names.forms)):
        total += _OWN_BODY
    for form, name in names.of(kb_id).items():
        if not have_several_countries(form):
            total += _PRIMARY if name.kind == "primary" else 0.0
            total += _FULL_NAME if not name.context else 0.0
    if entry.type == "GOVERNMENT" and _names_country(base, entry, names.forms):
        total += _NAMED_COUNTRY
    if entry.type == "COMPANY" and _further_words(base, kb_id, names) & context.words:
        total += _WORD
    return total + _surroundings(base, entry, context)


def _surroundings(base: KnowledgeBase, entry: Entry, context: Context) -> float:
    total = 0.0
    if entry.country and context.countries:
        total += _COUNTRY * context.countries[entry.country] / max(context.countries.values())
    if entry.type == "COMPANY" and (peers := context.peers(entry.kb_id)):
        total += _PEERS * peers[entry.country or ""] / max(peers.values())
    if entry.country in context.beside:
        total += _BESIDE
    if entry.country in context.home:
        total += _HOME
    if entry.country in context.money:
        total += _MONEY
    if entry.sector and context.sectors[entry.sector]:
        total += _SECTOR * context.sectors[entry.sector] / max(context.sectors.values())
    if _near(base, entry.kb_id) & context.related:
        total += _RELATED
    if _shares_a_post(base, entry.kb_id, context):
        total += _POST
    if is_cued(base, entry.kb_id, context.text):
        total += _CUE
    return total


def _further_words(base: KnowledgeBase, kb_id: str, names: Names) -> set[str]:
    """Words of the names of a company that none of its names in the article has: tyres, of Apollo Tyres."""
    said = {word for form in names.forms for word in words_of(form)}
    return {word for name in base.names[kb_id] for word in words_of(name.value) if len(word) > 3} - said - _NO_BUSINESS


def _shares_a_post(base: KnowledgeBase, kb_id: str, context: Context) -> bool:
    """Whether the article names a body in which a person has or had a post, or the body's person in office."""
    return kb_id in context.in_office or any(post.organization in context.related for post in base.positions[kb_id])


def _elsewhere(base: KnowledgeBase, entry: Entry, names: Names, context: Context) -> bool:
    """Whether the article speaks of other countries than the row's, and no name in it is the row's alone.

    A body with a name that every country may have must be of the country that the article speaks of most or that stands
    right at it (China's Ministry of Commerce), one with a name that several have, or with letters, of any that it
    names otherwise than by such bodies. A company known by letters (by a word, if it has no name in both languages, or
    is a lesser one of Taiwan, Korea, Singapore or Malaysia and the text is a mainland one) must be of a country or of
    the business of the article.
    """
    if not entry.country or entry.type not in BODIES:
        return False
    if not (context.countries or context.home):
        return _is_far(base, entry, names, context)
    countries = countries_of(base, entry)
    if countries & context.home or _names_country(base, entry, names.forms):
        return False
    known = list(names.of(entry.kb_id).values())
    if entry.type == "GOVERNMENT" and all(map(has_every_country, names.forms)):
        if entry.country in context.beside:
            return False
        return context.countries[entry.country] < max(context.countries.values(), default=1)
    written_out = [name for name in known if _LETTERS.fullmatch(name.value) is None] or known
    shared = entry.type == "GOVERNMENT" and all(_is_shared_body(name) for name in written_out)
    told = (context.countries - context.by_bodies if shared else None) or context.countries
    if any(told[code] for code in countries) or (entry.type == "GOVERNMENT" and entry.country in context.money):
        return False
    if shared:
        return True
    return _is_doubtful(base, entry, names, context) and not is_supported(base, entry, context)


def _is_doubtful(base: KnowledgeBase, entry: Entry, names: Names, context: Context) -> bool:
    """Whether every name in the article stands for other things too."""
    well_known = bool(entry.name_en) and any(name.language == "zh" for name in base.names[entry.kb_id])
    well_known = well_known and not _has_a_mainland_name(base, entry, context)
    return all(_is_shared(base, name, well_known) for name in names.of(entry.kb_id).values())


def _is_far(base: KnowledgeBase, entry: Entry, names: Names, context: Context) -> bool:
    """Whether a text that names no country has only a word that may be another's of a company that nothing but lists of
    shares has, elsewhere than where such texts are at home, and nothing that speaks for it.
    """
    near_by = countries_of(base, entry) & (_UNSAID | context.money)
    if near_by or not _is_from_a_list(base, entry) or any(" " in form for form in names.forms):
        return False
    return _is_doubtful(base, entry, names, context) and not is_supported(base, entry, context)


def is_another(base: KnowledgeBase, kb_id: str, context: Context) -> bool:
    """Whether somebody of a body that the article names is not the person of a row, but a namesake.

    The article speaks of other countries than that person's, and of no body in which the person has or had a post.
    """
    country = base.entries[kb_id].country
    abroad = country is not None and bool(context.countries) and not context.speaks_of(country)
    return abroad and not _shares_a_post(base, kb_id, context)


def countries_of(base: KnowledgeBase, entry: Entry) -> set[str]:
    """Countries of an entry and of the markets where it is listed."""
    return base.listing_countries(entry.kb_id) | ({entry.country} if entry.country else set())


def _names_country(base: KnowledgeBase, entry: Entry, forms: list[str]) -> bool:
    """Whether a name has the entry's country in it, as a word of its own."""
    names = [re.escape(key(name.value)) for name in base.names[f"country-{(entry.country or '').lower()}"]]
    country = re.compile(rf"(?<![a-z])(?:{'|'.join(names)})(?![a-z])")
    return bool(names) and any(country.search(form) for form in forms)


def _is_shared_body(name: KnownName) -> bool:
    return name.context or have_several_countries(key(name.value))


def _is_shared(base: KnowledgeBase, name: KnownName, well_known: bool) -> bool:
    """Whether a name stands for other things too: letters, or a word that is the name of a little-known entry."""
    letters = _LETTERS.fullmatch(name.value) is not None and not is_alone(base, name)
    return name.context and (not well_known or letters)


def is_alone(base: KnowledgeBase, name: KnownName) -> bool:
    """Whether a listed company known in both languages goes by a name first of all, and no other row does: BP, Meta.

    An entity of train that is called so and nothing else is that company in 964 of 973 cases.
    """
    entry = base.entries[name.kb_id]
    well_known = entry.type == "COMPANY" and entry.status == "listed" and bool(entry.name_en and entry.name_zh)
    return well_known and name.kind == "primary" and {other.kb_id for other in base.by_name(name.value)} == {name.kb_id}


def is_supported(base: KnowledgeBase, entry: Entry, context: Context) -> bool:
    """Whether the article has a code, a business, a relative or a cue of an entry."""
    lines = {line.listing for line in base.listings[entry.kb_id]}
    about = bool(entry.sector) and context.sectors[entry.sector or ""] > 0
    about = about and not _has_a_mainland_name(base, entry, context)
    peers = entry.type == "COMPANY" and context.peers(entry.kb_id)[entry.country or ""] > 0
    near = bool(lines & context.listings or _near(base, entry.kb_id) & context.related)
    return about or near or peers or is_cued(base, entry.kb_id, context.text)


def _has_a_mainland_name(base: KnowledgeBase, entry: Entry, context: Context) -> bool:
    """Whether a mainland text that speaks of no country of a company mostly means a firm at home by its short name.

    Of those listed only in Taiwan, Korea, Singapore or Malaysia that nothing but lists of shares has, 22 of 24 are.
    """
    listed = base.listing_countries(entry.kb_id)
    at_home = context.home == _MAINLAND
    return at_home and _is_from_a_list(base, entry) and listed <= _SAME_NAMES and not listed & context.money


def _is_from_a_list(base: KnowledgeBase, entry: Entry) -> bool:
    return any(entry.kb_id == f"{line.mic}-{line.code}".lower() for line in base.listings[entry.kb_id])


def _near(base: KnowledgeBase, kb_id: str) -> set[str]:
    """Rows right above and below a row."""
    return {other for other, _ in (*base.parents[kb_id], *base.children[kb_id])}


def _compatible(known: str, found: str) -> bool:
    return known == found or {known, found} <= BODIES
