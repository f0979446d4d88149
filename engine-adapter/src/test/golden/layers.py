#!/usr/bin/python3
# Usage: /usr/bin/python3 engine-adapter/src/test/golden/layers.py   (Debian's python3-torch)
"""What PyTorch says of each layer of the catalogue; the contract test of layers compares.

Each case says by hand which layer, with which settings, stands for which line of Python. That line is evaluated in
double precision: outside training on its own, and in training inside a small network whose loss every weight moves,
so that gradients also pass through layers that have no weights:

    x0, x1 … → BatchNorm pre0, pre1 … → layer → Flatten → Linear(1) head → mean squared error against y
"""
import pathlib

import torch
import torch.nn as nn
import torch.nn.functional as F  # the cases use it

from golden import digits, draw, tensor, write

FOLDER = pathlib.Path(__file__).parent.parent / "resources" / "golden" / "layers"
ROWS = 3


def case(name, layer, settings, shapes, line, call=None, same_as=None, random=False):
    """
    line: how the layer is written: a constructor, or an expression of x0, x1 …
    call: how the constructed module, `self`, is called, if not with all inputs
    same_as: another line that must give the same numbers, where PyTorch knows one
    random: training draws random numbers, so that only what is outside training can be compared
    """
    torch.manual_seed(sum(name.encode()))
    module = fill(eval(line).double()) if line.startswith("nn.") else None
    call = call or ("self(" + ", ".join(f"x{i}" for i in range(len(shapes))) + ")" if module else line)
    x = [draw(ROWS, *shape) for shape in shapes]
    weights = {"layer." + k: v.clone() for k, v in kept(module).items()}

    def run(inputs):
        return eval(call, globals(), {"self": module, **{f"x{i}": v for i, v in enumerate(inputs)}})

    if module:
        module.eval()
    output = run(x)
    if same_as:
        other = eval(same_as).double()
        other.load_state_dict(module.state_dict())
        assert torch.allclose(other(*x), output, atol=1e-12), name
    content = {"type": layer, "settings": settings, "line": line, "call": call, "x": [tensor(v) for v in x],
               "weights": {k: tensor(v) for k, v in weights.items()}, "output": tensor(output)}
    if not random:
        content["training"] = train(module, run, x, output[0].numel())
    write(FOLDER / (name + ".json"), content)


def train(module, run, x, features):
    parts = {f"pre{i}": fill(norm(v).double()) for i, v in enumerate(x)}
    if module:
        parts["layer"] = module
    head = parts["head"] = fill(nn.Linear(features, 1).double())
    y = draw(ROWS)
    before = named(parts)
    for part in parts.values():
        part.train()
    answer = head(torch.flatten(run([parts[f"pre{i}"](v) for i, v in enumerate(x)]), 1))
    loss = F.mse_loss(answer, y.unsqueeze(1))
    loss.backward()
    gradients = {f"{k}.{n}": p.grad for k, part in parts.items() for n, p in part.named_parameters()}
    statistics = {k: v for k, v in named(parts).items() if k not in gradients}
    around = {k: tensor(v) for k, v in before.items() if not k.startswith("layer.")}
    return {"weights": around, "y": tensor(y), "loss": digits(loss.item()),
            "gradients": {k: tensor(v) for k, v in gradients.items()},
            "statistics": {k: tensor(v) for k, v in statistics.items()}}


def norm(x):
    kind = {2: nn.BatchNorm1d, 3: nn.BatchNorm1d, 4: nn.BatchNorm2d, 5: nn.BatchNorm3d}[x.dim()]
    return kind(x.shape[1])


def fill(module):
    """Random weights of the size that training begins with; variances are positive."""
    state = {k: draw(*v.shape, low=0.5) if k.endswith("var") else shrunk(draw(*v.shape))
             for k, v in kept(module).items()}
    module.load_state_dict(state, strict=False)
    return module


def shrunk(weight):
    """By the root of the fan in, so that what comes out is about as large as what goes in."""
    return (weight / weight[0].numel() ** 0.5).float().double()


