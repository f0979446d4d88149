#!/usr/bin/python3
# Usage: /usr/bin/python3 engine-adapter/src/test/golden/losses.py   (Debian's python3-torch)
"""What each loss is in PyTorch, and where it leads: one step of plain SGD with a learning rate of 1, behind which a weight has
moved by its gradient; and twenty steps of Adam for a network of several weighted heads.

All is made twice, in double and in single precision; the double one is written, if the single one stays close to it.
"""
import copy
import pathlib

import torch
import torch.nn as nn
import torch.nn.functional as F

from golden import digits, draw, tensor, write

FOLDER = pathlib.Path(__file__).parent.parent / "resources" / "golden" / "losses"
TOLERANCE = 1e-5


class Heads(nn.Module):
    """A trunk, and layers side by side upon it; without a trunk the layers stand on the input."""

    def __init__(self, heads, trunk=None):
        super().__init__()
        if trunk:
            self.trunk = trunk
        self.names = list(heads)
        for name, layer in heads.items():
            self.add_module(name, layer)

    def forward(self, x):
        x = torch.tanh(self.trunk(x)) if hasattr(self, "trunk") else x
        return [getattr(self, name)(x) for name in self.names]


def run(network, x, ys, loss_of, adam, steps, precision):
    network = copy.deepcopy(network).to(precision)
    optimiser = torch.optim.Adam(network.parameters(), lr=0.01) if adam else torch.optim.SGD(network.parameters(), lr=1.0)
    x = x.to(precision)
    ys = [y.to(precision) if y.is_floating_point() else y for y in ys]
    losses = []
    for _ in range(steps):
        loss = loss_of(network(x), ys, x)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        losses.append(loss.item())
    return losses, network.state_dict()


def case(name, network, x, ys, loss_of, raw=None, adam=False, steps=1):
    network = network.float().double()
    losses, after = run(network, x, ys, loss_of, adam, steps, torch.float64)
    rough, rough_after = run(network, x, ys, loss_of, adam, steps, torch.float32)
    worst = max([abs(a - b) for a, b in zip(losses, rough)]
                + [((after[k] - rough_after[k]).abs() / after[k].abs().clamp(min=1)).max().item() for k in after])
    print(f"{name}: {losses[0]:.4f} → {losses[-1]:.4f}, single precision off by {worst:.1e}")
    assert worst < TOLERANCE / 5, name
    write(FOLDER / (name + ".json"),
          {"weights": {k: tensor(v) for k, v in network.state_dict().items()}, "x": tensor(x if raw is None else raw),
           "y": [tensor(y) for y in ys], "rate": 0.01 if adam else 1.0, "losses": [digits(v) for v in losses],
           "after": {k: tensor(v) for k, v in after.items()}})


def one(loss):
    return lambda answers, ys, x: loss(answers[0], ys[0])


def shares(rows, classes):
    return torch.softmax(draw(rows, classes), 1)


def floats(values):
    """Values that a float holds exactly."""
    return values.float().double()


torch.manual_seed(31)
HOLDS = (torch.rand(6, 3) < 0.4).double()
case("bce", Heads({"head": nn.Linear(4, 3)}), draw(6, 4), [HOLDS], one(F.binary_cross_entropy_with_logits))
POSITIVE = torch.tensor([2.5, 1.0, 0.5]).double()
case("bce_weights", Heads({"head": nn.Linear(4, 3)}), draw(6, 4), [HOLDS],
     one(lambda z, y: F.binary_cross_entropy_with_logits(z, y, pos_weight=POSITIVE.to(z.dtype))))
case("kl", Heads({"head": nn.Linear(4, 3)}), draw(6, 4), [floats(shares(6, 3))],
     one(lambda z, y: nn.KLDivLoss(reduction="batchmean")(F.log_softmax(z, 1), y)))
case("cosine", Heads({"head": nn.Linear(4, 3)}), draw(6, 4), [draw(6, 3) * 5 + 2],
     one(lambda z, y: nn.CosineEmbeddingLoss()(z, y, torch.ones(len(z), dtype=z.dtype))))
WEIGHTS = torch.tensor([0.5, 2.0, 1.0]).double()
case("segmentation", Heads({"head": nn.Conv2d(2, 3, 3, padding=1)}), draw(3, 2, 4, 5), [torch.randint(3, (3, 4, 5))],
     one(lambda z, y: F.cross_entropy(z, y, weight=WEIGHTS.to(z.dtype), label_smoothing=0.1)))
MEAN, STD = torch.tensor([10.0, -3.0, 0.5]).double(), torch.tensor([4.0, 0.5, 2.0]).double()
case("numbers", Heads({"head": nn.Linear(4, 3)}), draw(6, 4), [floats(draw(6, 3) * STD + MEAN)],
     one(lambda z, y: F.huber_loss(z, (y - MEAN.to(z.dtype)) / STD.to(z.dtype), delta=0.7)))

# Pictures as they are stored, scaled by channel; the network gives the scaled ones back.
PIXELS = torch.randint(256, (3, 2, 4, 4)).double()
PIXEL_MEAN, PIXEL_STD = torch.tensor([120.0, 90.0]).double(), torch.tensor([60.0, 75.0]).double()
SCALED = (PIXELS - PIXEL_MEAN[:, None, None]) / PIXEL_STD[:, None, None]
case("reconstruction", Heads({"head": nn.Conv2d(2, 2, 3, padding=1)}), SCALED, [],
     lambda answers, ys, x: F.mse_loss(answers[0], x), raw=PIXELS)
case("reconstruction_cosine", Heads({"head": nn.Conv2d(2, 2, 3, padding=1)}), SCALED, [],
     lambda answers, ys, x: (1 - F.cosine_similarity(answers[0].flatten(1), x.flatten(1))).mean(), raw=PIXELS)


def weighted(answers, ys, x):
    kind, size, tags, copy_of_x = answers
    y_kind, y_size, y_tags = ys
    return (F.cross_entropy(kind, y_kind) + 0.3 * F.mse_loss(size, (y_size - MEAN[:2].to(x.dtype)) / STD[:2].to(x.dtype))
            + 2.0 * F.binary_cross_entropy_with_logits(tags, y_tags, pos_weight=POSITIVE.to(x.dtype))
            + 0.05 * F.l1_loss(copy_of_x, x))


case("heads", Heads({"kind": nn.Linear(6, 3), "size": nn.Linear(6, 2), "tags": nn.Linear(6, 3), "copy": nn.Linear(6, 4)},
                    nn.Linear(4, 6)),
     draw(8, 4), [torch.randint(3, (8,)), floats(draw(8, 2) * STD[:2] + MEAN[:2]), (torch.rand(8, 3) < 0.5).double()],
     weighted, adam=True, steps=20)

# Drawn after all others, so that these keep their numbers.
case("tokens", Heads({"head": nn.Linear(4, 7)}), draw(3, 5, 4), [torch.randint(7, (3, 5))],
     one(lambda z, y: F.cross_entropy(z.transpose(1, 2), y)))
