import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../src/engine/index.ts';
import { type Analysis, type Cluster, type Link, type LinkEnd, textAt, textOf } from '../src/model/index.ts';
import { createNetwork, defaultModelDir, readInputs } from '../src/node/index.ts';

const folder = fileURLToPath(new URL('../examples/story', import.meta.url));
const reports = new Map<string, Analysis>();
let clusters: readonly Cluster[] = [];
let links: readonly Link[] = [];

beforeAll(async () => {
  const engine = createEngine(await createNetwork(defaultModelDir()));
  for await (const input of readInputs([folder])) {
    if (input.kind !== 'article') throw new Error(`${input.from}: ${input.message}`);
    reports.set(input.article.id, await engine.read(input.article));
  }
  const { relations, notices } = engine.relate(reports.values());
  expect(notices).toEqual([]);
  clusters = relations.filter((one) => one.kind === 'cluster');
  links = relations.filter((one) => one.kind === 'link');
}, 120_000);

const wordsOf = ({ article, statement }: LinkEnd): string => {
  const { article: report, statements } = reports.get(article)!;
  return textOf(report.text, statements.find(({ id }) => id === statement)?.content ?? []);
};

/** The cluster of the statement that holds these words, as "report: standing of report". */
function told(article: string, words: string): Cluster {
  const cluster = clusters.find(({ members }) => members.some((member) => member.article === article && wordsOf(member).includes(words)));
  if (cluster === undefined) throw new Error(`expected a cluster with "${words}" of ${article}`);
  return cluster;
}
const membersOf = ({ members }: Cluster): Readonly<Record<string, string>> =>
  Object.fromEntries(members.map(({ article, standing, of }) => [article, of === null ? standing : `${standing} of ${of.article}`]));
const rulesOf = ({ members }: Cluster, article: string): readonly string[] =>
  members.find((member) => member.article === article)!.because.map(({ rule }) => rule);
const linksOf = (type: Link['type']): readonly Link[] => links.filter((link) => link.type === type);
const marked = (end: LinkEnd, spans: Link['words']): readonly string[] =>
  [...(spans?.from ?? [])].map((span) => textAt(reports.get(end.article)!.article.text, span));