def kept(module):
    """The weights by name; the batch counter, which only `momentum=None` reads, is not one."""
    return {k: v for k, v in module.state_dict().items() if k != "num_batches_tracked"} if module else {}


def named(parts):
    return {f"{k}.{n}": v.clone() for k, part in parts.items() for n, v in kept(part).items()}


for old in FOLDER.glob("*.json"):
    old.unlink()

case("dense", "Dense", {"units": "4"}, [[5]], "nn.Linear(5, 4)")
case("dense_without_bias", "Dense", {"units": "3", "bias": "false"}, [[6]], "nn.Linear(6, 3, bias=False)")

case("conv2d", "Conv2d", {"filters": "4", "padding": "valid"}, [[3, 6, 5]], "nn.Conv2d(3, 4, 3)")
case("conv2d_padded_stride", "Conv2d", {"filters": "4", "kernelSize": "3×2", "stride": "2", "padding": "1×0"},
     [[3, 6, 5]], "nn.Conv2d(3, 4, (3, 2), stride=2, padding=(1, 0))")
case("conv2d_same", "Conv2d", {"filters": "4", "kernelSize": "3×5"}, [[2, 5, 6]],
     "nn.Conv2d(2, 4, (3, 5), padding=(1, 2))", same_as="nn.Conv2d(2, 4, (3, 5), padding='same')")
case("conv2d_same_even_kernel", "Conv2d", {"filters": "3", "kernelSize": "2×4"}, [[2, 5, 6]],
     "nn.Conv2d(2, 3, (2, 4))", "self(F.pad(x0, (1, 2, 0, 1)))", "nn.Conv2d(2, 3, (2, 4), padding='same')")
case("conv2d_same_one_axis_even", "Conv2d", {"filters": "3", "kernelSize": "3×2"}, [[2, 4, 5]],
     "nn.Conv2d(2, 3, (3, 2))", "self(F.pad(x0, (0, 1, 1, 1)))", "nn.Conv2d(2, 3, (3, 2), padding='same')")
# With a stride, same means ⌈input / stride⌉ places, as in Keras: 7 → 4 needs 3·2 + 3 - 7 = 2 zeros, 6 → 3 needs 1.
case("conv2d_same_stride", "Conv2d", {"filters": "3", "stride": "2"}, [[2, 7, 7]],
     "nn.Conv2d(2, 3, 3, stride=2, padding=1)")
case("conv2d_same_stride_uneven", "Conv2d", {"filters": "3", "stride": "2"}, [[2, 7, 6]],
     "nn.Conv2d(2, 3, 3, stride=2)", "self(F.pad(x0, (0, 1, 1, 1)))")
case("conv2d_same_stride_over_kernel", "Conv2d", {"filters": "3", "kernelSize": "1", "stride": "2×3"}, [[2, 5, 7]],
     "nn.Conv2d(2, 3, 1, stride=(2, 3))")
case("conv2d_dilated", "Conv2d", {"filters": "3", "kernelSize": "3×2", "dilation": "2×3", "padding": "valid"},
     [[2, 7, 6]], "nn.Conv2d(2, 3, (3, 2), dilation=(2, 3))")
case("conv2d_dilated_same", "Conv2d", {"filters": "3", "dilation": "2"}, [[2, 5, 5]],
     "nn.Conv2d(2, 3, 3, padding=2, dilation=2)", same_as="nn.Conv2d(2, 3, 3, padding='same', dilation=2)")
case("conv2d_groups_without_bias", "Conv2d", {"filters": "6", "groups": "2", "bias": "false", "padding": "valid"},
     [[4, 4, 5]], "nn.Conv2d(4, 6, 3, groups=2, bias=False)")
case("conv2d_depthwise", "Conv2d", {"filters": "3", "groups": "3"}, [[3, 4, 5]],
     "nn.Conv2d(3, 3, 3, padding=1, groups=3)")
case("conv2d_pointwise", "Conv2d", {"filters": "5", "kernelSize": "1×1"}, [[3, 4, 4]], "nn.Conv2d(3, 5, 1)")

