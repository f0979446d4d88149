#!/usr/bin/python3
# Usage: /usr/bin/python3 engine-adapter/src/test/golden/layers.py   (Debian's python3-torch)
"""What PyTorch says of each layer of the catalogue; the contract test of layers compares.

Each case says by hand which layer, with which settings, stands for which line of Python. That line is evaluated in
double precision: outside training on its own, and in training inside a small network whose loss every weight moves,
so that gradients also pass through layers that have no weights:

    x0, x1 … → BatchNorm pre0, pre1 … → layer → Flatten → Linear(1) head → mean squared error against y

What comes out of several outputs is flattened and laid in one row for the head.
"""
import pathlib

import torch
import torch.nn as nn
import torch.nn.functional as F  # the cases use it

from golden import digits, draw, tensor, write

FOLDER = pathlib.Path(__file__).parent.parent / "resources" / "golden" / "layers"
ROWS = 3


def case(name, layer, settings, shapes, line, call=None, same_as=None, random=False, whole=None):
    """
    line: how the layer is written: a constructor, or an expression of x0, x1 …
    call: how the constructed module, `self`, is called, if not with all inputs
    same_as: another line that must give the same numbers, where PyTorch knows one
    random: training draws random numbers, so that only what is outside training can be compared
    whole: the whole numbers (tokens, masks) that some inputs, by their place, hold; no norm stands before these
    """
    torch.manual_seed(sum(name.encode()))
    module = fill(eval(line).double()) if line.startswith("nn.") else None
    call = call or ("self(" + ", ".join(f"x{i}" for i in range(len(shapes))) + ")" if module else line)
    whole = whole or {}
    x = [torch.tensor(whole[i]).double() if i in whole else draw(ROWS, *shape)
         for i, shape in enumerate(shapes)]
    weights = {"layer." + k: v.clone() for k, v in kept(module).items()}

    def run(inputs):
        names = {"self": nn.Identity().eval() if module is None else module}
        out = eval(call, globals(), names | {f"x{i}": v for i, v in enumerate(inputs)})
        return list(out) if isinstance(out, (tuple, list)) else [out]

    if module:
        module.eval()
    outputs = run(x)
    assert all(torch.isfinite(v).all() for v in outputs), name
    if same_as:
        other = eval(same_as).double()
        other.load_state_dict(module.state_dict())
        assert torch.allclose(other(*x), *outputs, atol=1e-12), name
    content = {"type": layer, "settings": settings, "line": line, "call": call, "x": [tensor(v) for v in x],
               "weights": {k: tensor(v) for k, v in weights.items()}, "outputs": [tensor(v) for v in outputs]}
    if whole:
        content["whole"] = list(whole)
    if not random:
        content["training"] = train(module, run, x, whole, sum(v[0].numel() for v in outputs))
    write(FOLDER / (name + ".json"), content)


def train(module, run, x, whole, features):
    parts = {f"pre{i}": fill(norm(v).double()) for i, v in enumerate(x) if i not in whole}
    if module:
        parts["layer"] = module
    head = parts["head"] = fill(nn.Linear(features, 1).double())
    y = draw(ROWS)
    before = named(parts)
    for part in parts.values():
        part.train()
    outputs = run([v if i in whole else parts[f"pre{i}"](v) for i, v in enumerate(x)])
    answer = head(torch.cat([torch.flatten(v, 1) for v in outputs], 1))
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

case("conv2d_reflect", "Conv2d", {"filters": "3", "paddingMode": "reflect", "kernelSize": "3×5"}, [[2, 5, 6]],
     "nn.Conv2d(2, 3, (3, 5), padding=(1, 2), padding_mode='reflect')")
case("conv2d_replicate", "Conv2d", {"filters": "3", "paddingMode": "replicate", "padding": "2", "bias": "false"},
     [[2, 3, 4]], "nn.Conv2d(2, 3, 3, padding=2, bias=False, padding_mode='replicate')")
case("conv2d_circular", "Conv2d", {"filters": "3", "paddingMode": "circular"}, [[2, 4, 5]],
     "nn.Conv2d(2, 3, 3, padding=1, padding_mode='circular')")
case("conv2d_reflect_even_kernel", "Conv2d", {"filters": "3", "kernelSize": "2×3", "paddingMode": "reflect"},
     [[2, 4, 5]], "nn.Conv2d(2, 3, (2, 3))", "self(F.pad(x0, (1, 1, 0, 1), mode='reflect'))")
case("conv2d_reflect_of_nothing", "Conv2d", {"filters": "3", "padding": "valid", "paddingMode": "reflect"},
     [[2, 4, 5]], "nn.Conv2d(2, 3, 3)")

