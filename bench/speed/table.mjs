// The figures as a Markdown table that also reads well on a terminal.
import { appendFileSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../../scripts/setup.mjs';

/**
 * What a bench says at its end: its table, or --json, and with --write one more table in the RESULTS.md beside `module`.
 *
 * @param rough what is said of the figures of --smoke: "few reports"
 * @param processor what is told behind the processors; `browser` what is told behind Node
 * @returns the exit code: 1 where a figure is short of the least, which rough ones never are
 */
export function conclude(rows, { values, module, load, rough, processor = '', browser = '' }) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}${processor}, Node ${process.versions.node}${browser}, load ${load} before`;
  const table = tableOf(rows, values.smoke);
  if (values.json) console.log(JSON.stringify({ version, machine, smoke: values.smoke, rows }));
  else console.log(`${machine}${values.smoke ? `\n${rough}: rough figures` : ''}\n\n${table}`);
  if (values.write !== undefined) {
    const date = new Date().toISOString().slice(0, 10);
    const heading = `\n## ${date}, ${version}: ${values.write}\n\n${machine}${values.smoke ? `; ${rough}, rough figures` : ''}\n\n`;
    appendFileSync(fileURLToPath(new URL('./RESULTS.md', module)), `${heading}${table}\n`);
  }
  return !values.smoke && rows.some(isShort) ? 1 : 0;
}

/** True if a figure is short of the least that is asked. */
const isShort = ({ value, least, most }) => (least !== undefined && value < least) || (most !== undefined && value > most);

const reachesAim = ({ value, least, aim }) => (least !== undefined ? value >= aim : value <= aim);

function verdict(row) {
  if (row.aim === undefined) return '';
  if (isShort(row)) return 'SHORT';
  return reachesAim(row) ? 'aim reached' : 'reached';
}

/** One row for each figure: what, now, what is asked, how it comes about. Rough figures are not judged. */
function tableOf(rows, rough) {
  const cells = rows.map((row) => {
    const digits = row.digits ?? 2;
    const sign = row.least === undefined ? '≤' : '≥';
    const asked = (value) => (value === undefined ? '' : `${sign} ${value}`);
    return [row.name, row.value.toFixed(digits), asked(row.least ?? row.most), asked(row.aim), rough ? '' : verdict(row), row.note];
  });
  const all = [['figure', 'now', 'at least', 'aim', '', 'from'], ...cells];
  const widths = all[0].map((_, column) => Math.max(...all.map((line) => line[column].length)));
  const lines = all.map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`);
  return [lines[0], `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...lines.slice(1)].join('\n');
}
