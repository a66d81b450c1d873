"""Goes on from a trained reader and teaches it to judge statements, without unlearning to read.

python train_judge.py --reader MODEL.onnx|CHECKPOINT.pt --corpora CORPORA --labels LABELS.ndjson --out FOLDER

Each batch holds windows of reports whose statements are labelled and windows of others; the reader's own losses count on all of them,
the judge's on the labelled. Statements of the others count a little with the act that their cue's verb tells (--weak).
With --candidates (candidates.mjs) it also learns whom a statement accuses. Writes judge-N.pt after each epoch.
"""
import argparse
import copy
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from data import code_points, load, read_lines, words_in
from judge import ACTS, STATUSES, WRONGS, Judge
from restore import restore
from train import BASE, WEIGHT
from windows import Batch, tile
from words import Pieces

JUDGED = {"act": 1.0, "alleges": 1.0, "wrong": 0.7, "status": 0.4, "accused": 1.0}
NOBODY = "nobody"


class Told:
    """One attribution's words and labels; -1 where there is none."""

    def __init__(self, gold, words, convert, label=None, weak=None, candidates=None):
        find = lambda spans: words_in(spans, words, convert)
        self.source, self.cue, self.content = (np.array(find(gold[k]), np.int64) for k in ("source", "cue", "content"))
        self.act = ACTS.index(label["act"]) if label else ACTS.index(weak) if weak else -1
        self.weak = label is None
        alleged = label and label["allegation"]
        self.wrong = WRONGS.index(alleged["wrong"]) if alleged else -1
        self.status = STATUSES.index(alleged["status"]) if alleged else -1
        self.alleges = float(self.wrong >= 0)
        self.candidates = candidates if candidates and any(c["right"] for c in candidates) else None
        self.asked = candidates

    def inside(self, start, end):
        cut = lambda at: torch.from_numpy(at[(at >= start) & (at < end)] - start)
        source, cue, content = cut(self.source), cut(self.cue), cut(self.content)
        return (source, cue, content) if len(content) * 2 > len(self.content) else None


def zones_of(t, start, end):
    """0 for a word that is said, 1 for one that tells it, 2 for others."""
    zones = torch.full((end - start,), 2)
    for at, zone in ((t.source, 1), (t.cue, 1), (t.content, 0)):
        zones[torch.from_numpy(at[(at >= start) & (at < end)] - start)] = zone
    return zones


def weigh(judge, thought, senses, t, start, end, weights):
    """Log-scores of a statement's candidates: what their words answer, and what is looked at in them."""
    answers = judge.answers(thought, senses, zones_of(t, start, end))
    out = []
    for c in t.asked:
        at = [i - start for i in c["words"] if start <= i < end]
        score = judge.nobody(thought).squeeze(-1) if NOBODY in c["features"] else torch.logsumexp(answers[at], 0) if at else thought.new_zeros(())
        out.append(score + sum(weights[name] * value for name, value in c["features"].items() if name in weights))
    return torch.stack(out)


def told_of(documents, corpora, labels, weak, candidates, split="train"):
    path = next(p for p in (corpora / f"polnear-{split}.ndjson", corpora / f"polnear-{split}.ndjson.gz") if p.exists())
    gold = {d["id"]: d for d in read_lines(path)}
    for d in documents:
        g = gold[d.id]
        convert = code_points(g["text"])
        known, guessed = labels.get(d.id), weak.get(d.id, {})
        d.judged = known is not None
        d.told = [Told(a, d.words, convert, known[i] if known else None, guessed.get(str(i)), candidates.get(d.id, {}).get(str(i))) for i, a in enumerate(g["attributions"])]