case("conv1d", "Conv1d", {"filters": "4", "padding": "valid"}, [[3, 7]], "nn.Conv1d(3, 4, 3)")
case("conv1d_same", "Conv1d", {"filters": "4", "kernelSize": "5"}, [[2, 6]], "nn.Conv1d(2, 4, 5, padding=2)",
     same_as="nn.Conv1d(2, 4, 5, padding='same')")
case("conv1d_same_even_kernel", "Conv1d", {"filters": "4", "kernelSize": "4"}, [[2, 6]], "nn.Conv1d(2, 4, 4)",
     "self(F.pad(x0, (1, 2)))", "nn.Conv1d(2, 4, 4, padding='same')")
case("conv1d_everything", "Conv1d", {"filters": "6", "kernelSize": "3", "stride": "2", "padding": "2",
                                     "dilation": "2", "groups": "2", "bias": "false", "paddingMode": "circular"},
     [[4, 9]], "nn.Conv1d(4, 6, 3, stride=2, padding=2, dilation=2, groups=2, bias=False, padding_mode='circular')")
case("conv1d_reflect", "Conv1d", {"filters": "3", "paddingMode": "reflect"}, [[2, 5]],
     "nn.Conv1d(2, 3, 3, padding=1, padding_mode='reflect')")
case("conv1d_replicate_even_kernel", "Conv1d", {"filters": "3", "kernelSize": "2", "paddingMode": "replicate"},
     [[2, 5]], "nn.Conv1d(2, 3, 2)", "self(F.pad(x0, (0, 1), mode='replicate'))")

case("conv3d", "Conv3d", {"filters": "3", "padding": "valid", "kernelSize": "2"}, [[2, 3, 4, 3]],
     "nn.Conv3d(2, 3, 2)")
case("conv3d_same_stride", "Conv3d", {"filters": "2", "kernelSize": "1×3×3", "stride": "1×2×2"}, [[2, 2, 5, 5]],
     "nn.Conv3d(2, 2, (1, 3, 3), stride=(1, 2, 2), padding=(0, 1, 1))")
case("conv3d_same_even_kernel", "Conv3d", {"filters": "2", "kernelSize": "1×2×3"}, [[2, 2, 3, 4]],
     "nn.Conv3d(2, 2, (1, 2, 3))", "self(F.pad(x0, (1, 1, 0, 1, 0, 0)))",
     "nn.Conv3d(2, 2, (1, 2, 3), padding='same')")
case("conv3d_everything", "Conv3d", {"filters": "4", "kernelSize": "2×1×2", "padding": "1×0×1", "dilation": "1×1×2",
                                     "groups": "2", "bias": "false"},
     [[2, 2, 3, 3]],
     "nn.Conv3d(2, 4, (2, 1, 2), padding=(1, 0, 1), dilation=(1, 1, 2), groups=2, bias=False)")
case("conv3d_reflect", "Conv3d", {"filters": "2", "paddingMode": "reflect"}, [[1, 2, 3, 3]],
     "nn.Conv3d(1, 2, 3, padding=1, padding_mode='reflect')")

case("depthwise_conv2d", "DepthwiseConv2d", {}, [[3, 4, 5]], "nn.Conv2d(3, 3, 3, padding=1, groups=3)")
case("depthwise_conv2d_twice", "DepthwiseConv2d", {"multiplier": "2", "kernelSize": "2×3", "stride": "2", "bias": "false",
                                                   "padding": "valid"},
     [[3, 4, 5]], "nn.Conv2d(3, 6, (2, 3), stride=2, groups=3, bias=False)")
case("depthwise_conv2d_of_one_channel", "DepthwiseConv2d", {"multiplier": "3", "dilation": "2"}, [[1, 5, 5]],
     "nn.Conv2d(1, 3, 3, padding=2, dilation=2)")
case("separable_conv2d", "SeparableConv2d", {"filters": "4"}, [[3, 4, 5]],
     "nn.Sequential(nn.Conv2d(3, 3, 3, padding=1, groups=3, bias=False), nn.Conv2d(3, 4, 1))")
case("separable_conv2d_even_kernel", "SeparableConv2d",
     {"filters": "5", "kernelSize": "2×3", "multiplier": "2", "bias": "false"}, [[2, 4, 5]],
     "nn.Sequential(nn.Conv2d(2, 4, (2, 3), groups=2, bias=False), nn.Conv2d(4, 5, 1, bias=False))",
     "self(F.pad(x0, (1, 1, 0, 1)))")
case("conv_transpose1d", "ConvTranspose1d", {"filters": "3"}, [[2, 4]], "nn.ConvTranspose1d(2, 3, 2, stride=2)")
case("conv_transpose1d_everything", "ConvTranspose1d",
     {"filters": "4", "kernelSize": "3", "stride": "3", "padding": "1", "outputPadding": "2", "dilation": "2",
      "groups": "2", "bias": "false"},
     [[4, 4]], "nn.ConvTranspose1d(4, 4, 3, stride=3, padding=1, output_padding=2, groups=2, bias=False, dilation=2)")
