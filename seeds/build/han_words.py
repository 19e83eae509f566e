"""Builds `seeds/kb/han_words.tsv`: Chinese words of one to four characters with their counts, by which a short name is
told from characters that two words share: the frequent ones, verbs of two characters (調低, whose first is read with
the name before it), and rare ones that hold a company's short name which is no part of their meaning (高通 in 高通量).
Same input, same bytes: `python seeds/build/han_words.py`.

The words and counts are those of jieba's dictionary (MIT licence), as the pinned package `wordfreq` carries it.
"""

from __future__ import annotations

from pathlib import Path

from sources.word_frequencies import dictionary, word_kinds

from pipeline.kb.knowledge_base import ENTITY_COLUMNS, NAME_COLUMNS
from pipeline.kb.tables import read_table

KB = Path(__file__).resolve().parents[1] / "kb"
TARGET = KB / "han_words.tsv"
#: Rarer words are left out, of verbs of two characters those below 10, where half of the dictionary's words stand.
MIN_COUNT, MIN_VERB = 100, 10
MAX_LENGTH = 4
#: Kinds of words, as the dictionary has them, that are no names.
_COMMON_KINDS = frozenset({"n", "v", "a", "i", "l", "d", "vn", "an", "b"})


def main() -> None:
    """Write the table."""
    names = company_names()
    rows = sorted(
        (word, count)
        for word, count in dictionary().items()
        if len(word) <= MAX_LENGTH and (count >= MIN_COUNT or is_short_verb(word) or shares(word, names))
    )
    lines = ["word\tcount", *(f"{word}\t{count}" for word, count in rows)]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def company_names() -> set[str]:
    """Curated companies' names of two characters."""
    companies = [row for row in read_table(KB / "entities.tsv", ENTITY_COLUMNS) if row["type"] == "COMPANY"]
    ids = {row["kb_id"] for row in companies}
    found = {row["name_zh"] for row in companies}
    found |= {row["name"] for row in read_table(KB / "names.tsv", NAME_COLUMNS) if row["kb_id"] in ids}
    return {name for name in found if len(name) == 2}


def is_short_verb(word: str) -> bool:
    """Whether a word is a verb of two characters and no rare one."""
    return len(word) == 2 and word_kinds()[word] == "v" and dictionary()[word] >= MIN_VERB


def shares(word: str, names: set[str]) -> bool:
    """Whether a common word of three characters begins with a name and reads as one character and a word: 高+通量."""
    rest = dictionary().get(word[1:], 0)
    begins = len(word) == 3 and word[:2] in names and word not in names
    return begins and rest > dictionary()[word] and word_kinds()[word] in _COMMON_KINDS


if __name__ == "__main__":
    main()
