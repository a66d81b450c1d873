// Matches statements to gold attributions as ../shared/eval/score.mjs does, and keeps which statement was right.

const words = (text) => [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((m) => [m.index, m.index + m[0].length]);

function wordsIn(spans, all) {
  const inside = new Set();
  for (const [start, end] of spans ?? []) {
    let low = 0;
    for (let high = all.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (all[middle][1] > start) high = middle;
      else low = middle + 1;
    }
    for (let i = low; i < all.length && all[i][0] < end; i++) {
      if ((Math.min(end, all[i][1]) - Math.max(start, all[i][0])) * 2 >= all[i][1] - all[i][0]) inside.add(i);
    }
  }
  return inside;
}

function iou(a, b) {
  let shared = 0;
  for (const x of a) if (b.has(x)) shared++;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}

/**
 * For each statement whether its content and its source are those of a gold attribution (IoU >= 0.5 of words, one to one, best first).
 * @returns {{found: Set<number>, who: Set<number>, goldFound: Set<number>, goldWho: Set<number>}} indices
 */
export function match(text, gold, statements) {
  const all = words(text);
  const read = (a) => ({ content: wordsIn(a.content, all), source: wordsIn(a.source, all) });
  const g = gold.map(read);
  const p = statements.map(read);
  const pairs = [];
  g.forEach((x, i) => {
    p.forEach((y, k) => {
      const v = iou(x.content, y.content);
      if (v >= 0.5) pairs.push([v, i, k]);
    });
  });
  pairs.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  const out = { found: new Set(), who: new Set(), goldFound: new Set(), goldWho: new Set() };
  for (const [, i, k] of pairs) {
    if (out.goldFound.has(i) || out.found.has(k)) continue;
    out.goldFound.add(i);
    out.found.add(k);
    const same = (g[i].source.size === 0 && p[k].source.size === 0) || iou(g[i].source, p[k].source) >= 0.5;
    if (!same) continue;
    out.who.add(k);
    out.goldWho.add(i);
  }
  return out;
}