case("conv_transpose2d", "ConvTranspose2d", {"filters": "3"}, [[2, 3, 4]], "nn.ConvTranspose2d(2, 3, 2, stride=2)")
case("conv_transpose2d_everything", "ConvTranspose2d",
     {"filters": "4", "kernelSize": "3×2", "stride": "2×3", "padding": "1×0", "outputPadding": "1×2", "dilation": "2×1",
      "groups": "2"},
     [[2, 3, 2]], "nn.ConvTranspose2d(2, 4, (3, 2), stride=(2, 3), padding=(1, 0), output_padding=(1, 2), groups=2,"
                  " dilation=(2, 1))")
case("conv_transpose2d_of_one", "ConvTranspose2d", {"filters": "2", "kernelSize": "3", "stride": "1", "bias": "false"},
     [[3, 2, 2]], "nn.ConvTranspose2d(3, 2, 3, bias=False)")

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
case("max_pool1d", "MaxPool1d", {}, [[2, 7]], "nn.MaxPool1d(2)")
case("max_pool1d_padded", "MaxPool1d", {"kernelSize": "3", "stride": "2", "padding": "1"}, [[2, 7]],
     "nn.MaxPool1d(3, stride=2, padding=1)")
case("avg_pool1d", "AvgPool1d", {}, [[2, 7]], "nn.AvgPool1d(2)")
case("avg_pool1d_padded", "AvgPool1d", {"kernelSize": "3", "stride": "2", "padding": "1"}, [[2, 7]],
     "nn.AvgPool1d(3, stride=2, padding=1)")
case("max_pool3d", "MaxPool3d", {}, [[2, 2, 4, 5]], "nn.MaxPool3d(2)")
case("max_pool3d_padded", "MaxPool3d", {"kernelSize": "1×2×3", "stride": "1×1×2", "padding": "0×1×1"}, [[2, 2, 3, 4]],
     "nn.MaxPool3d((1, 2, 3), stride=(1, 1, 2), padding=(0, 1, 1))")
case("avg_pool3d", "AvgPool3d", {}, [[2, 2, 4, 5]], "nn.AvgPool3d(2)")
case("avg_pool3d_padded", "AvgPool3d", {"kernelSize": "1×2×3", "stride": "1×1×2", "padding": "0×1×1"}, [[2, 2, 3, 4]],
     "nn.AvgPool3d((1, 2, 3), stride=(1, 1, 2), padding=(0, 1, 1))")
case("adaptive_avg_pool1d", "AdaptiveAvgPool1d", {"size": "3"}, [[2, 7]], "nn.AdaptiveAvgPool1d(3)")
case("adaptive_avg_pool2d", "AdaptiveAvgPool2d", {"size": "2×3"}, [[2, 5, 7]], "nn.AdaptiveAvgPool2d((2, 3))")
case("adaptive_avg_pool2d_larger", "AdaptiveAvgPool2d", {"size": "4"}, [[2, 3, 2]], "nn.AdaptiveAvgPool2d(4)")
case("adaptive_max_pool1d", "AdaptiveMaxPool1d", {"size": "3"}, [[2, 7]], "nn.AdaptiveMaxPool1d(3)")
case("adaptive_max_pool2d", "AdaptiveMaxPool2d", {"size": "2×3"}, [[2, 5, 7]], "nn.AdaptiveMaxPool2d((2, 3))")
case("adaptive_max_pool2d_larger", "AdaptiveMaxPool2d", {"size": "4"}, [[2, 3, 2]], "nn.AdaptiveMaxPool2d(4)")
case("global_avg_pool", "GlobalAvgPool", {}, [[4, 3, 5]], "x0.mean(dim=(2, 3))")
case("global_avg_pool_sequence", "GlobalAvgPool", {}, [[4, 5]], "x0.mean(dim=2)")
case("global_avg_pool_volume", "GlobalAvgPool", {}, [[3, 2, 2, 3]], "x0.mean(dim=(2, 3, 4))")
case("global_max_pool", "GlobalMaxPool", {}, [[4, 3, 5]], "x0.amax(dim=(2, 3))")
case("global_max_pool_sequence", "GlobalMaxPool", {}, [[4, 5]], "x0.amax(dim=2)")
case("global_max_pool_volume", "GlobalMaxPool", {}, [[3, 2, 2, 3]], "x0.amax(dim=(2, 3, 4))")
REAL = [[1, 1, 1, 1, 0], [1, 1, 0, 0, 0], [1, 1, 1, 1, 1]]
case("global_avg_pool_masked", "GlobalAvgPool", {}, [[4, 5], [5]],
     "(x0 * (x1 != 0).unsqueeze(1)).sum(dim=2) / (x1 != 0).sum(dim=1, keepdim=True).clamp(min=1)", whole={1: REAL})
