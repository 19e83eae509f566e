"""Scripts and languages of a text, and a length-preserving conversion to Simplified Chinese."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

import opencc

#: Regular-expression class bodies (no brackets).
HAN = "々〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
KANA = "\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f"
HANGUL = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3"
CJK = HAN + KANA + HANGUL
#: What stands between the parts of a foreign name; the first is the one that our tables have.
MIDDLE_DOTS = "·•‧・"
LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
#: Letters that Unicode does not take apart into a letter and its mark, and the letter that each is without it.
UNMARKED = dict(zip("øØłŁđĐı", "oOlLdDi", strict=True))
#: Punctuation and symbols written in full width, each of which stands alone as a token.
CJK_PUNCTUATION = (
    "\u3000-\u3004\u3008-\u3020\u3030\u303d-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\uffe6"
)

#: Characters of Hong Kong's and of names that OpenCC leaves, or takes for two: 衞 and 卫, 李澤鉅 and 李泽钜.
_VARIANTS = dict(zip("衞敍鑪粧邨枱钜", "卫叙炉妆村台巨", strict=True))

_HAN = re.compile(f"[{HAN}]")
#: The dot comes first, which lets a text without one be passed over fast.
_DOT = re.compile(f"[{MIDDLE_DOTS[1:]}](?<=[{HAN}].)(?=[{HAN}])")
_COUNTED = re.compile(f"(?P<han>[{HAN}])|(?P<kana>[{KANA}])|(?P<hangul>[{HANGUL}])|(?P<latin>[{LATIN}])")
_WORD = re.compile(f"[{CJK}]|[{LATIN}0-9]+(?:['’.&-][{LATIN}0-9]+)*")


def has_han(text: str) -> bool:
    """Whether any character is Han."""
    return _HAN.search(text) is not None


def word_count(text: str) -> int:
    """Latin words plus CJK characters.

    >>> word_count("软银集团 (SoftBank Group) rose")
    7
    """
    return sum(1 for _ in _WORD.finditer(text))


def script_shares(text: str) -> dict[str, float]:
    """Share of letters by script, rounded to two digits, largest first; empty if there is no letter."""
    counts = _letters(text)
    total = sum(counts.values())
    return {script: round(n / total, 2) for script, n in counts.most_common() if n} if total else {}


def language(text: str) -> str:
    """`en`, `zh`, `ja`, `ko` or `mixed` (English and Chinese both in running text); `und` without letters.

    One Han character carries about as much as two Latin letters, which sets the weights. Chinese counts as running
    text where its characters are more than glosses in brackets.

    >>> language("Nvidia shares rose"), language("英伟达股价上涨")
    ('en', 'zh')
    """
    counts = _letters(text)
    if not counts:
        return "und"
    total = counts["latin"] + 2 * (counts["han"] + counts["kana"] + counts["hangul"])
    if counts["kana"] * 2 > 0.15 * total:
        return "ja"
    if counts["hangul"] * 2 > 0.3 * total:
        return "ko"
    chinese = 2 * counts["han"] / total
    if chinese < 0.2:
        return "en"
    return "zh" if chinese > 0.7 else "mixed"


def is_traditional(text: str) -> bool:
    """Whether the text is written in Traditional characters.

    >>> is_traditional("台積電擴產"), is_traditional("台积电扩产")
    (True, False)
    """
    traditional = len(_traditional().findall(text))
    return traditional * 12 > len(_HAN.findall(text))


def to_simplified(text: str) -> str:
    """Traditional characters and the dots of foreign names replaced one by one, so that offsets stay.

    >>> to_simplified("台積電（TSMC）的里克•瓦格納")
    '台积电（TSMC）的里克·瓦格纳'
    """
    return with_middle_dots(text.translate(_simplified()) if has_traditional(text) else text)


def with_middle_dots(text: str) -> str:
    """The dot between the parts of a foreign name in Chinese as the middle dot, whichever the page took.

    >>> with_middle_dots("里克•瓦格纳"), with_middle_dots("• 要点")
    ('里克·瓦格纳', '• 要点')
    """
    return text if text.isascii() else _DOT.sub("·", text)


def has_traditional(text: str) -> bool:
    """Whether there is a Traditional character to replace; looking is many times as fast as replacing."""
    return not text.isascii() and _traditional().search(text) is not None


@lru_cache(maxsize=1)
def _traditional() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(chr, _simplified()))}]")


@lru_cache(maxsize=1)
def _simplified() -> dict[int, int]:
    converter = opencc.OpenCC("t2s")
    chars = [chr(c) for c in range(0x4E00, 0xA000)]
    converted = converter.convert("\n".join(chars)).split("\n")
    found = {ord(a): ord(b) for a, b in zip(chars, converted, strict=True) if a != b and len(b) == 1}
    return found | {ord(a): ord(b) for a, b in _VARIANTS.items()}


def _letters(text: str) -> Counter[str]:
    return Counter(m.lastgroup for m in _COUNTED.finditer(text) if m.lastgroup)
