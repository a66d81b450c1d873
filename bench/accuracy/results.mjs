// The ratchet: RESULTS.md holds a table with one column a figure and one row a change, the newest last.

/** Kernels differ a little between processors; a drop within this many points is none. */
export const TOLERANCE = 0.4;
/** For these, less is better. */
const LESS = new Set(['calibration error']);

/** What the reader must reach. */
export const floors = {
  'content F1': 76,
  'who F1': 70,
  'full F1': 69,
  'exact F1': 50,
  'span source F1': 79,
  'span cue F1': 72,
  'span content F1': 62,
  'token content F1': 86.5,
  'who recall, direct': 86,
  'who recall, mixed': 79,
  'who recall, indirect': 61,
  'speaker right': 85,
  'type right': 86,
  'grade right': 86,
  'channel right': 72,
  'act right': 70,
  'outlet F1': 60,
  'addressee F1': 55,
  'seed statements found': 13,
  'seed statements with the right source': 12,
};

const cells = (line) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The figures of the last row, by name; none in a file without a row. */
export function readBest(text) {
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  if (lines.length < 3) return {};
  const names = cells(lines[0]).slice(1);
  const last = cells(lines.at(-1)).slice(1);
  return Object.fromEntries(names.map((name, i) => [name, Number(last[i])]).filter(([, value]) => !Number.isNaN(value)));
}

/** Each figure now and in the last row, and whether it dropped. */
export function compare(figures, best) {
  return Object.entries(figures).map(([name, now]) => {
    const was = best[name];
    const loss = was === undefined ? 0 : LESS.has(name) ? now - was : was - now;
    return { name, now, was, dropped: loss > (name.startsWith('seed') ? 0 : TOLERANCE) };
  });
}

/** The file with one more row; a new figure gets a column. */
export function renderRow(text, figures, note) {
  const head = text.split('\n').filter((line) => !line.startsWith('|'));
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  const old = rows.length > 0 ? cells(rows[0]).slice(1) : [];
  const names = [...new Set([...old, ...Object.keys(figures)])];
  const line = (list) => `| ${list.join(' | ')} |`;
  const body = rows
    .slice(2)
    .map((row) =>
      line([
        cells(row)[0],
        ...names.map((name) => cells(row)[1 + old.indexOf(name)] ?? '–').map((c, i) => (old.includes(names[i]) ? c : '–')),
      ]),
    );
  const newest = line([note.replaceAll('|', '/'), ...names.map((name) => figures[name] ?? '–')]);
  return `${head.join('\n').trimEnd()}\n\n${[line(['change', ...names]), line(['---', ...names.map(() => '---:')]), ...body, newest].join('\n')}\n`;
}
