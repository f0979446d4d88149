#!/usr/bin/python3
# Usage: /usr/bin/python3 engine-adapter/src/test/golden/trajectories.py   (Debian's python3-torch)
"""How two small networks learn in PyTorch over twenty steps, by each optimiser; the engine must take the same way.

Each run is made twice, in double and in single precision. What is written is the double one; that the single one stays
within a fifth of the tests' tolerance shows that the tolerance asks for the same arithmetic and not for luck.
"""
import copy
import pathlib

import torch
import torch.nn as nn
import torch.nn.functional as F

from golden import digits, draw, tensor, write

FOLDER = pathlib.Path(__file__).parent.parent / "resources" / "golden" / "trajectories"
STEPS = 20
TOLERANCE = 1e-5


class Residual(nn.Module):
    """conv → norm → relu → inner, added to what relu gave, → flatten → head. A bias before a norm has no gradient but
    rounding, which Adam would blow up to full steps, so conv has none."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(2, 4, 3, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(4)
        self.inner = nn.Conv2d(4, 4, 3, padding=1)
        self.head = nn.Linear(4 * 5 * 5, 3)

    def forward(self, x):
        x = F.relu(self.norm(self.conv(x)))
        return self.head(torch.flatten(x + self.inner(x), 1))


class Perceptron(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(4, 8)
        self.head = nn.Linear(8, 1)

    def forward(self, x):
        return self.head(torch.tanh(self.hidden(x)))


PLAIN = {"momentum": 0.0, "weight_decay": 0.0}
ADAM = {"betas": (0.9, 0.999), "eps": 1e-8, "weight_decay": 0.0}

# NAdam is run with foreach: in 1.13 the other way multiplies the momenta once too often, which 2.0 has mended.
# name: kind, settings, learning rate, what else a step does
RUNS = {
    "sgd": (torch.optim.SGD, PLAIN, 0.05, {}),
    "sgd_momentum": (torch.optim.SGD, {"momentum": 0.9, "weight_decay": 0.0}, 0.02, {}),
    "sgd_momentum_decay": (torch.optim.SGD, {"momentum": 0.8, "weight_decay": 0.05}, 0.02, {}),
    "sgd_nesterov_decay": (torch.optim.SGD, {"momentum": 0.8, "nesterov": True, "weight_decay": 0.05}, 0.02, {}),
    "sgd_dampening": (torch.optim.SGD, {"momentum": 0.9, "dampening": 0.4, "weight_decay": 0.05}, 0.02, {}),
    "adam": (torch.optim.Adam, ADAM, 0.003, {}),
    "adam_decay": (torch.optim.Adam, {"betas": (0.8, 0.99), "eps": 1e-6, "weight_decay": 0.05}, 0.003, {}),
    "adam_amsgrad": (torch.optim.Adam, {"betas": (0.7, 0.8), "eps": 1e-6, "weight_decay": 0.05, "amsgrad": True}, 0.003, {}),
    "adamw_amsgrad": (torch.optim.AdamW, {"betas": (0.7, 0.8), "eps": 1e-6, "weight_decay": 0.1, "amsgrad": True}, 0.003, {}),
    "adamw": (torch.optim.AdamW, {"betas": (0.9, 0.999), "eps": 1e-8, "weight_decay": 0.1}, 0.003, {}),
    "nadam": (torch.optim.NAdam, {"betas": (0.9, 0.999), "eps": 1e-8, "momentum_decay": 0.004, "weight_decay": 0.0,
                            "foreach": True},
              0.003, {}),
    "nadam_decay": (torch.optim.NAdam,
                    {"betas": (0.8, 0.99), "eps": 1e-6, "momentum_decay": 0.1, "weight_decay": 0.05, "foreach": True}, 0.003, {}),
    "rmsprop": (torch.optim.RMSprop, {"alpha": 0.9, "eps": 1e-6, "momentum": 0.0, "weight_decay": 0.0}, 0.002, {}),
    "rmsprop_momentum_decay": (torch.optim.RMSprop,
                               {"alpha": 0.95, "eps": 1e-5, "momentum": 0.7, "weight_decay": 0.05}, 0.001, {}),
    "rmsprop_centered": (torch.optim.RMSprop,
                         {"alpha": 0.9, "eps": 1e-4, "momentum": 0.0, "weight_decay": 0.0, "centered": True}, 0.001, {}),
    "rmsprop_centered_momentum_decay": (torch.optim.RMSprop, {"alpha": 0.95, "eps": 1e-3, "momentum": 0.7, "weight_decay": 0.05,
                                                              "centered": True}, 0.001, {"accumulation": 2}),
    "adagrad": (torch.optim.Adagrad, {"lr_decay": 0.0, "eps": 1e-10, "weight_decay": 0.0}, 0.01, {}),
    "adagrad_decay": (torch.optim.Adagrad, {"lr_decay": 0.1, "eps": 1e-8, "weight_decay": 0.05}, 0.02, {}),
    "adagrad_accumulator": (torch.optim.Adagrad, {"lr_decay": 0.0, "eps": 1e-10, "weight_decay": 0.0,
                                                  "initial_accumulator_value": 0.2}, 0.02, {}),
    "sgd_dampening_accumulation": (torch.optim.SGD, {"momentum": 0.9, "dampening": 0.4, "weight_decay": 0.0}, 0.02,
                                   {"accumulation": 3, "rates": {"head": 0.1}}),
    "sgd_clip_norm": (torch.optim.SGD, PLAIN, 0.05, {"clipNorm": 0.3}),
    "sgd_clip_value": (torch.optim.SGD, PLAIN, 0.05, {"clipValue": 0.02}),
    "sgd_l1": (torch.optim.SGD, PLAIN, 0.05, {"l1": 0.01}),
    "sgd_averaging": (torch.optim.SGD, {"momentum": 0.9, "weight_decay": 0.0}, 0.02, {"averaging": 0.9}),
    "adam_rates": (torch.optim.Adam, ADAM, 0.003, {"rates": {"head": 0.1}}),
    "sgd_accumulation": (torch.optim.SGD, {"momentum": 0.9, "weight_decay": 0.0}, 0.02, {"accumulation": 3}),
    "adam_accumulation": (torch.optim.Adam, {"betas": (0.8, 0.99), "eps": 1e-6, "weight_decay": 0.05}, 0.003,
                          {"accumulation": 4, "clipNorm": 0.3, "l1": 0.01, "averaging": 0.9, "rates": {"head": 0.1}}),
    "nadam_accumulation": (torch.optim.NAdam, {"betas": (0.9, 0.999), "eps": 1e-8, "momentum_decay": 0.004,
                                               "weight_decay": 0.0, "foreach": True}, 0.003,
                           {"accumulation": 2, "clipValue": 0.02}),
    "rmsprop_accumulation": (torch.optim.RMSprop, {"alpha": 0.9, "eps": 1e-6, "momentum": 0.7, "weight_decay": 0.05},
                             0.001, {"accumulation": 5, "rates": {"norm": 0, "hidden": 0}}),
    "adagrad_accumulation": (torch.optim.Adagrad, {"lr_decay": 0.0, "eps": 1e-10, "weight_decay": 0.0}, 0.01,
                             {"accumulation": 2}),
    "adamw_accumulation": (torch.optim.AdamW, {"betas": (0.9, 0.999), "eps": 1e-8, "weight_decay": 0.1}, 0.003,
                           {"accumulation": 3}),
    "sgd_frozen": (torch.optim.SGD, {"momentum": 0.9, "weight_decay": 0.0}, 0.02, {"rates": {"norm": 0, "hidden": 0}}),
}


def run(network, batches, loss_of, name, precision):
    network = copy.deepcopy(network).to(precision).train()
    kind, settings, rate, more = RUNS[name]
    rates = more.get("rates", {})
    for block, module in network.named_children():
        if rates.get(block, 1) == 0:
            module.eval().requires_grad_(False)
    groups = [{"params": list(module.parameters()), "lr": rate * rates.get(block, 1)}
              for block, module in network.named_children() if rates.get(block, 1) > 0]
    steps = kind(groups, lr=rate, **settings)
    learnt = [p for g in groups for p in g["params"]]
    averages = {k: v.clone() for k, v in weights(network).items()}
    losses = []
    for i in range(STEPS):
        x, y = batches[i % len(batches)]
        loss = loss_of(network(x.to(precision)), y if y.dtype == torch.int64 else y.to(precision))
        losses.append(loss.item())
        batches_a_move = more.get("accumulation", 1)
        ((loss + more.get("l1", 0) * sum(p.abs().sum() for p in learnt)) / batches_a_move).backward()
        moves = (i + 1) % batches_a_move == 0
        if moves and "clipNorm" in more:
            nn.utils.clip_grad_norm_(learnt, more["clipNorm"])
        if moves and "clipValue" in more:
            nn.utils.clip_grad_value_(learnt, more["clipValue"])
        if moves:
            steps.step()
            steps.zero_grad()
        for k, v in weights(network).items():
            if "running" in k:
                averages[k] = v
            elif moves:
                averages[k] = torch.lerp(averages[k], v, 1 - more.get("averaging", 0))
    return losses, averages


def weights(network):
    return {k: v.clone() for k, v in network.state_dict().items() if not k.endswith("num_batches_tracked")}


def trajectory(name, network, raw, task, loss_of, scaled):
    runs = []
    for optimiser, (kind, settings, rate, more) in RUNS.items():
        losses, after = run(network, [scaled(x, y) for x, y in raw], loss_of, optimiser, torch.float64)
        rough, rough_after = run(network, [scaled(x, y) for x, y in raw], loss_of, optimiser, torch.float32)
        worst = max([abs(a - b) for a, b in zip(losses, rough)]
                    + [((after[k] - rough_after[k]).abs() / after[k].abs().clamp(min=1)).max().item() for k in after])
        print(f"{name} {optimiser}: {losses[0]:.4f} → {losses[-1]:.4f}, single precision off by {worst:.1e}")
        assert worst < TOLERANCE / 5, (name, optimiser)
        named = {k: v for k, v in settings.items() if k not in ("betas", "foreach")}
        if "betas" in settings:
            named["beta1"], named["beta2"] = settings["betas"]
        runs.append({"name": optimiser, "optimiser": kind.__name__, **named, **more, "rate": rate,
                     "losses": [digits(v) for v in losses], "after": {k: tensor(v) for k, v in after.items()}})
    write(FOLDER / (name + ".json"),
          {"task": task, "weights": {k: tensor(v) for k, v in weights(network).items()},
           "batches": [{"x": tensor(x), "y": tensor(y)} for x, y in raw], "runs": runs})


def floats(network):
    """Weights that a float holds exactly."""
    return network.float().double()


torch.manual_seed(20)
trajectory("classification", floats(Residual()), [(draw(6, 2, 5, 5), torch.randint(3, (6,))) for _ in range(3)],
           {}, F.cross_entropy, lambda x, y: (x, y))

# Raw data as a table brings it: columns of different ranges, and a target in a unit of its own.
MEAN, STD = torch.tensor([10.0, -3.0, 0.0, 500.0]).double(), torch.tensor([4.0, 0.5, 1.0, 200.0]).double()
TARGET_MEAN, TARGET_STD = 40.0, 16.0


def row_batch():
    z = draw(8, 4)
    y = TARGET_MEAN + TARGET_STD * (z[:, 0] * 0.7 - z[:, 1] * z[:, 2] * 0.5 + 0.1 * draw(8))
    return (z * STD + MEAN).float().double(), y.float().double()


trajectory("regression", floats(Perceptron()), [row_batch() for _ in range(3)],
           {"mean": MEAN.tolist(), "std": STD.tolist(), "targetMean": TARGET_MEAN, "targetStd": TARGET_STD},
           F.mse_loss,
           lambda x, y: ((x - MEAN) / STD, ((y - TARGET_MEAN) / TARGET_STD).unsqueeze(1)))