case("max_pool2d", "MaxPool2d", {}, [[2, 6, 5]], "nn.MaxPool2d(2)")
case("max_pool2d_overlapping", "MaxPool2d", {"kernelSize": "3×2", "stride": "2×1", "padding": "1×0"}, [[2, 6, 5]],
     "nn.MaxPool2d((3, 2), stride=(2, 1), padding=(1, 0))")
case("max_pool2d_padded", "MaxPool2d", {"kernelSize": "3", "stride": "3", "padding": "1"}, [[2, 7, 8]],
     "nn.MaxPool2d(3, padding=1)")
case("avg_pool2d", "AvgPool2d", {}, [[2, 6, 5]], "nn.AvgPool2d(2)")
case("avg_pool2d_padded", "AvgPool2d", {"kernelSize": "3", "stride": "2", "padding": "1"}, [[2, 6, 7]],
     "nn.AvgPool2d(3, stride=2, padding=1)")
case("avg_pool2d_oblong", "AvgPool2d", {"kernelSize": "2×4", "stride": "1×2", "padding": "1×2"}, [[2, 4, 6]],
     "nn.AvgPool2d((2, 4), stride=(1, 2), padding=(1, 2))")
case("global_avg_pool", "GlobalAvgPool", {}, [[4, 3, 5]], "x0.mean(dim=(2, 3))")

case("batch_norm_features", "BatchNorm", {}, [[5]], "nn.BatchNorm1d(5)")
case("batch_norm_sequence", "BatchNorm", {"momentum": "0.25"}, [[4, 6]], "nn.BatchNorm1d(4, momentum=0.25)")
case("batch_norm_image", "BatchNorm", {"momentum": "0.3", "epsilon": "0.001"}, [[3, 4, 5]],
     "nn.BatchNorm2d(3, momentum=0.3, eps=0.001)")
case("batch_norm_volume", "BatchNorm", {"epsilon": "0.01"}, [[2, 2, 3, 4]], "nn.BatchNorm3d(2, eps=0.01)")

case("dropout", "Dropout", {"rate": "0.3"}, [[6]], "nn.Dropout(0.3)", random=True)
case("dropout_of_nothing", "Dropout", {"rate": "0"}, [[2, 3, 4]], "nn.Dropout(0.0)")

case("relu", "ReLU", {}, [[2, 3, 4]], "nn.ReLU()")
case("sigmoid", "Sigmoid", {}, [[2, 5]], "nn.Sigmoid()")
case("tanh", "Tanh", {}, [[7]], "nn.Tanh()")
case("softmax", "Softmax", {}, [[6]], "nn.Softmax(dim=-1)")
case("softmax_channels", "Softmax", {"axis": "1"}, [[3, 2, 4]], "nn.Softmax(dim=1)")
case("softmax_rows", "Softmax", {"axis": "-2"}, [[3, 4, 2]], "nn.Softmax(dim=-2)")

case("add", "Add", {}, [[2, 3, 4], [2, 3, 4]], "x0 + x1")
case("add_three", "Add", {}, [[5], [5], [5]], "x0 + x1 + x2")
case("concat_channels", "Concat", {}, [[2, 3, 4], [1, 3, 4]], "torch.cat([x0, x1], dim=1)")
case("concat_rows", "Concat", {"axis": "2"}, [[2, 3, 4], [2, 1, 4], [2, 2, 4]], "torch.cat([x0, x1, x2], dim=2)")
case("concat_last", "Concat", {"axis": "-1"}, [[2, 3], [2, 1], [2, 4]], "torch.cat([x0, x1, x2], dim=-1)")

case("flatten", "Flatten", {}, [[2, 3, 4]], "nn.Flatten()")
case("flatten_of_features", "Flatten", {}, [[5]], "nn.Flatten()")
case("reshape", "Reshape", {"shape": "3×4×2"}, [[4, 6]], "x0.reshape(-1, 3, 4, 2)")
case("reshape_to_features", "Reshape", {"shape": "12"}, [[2, 2, 3]], "x0.reshape(-1, 12)")
