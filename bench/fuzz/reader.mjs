// A process of its own that reads the files whose paths come on standard input, one a line, as hearsay add does up to the
// case, and answers each with a line of JSON. Whatever it cannot bear ends it, and run.mjs sees that.
import { createInterface } from 'node:readline';
import { receive } from '../../dist/node/index.js';

for await (const path of createInterface({ input: process.stdin })) {
  const since = performance.now();
  const counts = { article: 0, link: 0, failure: 0, notice: 0, signature: 0 };
  let wrong;
  for await (const arrival of receive([path])) {
    if (arrival.kind === 'failure') counts.failure++;
    else {
      for await (const item of arrival.received.items()) {
        counts[item.kind]++;
        const told = item.kind === 'failure' ? item.message : item.kind === 'notice' ? item.notice.message : '';
        if (/is not a function|undefined|\[object/.test(told)) wrong = told;
        if (item.kind === 'article') wrong ??= faultOf(item.article);
      }
    }
  }
  const ms = Math.round(performance.now() - since);
  process.stdout.write(`${JSON.stringify({ ms, counts, wrong, mebibytes: Math.round(process.resourceUsage().maxRSS / 1024) })}\n`);
}

/** What does not hold of an article that came out of a damaged file; undefined if all does. */
function faultOf({ text, map, credits, notices }) {
  if (/\p{Cs}/u.test(text)) return 'half a character in the text';
  if (map.text.some((at, i) => at > text.length || (i > 0 && at < map.text[i - 1]))) return 'a map that is out of order';
  const spans = [...credits.map(({ at }) => at), ...notices.flatMap(({ at }) => (at === undefined ? [] : [at]))];
  return spans.every(([start, end]) => 0 <= start && start <= end && end <= text.length) ? undefined : 'a span outside the text';
}
