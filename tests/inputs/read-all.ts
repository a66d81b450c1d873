import { bytesSource, readItems, type Tools } from '../../src/ingest/index.ts';
import type { InputKind, Item } from '../../src/model/index.ts';
import { machineTools } from '../../src/node/machine-tools.ts';

/** All items of bytes of a kind, read here and now. */
export async function read(kind: InputKind, input: Uint8Array | string, tools: Partial<Tools> = {}): Promise<readonly Item[]> {
  const items: Item[] = [];
  const source = bytesSource(typeof input === 'string' ? new TextEncoder().encode(input) : new Uint8Array(input));
  for await (const item of readItems(kind, source, {}, { ...machineTools, ...tools })) items.push(item);
  return items;
}
/** What came, in short: an article's title or first words with its notices, the codes of the rest. */
export const brief = (item: Item): string => {
  if (item.kind === 'article') {
    const codes = item.article.notices.map(({ code }) => code).filter((code) => code !== 'no-article-found');
    return [item.article.title ?? item.article.text.slice(0, 12), ...codes].join(' + ');
  }
  if (item.kind === 'failure') return `! ${item.code}`;
  return item.kind === 'notice' ? `note ${item.notice.code}` : `${item.kind} ${item.kind === 'link' ? item.url : item.status}`;
};
export const briefs = async (kind: InputKind, input: Uint8Array | string, tools?: Partial<Tools>): Promise<readonly string[]> =>
  (await read(kind, input, tools)).map(brief);
