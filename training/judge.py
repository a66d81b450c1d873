"""The judge: what a statement does and whether it alleges a wrong, from the reader's words.

Each word gets a small vector (its sense, whole numbers of -127 to 127 on the wire) and a weight under each of a few queries. A
statement is the weighted sums of its content's words under each query, with the means of its cue's and its source's words; a small
perceptron reads act, allegation, wrong and status from that. The sums are made in src/language, over the words that a statement has
in the end, so statements that rules made are judged like the others.

Whom a statement accuses is pointed at: each word also gets a key, the statement asks with a query, and a candidate has the sum of what
its words answer. Nobody is a candidate too.
"""
import torch
from torch import nn
from torch.nn import functional as F

from model import WIDTH

VALUES, QUERIES, KEYS, HIDDEN, SHARP = 64, 4, 32, 128, 6.0
ACTS = "state accuse criticise deny admit demand promise warn support ask believe decide decline".split()
WRONGS = ("genocide killing torture sexual-violence enforced-disappearance attack-on-civilians excessive-force forced-labour forced-displacement "
          "population-control arbitrary-detention unfair-trial denying-needs suppressing-religion suppressing-protest censorship surveillance "
          "discrimination aggression incitement corruption election-interference abuse-of-power breach-of-agreement property-crime other-crime "
          "negligence deception insult other-wrong").split()
STATUSES = "alleged denied admitted investigated charged convicted cleared hypothetical".split()
PARTS = {"act": len(ACTS), "alleges": 1, "wrong": len(WRONGS), "status": len(STATUSES)}


class Judge(nn.Module):
    def __init__(self, dropout=0.2):
        super().__init__()
        self.sense = nn.Linear(WIDTH, VALUES + QUERIES)
        self.key = nn.Linear(WIDTH, KEYS)
        self.ask = nn.Linear(HIDDEN, KEYS)
        self.nobody = nn.Linear(HIDDEN, 1)
        self.zone = nn.Parameter(torch.tensor([1.0, 1.0, 0.0]))
        self.hidden = nn.Linear(VALUES * (QUERIES + 2), HIDDEN)
        self.out = nn.Linear(HIDDEN, sum(PARTS.values()))
        self.drop = nn.Dropout(dropout)

    def senses(self, words):
        """(n, width) -> (n, VALUES + QUERIES + KEYS), each between -1 and 1."""
        return torch.tanh(torch.cat([self.sense(words), self.key(words)], -1))

    def features(self, senses, source, cue, content):
        """Indices of a statement's words -> one row."""
        value, query = senses[:, :VALUES], senses[:, VALUES:VALUES + QUERIES] * SHARP
        mean = lambda at: value[at].mean(0) if len(at) else value.new_zeros(VALUES)
        if len(content):
            weight = torch.softmax(query[content], 0)
            pooled = (weight.t() @ value[content]).reshape(-1)
        else:
            pooled = value.new_zeros(VALUES * QUERIES)
        return torch.cat([pooled, mean(cue), mean(source)])

    def think(self, rows):
        """(statements, features) -> (statements, HIDDEN)."""
        rows = F.layer_norm(rows, rows.shape[-1:])  # the sums of many words are small
        return self.drop(F.gelu(self.hidden(self.drop(rows)), approximate="tanh"))

    def forward(self, rows):
        """(statements, features) -> scores by part."""
        return self.scores(self.think(rows))

    def scores(self, thought):
        return dict(zip(PARTS, self.out(thought).split(list(PARTS.values()), -1)))

    def answers(self, thought, senses, zones):
        """How well each word answers one statement's question; zones: 0 said, 1 telling it, 2 elsewhere."""
        return senses[:, VALUES + QUERIES:] @ self.ask(thought) + self.zone[zones]
