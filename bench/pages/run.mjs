// node bench/pages/run.mjs: how right the text of web pages is read (words F1) in twenty layouts, after a build. Beside it
// stands defuddle where it is installed (npm install --no-save defuddle@0.19.4), run so that it asks nothing of any server.
import { ensureBuilt } from '../../scripts/setup.mjs';
import { LAYOUTS, wordsF1 } from './layouts.mjs';

ensureBuilt();
const { readPage } = await import('../../dist/ingest/index.js');
const { parseHTML } = await import('linkedom');
const peer = await import('defuddle').catch(() => undefined);

function defuddled(html) {
  const { document } = parseHTML(html);
  const { content } = new peer.default(document, { url: 'https://courier.example/', useAsync: false }).parse();
  return content.replace(/<[^>]+>/g, ' ').replace(/&nbsp;/g, ' ');
}

const rows = [];
for (const [name, html] of LAYOUTS) rows.push([name, wordsF1((await readPage(html)).text), peer && wordsF1(defuddled(html))]);
const mean = (of) => rows.reduce((sum, row) => sum + row[of], 0) / rows.length;
const line = (name, ours, theirs) => console.log(`${ours.toFixed(3)}${peer ? `  ${theirs.toFixed(3)}` : ''}  ${name}`);
console.log(`hearsay${peer ? '  defuddle' : ''}`);
for (const row of rows) line(...row);
line('mean', mean(1), peer && mean(2));