def judged_losses(judge, batch, items, words, smoothing, weak_weight, weights):
    rows, told, where = [], [], []
    for x, (d, s, e) in zip(words, items):
        senses = judge.senses(x)
        for t in d.told:
            if t.act < 0 or (at := t.inside(s, e)) is None:
                continue
            rows.append(judge.features(senses, *at)); told.append(t); where.append((senses, s, e))
    if not rows:
        return {}
    thoughts = judge.think(torch.stack(rows))
    out = judge.scores(thoughts)
    weight = torch.tensor([weak_weight if t.weak else 1.0 for t in told])
    mean = lambda loss, w: (loss * w).sum() / 8
    pick = lambda key: torch.tensor([getattr(t, key) for t in told])
    total = {"act": mean(F.cross_entropy(out["act"], pick("act"), reduction="none", label_smoothing=smoothing), weight)}
    sure = torch.tensor([0.0 if t.weak else 1.0 for t in told])
    total["alleges"] = mean(F.binary_cross_entropy_with_logits(out["alleges"].squeeze(-1), pick("alleges"), reduction="none", pos_weight=torch.tensor(1.5)), sure)
    for key in ("wrong", "status"):
        target = pick(key)
        if (target >= 0).any():
            total[key] = F.cross_entropy(out[key][target >= 0], target[target >= 0], reduction="sum", label_smoothing=smoothing) / 8
    pointed = []
    for t, thought, at in zip(told, thoughts, where):
        if t.candidates:
            scores = weigh(judge, thought, at[0], t, *at[1:], weights)
            right = torch.tensor([c["right"] for c in t.asked])
            pointed.append(torch.logsumexp(scores, 0) - torch.logsumexp(scores[right], 0))
    if pointed:
        total["accused"] = sum(pointed) / 8
    return total


def reader_losses(model, batch, hidden, bf16):
    total = {k: [] for k in WEIGHT}
    words = [hidden[k, w.at] for k, w in enumerate(batch.windows)]
    together = torch.cat(words)
    for key, scores in (("cue", model.cue(together)), ("pos", model.pos(together)), ("entity", model.entity(together)), ("sentence", model.sentence(together))):
        target = torch.cat([getattr(w, key) for w in batch.windows])
        if (target != -100).any():
            total[key].append(F.cross_entropy(scores, target, ignore_index=-100))
    for x, w in zip(words, batch.windows):
        if w.role is not None:
            with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
                scores = model.pairs(x, w.cue_start, w.cue_end, w.paragraph, w.marks)
            total["pair"].append(F.cross_entropy(scores.float().reshape(-1, 3), w.role.reshape(-1), reduction="none").view(w.role.shape).sum(1) / 30)
        known = w.head != -100
        if known.any():
            total["head"].append(F.cross_entropy(model.arcs(x)[known], w.head[known]).unsqueeze(0))
            total["relation"].append(F.cross_entropy(model.relations(x, w.head.clamp(min=0))[known], w.relation[known]).unsqueeze(0))
    return words, {k: torch.cat([t.reshape(-1) for t in v]).mean() for k, v in total.items() if v}


