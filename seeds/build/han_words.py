"""Builds `seeds/kb/han_words.tsv`: Chinese words of one to four characters with their counts, by which a short name is
told from characters that two words share. Same input, same bytes: `python seeds/build/han_words.py`.

The words and counts are those of jieba's dictionary (MIT licence), as the pinned package `wordfreq` carries it.
"""

from __future__ import annotations

from pathlib import Path

from sources.word_frequencies import dictionary

TARGET = Path(__file__).resolve().parents[1] / "kb" / "han_words.tsv"
#: Rarer words are left out: half of the dictionary's words stand below 10, and decide nothing.
MIN_COUNT = 100
MAX_LENGTH = 4


def main() -> None:
    """Write the table."""
    rows = sorted((w, c) for w, c in dictionary().items() if c >= MIN_COUNT and len(w) <= MAX_LENGTH)
    lines = ["word\tcount", *(f"{word}\t{count}" for word, count in rows)]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
