// From relations and planted truth to figures, in per cent but for the index.

const choose2 = (n) => (n * (n - 1)) / 2;
const percent = (part, whole) => Math.round((1000 * part) / Math.max(1, whole)) / 10;

/** Adjusted Rand index of two labellings of the same things (Hubert & Arabie 1985): 1 for equal ones, about 0 for chance. */
export function adjustedRand(a, b) {
  const [both, rows, columns] = [new Map(), new Map(), new Map()];
  const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
  for (let i = 0; i < a.length; i++) {
    count(both, `${a[i]}\u0000${b[i]}`);
    count(rows, a[i]);
    count(columns, b[i]);
  }
  const sum = (map) => [...map.values()].reduce((s, n) => s + choose2(n), 0);
  const [index, x, y, all] = [sum(both), sum(rows), sum(columns), choose2(a.length)];
  const expected = (x * y) / all;
  const most = (x + y) / 2;
  return most === expected ? 1 : (index - expected) / (most - expected);
}

const key = ({ article, statement }) => `${article}\u0000${statement}`;
const overlaps = (a, b) => a[0] < b[1] && b[0] < a[1];

/**
 * @param analyses all reports; a statement that was not planted stands alone
 * @param truth of each planted statement by its key: cluster, standing, level, and where words were altered their spans
 */
export function figuresOf(analyses, relations, truth) {
  const clusterOf = new Map();
  const memberOf = new Map();
  for (const cluster of relations)
    if (cluster.kind === 'cluster')
      for (const member of cluster.members) {
        clusterOf.set(key(member), cluster.id);
        memberOf.set(key(member), member);
      }
  const [gold, found] = [[], []];
  for (const { id, statements } of analyses)
    for (const statement of statements) {
      const k = `${id}\u0000${statement.id}`;
      gold.push(truth.get(k)?.cluster ?? k);
      found.push(clusterOf.get(k) ?? k);
    }
  const levels = new Map();
  const standings = { right: 0, all: 0 };
  const independent = { right: 0, all: 0 };
  const altered = { found: 0, all: 0, links: 0, claimed: 0, right: 0 };
  const links = relations.filter((r) => r.kind === 'link' && r.type === 'altered');
  const linksOf = new Map();
  for (const link of links) for (const end of [link.from, link.to]) linksOf.set(key(end), [...(linksOf.get(key(end)) ?? []), link]);
  for (const [k, { standing, level, spans, theirs, cluster }] of truth) {
    if (standing !== 'origin') {
      const row = levels.get(level) ?? { right: 0, all: 0, joined: 0 };
      row.all++;
      standings.all++;
      if (standing === 'independent') independent.all++;
      const joined = clusterOf.has(k) && [...truth].length > 0 && originOf(truth, cluster, clusterOf) === clusterOf.get(k);
      if (joined) row.joined++;
      if (joined && memberOf.get(k).standing === standing) {
        row.right++;
        standings.right++;
        if (standing === 'independent') independent.right++;
      }
      levels.set(level, row);
    }
    if (spans === undefined) continue;
    const mine = (linksOf.get(k) ?? []).find((link) => key(link.from) === k || key(link.to) === k);
    const words = mine === undefined ? [] : key(mine.from) === k ? mine.words.from : mine.words.to;
    const other = mine === undefined ? [] : key(mine.from) === k ? mine.words.to : mine.words.from;
    for (const span of spans) {
      altered.all++;
      if (words.some((w) => overlaps(w, span))) altered.found++;
    }
    // A word left out has no place here; it counts as found where the other side marks as much.
    const gone = theirs.length - spans.length > 0 ? theirs.length - spans.length : 0;
    altered.all += gone;
    if (other.length >= theirs.length) altered.found += gone;
    altered.claimed += words.length;
    altered.right += words.filter((w) => spans.some((span) => overlaps(w, span))).length;
  }
  const unplanted = links.filter(
    ({ from, to }) => truth.get(key(from))?.spans === undefined && truth.get(key(to))?.spans === undefined,
  ).length;
  return {
    figures: {
      'adjusted Rand index': Math.round(1000 * adjustedRand(gold, found)) / 1000,
      'echo or independent right': percent(standings.right, standings.all),
      'independent right': percent(independent.right, independent.all),
      'altered words found': percent(altered.found, altered.all),
      'altered words marked that are altered': percent(altered.right, altered.claimed),
      'links of altered words where none were planted': unplanted,
    },
    levels: [...levels].map(([level, row]) => ({
      level,
      planted: row.all,
      joined: percent(row.joined, row.all),
      right: percent(row.right, row.all),
    })),
  };
}

const origins = new WeakMap();
function originOf(truth, cluster, clusterOf) {
  let known = origins.get(truth);
  if (known === undefined) {
    known = new Map([...truth].filter(([, t]) => t.standing === 'origin').map(([k, t]) => [t.cluster, k]));
    origins.set(truth, known);
  }
  return clusterOf.get(known.get(cluster));
}
