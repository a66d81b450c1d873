"""Fits how much what is looked at in a candidate speaks for it being the accused of a statement.

python accused.py CANDIDATES.ndjson OUT.ts [--check OTHERS.ndjson] [--folds N]

Reads what candidates.mjs wrote and writes src/allegation/accused-weights.generated.ts: weights of a conditional logit model (McFadden 1974),
held back by their squares. The network's own answers (train_judge.py) are not looked at here, since it knows these reports by heart; they
count with a fixed share. --folds prints how often the accused is named right in each part of the reports when fitted on the rest.
"""
import argparse
import json
from pathlib import Path

import torch

# Set by hand: the network's share, and what the labelled reports, most of them of an election, show too little of.
FIXED = {"network": 0.85, "does harm": 1.6, "owns harm": 1.3, "suffers harm": -2.5, "suffers another harm": -1.5, "accused by what tells it": 3.5, "owner of what is found": -1.5, "held responsible": 3.0,
         "nobody, though somebody does it": -2.0,
         "suffers it, in the passive": -2.0,
         "of the side of the speaker; accuse": -2.2}


def read(path):
    """Each statement that alleges: its report and its candidates."""
    return [(d["id"], told) for d in map(json.loads, path.open(encoding="utf-8")) for told in d["told"].values()]


def fit(rows, names, hold_back):
    known = [told for _, told in rows if any(c["right"] for c in told)]
    index = {name: i for i, name in enumerate(names)}
    table = torch.zeros(sum(map(len, known)), len(names))
    for k, c in enumerate(c for told in known for c in told):
        for name, value in c["features"].items():
            table[k, index[name]] = value
    of = torch.tensor([k for k, told in enumerate(known) for _ in told])
    right = torch.tensor([c["right"] for told in known for c in told])

    fixed = table @ torch.tensor([FIXED.get(name, 0.0) for name in names])
    free = torch.tensor([name not in FIXED for name in names])

    def together(scores):
        most = torch.full((len(known),), -1e9).scatter_reduce(0, of, scores, "amax")
        return most + torch.log(torch.zeros(len(known)).index_add(0, of, torch.exp(scores - most[of])))

    weights = torch.zeros(len(names), requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=80, line_search_fn="strong_wolfe")

    def loss():
        optimiser.zero_grad()
        scores = fixed + table @ (weights * free)
        value = (together(scores) - together(scores.masked_fill(~right, -1e9))).mean() + hold_back * (weights**2).sum()
        value.backward()
        return value

    optimiser.step(loss)
    return {**dict(zip(names, weights.tolist())), **FIXED}


def right_of(rows, weights):
    score = lambda c: sum(weights.get(name, 0.0) * value for name, value in c["features"].items())
    return sum(max(told, key=score)["named"] for _, told in rows) / len(rows)


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("candidates", type=Path)
    ask.add_argument("out", type=Path)
    ask.add_argument("--check", type=Path)
    ask.add_argument("--folds", type=int, default=0)
    ask.add_argument("--hold-back", type=float, default=2e-3)
    o = ask.parse_args()
    rows = read(o.candidates)
    names = sorted({name for _, told in rows for c in told for name in c["features"]})
    if o.folds:
        parts = [0.0] * o.folds
        reports = sorted({report for report, _ in rows})
        fold = {report: k % o.folds for k, report in enumerate(reports)}
        for k in range(o.folds):
            weights = fit([r for r in rows if fold[r[0]] != k], names, o.hold_back)
            apart = [r for r in rows if fold[r[0]] == k]
            parts[k] = right_of(apart, weights) * len(apart) / len(rows)
        print(f"apart {100 * sum(parts):.1f} %")
    weights = fit(rows, names, o.hold_back)
    print(f"{len(rows)} allegations, {len(names)} weights, right {100 * right_of(rows, weights):.1f} %")
    if o.check:
        print(f"others {100 * right_of(read(o.check), weights):.1f} %")
    order = sorted((-abs(w), name, w) for name, w in weights.items() if abs(w) >= 0.005 and name != "network")
    table = "".join(f"  {name if name.isidentifier() else repr(name)}: {w:.2f},\n" for _, name, w in order)
    o.out.write_text(
        "// Made by training/accused.py; do not edit.\nimport type { Features } from './features.ts';\n\n"
        "/** How much each figure of a candidate speaks for it being the accused (natural log-odds). */\n"
        f"export const ACCUSED_WEIGHTS: Features = {{\n  network: {FIXED['network']:g},\n{table}}};\n", encoding="utf-8")


if __name__ == "__main__":
    main()
