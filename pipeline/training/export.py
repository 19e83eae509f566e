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
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from pipeline.encoder.labels import attributes, layers, pair_labels
from pipeline.encoder.session import CONFIG, HEADS, TAGGER, TOKENIZER
from pipeline.training.model import MultiTask

_OPSET = 17
#: What of the encoder's configuration its weights do not tell.
SHAPE = (
    "vocab_size", "hidden_size", "num_hidden_layers", "num_attention_heads", "intermediate_size",
    "max_position_embeddings", "type_vocab_size", "layer_norm_eps",
)  # fmt: skip
#: A table with as many rows is the embedding of pieces.
_EMBEDDING_ROWS = 10_000
#: Behind the name of a parameter whose values are whole numbers times scales.
WHOLE, SCALES = "_int8", "_scales"
#: Weights with as many values are stored as int8.
_LARGE = 100_000
#: Behind the name of a parameter that the graph holds transposed, as onnxruntime has it.
TRANSPOSED = "_Transposed"


def export(model: MultiTask, tokenizer: Path, out: Path, size: int) -> None:
    """Write `encoder.onnx` (int8), `heads.onnx` (float), `tokenizer.json` and `config.json` to `out`.

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
        )
        _store_as_int8(smaller, out / TAGGER)
    _export_heads(model, out / HEADS)
    shutil.copyfile(tokenizer, out / TOKENIZER)
    config = {
        "format": 1,
        "size": size,
        "encoder": {name: getattr(model.tagger.encoder.config, name) for name in SHAPE},
        "layers": {name: list(types) for name, types in layers().items()},
        "pairs": list(pair_labels()),
        "attributes": {name: list(values) for name, values in attributes().items()},
    }
    (out / CONFIG).write_text(json.dumps(config, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _export_tagger(model: MultiTask, path: Path) -> None:
    ids = torch.ones(2, 16, dtype=torch.int64)
    names = ["hidden", *layers(), "tone"]
    axes = {"ids": {0: "windows", 1: "pieces"}, "mask": {0: "windows", 1: "pieces"}, "tone": {0: "windows"}}
    axes |= {name: {0: "windows", 1: "pieces"} for name in names[:-1]}
    _export(model.tagger, (ids, torch.ones_like(ids)), path, ["ids", "mask"], names, axes)


def _export_heads(model: MultiTask, path: Path) -> None:
    width = model.tagger.encoder.config.hidden_size
    index = torch.tensor([1, 3])
    example = (torch.zeros(16, width), index, index + 2, index, index, index.flip(0) * 0)
    inputs = ["hidden", "start", "end", "type", "subject", "object"]
    of_spans = [*attributes(), "company_direction"]
    of_pairs = ["labels", "modality", "direction"]
    axes = {"hidden": {0: "pieces"}} | {n: {0: "spans"} for n in ("start", "end", "type", *of_spans)}
    axes |= {n: {0: "pairs"} for n in ("subject", "object", *of_pairs)}
    example = (torch.zeros(16, width), index, index + 2, index, torch.tensor([0, 1, 0]), torch.tensor([1, 0, 1]))
    _export(model.heads, example, path, inputs, [*of_spans, *of_pairs], axes)


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
    """Products whose inputs have outliers that 8 bits cannot hold: those behind attention and behind each GELU.

    Kept in float they cost no time on a processor without VNNI; on dev they bring back 0.5 of the 0.7 points of F1 of
    names that 8 bits lose, and 2.4 of 3.6 of titles.
    """
    nodes = onnx.load(path, load_external_data=False).graph.node
    return [n.name for n in nodes if n.op_type == "MatMul" and n.name.endswith("/output/dense/MatMul")]


def _store_as_int8(path: Path, out: Path) -> None:
    """Large float weights as int8: of the embedding one scale a row, of a product one a column.

    Rows of the embedding are made float when they are looked up, weights of products when the graph is loaded.
    """
    model = onnx.load(path)
    graph = model.graph
    for table in [t for t in graph.initializer if len(t.dims) == 2 and t.dims[0] * t.dims[1] >= _LARGE]:
        embedding = table.dims[0] >= _EMBEDDING_ROWS
        if table.data_type != TensorProto.FLOAT or not (embedding or table.name.endswith(TRANSPOSED)):
            continue
        values = numpy_helper.to_array(table)
        scales = np.abs(values).max(1 if embedding else 0, keepdims=True).astype(np.float32) / 127
        scales[scales == 0] = 1
        whole = np.clip(np.rint(values / scales), -127, 127).astype(np.int8)
        graph.initializer.remove(table)
        graph.initializer.extend(
            [
                numpy_helper.from_array(whole, table.name + WHOLE),
                numpy_helper.from_array(scales, table.name + SCALES),
            ]
        )
        if embedding:
            for node in [n for n in graph.node if table.name in n.input]:
                _replace_lookup(graph, node, table.name)
        else:
            cast = helper.make_node("Cast", [table.name + WHOLE], [table.name + "_float"], to=TensorProto.FLOAT)
            graph.node.insert(0, helper.make_node("Mul", [table.name + "_float", table.name + SCALES], [table.name]))
            graph.node.insert(0, cast)
    onnx.save(model, out)


def _replace_lookup(graph: onnx.GraphProto, node: onnx.NodeProto, table: str) -> None:
    """A lookup in a float table as lookups of row and scale, and their product."""
    if node.op_type != "Gather":
        raise ValueError(f"the embedding is read by {node.op_type}, not by Gather")
    ids, result = node.input[1], node.output[0]
    at = list(graph.node).index(node)
    steps = [
        helper.make_node("Gather", [table + WHOLE, ids], [result + "_row"]),
        helper.make_node("Cast", [result + "_row"], [result + "_float"], to=TensorProto.FLOAT),
        helper.make_node("Gather", [table + SCALES, ids], [result + "_scale"]),
        helper.make_node("Mul", [result + "_float", result + "_scale"], [result]),
    ]
    graph.node.remove(node)
    for step, made in enumerate(steps):
        graph.node.insert(at + step, made)