case("global_max_pool_masked", "GlobalMaxPool", {}, [[4, 5], [5]],
     "x0.masked_fill(x1.unsqueeze(1) == 0, -torch.inf).amax(dim=2)", whole={1: REAL})

case("batch_norm_features", "BatchNorm", {}, [[5]], "nn.BatchNorm1d(5)")
case("batch_norm_sequence", "BatchNorm", {"momentum": "0.25"}, [[4, 6]], "nn.BatchNorm1d(4, momentum=0.25)")
case("batch_norm_image", "BatchNorm", {"momentum": "0.3", "epsilon": "0.001"}, [[3, 4, 5]],
     "nn.BatchNorm2d(3, momentum=0.3, eps=0.001)")
case("batch_norm_volume", "BatchNorm", {"epsilon": "0.01"}, [[2, 2, 3, 4]], "nn.BatchNorm3d(2, eps=0.01)")

case("layer_norm", "LayerNorm", {}, [[6]], "nn.LayerNorm(6)")
case("layer_norm_last", "LayerNorm", {"epsilon": "0.01"}, [[3, 2, 4]], "nn.LayerNorm(4, eps=0.01)")
case("layer_norm_all", "LayerNorm", {"over": "all"}, [[2, 3, 4]], "nn.LayerNorm([2, 3, 4])")
case("group_norm", "GroupNorm", {"groups": "2"}, [[4, 2, 3]], "nn.GroupNorm(2, 4)")
case("group_norm_features", "GroupNorm", {"groups": "3", "epsilon": "0.01"}, [[6]], "nn.GroupNorm(3, 6, eps=0.01)")
case("group_norm_each_channel", "GroupNorm", {"groups": "3"}, [[3, 4]], "nn.GroupNorm(3, 3)")
case("instance_norm", "InstanceNorm", {}, [[3, 2, 4]], "nn.InstanceNorm2d(3)")
case("instance_norm_affine", "InstanceNorm", {"affine": "true", "epsilon": "0.01"}, [[3, 5]],
     "nn.InstanceNorm1d(3, eps=0.01, affine=True)")
case("instance_norm_volume", "InstanceNorm", {"affine": "true"}, [[2, 2, 3, 2]], "nn.InstanceNorm3d(2, affine=True)")

case("dropout", "Dropout", {"rate": "0.3"}, [[6]], "nn.Dropout(0.3)", random=True)
case("dropout_of_nothing", "Dropout", {"rate": "0"}, [[2, 3, 4]], "nn.Dropout(0.0)")
case("spatial_dropout", "SpatialDropout", {}, [[4, 2, 3]], "nn.Dropout2d(0.2)", random=True)
case("spatial_dropout_sequence", "SpatialDropout", {"rate": "0.4"}, [[4, 5]], "nn.Dropout1d(0.4)", random=True)
case("spatial_dropout_of_nothing", "SpatialDropout", {"rate": "0"}, [[2, 2, 3, 2]], "nn.Dropout3d(0.0)")
case("gaussian_noise", "GaussianNoise", {"deviation": "0.5"}, [[2, 3]],
     "x0 + 0.5 * torch.randn_like(x0) if self.training else x0", random=True)

case("relu", "ReLU", {}, [[2, 3, 4]], "nn.ReLU()")
case("sigmoid", "Sigmoid", {}, [[2, 5]], "nn.Sigmoid()")
case("tanh", "Tanh", {}, [[7]], "nn.Tanh()")
case("relu6", "ReLU6", {}, [[2, 3, 4]], "nn.ReLU6()")
case("leaky_relu", "LeakyReLU", {}, [[2, 5]], "nn.LeakyReLU(0.01)")
case("leaky_relu_steep", "LeakyReLU", {"negativeSlope": "0.3"}, [[7]], "nn.LeakyReLU(0.3)")
case("prelu", "PReLU", {}, [[3, 2, 4]], "nn.PReLU()")
case("prelu_channels", "PReLU", {"perChannel": "true"}, [[3, 2, 4]], "nn.PReLU(3)")
case("prelu_features", "PReLU", {"perChannel": "true"}, [[5]], "nn.PReLU(5)")
case("elu", "ELU", {"alpha": "1.5"}, [[2, 5]], "nn.ELU(alpha=1.5)")
case("selu", "SELU", {}, [[2, 5]], "nn.SELU()")
case("gelu", "GELU", {}, [[2, 5]], "nn.GELU()")
case("gelu_tanh", "GELU", {"approximate": "tanh"}, [[2, 5]], "nn.GELU(approximate='tanh')")
case("silu", "SiLU", {}, [[2, 5]], "nn.SiLU()")
case("mish", "Mish", {}, [[2, 5]], "nn.Mish()")
case("hardswish", "Hardswish", {}, [[2, 3, 4]], "nn.Hardswish()")
case("softplus", "Softplus", {}, [[2, 5]], "nn.Softplus()")
case("softmax", "Softmax", {}, [[6]], "nn.Softmax(dim=-1)")
case("softmax_channels", "Softmax", {"axis": "1"}, [[3, 2, 4]], "nn.Softmax(dim=1)")
case("softmax_rows", "Softmax", {"axis": "-2"}, [[3, 4, 2]], "nn.Softmax(dim=-2)")
case("log_softmax", "LogSoftmax", {}, [[6]], "nn.LogSoftmax(dim=-1)")
case("log_softmax_channels", "LogSoftmax", {"axis": "1"}, [[3, 2, 4]], "nn.LogSoftmax(dim=1)")

