"""Text to pieces of the encoder's vocabulary, with offsets into the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from pipeline.encoder.known_names import Codes, of_pieces
from pipeline.errors import ModelError
from pipeline.text.scripts import with_middle_dots

Ints = npt.NDArray[np.int32]
#: The Indian "chairman and managing director" before a name, which the training has nowhere: NTPC CMD Gurdeep Singh.
_UNKNOWN_TITLE = re.compile(r"(?<=\w )CMD(?= [A-Z][\w.]* ?[A-Z])|(?<=\w, )CMD(?=, [A-Z])")


def as_read(text: str) -> str:
    """A text of the same length with the dot and the title that the vocabulary and the training know.

    >>> as_read("NTPC CMD Gurdeep Singh")
    'NTPC CEO Gurdeep Singh'
    """
    return _UNKNOWN_TITLE.sub("CEO", with_middle_dots(text))


@dataclass(frozen=True)
class Pieces:
    """Pieces of one sentence.

    Attributes:
        ids: int32, shape (pieces,).
        offsets: int32, shape (pieces, 2): start and end in the article's text, code points, white space left out.
        known: int32, shape (pieces,): gazetteer features, as `known_names.code` numbers them.
    """

    ids: Ints
    offsets: Ints
    known: Ints

    def __len__(self) -> int:
        return len(self.ids)


class PieceTokenizer:
    """The encoder's tokenizer.

    Args:
        path: `tokenizer.json`.

    Raises:
        ModelError: a special piece is missing.
    """

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        special = (self._id(piece) for piece in ("<s>", "</s>", "<pad>", "<mask>"))
        self.begin, self.end, self.pad, self.mask = special

    def _id(self, piece: str) -> int:
        found = self._tokenizer.token_to_id(piece)
        if found is None:
            raise ModelError(f"the tokenizer has no piece {piece}")
        return int(found)

    def encode(self, text: str, sentences: Sequence[tuple[int, int]], known: Codes) -> list[Pieces]:
        """Pieces of every sentence, given by start and end in the text.

        Args:
            known: codes of the text's characters, from `known_names.KnownNames`.
        """
        read = as_read(text)
        encodings = self._tokenizer.encode_batch([read[a:b] for a, b in sentences], add_special_tokens=False)
        return [
            self._pieces(text, start, e.ids, e.offsets, known)
            for (start, _), e in zip(sentences, encodings, strict=True)
        ]

    @staticmethod
    def _pieces(text: str, at: int, ids: list[int], offsets: list[tuple[int, int]], known: Codes) -> Pieces:
        places = []
        kept = []
        for index, (start, end) in enumerate(offsets):
            start, end = start + at, end + at
            while start < end and text[start].isspace():
                start += 1
            # a bare "▁" before Han covers the character that the next piece has too
            following = offsets[index + 1][0] + at if index + 1 < len(offsets) else end
            end = min(end, max(following, start)) if following < end else end
            if start < end:
                kept.append(ids[index])
                places.append((start, end))
        placed = np.array(places, np.int32).reshape(-1, 2)
        return Pieces(np.array(kept, np.int32), placed, of_pieces(known, placed))
