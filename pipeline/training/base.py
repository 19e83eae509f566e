"""Weights of a trained model, read back from its ONNX graphs, to train further from them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from transformers import BertConfig

from pipeline.encoder.session import CONFIG, HEADS, READER, TAGGER, check
from pipeline.errors import ModelError, TrainingError
from pipeline.training.eight_bits import SCALES, TRANSPOSED, WHOLE
from pipeline.training.model import MultiTask, encoder_of

Arrays = dict[str, NDArray[Any]]


def trained(weights: Path) -> MultiTask:
    """A model with the weights that the run time reads; 8-bit values become float.

    Args:
        weights: folder that the run time can read.

    Raises:
        TrainingError: the run time cannot read the folder, or a parameter of the model is missing or of another shape.
    """
    try:
        shape = check(weights, "cpu").get("encoder")
    except ModelError as error:
        raise TrainingError(str(error)) from error
    if shape is None:
        raise TrainingError(f"{weights / CONFIG}: does not tell the shape of the encoder")
    model = MultiTask(encoder_of(BertConfig(**shape)))
    state = model.state_dict()
    for part, file in (("tagger", TAGGER), ("reader", READER), ("heads", HEADS)):
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
