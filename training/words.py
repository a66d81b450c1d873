"""Cuts a text into words and gives each its pieces and features.

The TypeScript twin is src/language (words, pieces, features); models/*/parity.ndjson holds the two together.
"""
import unicodedata
from dataclasses import dataclass, field

import regex

WORD = regex.compile(r"[\p{L}\p{N}\p{M}_]+|[^\p{White_Space}\p{L}\p{N}\p{M}_]")
GAP_NONE, GAP_SPACE, GAP_LINE, GAP_PARAGRAPH, GAP_START = range(5)
CASE_LOWER, CASE_TITLE, CASE_UPPER, CASE_MIXED, CASE_DIGIT, CASE_SIGN, CASE_OTHER = range(7)
QUOTE_OUT, QUOTE_OPEN, QUOTE_IN, QUOTE_CLOSE = range(4)
OPENING, CLOSING, EITHER = "“«„", "”»", '"'
PIECES_A_WORD = 12
LONGEST_WORD = 100


@dataclass
class Words:
    text: str
    start: list[int] = field(default_factory=list)  # code points
    end: list[int] = field(default_factory=list)
    gap: list[int] = field(default_factory=list)
    case: list[int] = field(default_factory=list)
    quote: list[int] = field(default_factory=list)
    paragraph: list[int] = field(default_factory=list)  # number of the word's paragraph
    marks: list[int] = field(default_factory=list)  # quotation marks before the word

    def __len__(self):
        return len(self.start)


def gap_of(between: str, first: bool) -> int:
    if first:
        return GAP_START
    lines = between.count("\n")
    if lines > 1:
        return GAP_PARAGRAPH
    if lines == 1:
        return GAP_LINE
    return GAP_SPACE if between else GAP_NONE


def case_of(word: str) -> int:
    if len(word) == 1 and not regex.match(r"[\p{L}\p{N}\p{M}_]", word):
        return CASE_SIGN
    if regex.search(r"\p{N}", word):
        return CASE_DIGIT
    upper, lower = regex.findall(r"\p{Lu}", word), regex.findall(r"\p{Ll}", word)
    if not upper and not lower:
        return CASE_OTHER
    if not upper:
        return CASE_LOWER
    first_upper = regex.match(r"\p{Lu}", word) is not None
    if not lower:
        return CASE_TITLE if len(word) == 1 else CASE_UPPER
    return CASE_TITLE if first_upper and len(upper) == 1 else CASE_MIXED


def cut(text: str) -> Words:
    """Words with their gap, case, quotation state (reset at each line's end) and counts. Offsets are code points."""
    w = Words(text)
    last, inside, paragraph, marks = 0, False, 0, 0
    for m in WORD.finditer(text):
        word = m.group()
        gap = gap_of(text[last:m.start()], not w.start)
        if gap in (GAP_LINE, GAP_PARAGRAPH):
            paragraph += 1
            inside = False
        state, marks_before = (QUOTE_IN if inside else QUOTE_OUT), marks
        if word in OPENING or (word in EITHER and not inside):
            state, inside, marks = QUOTE_OPEN, True, marks + 1
        elif word in CLOSING or word in EITHER:
            state, inside, marks = QUOTE_CLOSE, False, marks + 1
        w.start.append(m.start()); w.end.append(m.end()); w.gap.append(gap); w.case.append(case_of(word))
        w.quote.append(state); w.paragraph.append(paragraph); w.marks.append(marks_before)
        last = m.end()
    return w


class Pieces:
    """WordPiece over one word at a time, uncased, accents off; at most PIECES_A_WORD pieces are kept."""

    def __init__(self, vocabulary: list[str]):
        self.id = {piece: i for i, piece in enumerate(vocabulary)}
        self.unknown, self.cls, self.sep, self.pad = (self.id[x] for x in ("[UNK]", "[CLS]", "[SEP]", "[PAD]"))
        self.known = {}

    def __call__(self, word: str) -> list[int]:
        if word not in self.known:
            self.known[word] = self._cut(word)
        return self.known[word]

    def _cut(self, word: str) -> list[int]:
        if len(word) > LONGEST_WORD:
            return [self.unknown]
        plain = "".join(c for c in unicodedata.normalize("NFD", word) if unicodedata.category(c) != "Mn").lower()
        out = []
        for part in regex.findall(r"_|[^_]+", plain):
            out += self._greedy(part)
        return out[:PIECES_A_WORD] or [self.unknown]

    def _greedy(self, part: str) -> list[int]:
        out, at = [], 0
        while at < len(part):
            for end in range(len(part), at, -1):
                piece = self.id.get(("##" if at else "") + part[at:end])
                if piece is not None:
                    out.append(piece)
                    at = end
                    break
            else:
                return [self.unknown]
        return out
