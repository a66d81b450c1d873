"""Reads the corpus and its silver syntax, and gives documents encoded for the network."""
import gzip
import json
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from words import Pieces, cut

IGNORE = -100


def read_lines(path: Path):
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def code_points(text: str):
    """A function from UTF-16 offsets to code points."""
    wide = [i for i, c in enumerate(text) if ord(c) > 0xFFFF]
    if not wide:
        return lambda offset: offset
    at = [i + k for k, i in enumerate(wide)]
    return lambda offset: offset - bisect_right(at, offset - 1)


@dataclass
class Document:
    id: str
    text: str
    words: object
    pieces: list  # of lists of ids
    cues: list  # (first word, last word)
    role: list  # per cue: np.int8 over the document's words, 0 neither, 1 source, 2 content
    pos: np.ndarray
    entity: np.ndarray
    sentence: np.ndarray
    head: np.ndarray  # word index, itself for the root
    relation: np.ndarray


def words_in(spans, words, convert):
    out = []
    for start, end in spans:
        start, end = convert(start), convert(end)
        i = bisect_right(words.end, start)
        while i < len(words) and words.start[i] < end:
            if (min(end, words.end[i]) - max(start, words.start[i])) * 2 >= words.end[i] - words.start[i]:
                out.append(i)
            i += 1
    return out


def encode(gold, syntax, labels, pieces: Pieces) -> Document:
    text = gold["text"]
    convert = code_points(text)
    words = cut(text)
    n = len(words)
    cues, roles = [], []
    for a in gold.get("attributions", []):
        cue = words_in(a["cue"], words, convert)
        if not cue:
            continue
        role = np.zeros(n, np.int8)
        role[words_in(a["content"], words, convert)] = 2
        role[words_in(a["source"], words, convert)] = 1
        cues.append((cue[0], cue[-1]))
        roles.append(role)
    side = {k: np.full(n, IGNORE, np.int64) for k in ("pos", "entity", "sentence", "head", "relation")}
    if syntax:
        fill_syntax(syntax, labels, words, convert, side)
    return Document(gold["id"], text, words, [pieces(text[s:e]) for s, e in zip(words.start, words.end)], cues, roles, **side)


def fill_syntax(syntax, labels, words, convert, side):
    for sentence in syntax["sentences"]:
        tokens = [(convert(t[0]), convert(t[1]), *t[2:]) for t in sentence]
        spans, first = [], []
        for start, end, *_ in tokens:
            i = bisect_right(words.end, start)
            first.append(min(i, len(words) - 1))
            inside = []
            while i < len(words) and words.start[i] < end:
                if words.start[i] >= start:
                    inside.append(i)
                i += 1
            spans.append(inside)
        started = True
        for k, (_, _, pos, entity, head, relation) in enumerate(tokens):
            for j, i in enumerate(spans[k]):
                if side["pos"][i] != IGNORE:
                    continue
                side["pos"][i] = labels["pos"].index(pos)
                side["entity"][i] = labels["entity"].index(entity)
                side["sentence"][i] = 1 if started else 0
                started = False
                if j:
                    side["head"][i], side["relation"][i] = spans[k][0], labels["relation"].index("goeswith")
                else:
                    side["head"][i] = i if head == 0 else first[head - 1]
                    side["relation"][i] = labels["relation"].index(relation)


def label_lists(syntax):
    found = {"pos": set(), "entity": set(), "relation": {"goeswith"}}
    for document in syntax:
        for sentence in document["sentences"]:
            for t in sentence:
                found["pos"].add(t[2]); found["entity"].add(t[3]); found["relation"].add(t[5])
    return {k: sorted(v) for k, v in found.items()}


def load(corpora: Path, split: str, pieces: Pieces, labels=None):
    gold_path = next(p for p in (corpora / f"polnear-{split}.ndjson", corpora / f"polnear-{split}.ndjson.gz") if p.exists())
    syntax = read_lines(corpora / f"polnear-{split}.syntax.ndjson.gz")
    labels = labels or label_lists(syntax)
    by_id = {s["id"]: s for s in syntax}
    return [encode(g, by_id.get(g["id"]), labels, pieces) for g in read_lines(gold_path)], labels