describe('the story of examples/story.md', () => {
  it('has at least twelve reports of five outlets and two agencies', () => {
    const publishers = new Set([...reports.values()].map(({ article }) => article.publisher));
    expect(reports.size).toBeGreaterThanOrEqual(12);
    expect([...publishers].filter((name) => name!.endsWith('Agency'))).toHaveLength(2);
    expect(publishers.size).toBe(7);
    expect(readdirSync(folder)).toEqual(['reports.ndjson']);
  });

  it('finds the agency text in three papers, and the paraphrase that names it', () => {
    const accusation = told('hpa-fire', 'They fired on the depot');
    expect(accusation.earliest).toMatchObject({ article: 'hpa-fire', certainty: 'dated' });
    expect(accusation.firstVoices).toBe(1);
    expect(membersOf(accusation)).toEqual({
      'hpa-fire': 'origin',
      'post-fire': 'echo of hpa-fire',
      'courier-fire': 'echo of hpa-fire',
      'daily-fire': 'echo of hpa-fire',
      'today-renn': 'echo of hpa-fire',
    });
    expect(rulesOf(accusation, 'post-fire')).toContain('same-credit');
    expect(rulesOf(accusation, 'daily-fire')).toContain('near-copy');
    expect(rulesOf(accusation, 'daily-fire')).not.toContain('same-credit');
    expect(rulesOf(accusation, 'today-renn')).toContain('cites');
  });

  it('tells the interview from the echoes', () => {
    const roll = told('hpa-fire', 'We counted eleven men');
    expect(membersOf(roll)).toEqual({
      'hpa-fire': 'origin',
      'post-fire': 'echo of hpa-fire',
      'courier-fire': 'echo of hpa-fire',
      'daily-fire': 'echo of hpa-fire',
      'compass-tamm': 'independent',
      'compass-tamm-2': 'echo of compass-tamm',
    });
    expect(rulesOf(roll, 'compass-tamm')).toEqual(['other-words']);
    expect(roll.firstVoices).toBe(1);
  });

  it('finds the one unnamed source of two papers', () => {
    const order = told('courier-order', 'came from the garrison at Pell');
    expect(membersOf(order)).toEqual({ 'courier-order': 'origin', 'daily-order': 'echo of courier-order' });
    expect(rulesOf(order, 'daily-order')).toContain('same-unnamed-source');
    expect(order.firstVoices).toBe(1);
  });

  it('finds the words that were changed, and no others', () => {
    const found = linksOf('altered').map((link) => [
      link.from.article,
      marked(link.from, link.words),
      link.to.article,
      marked(link.to, { from: link.words!.to, to: [] }),
    ]);
    expect(found).toEqual([
      ['courier-fire', ['hours', 'child'], 'hpa-fire', ['minutes', 'man']],
      ['daily-nurse', ['wounds'], 'hpa-fire', ['burns']],
    ]);
  });

  it('ties the correction to the earlier report', () => {
    const found = linksOf('answers').filter(({ because }) => because[0]!.rule === 'correction');
    expect(found.map(({ from, to }) => [from.article, to.article, wordsOf(to)])).toEqual([
      ['post-correction', 'post-fire', expect.stringContaining('fourteen barges')],
    ]);
  });

  it('finds the version, and what it dropped', () => {
    const [version, ...others] = linksOf('version');
    expect(others).toEqual([]);
    expect(version).toMatchObject({
      from: { article: 'compass-tamm-2' },
      to: { article: 'compass-tamm' },
      changes: { added: [], resourced: [] },
    });
    const dropped = version!.changes!.dropped.map((statement) => wordsOf({ article: 'compass-tamm', statement }));
    expect(dropped.map((words) => words.slice(0, 40))).toEqual([
      expect.stringContaining('Kestrian navy'),
      expect.stringContaining('three letters'),
    ]);
  });

  it('joins in no other cluster what several outlets tell', () => {
    const publishers = ({ members }: Cluster) => new Set(members.map(({ article }) => reports.get(article)!.article.publisher)).size;
    const wide = clusters.filter((cluster) => publishers(cluster) > 1);
    expect(wide.map(({ earliest }) => [earliest.article, wordsOf(earliest).slice(0, 30)]).sort()).toMatchObject([
      ['cna-denial', 'that its soldiers had fired on'],
      ['courier-order', 'The order to fire on the barge'],
      ['hpa-fire', 'Soldiers on the Orlavian side '],
      ['hpa-fire', 'nineteen people had been treat'],
      ['hpa-fire', 'nobody had been warned'],
      ['hpa-fire', '“Their burns are on the back, '],
      ['hpa-fire', '“They fired on the depot from '],
      ['hpa-fire', '“We counted eleven men missing'],
    ]);
  });

  // Links between what is alleged: they can be found once the reader gives allegations.
  const alleging = (): boolean =>
    [...reports.values()].some(({ statements }) => statements.some(({ allegations = [] }) => allegations.length > 0));
  it('ties the denials to what they deny, and to each echo of it', (context) => {
    if (!alleging()) return context.skip();
    const denials = linksOf('answers').filter(({ because }) => because[0]!.rule === 'denial');
    const answered = (article: string): readonly string[] => [
      ...new Set(denials.filter(({ from }) => from.article === article).map(({ to }) => to.article)),
    ];
    expect(answered('cna-denial')).toEqual(expect.arrayContaining(['hpa-fire', 'post-fire', 'courier-fire', 'daily-fire']));
    expect(answered('cna-drivers')).toContain('today-halm');
  });
  it('finds the accusation returned', (context) => {
    if (!alleging()) return context.skip();
    const pairs = linksOf('reciprocal').map(({ from, to }) => [from.article, to.article]);
    expect(pairs).toContainEqual(['today-halm', 'hpa-fire']);
  });
});
