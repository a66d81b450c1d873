"""Cuts documents into windows and makes batches of them."""
import numpy as np
import torch

from data import IGNORE

GAP_INSIDE, CASE_NONE = 5, 7


def tile(document, budget, rng):
    """Word ranges that tile the document, the first cut at a random place."""
    sizes = np.cumsum([0] + [len(p) for p in document.pieces])
    n = len(document.words)
    if sizes[-1] <= budget:
        return [(0, n)]
    first = int(rng.integers(budget // 4, budget + 1))
    out, start, room = [], 0, first
    while start < n:
        end = int(np.searchsorted(sizes, sizes[start] + room, side="right")) - 1
        end = max(end, start + 1)
        out.append((start, min(end, n)))
        start, room = out[-1][1], budget
    if len(out) > 1 and sizes[n] - sizes[out[-1][0]] < budget // 4:  # a short tail reads back into the text
        back = int(np.searchsorted(sizes, sizes[n] - budget // 2))
        out[-1] = (back, n)
    return out


def lay(document, start, end, tokens, straight=None, narrow=False):
    """One window's arrays. `straight` maps curly marks to straight ones; `narrow` turns paragraph gaps into line gaps."""
    w = document.words
    pieces, gap, case, quote, at = [tokens.cls], [4], [CASE_NONE], [0], []
    for i in range(start, end):
        at.append(len(pieces))
        for k, piece in enumerate(document.pieces[i]):
            pieces.append(straight.get(piece, piece) if straight else piece)
            g = GAP_INSIDE if k else w.gap[i]
            gap.append(2 if narrow and g == 3 else g)
            case.append(w.case[i])
            quote.append(w.quote[i])
    pieces.append(tokens.sep); gap.append(4); case.append(CASE_NONE); quote.append(0)
    return pieces, gap, case, quote, at


class Batch:
    def __init__(self, items, tokens, rng=None, longest=512):
        straight = {tokens.id["“"]: tokens.id['"'], tokens.id["”"]: tokens.id['"']}
        laid = []
        for d, s, e in items:
            some = rng.random() if rng is not None else 1.0
            laid.append(lay(d, s, e, tokens, straight if some < 0.12 else None, 0.06 < some < 0.18))
        n = max(len(x[0]) for x in laid)
        pad = lambda k, fill: torch.tensor([x[k] + [fill] * (n - len(x[k])) for x in laid])
        self.pieces, self.gap, self.case, self.quote = pad(0, tokens.pad), pad(1, 4), pad(2, CASE_NONE), pad(3, 0)
        shift = [int(rng.integers(0, max(1, min(100, longest - n)))) if rng is not None else 0 for _ in laid]
        self.position = torch.arange(n).unsqueeze(0) + torch.tensor(shift).unsqueeze(1)
        self.mask = (torch.arange(n).unsqueeze(0) < torch.tensor([len(x[0]) for x in laid]).unsqueeze(1))[:, None, None, :]
        self.windows = [Window(d, s, e, torch.tensor(x[4])) for (d, s, e), x in zip(items, laid)]


class Window:
    def __init__(self, d, s, e, at):
        self.at, self.size = at, e - s
        self.paragraph, self.marks = torch.tensor(d.words.paragraph[s:e]), torch.tensor(d.words.marks[s:e])
        tags = np.zeros(e - s, np.int64)
        starts, ends, roles = [], [], []
        for (first, last), role in zip(d.cues, d.role):
            a, b = max(first, s), min(last, e - 1)
            if a > b:
                continue
            tags[a - s:b - s + 1] = 2
            if first >= s:
                tags[first - s] = 1
                starts.append(first - s); ends.append(b - s); roles.append(role[s:e])
        self.cue = torch.from_numpy(tags)
        self.cue_start, self.cue_end = torch.tensor(starts), torch.tensor(ends)
        self.role = torch.from_numpy(np.array(roles, np.int64)) if roles else None
        self.pos, self.entity, self.sentence, self.relation = (torch.from_numpy(x[s:e].copy()) for x in (d.pos, d.entity, d.sentence, d.relation))
        head = d.head[s:e].copy()
        head[(head < s) | (head >= e)] = IGNORE
        head[head != IGNORE] -= s
        self.head = torch.from_numpy(head)


def epoch(documents, budget, size, rng):
    """Batches of windows of like length, in random order."""
    all_windows = [(d, s, e) for d in documents for s, e in tile(d, budget, rng)]
    rng.shuffle(all_windows)
    pools = [all_windows[i:i + 40 * size] for i in range(0, len(all_windows), 40 * size)]
    batches = []
    for pool in pools:
        pool.sort(key=lambda x: sum(map(len, x[0].pieces[x[1]:x[2]])))
        batches += [pool[i:i + size] for i in range(0, len(pool), size)]
    rng.shuffle(batches)
    return batches
