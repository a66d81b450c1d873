import { createReports } from './reports.mjs';

/** Adds reports of so many statements each to a case; gives their maker, and every tenth text. */
export async function fill(kept, add, count, each = 20) {
  const reports = createReports(1, kept.tools, each);
  const texts = [];
  const bytes = new TextEncoder().encode('bench');
  async function* items() {
    for (let i = 1; i <= count; i++) {
      const item = reports.make(i);
      if (i % 10 === 1) texts.push(item.article.text);
      yield item;
    }
  }
  const source = {
    size: bytes.length,
    async *stream() {
      yield bytes;
    },
    read: async (start, end) => bytes.slice(start, end),
  };
  const received = { from: 'bench', when: '2026-03-01T10:00:00Z', kind: 'ndjson', hash: kept.tools.hash(bytes), source, items };
  async function* arrivals() {
    yield { kind: 'received', received };
  }
  const read = () => Promise.reject(new Error('expected ready analyses'));
  for await (const added of add(kept, arrivals(), { read, ahead: 4 })) if (added.kind === 'failed') throw new Error(added.message);
  return { reports, texts };
}
