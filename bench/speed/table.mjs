// The figures as a Markdown table that also reads well on a terminal.

/** True if a figure is short of the least that is asked. */
export const isShort = ({ value, least, most }) => (least !== undefined && value < least) || (most !== undefined && value > most);

const reachesAim = ({ value, least, aim }) => (least !== undefined ? value >= aim : value <= aim);

function verdict(row) {
  if (row.aim === undefined) return '';
  if (isShort(row)) return 'SHORT';
  return reachesAim(row) ? 'aim reached' : 'reached';
}

/** One row for each figure: what, now, what is asked, how it comes about. Rough figures are not judged. */
export function tableOf(rows, rough) {
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