def measure(model, judge, documents, tokens, weights):
    """Accuracy of the judge on documents, by gold spans, each statement in the window where it is most whole."""
    model.eval(); judge.eval()
    right = {"act": [0, 0], "wrong": [0, 0], "status": [0, 0], "accused": [0, 0], "pointed": [0, 0]}
    scores, gold = [], []
    with torch.no_grad():
        for d in documents:
            n = len(d.words)
            starts = list(range(0, max(1, n - 120), 120))
            items = [(d, s, min(n, s + 240)) for s in starts]
            for item in items:
                d_, s, e = item
                mine = [t for t in d.told if t.act >= 0 and len(t.content) and (s + 60 <= t.content.mean() < s + 180 or (s == 0 and t.content.mean() < 60) or (e == n and t.content.mean() >= s + 180))]
                if not mine:
                    continue
                batch = Batch([item], tokens)
                x = model.encode(batch.pieces, batch.position, batch.gap, batch.case, batch.quote, batch.mask)[0, batch.windows[0].at]
                senses = judge.senses(x)
                cut = lambda at: torch.from_numpy(at[(at >= s) & (at < e)] - s)
                thoughts = judge.think(torch.stack([judge.features(senses, cut(t.source), cut(t.cue), cut(t.content)) for t in mine]))
                out = judge.scores(thoughts)
                for k, t in enumerate(mine):
                    if t.asked:
                        for key, w in (("accused", weights), ("pointed", {})):
                            best = int(weigh(judge, thoughts[k], senses, t, s, e, w).argmax())
                            right[key][0] += t.asked[best]["named"]; right[key][1] += 1
                    right["act"][0] += int(out["act"][k].argmax()) == t.act; right["act"][1] += 1
                    scores.append(float(out["alleges"][k])); gold.append(t.alleges)
                    if t.wrong >= 0:
                        for key in ("wrong", "status"):
                            right[key][0] += int(out[key][k].argmax()) == getattr(t, key); right[key][1] += 1
    best = max((2 * sum(1 for s, g in zip(scores, gold) if s >= cut and g) / max(1, sum(s >= cut for s in scores) + sum(gold)), cut) for cut in np.linspace(-3, 2, 41))
    model.train(); judge.train()
    return {k: round(100 * a / max(1, b), 1) for k, (a, b) in right.items()} | {"alleges": round(100 * best[0], 1), "cut": round(best[1], 2), "n": right["act"][1], "wrongs": right["wrong"][1]}


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--reader", type=Path, required=True)
    ask.add_argument("--corpora", type=Path, required=True)
    ask.add_argument("--labels", type=Path, nargs="+", required=True)
    ask.add_argument("--weak", type=Path)
    ask.add_argument("--candidates", type=Path, nargs="*", default=[], help="whom labelled statements may accuse, of training and development reports")
    ask.add_argument("--hold", type=int, default=0, help="keep every n-th labelled report out of training and measure on it")
    ask.add_argument("--check", type=Path, help="labels of development reports, measured after each epoch and never learned from")
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--epochs", type=int, default=8)
    ask.add_argument("--rate", type=float, default=5e-5)
    ask.add_argument("--judge-rate", type=float, default=1e-3)
    ask.add_argument("--weight-rate", type=float, default=1e-2, help="rate of the weights of what is looked at in a candidate")
    ask.add_argument("--others", type=float, default=0.5, help="windows of unlabelled reports for each of a labelled one")
    ask.add_argument("--keep", type=float, default=1.0, help="weight of the reader's own losses")
    ask.add_argument("--weak-weight", type=float, default=0.25)
    ask.add_argument("--smoothing", type=float, default=0.1)
    ask.add_argument("--size", type=int, default=6)
    ask.add_argument("--budget", type=int, default=318)
    ask.add_argument("--seed", type=int, default=20)
    ask.add_argument("--threads", type=int, default=2)
    ask.add_argument("--fp32", action="store_true")
    o = ask.parse_args()
    torch.set_num_threads(o.threads)
    random.seed(o.seed); np.random.seed(o.seed); torch.manual_seed(o.seed)
    o.out.mkdir(parents=True, exist_ok=True)
    tokens = Pieces((BASE / "vocab.txt").read_text(encoding="utf-8").splitlines())
    if o.reader.suffix == ".onnx":
        names = json.loads((o.reader.parent / "model.json").read_text())["labels"]
        model, judge, known_weights = restore(o.reader, names), None, {}
    else:
        from model import Reader
        saved = torch.load(o.reader, map_location="cpu", weights_only=False)
        names = saved["labels"]
        model = Reader(names); model.load_state_dict(saved["average"])
        judge = saved.get("judge")
        known_weights = saved.get("weights", {})
    documents, _ = load(o.corpora, "train", tokens, names)
    labels = {d["id"]: d["labels"] for path in o.labels for d in read_lines(path)}
    candidates = {d["id"]: d["told"] for path in o.candidates for d in read_lines(path)}
    held = {i for k, i in enumerate(sorted(labels)) if o.hold and k % o.hold == 0}
    weak = {d["id"]: d["acts"] for d in read_lines(o.weak)} if o.weak else {}
    told_of(documents, o.corpora, labels, weak, candidates)
    checked = []
    if o.check:
        dev, _ = load(o.corpora, "dev", tokens, names)
        wanted = {d["id"]: d["labels"] for d in read_lines(o.check)}
        checked = [d for d in dev if d.id in wanted]
        told_of(checked, o.corpora, wanted, {}, candidates, "dev")
    apart = [d for d in documents if d.id in held]
    known, others = [d for d in documents if d.judged and d.id not in held], [d for d in documents if not d.judged]
    started, judge = judge, Judge()
    if started:
        judge.load_state_dict(started, strict=False)
    names_of = sorted({name for d in known for t in d.told for c in t.candidates or [] for name in c["features"]})
    weights = {name: torch.nn.Parameter(torch.tensor(float(known_weights.get(name, 0.0)))) for name in names_of}
    average = copy.deepcopy(model).eval(), copy.deepcopy(judge).eval()
    rng = np.random.default_rng(o.seed)
    base = lambda n: n.split(".")[0] in ("word", "position", "segment", "norm", "layers")
    groups = [{"params": [p for n, p in model.named_parameters() if base(n)], "lr": o.rate}, {"params": [p for n, p in model.named_parameters() if not base(n)], "lr": 3 * o.rate},
              {"params": list(judge.parameters()), "lr": o.judge_rate}, {"params": list(weights.values()), "lr": o.weight_rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    count = sum(len(tile(d, o.budget, rng)) for d in known)
    steps = int(count * (1 + o.others) / o.size * o.epochs)
    print(len(known), "reports with labels,", count, "windows,", steps, "steps", flush=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda k: min(1, k / (0.08 * steps)) * max(0.0, (steps - k) / steps))
    step, since = 0, time.time()
    model.train(); judge.train()
    for epoch in range(1, o.epochs + 1):
        windows = [(d, s, e) for d in known for s, e in tile(d, o.budget, rng)]
        more = [(d, s, e) for d in rng.permutation(np.array(others, dtype=object)) for s, e in tile(d, o.budget, rng)]
        windows += more[: int(len(windows) * o.others)]
        rng.shuffle(windows)
        sums = {}
        for i in range(0, len(windows) - o.size + 1, o.size):
            items = windows[i : i + o.size]
            batch = Batch(items, tokens, rng)
            with torch.autocast("cpu", torch.bfloat16, enabled=not o.fp32):
                hidden = model.encode(batch.pieces, batch.position, batch.gap, batch.case, batch.quote, batch.mask)
            hidden = model.drop(hidden.float())
            words, own = reader_losses(model, batch, hidden, not o.fp32)
            told = judged_losses(judge, batch, items, words, o.smoothing, o.weak_weight, weights)
            loss = o.keep * sum(WEIGHT[k] * v for k, v in own.items()) + sum(JUDGED[k] * v for k, v in told.items())
            optimiser.zero_grad(); loss.backward()
            torch.nn.utils.clip_grad_norm_([p for g in groups for p in g["params"]], 1.0)
            optimiser.step(); schedule.step(); step += 1
            decay = min(0.998, (1 + step) / (10 + step))
            with torch.no_grad():
                for slow, fast in ((average[0], model), (average[1], judge)):
                    for a, b in zip(slow.parameters(), fast.parameters()):
                        a.lerp_(b, 1 - decay)
            for k, v in (own | told).items():
                sums[k] = sums.get(k, 0) + float(v)
            if step % 20 == 0:
                print(epoch, step, steps, f"{(time.time() - since) / step:.2f} s/step", {k: round(v * o.size / (i + o.size), 3) for k, v in sums.items()}, flush=True)
        torch.save({"labels": names, "average": average[0].state_dict(), "judge": average[1].state_dict(), "weights": {k: float(v) for k, v in weights.items()}, "held": sorted(held)}, o.out / f"judge-{epoch}.pt")
        for name, some in (("held", apart), ("development", checked)):
            if some:
                print("epoch", epoch, name, "now", measure(model, judge, some, tokens, weights), "average", measure(*average, some, tokens, weights), flush=True)
        average[0].eval(); average[1].eval()


if __name__ == "__main__":
    main()