case("add", "Add", {}, [[2, 3, 4], [2, 3, 4]], "x0 + x1")
case("add_three", "Add", {}, [[5], [5], [5]], "x0 + x1 + x2")
case("multiply", "Multiply", {}, [[2, 3], [2, 3]], "x0 * x1")
case("multiply_three", "Multiply", {}, [[5], [5], [5]], "x0 * x1 * x2")
case("subtract", "Subtract", {}, [[2, 3], [2, 3]], "x0 - x1")
case("average", "Average", {}, [[2, 3], [2, 3]], "(x0 + x1) / 2")
case("average_three", "Average", {}, [[5], [5], [5]], "(x0 + x1 + x2) / 3")
case("maximum", "Maximum", {}, [[2, 3], [2, 3]], "torch.maximum(x0, x1)")
case("maximum_three", "Maximum", {}, [[5], [5], [5]], "torch.maximum(torch.maximum(x0, x1), x2)")
case("dot", "Dot", {}, [[5], [5]], "(x0 * x1).sum(dim=-1).reshape(-1, 1)")
case("dot_sequence", "Dot", {}, [[3, 4], [3, 4]], "(x0 * x1).sum(dim=-1)")
case("dot_cosine", "Dot", {"normalise": "true"}, [[5], [5]], "F.cosine_similarity(x0, x1, dim=-1).reshape(-1, 1)")
case("dot_cosine_image", "Dot", {"normalise": "true"}, [[2, 3, 4], [2, 3, 4]], "F.cosine_similarity(x0, x1, dim=-1)")
case("concat_channels", "Concat", {}, [[2, 3, 4], [1, 3, 4]], "torch.cat([x0, x1], dim=1)")
case("concat_rows", "Concat", {"axis": "2"}, [[2, 3, 4], [2, 1, 4], [2, 2, 4]], "torch.cat([x0, x1, x2], dim=2)")
case("concat_last", "Concat", {"axis": "-1"}, [[2, 3], [2, 1], [2, 4]], "torch.cat([x0, x1, x2], dim=-1)")

case("flatten", "Flatten", {}, [[2, 3, 4]], "nn.Flatten()")
case("flatten_of_features", "Flatten", {}, [[5]], "nn.Flatten()")
case("reshape", "Reshape", {"shape": "3×4×2"}, [[4, 6]], "x0.reshape(-1, 3, 4, 2)")
case("reshape_to_features", "Reshape", {"shape": "12"}, [[2, 2, 3]], "x0.reshape(-1, 12)")
case("permute", "Permute", {}, [[3, 4]], "x0.permute(0, 2, 1)")
case("permute_image", "Permute", {"order": "2, 3, 1"}, [[2, 3, 4]], "x0.permute(0, 2, 3, 1)")
case("permute_of_features", "Permute", {"order": "1"}, [[4]], "x0.permute(0, 1)")
case("slice", "Slice", {}, [[4]], "x0[:, :]")
case("slice_every_other", "Slice", {"step": "2"}, [[7]], "x0[:, ::2]")
case("slice_rows", "Slice", {"axis": "2", "start": "1", "end": "-1"}, [[2, 4, 3]], "x0[:, :, 1:-1]")
case("slice_last", "Slice", {"axis": "-1", "start": "-5", "end": "8", "step": "2"}, [[3, 2, 6]], "x0[:, :, :, -5:8:2]")
case("split", "Split", {}, [[4, 3]], "x0.chunk(2, dim=1)")
case("split_features", "Split", {"parts": "3", "axis": "-1"}, [[6]], "x0.chunk(3, dim=-1)")
case("split_into_one", "Split", {"parts": "1", "axis": "2"}, [[2, 3]], "x0.chunk(1, dim=2)")
case("pad", "Pad", {}, [[2, 3, 4]], "F.pad(x0, (1, 1, 1, 1))")
case("pad_sequence", "Pad", {"top": "0", "bottom": "0", "left": "2", "value": "0.5"}, [[2, 4]],
     "F.pad(x0, (2, 1), value=0.5)")
