"""What both golden scripts share: how tensors are drawn and written."""
import json

import torch


def draw(*shape, low=None):
    """Random doubles that a float holds exactly, so that both sides begin with the same numbers."""
    values = torch.randn(*shape) if low is None else low + torch.rand(*shape)
    return values.float().double()


def tensor(values):
    """A tensor as its shape and its numbers to 9 digits, which name a float exactly."""
    flat = values.detach().reshape(-1).tolist()
    return {"shape": list(values.shape), "values": [v if isinstance(v, int) else digits(v) for v in flat]}


def digits(value):
    return float(f"{value:.9g}")


def write(path, content):
    """One line for each member, so that a change can be read."""
    members = ",\n".join(json.dumps(k) + ":" + json.dumps(v, separators=(",", ":"), ensure_ascii=False)
                         for k, v in content.items())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("{" + members + "}\n", encoding="utf-8")
