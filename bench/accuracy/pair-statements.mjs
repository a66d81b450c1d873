// Labels and the statements that they speak of, paired as the labels' scorer pairs them (eval/labels.mjs).
const wordsIn = (text) => [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((m) => [m.index, m.index + m[0].length]);

function inside(spans, all) {
  const out = new Set();
  for (const [start, end] of spans) {
    all.forEach(([s, e], i) => {
      if ((Math.min(end, e) - Math.max(start, s)) * 2 >= e - s) out.add(i);
    });
  }
  return out;
}

/** Statement id to label: content IoU of at least 0.5, one to one, best first; statements told inside others are left out. */
export function pairStatements({ text, attributions }, labels, statements) {
  const all = wordsIn(text);
  const ours = statements.filter((s) => !s.within).map((s) => ({ id: s.id, words: inside(s.content, all) }));
  const pairs = [];
  labels.forEach((label, k) => {
    const gold = inside(attributions[label.i].content, all);
    for (const { id, words } of ours) {
      let shared = 0;
      for (const w of gold) if (words.has(w)) shared++;
      const iou = shared / (gold.size + words.size - shared || 1);
      if (iou >= 0.5) pairs.push({ iou, k, id });
    }
  });
  const found = new Map();
  const used = new Set();
  for (const { k, id } of pairs.sort((p, q) => q.iou - p.iou || p.k - q.k)) {
    if (found.has(id) || used.has(k)) continue;
    found.set(id, labels[k]);
    used.add(k);
  }
  return found;
}

// The scorer's own rule for names, word for word.
const TITLES = new Set(
  (
    'the a an mr mrs ms miss dr prof sir dame lord lady sen senator rep representative gov governor president vice secretary minister prime ' +
    'chancellor king queen prince princess pope judge justice gen general col colonel capt captain lt sgt former ex then jr sr us u s ' +
    'republican democratic democrat'
  ).split(' '),
);
const plain = (name) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((w) => w && !TITLES.has(w));
const initials = (words) => words.map((w) => w[0]).join('');

function sameName(a, b) {
  const [x, y] = [plain(a), plain(b)];
  if (x.length === 0 || y.length === 0) return x.length === y.length;
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (short.every((w) => long.includes(w)) && (short.at(-1) === long.at(-1) || short.length > 1)) return true;
  return initials(x) === y.join('') || initials(y) === x.join('');
}

/** True if two names mean the same: the words of the shorter stand in the longer, or are its initials; of several, joined by " & ", each. */
export function sameSpeaker(a, b) {
  if (!a || !b) return !a && !b;
  const [x, y] = [a.split(' & '), b.split(' & ')];
  return x.length === y.length && x.every((name) => y.some((other) => sameName(name, other)));
}
