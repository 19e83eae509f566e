"""Chinese written in Latin letters: does a Latin name spell a Chinese one, and ASCII identifiers of names.

`pypinyin` is imported where it is first needed: its tables take half a second to load, and English text needs none.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

from pipeline.text.scripts import HAN, LATIN, UNMARKED, to_simplified

_HAN = re.compile(f"[{HAN}]")
_WORD = re.compile(f"[{LATIN}]+")
#: Letters that NFKD does not take apart.
_PLAIN = str.maketrans(UNMARKED | {"ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe"})
#: The longest Chinese name that is spelt, in characters.
LONGEST = 10


def ascii_fold(text: str) -> str:
    """Latin letters without their marks; all that is not ASCII is dropped.

    >>> ascii_fold("Pouyanné"), ascii_fold("Ørsted")
    ('Pouyanne', 'Orsted')
    """
    return unicodedata.normalize("NFKD", text.translate(_PLAIN)).encode("ascii", "ignore").decode("ascii")


@lru_cache(maxsize=4096)
def _readings(char: str) -> tuple[str, ...]:
    from pypinyin import Style, pinyin

    found = pinyin(char, style=Style.NORMAL, heteronym=True, errors="ignore")
    readings = {
        r
        for options in found
        for option in options
        for r in (option, option.replace("v", "yu"), option.replace("v", "u"))
    }
    return tuple(sorted(readings))


def spells(latin: str, han: str) -> bool:
    """Whether `latin` is the pinyin of `han`, family name first or last; every reading of a character counts.

    >>> spells("Zhang Lei", "张雷"), spells("Lei Zhang", "張雷"), spells("Hefei", "合肥"), spells("Tencent", "腾讯")
    (True, True, True, False)
    """
    words = [w.lower() for w in _WORD.findall(ascii_fold(latin))]
    characters = to_simplified(han)
    if not words or not 2 <= len(characters) <= LONGEST or not all(_HAN.match(c) for c in characters):
        return False
    orders = {"".join(words), "".join([words[-1], *words[:-1]])}
    return any(_reads(letters, characters) for letters in sorted(orders))


def _reads(letters: str, characters: str) -> bool:
    reached = {0}
    for char in characters:
        reached = {at + len(r) for at in reached for r in _readings(char) if letters.startswith(r, at)}
        if not reached:
            return False
    return len(letters) in reached


def initials(name: str) -> set[str]:
    """First letters with which a Latin name that spells `name`, or a name that `name` spells, may begin.

    >>> sorted(initials("张雷")), sorted(initials("Lei Zhang"))
    (['z'], ['l', 'z'])
    """
    words = _WORD.findall(ascii_fold(name))
    if _HAN.match(name):
        return {reading[0] for reading in _readings(to_simplified(name[0])) if reading}
    return {words[0][0].lower(), words[-1][0].lower()} if words else set()


def spelt_suffix(latin: str, run: str) -> int | None:
    """Length of the shortest end of a Han run that `latin` spells, null if none does.

    >>> spelt_suffix("Hefei", "工厂在合肥")
    2
    """
    return next((n for n in range(2, min(LONGEST, len(run)) + 1) if spells(latin, run[-n:])), None)


def _spelt(name: str) -> str:
    from pypinyin import Style, pinyin

    syllables = pinyin(to_simplified(name), style=Style.NORMAL, errors="default")
    return " ".join(syllable for options in syllables for syllable in options[:1])


def slug(name: str) -> str:
    """An ASCII identifier: the Latin letters and digits of a name, Han as pinyin; a hash if nothing is left.

    >>> slug("SoftBank Group"), slug("宁德时代"), slug("L’Oréal")
    ('softbank-group', 'ning-de-shi-dai', 'loreal')
    """
    spelt = name if name.isascii() else _spelt(name)
    folded = re.sub(r"['’.]", "", ascii_fold(spelt)).lower()
    made = "-".join(re.findall(r"[a-z0-9]+", folded))[:60].strip("-")
    return made or "name-" + hashlib.sha256(name.encode()).hexdigest()[:8]
