"""A trained model as ONNX graphs in 8 bits, with tokenizer and configuration, as the run time reads them."""

from __future__ import annotations

import json
import shutil
import tempfile
import warnings
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from pipeline.encoder.known_names import kinds
from pipeline.encoder.labels import attributes, layers, pair_labels
from pipeline.encoder.session import CONFIG, FORMAT, HEADS, READER, TAGGER, TOKENIZER
from pipeline.training.eight_bits import ONNXRUNTIME, TRANSPOSED, store_as_int8
from pipeline.training.model import MultiTask
from pipeline.training.one_window import OneWindow

_OPSET = 17
#: What of the encoder's configuration its weights do not tell.
SHAPE = (
    "vocab_size", "hidden_size", "num_hidden_layers", "num_attention_heads", "intermediate_size",
    "max_position_embeddings", "type_vocab_size", "layer_norm_eps",
)  # fmt: skip


def export(model: MultiTask, tokenizer: Path, out: Path, size: int) -> None:
    """Write the files that the run time reads to `out`: the tagger in 8 bits, reader and heads in float.

    Args:
        size: pieces of a window, at most.
    """
    model.eval()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        whole, smaller = Path(folder) / "whole.onnx", Path(folder) / "smaller.onnx"
        _export_tagger(model, whole)
        # per channel: per tensor loses two points of F1; reduced range: processors without VNNI overflow else
        quantize_dynamic(
            whole,
            smaller,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            op_types_to_quantize=["MatMul"],
            nodes_to_exclude=_delicate(whole),
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )
        graph = onnx.load(smaller)
        store_as_int8(graph.graph)
        onnx.save(graph, out / TAGGER)
    _export_reader(model, out / READER)
    _export_heads(model, out / HEADS)
    shutil.copyfile(tokenizer, out / TOKENIZER)
    config = {
        "format": FORMAT,
        "size": size,
        "encoder": {name: getattr(model.tagger.encoder.config, name) for name in SHAPE},
        "layers": {name: list(types) for name, types in layers().items()},
        "known": list(kinds()),
        "pairs": list(pair_labels()),
        "attributes": {name: list(values) for name, values in attributes().items()},
    }
    (out / CONFIG).write_text(json.dumps(config, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _export_tagger(model: MultiTask, path: Path) -> None:
    names = ["hidden", *layers(), "tone"]
    inputs = ["ids", "known"]
    axes = {name: {1: "pieces"} for name in (*inputs, *names[:-1])}
    example = (torch.ones(1, 16, dtype=torch.int64), torch.zeros(1, 16, dtype=torch.int64))
    _export(OneWindow(model.tagger), example, path, inputs, names, axes)


def _export_reader(model: MultiTask, path: Path) -> None:
    index, pair = torch.tensor([1, 3]), torch.tensor([0, 1, 0])
    inputs = ["hidden", "start", "end", "type", "subject", "object"]
    outputs = ["spans", "context", "shared"]
    axes = {"hidden": {0: "pieces"}} | {n: {0: "spans"} for n in ("start", "end", "type", "spans", "context")}
    axes |= {n: {0: "pairs"} for n in ("subject", "object", "shared")}
    example = (torch.zeros(16, model.tagger.encoder.config.hidden_size), index, index + 2, index, pair, 1 - pair)
    _export(model.reader, example, path, inputs, outputs, axes)


def _export_heads(model: MultiTask, path: Path) -> None:
    reader, index, pair = model.reader, torch.tensor([1, 3]), torch.tensor([0, 1, 0])
    inputs = ["spans", "context", "shared", "start", "type", "sentence", "subject", "object"]
    of_spans = [*attributes(), "company_direction"]
    of_pairs = ["labels", "modality", "direction"]
    axes = {n: {0: "spans"} for n in ("spans", "context", "start", "type", "sentence", *of_spans)}
    axes |= {"shared": {0: "near"}} | {n: {0: "pairs"} for n in ("subject", "object", *of_pairs)}
    widths = (reader.span.out_features, reader.value.out_features, reader.pair_value.out_features)
    read = tuple(torch.zeros(2, width) for width in widths)
    _export(model.heads, (*read, index, index, index, pair, 1 - pair), path, inputs, [*of_spans, *of_pairs], axes)


def _export(
    module: nn.Module,
    example: tuple[torch.Tensor, ...],
    path: Path,
    inputs: list[str],
    outputs: list[str],
    axes: dict[str, dict[int, str]],
) -> None:
    with warnings.catch_warnings():
        # the exporter by tracing: its successor needs onnxscript too
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module,
            example,
            str(path),
            input_names=inputs,
            output_names=outputs,
            dynamic_axes=axes,
            opset_version=_OPSET,
            dynamo=False,
            custom_opsets={ONNXRUNTIME: 1} if isinstance(module, OneWindow) else None,
        )
    graph = onnx.load(path)
    _name_weights(graph.graph, module)
    onnx.save(graph, path)


def _name_weights(graph: onnx.GraphProto, module: nn.Module) -> None:
    """Give weights that the exporter numbered the names of their parameters, by which `base.trained` finds them."""
    parameters = {name: value.detach().numpy().T for name, value in module.named_parameters() if value.dim() == 2}
    for weight in [w for w in graph.initializer if w.name.startswith("onnx::")]:
        values = numpy_helper.to_array(weight)
        name = next(n for n, p in parameters.items() if p.shape == values.shape and np.array_equal(p, values))
        for node in graph.node:
            node.input[:] = [name + TRANSPOSED if given == weight.name else given for given in node.input]
        weight.name = name + TRANSPOSED


def _delicate(path: Path) -> list[str]:
    """Products whose inputs have outliers that one range a window cannot hold: behind attention and behind each GELU.

    With 8 bits and one range, names lose 0.7 points of F1 on dev and titles 3.6; with these in float 0.2 and 1.2.
    Those behind a GELU are done by rows (`eight_bits`), those behind attention in float.
    """
    nodes = onnx.load(path, load_external_data=False).graph.node
    return [n.name for n in nodes if n.op_type == "MatMul" and n.name.endswith("/output/dense/MatMul")]
