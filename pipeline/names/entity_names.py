"""What an entity of the document is called: its type, its names by language, its main name and its identifier."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.document import Mention, Name
from pipeline.names.han_words import TRANSLITERATION
from pipeline.names.pairs import Pair, script
from pipeline.names.romanise import slug, spells
from pipeline.text.scripts import LATIN, to_simplified

_LETTER = re.compile(f"[{LATIN}]")


def entity_type(mentions: Sequence[Mention]) -> str:
    """The type of the row it has, else of the surest mention; of equally sure ones the commonest, then the first."""
    known = {m["type"] for m in mentions if m["kb"]}
    if len(known) == 1:
        return known.pop()
    best = max(m["score"] for m in mentions)
    sure = [m["type"] for m in mentions if m["score"] == best]
    return max(dict.fromkeys(sure), key=sure.count)


def names(mentions: Sequence[Mention], pairs: Sequence[Pair], kind: str) -> list[Name]:
    """Every form in the text once, in the order of the text, with language, kind and origin."""
    surfaces = list(dict.fromkeys(m["text"] for m in mentions))
    fullest = {language: _fullest(surfaces, language) for language in {script(s) for s in surfaces}}
    origins = _origins(mentions, pairs)
    texts = {(m["start"], m["end"]): m["text"] for m in mentions}
    shorts = {texts.get(p.inner) for p in pairs if p.kind == "abbreviation"}
    made: list[Name] = []
    for surface in surfaces:
        language = script(surface)
        if kind == "PERSON" and language == "zh" and _is_transliteration(surface, fullest.get("en")):
            name_kind = "transliteration"
        elif surface == fullest[language]:
            name_kind = "primary"
        else:
            name_kind = "abbreviation" if surface in shorts or _is_capitals(surface) else "alias"
        made.append(Name(value=surface, language=language, kind=name_kind, origin=origins.get(surface, "text")))
    former = {texts.get(p.inner) for p in pairs if p.kind == "previous"}
    for name in made:
        if name["value"] in former and name["kind"] == "alias":
            name["kind"] = "previous"
    return made


def _origins(mentions: Sequence[Mention], pairs: Sequence[Pair]) -> dict[str, str]:
    """Origin of each surface that is somewhere the second name of a pair and nowhere earlier on its own."""
    inner = {p.inner: p.origin for p in pairs}
    found: dict[str, str] = {}
    for mention in mentions:
        found.setdefault(mention["text"], inner.get((mention["start"], mention["end"]), "text"))
    return found


def _fullest(surfaces: Iterable[str], language: str) -> str:
    """The longest of a language, an abbreviation only if there is no other; of equally long ones the first that is not
    printed in capitals.
    """
    own = [s for s in surfaces if script(s) == language]
    return max(own, key=lambda s: (not _is_capitals(s), len(s), not s.isupper()))


def _is_capitals(surface: str) -> bool:
    return script(surface) == "en" and " " not in surface and surface.isupper() and len(surface) <= 6


def _is_transliteration(surface: str, latin: str | None) -> bool:
    """Whether Chinese writes a foreign person's name by its sound."""
    simplified = to_simplified(surface)
    if "·" in simplified:
        return True
    return latin is not None and not spells(latin, simplified) and all(c in TRANSLITERATION for c in simplified)


def main_name(made: Sequence[Name], language: str) -> str:
    """The fullest name in the article's language, else in the first that the article uses for the entity."""
    fullest = [n for n in made if n["kind"] in ("primary", "transliteration")]
    own = [n for n in fullest if n["language"] == language]
    return max(own, key=lambda n: len(n["value"]))["value"] if own else (fullest or list(made))[0]["value"]


def main_language(text: str) -> str:
    """`en` or `zh` by which carries more of the text; a Han character counts as two Latin letters.

    >>> main_language("Shares of 宁德时代 rose"), main_language("宁德时代（CATL）股价上涨")
    ('en', 'zh')
    """
    latin = len(_LETTER.findall(text))
    cjk = sum(1 for c in text if ord(c) > 0x2E7F and not c.isspace() and script(c) != "en")
    return "zh" if 2 * cjk > latin else "en"


class Identifiers:
    """Entity ids, unique in the document: an ASCII slug of the English name, else of the pinyin."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def make(self, made: Sequence[Name]) -> str:
        """An id for an entity with these names; `-2`, `-3` where it is taken."""
        primary = [n for n in made if n["kind"] in ("primary", "transliteration")] or list(made)
        english = next((n for n in primary if n["language"] == "en"), None)
        chinese = next((n for n in primary if n["language"] == "zh"), None)
        wanted = slug((english or chinese or primary[0])["value"])
        made_id, number = wanted, 2
        while made_id in self._taken:
            made_id, number = f"{wanted}-{number}", number + 1
        self._taken.add(made_id)
        return made_id
