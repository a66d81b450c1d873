"""Exports a checkpoint: python export.py CHECKPOINT OUT [--name en-news-1] [--weights average]

Writes model.onnx (int8), vocab.txt, model.json and parity.ndjson into OUT.
"""
import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from judge import ACTS, KEYS, QUERIES, SHARP, STATUSES, VALUES, WRONGS, Judge
from model import Reader
from train import BASE
from windows import lay
from words import Pieces, cut

INPUTS = ("pieces", "gap", "letters", "quote", "at", "paragraph", "marks", "core")
OUTPUTS = ("cue_first", "cue_last", "roles", "begins", "pos", "entity", "relation", "head", "sentence")
BEGINS, GOES_ON = 0.35, 0.45


class Graph(torch.nn.Module):
    """One window in, everything that the engine needs out; integers are int32."""

    def __init__(self, reader: Reader, judge: Judge | None = None):
        super().__init__()
        self.reader, self.judge = reader, judge

    def forward(self, pieces, gap, letters, quote, at, paragraph, marks, core):
        r = self.reader
        position = torch.arange(pieces.shape[0])
        hidden = r.encode(pieces.unsqueeze(0), position.unsqueeze(0), gap.unsqueeze(0), letters.unsqueeze(0), quote.unsqueeze(0))[0]
        words = hidden[at.long()]
        p = torch.softmax(r.cue(words), -1)
        begins = p[:, 1]
        first = torch.nonzero((begins >= BEGINS) & (core > 0)).squeeze(1)
        where = torch.arange(words.shape[0])
        goes_on = torch.cat([((p[:, 2] >= GOES_ON) & (begins < 0.5))[1:], torch.zeros(1, dtype=torch.bool)])
        stop = torch.where(goes_on, 100000, where)
        last = torch.where(where.unsqueeze(0) >= first.unsqueeze(1), stop.unsqueeze(0), 100000).amin(1)
        roles = r.pairs(words, first, last, paragraph.long(), marks.long())
        head = r.arcs(words).argmax(-1)
        small = lambda t: t.to(torch.int32)
        senses = () if self.judge is None else (torch.round(self.judge.senses(words) * 127).to(torch.int8),)
        return (small(first), small(last), roles, begins, small(r.pos(words).argmax(-1)), small(r.entity(words).argmax(-1)),
                small(r.relations(words, head).argmax(-1)), small(head), small(r.sentence(words).argmax(-1)), *senses)


def window_of(text: str, tokens: Pieces):
    class Plain:
        pass
    d = Plain()
    d.words = cut(text)
    d.pieces = [tokens(text[s:e]) for s, e in zip(d.words.start, d.words.end)]
    pieces, gap, case, quote, at = lay(d, 0, len(d.words), tokens)
    values = (pieces, gap, case, quote, at, d.words.paragraph, d.words.marks, [1] * len(at))
    return {name: np.array(v, np.int32) for name, v in zip(INPUTS, values)}


def export(reader: Reader, judge: Judge | None, sample, path: Path):
    axes = {**{n: {0: "pieces"} for n in INPUTS[:4]}, **{n: {0: "words"} for n in INPUTS[4:]}, "cue_first": {0: "cues"}, "cue_last": {0: "cues"},
            "roles": {0: "cues", 1: "words"}, **{n: {0: "words"} for n in OUTPUTS[3:]}, "senses": {0: "words"}}
    torch.onnx.export(Graph(reader, judge).eval(), tuple(torch.from_numpy(sample[n]) for n in INPUTS), str(path), input_names=list(INPUTS),
                      output_names=[*OUTPUTS, *(["senses"] if judge else [])], dynamic_axes=axes, opset_version=17, dynamo=False)


def quantize(full: Path, small: Path):
    """Weights to int8, one scale a channel. The heads stay as they are, but for two products whose fused form in onnxruntime fails on no cues."""
    nodes = [n.name for n in onnx.load(str(full)).graph.node if n.op_type in ("MatMul", "Gemm", "Conv")]
    heads = [n for n in nodes if not any(part in n for part in ("/layers", "/mix", "/role"))]
    quantize_dynamic(str(full), str(small), weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=heads, extra_options={"MatMulConstBOnly": True})


def sha256(path: Path) -> str:
    return "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest()


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("checkpoint", type=Path)
    ask.add_argument("out", type=Path)
    ask.add_argument("--name", default="en-news-1")
    ask.add_argument("--weights", default="average", choices=["average", "model"])
    ask.add_argument("--fp32", action="store_true", help="keep the fp32 graph beside the int8 one")
    o = ask.parse_args()
    o.out.mkdir(parents=True, exist_ok=True)
    saved = torch.load(o.checkpoint, map_location="cpu", weights_only=False)
    labels = saved["labels"]
    reader = Reader(labels)
    reader.load_state_dict(saved[o.weights])
    reader.eval()
    judge = None
    if "judge" in saved:
        judge = Judge()
        judge.load_state_dict(saved["judge"])
        judge.eval()
    tokens = Pieces((BASE / "vocab.txt").read_text(encoding="utf-8").splitlines())
    texts = [json.loads(line)["text"] for line in (Path(__file__).parent / "parity-texts.ndjson").read_text().splitlines()]
    full, small = o.out / "model.fp32.onnx", o.out / "model.onnx"
    export(reader, judge, window_of(texts[0], tokens), full)
    quantize(full, small)
    (o.out / "vocab.txt").write_bytes((BASE / "vocab.txt").read_bytes())
    names = ["model.onnx", "vocab.txt"]
    if judge:
        parts = (judge.hidden.weight, judge.hidden.bias, judge.out.weight, judge.out.bias, judge.ask.weight, judge.ask.bias,
                 judge.nobody.weight, judge.nobody.bias, judge.zone)
        (o.out / "judge.bin").write_bytes(b"".join(p.detach().numpy().astype("<f4").tobytes() for p in parts))
        names.append("judge.bin")
    calibration = [[0.0, 0.0], [1.0, 1.0]]
    if (o.out / "model.json").exists():
        calibration = json.loads((o.out / "model.json").read_text()).get("calibration", calibration)
    (o.out / "model.json").write_text(json.dumps({
        "name": o.name, "format": 1, "files": {n: {"sha256": sha256(o.out / n), "bytes": (o.out / n).stat().st_size} for n in names},
        "labels": labels, "calibration": calibration,
        **({"judge": {"values": VALUES, "queries": QUERIES, "keys": KEYS, "sharp": SHARP, "hidden": len(judge.hidden.bias), "acts": ACTS, "wrongs": WRONGS, "statuses": STATUSES}} if judge else {})}, indent=1) + "\n")
    session = onnxruntime.InferenceSession(str(small))
    with open(o.out / "parity.ndjson", "w") as lines:
        for text in texts:
            window = window_of(text, tokens)
            out = dict(zip([v.name for v in session.get_outputs()], session.run(None, window)))
            lines.write(json.dumps({"text": text, "window": {n: v.tolist() for n, v in window.items()}, "output": {
                n: (np.round(out[n].astype(float), 4).tolist() if n in ("begins",) else out[n].tolist())
                for n in out if n != "roles"}, "roles": [round(float(x), 3) for x in out["roles"].reshape(-1)[:60]]}) + "\n")
    if not o.fp32:
        full.unlink()
    print({n.name: n.stat().st_size for n in o.out.iterdir()})


if __name__ == "__main__":
    main()
