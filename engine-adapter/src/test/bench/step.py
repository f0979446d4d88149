"""Training steps in Python's PyTorch, for StepBench: each line of input is a number of steps, each line of output the
milliseconds a step and the last loss."""
import sys
import time

import torch
from torch import nn

model, shape, classes, batch, threads = sys.argv[1:]
torch.set_num_threads(int(threads))
torch.manual_seed(1)
model = eval(model)
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
criterion = nn.CrossEntropyLoss()
data = [(torch.randn(int(batch), *map(int, shape.split(","))), torch.randint(int(classes), (int(batch),)))
        for _ in range(8)]


def run(steps):
    loss = float("nan")
    began = time.perf_counter()
    for i in range(steps):
        x, y = data[i % len(data)]
        optimizer.zero_grad(set_to_none=True)
        output = criterion(model(x), y)
        output.backward()
        optimizer.step()
        loss = output.item()
    return (time.perf_counter() - began) * 1e3 / steps, loss


print("ready", flush=True)
for line in sys.stdin:
    print(*run(int(line)), flush=True)
