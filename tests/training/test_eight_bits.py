"""Products behind a GELU in whole numbers are those of the float weights, whatever outliers a row holds."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch", reason="extra `train`")

import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from pipeline.training.eight_bits import ONNXRUNTIME, store_as_int8

WEIGHT = "encoder.layer.0.output.dense.weight_Transposed"


def product(weights: np.ndarray, name: str) -> onnx.ModelProto:
    """A graph of one product with these weights."""
    node = helper.make_node("MatMul", ["x", name], ["y"])
    ends = [helper.make_tensor_value_info(n, TensorProto.FLOAT, [1, None, None]) for n in "xy"]
    graph = helper.make_graph([node], "product", ends[:1], ends[1:], [numpy_helper.from_array(weights, name)])
    domains = [helper.make_opsetid("", 17), helper.make_opsetid(ONNXRUNTIME, 1)]
    return helper.make_model(graph, opset_imports=domains, ir_version=8)


def test_an_outlier_costs_the_other_rows_nothing() -> None:
    generator = np.random.default_rng(0)
    weights = generator.normal(size=(64, 32)).astype(np.float32)
    rows = generator.normal(size=(1, 9, 64)).astype(np.float32)
    rows = rows * (rows > 0) + np.float32(-0.17) * (rows < -1)
    rows[0, 4, 7] = 60
    model = product(weights, WEIGHT)
    store_as_int8(model.graph)
    assert {n.op_type for n in model.graph.node} >= {"MatMulIntegerToFloat", "ReduceMax"}
    (found,) = onnxruntime.InferenceSession(model.SerializeToString()).run(None, {"x": rows})
    wanted = rows @ weights
    error = np.abs(found - wanted).max(axis=-1)[0] / wanted.std(axis=-1)[0]
    assert error[np.arange(9) != 4].max() < 0.1


def test_small_weights_elsewhere_stay_float() -> None:
    model = product(np.ones((64, 32), np.float32), "encoder.layer.0.attention.output.dense.weight_Transposed")
    store_as_int8(model.graph)
    assert [n.op_type for n in model.graph.node] == ["MatMul"]
