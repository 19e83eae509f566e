"""Weights of a trained model, read back from its ONNX graphs, to train further from them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from transformers import BertConfig

from pipeline.encoder.known_names import kinds
from pipeline.encoder.session import CONFIG, FORMAT, HEADS, TAGGER
from pipeline.errors import TrainingError
from pipeline.training.eight_bits import SCALES, TRANSPOSED, WHOLE
from pipeline.training.model import MultiTask, encoder_of

Arrays = dict[str, NDArray[Any]]


def trained(weights: Path) -> MultiTask:
    """A model with the weights that the run time reads; 8-bit values become float.

    Args:
        weights: folder with `encoder.onnx`, `heads.onnx` and `config.json`.

    Raises:
        TrainingError: a file or a parameter of the model is missing, one is of another shape, or the weights are of
            another format.
    """
    missing = [name for name in (CONFIG, TAGGER, HEADS) if not (weights / name).is_file()]
    if missing:
        raise TrainingError(f"{weights}: {', '.join(missing)} missing")
    config = json.loads((weights / CONFIG).read_text(encoding="utf-8"))
    if config.get("format") != FORMAT or config.get("known") != list(kinds()):
        raise TrainingError(f"{weights / CONFIG}: of another format or other types of entities; train from the start")
    shape = config.get("encoder")
    if shape is None:
        raise TrainingError(f"{weights / CONFIG}: does not tell the shape of the encoder")
    model = MultiTask(encoder_of(BertConfig(**shape)))
    state = model.state_dict()
    for part, file in (("tagger", TAGGER), ("heads", HEADS)):
        arrays = {t.name: numpy_helper.to_array(t) for t in onnx.load(weights / file).graph.initializer}
        for name, wanted in getattr(model, part).named_parameters():
            found = _parameter(name, arrays)
            if found is None or found.shape != tuple(wanted.shape):
                raise TrainingError(f"{weights / file}: no weights {name} of shape {tuple(wanted.shape)}")
            state[f"{part}.{name}"] = torch.from_numpy(np.array(found, np.float32))
    model.load_state_dict(state)
    return model


def _parameter(name: str, arrays: Arrays) -> NDArray[Any] | None:
    if name in arrays:
        return arrays[name]
    if name + WHOLE in arrays:
        return np.asarray(arrays[name + WHOLE].astype(np.float32) * arrays[name + SCALES])
    name += TRANSPOSED
    if name + WHOLE in arrays:
        return np.asarray(arrays[name + WHOLE].astype(np.float32) * arrays[name + SCALES]).T
    if name in arrays:
        return arrays[name].T
    if name + "_quantized" in arrays:
        zero = arrays[name + "_zero_point"].astype(np.float32)
        return np.asarray((arrays[name + "_quantized"].astype(np.float32) - zero) * arrays[name + "_scale"]).T
    return None
