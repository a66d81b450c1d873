"""Takes the weights of a reader back out of an exported int8 graph, for training that goes on from it."""
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from model import Reader


def restore(path: Path, labels) -> Reader:
    graph = onnx.load(str(path)).graph
    value = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    value |= {n.output[0]: numpy_helper.to_array(n.attribute[0].t) for n in graph.node if n.op_type == "Constant" and n.attribute[0].HasField("t")}

    def real(name):
        """A tensor by its name in the graph, whole numbers turned back into real ones; None where there is none."""
        if name in value and value[name].dtype == np.float32:
            return value[name]
        stem = name.removesuffix("_quantized")
        if stem + "_quantized" not in value:
            return None
        return (value[stem + "_quantized"].astype(np.float32) - value[stem + "_zero_point"].astype(np.float32)) * value[stem + "_scale"]

    products = {}
    for n in graph.node:
        if n.op_type in ("MatMulInteger", "MatMul") and (found := real(n.input[1])) is not None:
            products[n.name.strip("/").split("/MatMul")[0].replace("/", ".")] = found.T
        elif n.op_type == "Gemm":
            products[n.name.strip("/").split("/Gemm")[0].replace("/", ".")] = real(n.input[1])
    reader = Reader(labels)
    state, missing = {}, []
    for name, tensor in reader.state_dict().items():
        found = real("reader." + name)
        if found is None and (transposed := real(f"reader.{name}_Transposed")) is not None:
            found = transposed.T
        if found is None and name.endswith(".weight"):
            found = products.get(name.removesuffix(".weight"))
        if found is None or tuple(found.shape) != tuple(tensor.shape):
            missing.append((name, None if found is None else found.shape))
        else:
            state[name] = torch.from_numpy(np.ascontiguousarray(found).copy())
    if missing:
        raise SystemExit(f"{path} lacks {missing}")
    reader.load_state_dict(state)
    return reader
