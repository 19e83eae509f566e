"""Large float weights of a graph as int8: the embedding, and the products that are too delicate for 8 bits a window."""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt
from onnx import GraphProto, NodeProto, TensorProto, helper, numpy_helper

#: Domain of the operators that onnxruntime has beside those of ONNX.
ONNXRUNTIME = "com.microsoft"
#: Behind the name of a parameter whose values are whole numbers times scales.
WHOLE, SCALES = "_int8", "_scales"
#: Behind the name of a parameter that the graph holds transposed, as onnxruntime has it.
TRANSPOSED = "_Transposed"
#: A table with as many rows is the embedding of pieces.
_EMBEDDING_ROWS = 10_000
#: Weights of a product with as many values are stored as int8.
_LARGE = 100_000
_BEHIND_GELU = re.compile(r"layer\.\d+\.output\.dense\.weight")
#: Rows behind a GELU as whole numbers from 0 to 127, zero at `_ZERO`: two products with int8 weights then fit into the
#: 16 bits that processors without VNNI add them in. A GELU is nowhere below -0.17.
_ZERO, _TOP, _LOWEST = 12, 127, 0.17


def store_as_int8(graph: GraphProto) -> None:
    """Large float weights, and all behind a GELU, as int8: of the embedding one scale a row, of a product one a column.

    Rows of the embedding are made float when they are looked up, weights of products when the graph is loaded; those
    behind a GELU are multiplied as they are (`_by_rows`).
    """
    for table in [t for t in graph.initializer if len(t.dims) == 2 and t.data_type == TensorProto.FLOAT]:
        embedding, behind_gelu = table.dims[0] >= _EMBEDDING_ROWS, _BEHIND_GELU.search(table.name) is not None
        product = table.name.endswith(TRANSPOSED) and table.dims[0] * table.dims[1] >= _LARGE
        if not (embedding or behind_gelu or product):
            continue
        whole, scales = _whole(numpy_helper.to_array(table), 1 if embedding else 0)
        graph.initializer.remove(table)
        graph.initializer.extend(
            [
                numpy_helper.from_array(whole, table.name + WHOLE),
                numpy_helper.from_array(scales.reshape(-1) if behind_gelu else scales, table.name + SCALES),
            ]
        )
        if embedding or behind_gelu:
            for node in [n for n in graph.node if table.name in n.input]:
                _replace(graph, node, _lookup(node, table.name) if embedding else _by_rows(node, table.name))
        else:
            cast = helper.make_node("Cast", [table.name + WHOLE], [table.name + "_float"], to=TensorProto.FLOAT)
            graph.node.insert(0, helper.make_node("Mul", [table.name + "_float", table.name + SCALES], [table.name]))
            graph.node.insert(0, cast)
    _add_constants(graph)


def _whole(values: npt.NDArray[np.float32], axis: int) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    """Whole numbers and the scales that they are to be multiplied by."""
    scales = np.abs(values).max(axis, keepdims=True).astype(np.float32) / 127
    scales[scales == 0] = 1
    return np.clip(np.rint(values / scales), -127, 127).astype(np.int8), scales


def _lookup(node: NodeProto, table: str) -> list[NodeProto]:
    """A lookup in a float table as lookups of row and scale, and their product."""
    if node.op_type != "Gather":
        raise ValueError(f"the embedding is read by {node.op_type}, not by Gather")
    ids, result = node.input[1], node.output[0]
    return [
        helper.make_node("Gather", [table + WHOLE, ids], [result + "_row"]),
        helper.make_node("Cast", [result + "_row"], [result + "_float"], to=TensorProto.FLOAT),
        helper.make_node("Gather", [table + SCALES, ids], [result + "_scale"]),
        helper.make_node("Mul", [result + "_float", result + "_scale"], [result]),
    ]


def _by_rows(node: NodeProto, table: str) -> list[NodeProto]:
    """A product with a float table as one of whole numbers, each row of the input with a scale of its own.

    With one scale a window, one outlier leaves all other rows few steps; with one a row nothing is lost that the
    weights do not lose anyway, and it takes half the time of the float product where the processor lacks VNNI.
    """
    given, result = node.input[0], node.output[0]
    unscaled = [result + "_whole", table + WHOLE, "gelu_step", table + SCALES, "gelu_zero"]
    return [
        helper.make_node("ReduceMax", [given], [result + "_most"], axes=[-1], keepdims=1),
        helper.make_node("Max", [result + "_most", "gelu_least"], [result + "_top"]),
        helper.make_node("Reciprocal", [result + "_top"], [result + "_inverse"]),
        helper.make_node("Mul", [given, result + "_inverse"], [result + "_share"]),
        helper.make_node("QuantizeLinear", [result + "_share", "gelu_step", "gelu_zero"], [result + "_whole"]),
        helper.make_node("MatMulIntegerToFloat", unscaled, [result + "_unscaled"], domain=ONNXRUNTIME),
        helper.make_node("Mul", [result + "_unscaled", result + "_top"], [result]),
    ]


def _add_constants(graph: GraphProto) -> None:
    """What `_by_rows` multiplies by; the least top is what leaves room for the lowest value of a GELU."""
    step, least = 1 / (_TOP - _ZERO), _LOWEST * (_TOP - _ZERO) / _ZERO
    for name, value in (
        ("gelu_step", np.float32(step)),
        ("gelu_least", np.float32(least)),
        ("gelu_zero", np.uint8(_ZERO)),
    ):
        graph.initializer.append(numpy_helper.from_array(np.array(value), name))


def _replace(graph: GraphProto, node: NodeProto, steps: list[NodeProto]) -> None:
    at = list(graph.node).index(node)
    graph.node.remove(node)
    for step, made in enumerate(steps):
        graph.node.insert(at + step, made)