case("pad_reflect", "Pad", {"left": "0", "right": "3", "bottom": "2", "mode": "reflect"}, [[2, 3, 4]],
     "F.pad(x0, (0, 3, 1, 2), mode='reflect')")
case("pad_replicate", "Pad", {"top": "0", "bottom": "0", "left": "6", "mode": "replicate"}, [[2, 4]],
     "F.pad(x0, (6, 1), mode='replicate')")
case("pad_circular", "Pad", {"left": "4", "mode": "circular"}, [[2, 3, 4]], "F.pad(x0, (4, 1, 1, 1), mode='circular')")
case("crop", "Crop", {}, [[2, 4, 5]], "x0[:, :, 1:-1, 1:-1]")
case("crop_sequence", "Crop", {"top": "0", "bottom": "0", "left": "0", "right": "3"}, [[2, 5]], "x0[:, :, :-3]")
case("upsample", "Upsample", {}, [[2, 3, 2]], "nn.Upsample(scale_factor=2)")
case("upsample_bilinear", "Upsample", {"scale": "2×3", "mode": "bilinear"}, [[2, 3, 4]],
     "nn.Upsample(scale_factor=(2, 3), mode='bilinear')")
case("pixel_shuffle", "PixelShuffle", {}, [[8, 2, 3]], "nn.PixelShuffle(2)")

TOKENS = [[0, 3, 6, 3], [2, 2, 1, 0], [6, 5, 3, 2]]
VOCABULARY = {"vocabularySize": "7", "size": "3"}
case("embedding", "Embedding", VOCABULARY, [[4]], "nn.Embedding(7, 3)", "self(x0.long())", whole={0: TOKENS})
case("embedding_padding", "Embedding", {**VOCABULARY, "paddingIndex": "2"}, [[4]],
     "nn.Embedding(7, 3, padding_idx=2)", "self(x0.long())", whole={0: TOKENS})
case("padding_mask", "PaddingMask", {}, [[4]], "(x0 != 0).to(x0)", whole={0: TOKENS})
case("padding_mask_of_another_token", "PaddingMask", {"paddingIndex": "2"}, [[4]], "(x0 != 2).to(x0)",
     whole={0: TOKENS})
WAVES = "torch.sin(torch.arange({0}.).unsqueeze(1) / 10000 ** (torch.arange({1}) // 2 * 2 / {1}) + torch.arange({1}) " \
        "% 2 * torch.pi / 2).to(x0)"
case("sinusoidal_position", "SinusoidalPosition", {}, [[5, 6]], "x0 + " + WAVES.format(5, 6))
case("sinusoidal_position_odd", "SinusoidalPosition", {}, [[4, 3]], "x0 + " + WAVES.format(4, 3))
case("learned_position", "LearnedPosition", {}, [[4, 3]], "nn.Embedding(4, 3)", "x0 + self.weight")
case("class_token", "ClassToken", {}, [[4, 3]], "nn.Embedding(1, 3)",
     "torch.cat([self.weight.expand(len(x0), 1, -1), x0], dim=1)")
case("patch_embedding", "PatchEmbedding", {"patchSize": "2×3", "size": "5"}, [[2, 4, 6]],
     "nn.Conv2d(2, 5, (2, 3), stride=(2, 3))", "self(x0).flatten(2).transpose(1, 2)")
case("positionwise_dense", "PositionwiseDense", {"units": "4"}, [[3, 5]], "nn.Linear(5, 4)")
case("positionwise_dense_without_bias", "PositionwiseDense", {"units": "2", "bias": "false"}, [[3, 4]],
     "nn.Linear(4, 2, bias=False)")

case("rnn", "RNN", {"units": "4"}, [[5, 3]], "nn.RNN(3, 4, batch_first=True)", "self(x0)[1][-1]")
case("rnn_relu_all_steps", "RNN", {"units": "4", "activation": "relu", "steps": "all"}, [[5, 3]],
     "nn.RNN(3, 4, nonlinearity='relu', batch_first=True)", "self(x0)[0]")
case("rnn_deep_from_both_ends", "RNN", {"units": "3", "layers": "2", "bidirectional": "true"}, [[4, 2]],
     "nn.RNN(2, 3, num_layers=2, batch_first=True, bidirectional=True)",
     "self(x0)[1][-2:].transpose(0, 1).flatten(1)")
