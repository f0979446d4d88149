"""Trains a network in Python's PyTorch, step by step as its tutorials do.

Arguments: the network's name, a file with the inputs (float32) and then the classes (int64) of all batches, the shape of a
batch of inputs, the number of batches, threads, learning rate, seed. It says `ready` and the number of weights, or
`missing`; then for each number of steps that it reads, the milliseconds a step and the last loss.
"""
import itertools
import signal
import sys
import time

signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started this ends it
try:
    import torch
    from torch import nn
    from torch.nn import functional as F
except ImportError:
    print("missing", flush=True)
    sys.exit()


class Residual(nn.Module):
    def __init__(self, channels, filters, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, filters, 3, stride=stride, padding=1, bias=False)
        self.norm1 = nn.BatchNorm2d(filters)
        self.conv2 = nn.Conv2d(filters, filters, 3, padding=1, bias=False)
        self.norm2 = nn.BatchNorm2d(filters)
        self.short_cut = nn.Identity() if stride == 1 else nn.Sequential(
            nn.Conv2d(channels, filters, 1, stride=stride, bias=False), nn.BatchNorm2d(filters))

    def forward(self, x):
        y = F.relu(self.norm1(self.conv1(x)), inplace=True)
        return F.relu(self.norm2(self.conv2(y)) + self.short_cut(x), inplace=True)


class LastStep(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(28, 128, batch_first=True)

    def forward(self, x):
        return self.lstm(x)[0][:, -1]


class MeanOverPositions(nn.Module):
    def forward(self, x):
        return x.mean(dim=1)


def encoder():
    return nn.TransformerEncoderLayer(64, 4, dim_feedforward=128, dropout=0.0, batch_first=True)


NETWORKS = {
    "perceptron-16-64-64-3": lambda: nn.Sequential(
        nn.Linear(16, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 3)),
    "lenet-28x28": lambda: nn.Sequential(
        nn.Conv2d(1, 32, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(32, 64, 5, padding=2), nn.ReLU(),
        nn.MaxPool2d(2), nn.Flatten(), nn.Linear(3136, 128), nn.ReLU(), nn.Linear(128, 10)),
    "resnet-3x32x32": lambda: nn.Sequential(
        nn.Conv2d(3, 16, 3, padding=1, bias=False), nn.BatchNorm2d(16), nn.ReLU(inplace=True), Residual(16, 16, 1),
        Residual(16, 32, 2), Residual(32, 64, 2), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, 10)),
    "lstm-28x28": lambda: nn.Sequential(LastStep(), nn.Linear(128, 10)),
    "transformer-64x64": lambda: nn.Sequential(encoder(), encoder(), MeanOverPositions(), nn.Linear(64, 10)),
}

name, path, shape, batches, threads, rate, seed = sys.argv[1:]
if name not in NETWORKS:
    print("missing", flush=True)
    sys.exit()
torch.set_num_threads(int(threads))
torch.manual_seed(int(seed))
model = NETWORKS[name]()
optimizer = torch.optim.Adam(model.parameters(), lr=float(rate))
criterion = nn.CrossEntropyLoss()

shape = [int(batches)] + [int(axis) for axis in shape.split(",")]
size = 1
for axis in shape:
    size *= axis
with open(path, "rb") as file:
    inputs = torch.frombuffer(bytearray(file.read(4 * size)), dtype=torch.float32).reshape(shape)
    classes = torch.frombuffer(bytearray(file.read()), dtype=torch.int64).reshape(shape[:2])
data = itertools.cycle(zip(inputs, classes))


def run(steps):
    loss = float("nan")
    began = time.perf_counter()
    for x, y in itertools.islice(data, steps):
        optimizer.zero_grad(set_to_none=True)
        output = criterion(model(x), y)
        output.backward()
        optimizer.step()
        loss = output.item()
    return (time.perf_counter() - began) * 1e3 / steps, loss


print("ready", sum(p.numel() for p in model.parameters()), flush=True)
for line in sys.stdin:
    print(*run(int(line)), flush=True)
