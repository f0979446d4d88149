#!/usr/bin/python3
# Usage: /usr/bin/python3 engine-adapter/src/test/golden/schedules.py   (Debian's python3-torch)
"""The learning rates that PyTorch's schedulers give, as factors, for every step of twelve epochs of five steps."""
import pathlib

import torch
from torch.optim import lr_scheduler as kinds

from golden import write

FILE = pathlib.Path(__file__).parent.parent / "resources" / "golden" / "schedules.json"
EPOCHS, STEPS = 12, 5
TOTAL = EPOCHS * STEPS
RATE = 0.1


def factors(make, by_epoch):
    optimiser = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=RATE)
    schedule = make(optimiser)
    seen = []
    for step in range(TOTAL):
        seen.append(optimiser.param_groups[0]["lr"] / RATE)
        optimiser.step()
        if step < TOTAL - 1 and (not by_epoch or (step + 1) % STEPS == 0):
            schedule.step()
    return seen


LOSSES = [1.0, 0.9, 0.95, 0.92, 0.91, 0.93, 0.94, 0.95, 0.96, 0.5, 0.6, 0.5, 0.5, 0.7, 0.4, 0.41]


def plateau(patience):
    optimiser = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=RATE)
    schedule = kinds.ReduceLROnPlateau(optimiser, factor=0.3, patience=patience, threshold=0)
    seen = []
    for loss in LOSSES:
        schedule.step(loss)
        seen.append(optimiser.param_groups[0]["lr"] / RATE)
    return {"patience": patience, "losses": LOSSES, "factors": seen}


write(FILE, {
    "epochs": EPOCHS, "steps": STEPS,
    "constant": factors(lambda o: kinds.ConstantLR(o, factor=1), False),
    "step": factors(lambda o: kinds.StepLR(o, step_size=3, gamma=0.4), True),
    "exponential": factors(lambda o: kinds.ExponentialLR(o, gamma=0.9), True),
    "cosine": factors(lambda o: kinds.CosineAnnealingLR(o, T_max=TOTAL - 1, eta_min=0.05 * RATE), False),
    "cosineToNothing": factors(lambda o: kinds.CosineAnnealingLR(o, T_max=TOTAL - 1), False),
    "oneCycle": factors(lambda o: kinds.OneCycleLR(o, max_lr=RATE, total_steps=TOTAL, pct_start=0.3,
                                                   cycle_momentum=False), False),
    "warmUp": factors(lambda o: kinds.SequentialLR(o, [
        kinds.LinearLR(o, start_factor=1 / 8, end_factor=1, total_iters=7),
        kinds.CosineAnnealingLR(o, T_max=TOTAL - 7 - 1, eta_min=0.1 * RATE)], milestones=[7]), False),
    "plateaus": [plateau(patience) for patience in (0, 1, 2, 5)],
})