case("lstm", "LSTM", {"units": "4"}, [[5, 3]], "nn.LSTM(3, 4, batch_first=True)", "self(x0)[1][0][-1]")
case("lstm_all_steps", "LSTM", {"units": "3", "layers": "2", "steps": "all"}, [[5, 3]],
     "nn.LSTM(3, 3, num_layers=2, batch_first=True)", "self(x0)[0]")
case("lstm_from_both_ends", "LSTM", {"units": "3", "bidirectional": "true"}, [[4, 3]],
     "nn.LSTM(3, 3, batch_first=True, bidirectional=True)", "self(x0)[1][0][-2:].transpose(0, 1).flatten(1)")
case("lstm_from_both_ends_all_steps", "LSTM", {"units": "2", "layers": "2", "bidirectional": "true", "steps": "all"},
     [[4, 3]], "nn.LSTM(3, 2, num_layers=2, batch_first=True, bidirectional=True)", "self(x0)[0]")
case("lstm_dropout", "LSTM", {"units": "3", "layers": "2", "dropout": "0.3"}, [[4, 3]],
     "nn.LSTM(3, 3, num_layers=2, batch_first=True, dropout=0.3)", "self(x0)[1][0][-1]", random=True)
case("gru", "GRU", {"units": "4", "dropout": "0.3"}, [[5, 3]], "nn.GRU(3, 4, batch_first=True)", "self(x0)[1][-1]")
case("gru_deep_from_both_ends", "GRU", {"units": "2", "layers": "2", "bidirectional": "true", "steps": "all"},
     [[4, 3]], "nn.GRU(3, 2, num_layers=2, batch_first=True, bidirectional=True)", "self(x0)[0]")

PACKED = "nn.utils.rnn.pack_padded_sequence(x0, (x1 != 0).sum(1).clamp(min=1).cpu(), batch_first=True, " \
         "enforce_sorted=False)"
case("lstm_masked", "LSTM", {"units": "4", "layers": "2"}, [[5, 3], [5]],
     "nn.LSTM(3, 4, num_layers=2, batch_first=True)", f"self({PACKED})[1][0][-1]", whole={1: REAL})
case("lstm_masked_from_both_ends", "LSTM", {"units": "3", "layers": "2", "bidirectional": "true"}, [[5, 3], [5]],
     "nn.LSTM(3, 3, num_layers=2, batch_first=True, bidirectional=True)",
     f"self({PACKED})[1][0][-2:].transpose(0, 1).flatten(1)", whole={1: REAL})
case("gru_masked_all_steps", "GRU", {"units": "3", "bidirectional": "true", "steps": "all"}, [[5, 2], [5]],
     "nn.GRU(2, 3, batch_first=True, bidirectional=True)",
     f"nn.utils.rnn.pad_packed_sequence(self({PACKED})[0], batch_first=True, total_length=5)[0]", whole={1: REAL})
case("rnn_masked", "RNN", {"units": "4"}, [[5, 3], [5]], "nn.RNN(3, 4, batch_first=True)", f"self({PACKED})[1][-1]",
     whole={1: REAL})

MASK = [[1, 1, 1, 1, 0], [1, 0, 1, 0, 0], [1, 1, 1, 1, 1]]
HEADS = {"heads": "2"}
PAST = "torch.ones({0}, {0}, device=x0.device).triu(1).bool()"
case("self_attention", "SelfAttention", HEADS, [[4, 6]], "nn.MultiheadAttention(6, 2, batch_first=True)",
     "self(x0, x0, x0, need_weights=False)[0]")
case("self_attention_causal", "SelfAttention", {"heads": "1", "causal": "true"}, [[4, 3]],
     "nn.MultiheadAttention(3, 1, batch_first=True)",
     f"self(x0, x0, x0, attn_mask={PAST.format(4)}, need_weights=False)[0]")
case("self_attention_masked", "SelfAttention", HEADS, [[5, 4], [5]], "nn.MultiheadAttention(4, 2, batch_first=True)",
     "self(x0, x0, x0, key_padding_mask=x1 == 0, need_weights=False)[0]", whole={1: MASK})
case("self_attention_causal_dropout", "SelfAttention", {**HEADS, "causal": "true", "dropout": "0.2"}, [[4, 6]],
     "nn.MultiheadAttention(6, 2, dropout=0.2, batch_first=True)",
     f"self(x0, x0, x0, attn_mask={PAST.format(4)}, need_weights=False)[0]", random=True)
case("cross_attention", "CrossAttention", HEADS, [[3, 6], [4, 6]], "nn.MultiheadAttention(6, 2, batch_first=True)",
     "self(x0, x1, x1, need_weights=False)[0]")
case("cross_attention_of_other_width", "CrossAttention", HEADS, [[3, 4], [5, 3]],
     "nn.MultiheadAttention(4, 2, kdim=3, vdim=3, batch_first=True)", "self(x0, x1, x1, need_weights=False)[0]")
case("cross_attention_masked", "CrossAttention", HEADS, [[3, 4], [5, 4], [5]],
     "nn.MultiheadAttention(4, 2, batch_first=True)",
     "self(x0, x1, x1, key_padding_mask=x2 == 0, need_weights=False)[0]", whole={2: MASK})

BLOCK = {"heads": "2", "feedForward": "5", "dropout": "0", "activation": "relu", "normFirst": "false"}
case("transformer_encoder", "TransformerEncoder", BLOCK, [[4, 6]],
     "nn.TransformerEncoderLayer(6, 2, dim_feedforward=5, dropout=0.0, batch_first=True)", "self(x0)")
case("transformer_encoder_norm_first", "TransformerEncoder", {**BLOCK, "activation": "gelu", "normFirst": "true"},
     [[3, 4]], "nn.TransformerEncoderLayer(4, 2, dim_feedforward=5, dropout=0.0, activation='gelu', batch_first=True, "
     "norm_first=True)", "self(x0)")
case("transformer_encoder_causal_masked", "TransformerEncoder", {**BLOCK, "causal": "true"}, [[5, 4], [5]],
     "nn.TransformerEncoderLayer(4, 2, dim_feedforward=5, dropout=0.0, batch_first=True)",
     f"self(x0, src_mask={PAST.format(5)}, src_key_padding_mask=x1 == 0)", whole={1: MASK})
case("transformer_encoder_dropout", "TransformerEncoder", {"heads": "1", "feedForward": "3", "normFirst": "false"},
     [[3, 2]], "nn.TransformerEncoderLayer(2, 1, dim_feedforward=3, activation='gelu', batch_first=True)", "self(x0)",
     random=True)
case("transformer_decoder", "TransformerDecoder", BLOCK, [[4, 6], [3, 6]],
     "nn.TransformerDecoderLayer(6, 2, dim_feedforward=5, dropout=0.0, batch_first=True)",
     f"self(x0, x1, tgt_mask={PAST.format(4)})")
case("transformer_decoder_norm_first_masked", "TransformerDecoder", {**BLOCK, "normFirst": "true", "causal": "false"},
     [[3, 4], [5, 4], [5]],
     "nn.TransformerDecoderLayer(4, 2, dim_feedforward=5, dropout=0.0, batch_first=True, norm_first=True)",
     "self(x0, x1, memory_key_padding_mask=x2 == 0)", whole={2: MASK})

case("squeeze_excitation", "SqueezeExcitation", {"reduction": "2"}, [[4, 3, 2]],
     "nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Conv2d(4, 2, 1), nn.ReLU(), nn.Conv2d(2, 4, 1), nn.Sigmoid())",
     "x0 * self(x0)")
case("squeeze_excitation_of_few_channels", "SqueezeExcitation", {}, [[3, 2, 2]],
     "nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Conv2d(3, 1, 1), nn.ReLU(), nn.Conv2d(1, 3, 1), nn.Sigmoid())",
     "x0 * self(x0)")

case("lambda_of_one", "Lambda", {}, [[2, 3]], "x0 * torch.sigmoid(x0)")
case("lambda_of_two", "Lambda", {"expression": "(x0 - x1)^2 / (1 + abs(x0)) - -2 * x1"}, [[3, 2], [3, 2]],
     "(x0 - x1) ** 2 / (1 + torch.abs(x0)) - -2 * x1")
case("lambda_of_functions", "Lambda", {"expression": "exp(sin(x)) + log(1 + cos(x)^2) - sqrt(x*x + .5) * tanh(x)"},
     [[4]], "torch.exp(torch.sin(x0)) + torch.log(1 + torch.cos(x0) ** 2) - torch.sqrt(x0 * x0 + 0.5) * torch.tanh(x0)")
BOUNDS = "min(x0, x1) * max(2, x0) - relu(x1) / max(x1, x0) + clamp(x0, -1, 1)"
case("lambda_of_bounds", "Lambda", {"expression": BOUNDS}, [[5], [5]],
     "torch.minimum(x0, x1) * torch.clamp(x0, min=2) - torch.relu(x1) / torch.maximum(x1, x0) + "
     "torch.clamp(torch.clamp(x0, min=-1), max=1)")
case("lambda_of_numbers_first", "Lambda", {"expression": "2 - x - 3 / (4 + x^2) * 1.5^-x^2 * sqrt(4)"}, [[4]],
     "2 - x0 - 3 / (4 + x0 ** 2) * 1.5 ** -x0 ** 2 * 2")
