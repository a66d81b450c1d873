import { type Case, indexReports, parseQuery, type SearchOptions, search } from '../../src/casefile/index.ts';
import { allegationOf } from './analysis.ts';
import { caseOf, type FakeReport } from './kept-case.ts';

const sourcing = { type: 'person', grade: 'named', channel: 'speech', outlet: null, addressee: null, said: null, chain: [] } as const;
const dorn = { id: 'p1', name: 'Ilya Dorn', type: 'person', role: 'foreign minister', mentions: [] } as const;
const lind = { id: 'p2', name: 'Mára Lind', type: 'person', role: 'mayor of Kelvin Bay', mentions: [] } as const;
const killing = allegationOf('the Rovian army', 'killing');

/** Three reports: of a speaker named by a pronoun, of an unnamed voice, and one without a date and without statements. */
export const REPORTS: readonly FakeReport[] = [
  {
    id: 'bridge',
    title: 'Bridge shelled at Orrin',
    publisher: 'The Bay Courier',
    published: '2020-01-15',
    text: 'Ilya Dorn said the Rovian army had fired on the old bridge. He said the dead were farmers.\n\nThe river was high and the ferry did not sail.',
    said: [
      {
        source: 'Ilya Dorn',
        content: 'the Rovian army had fired on the old bridge',
        act: 'accuse',
        speaker: 'p1',
        sourcing,
        allegations: [killing],
        confidence: 0.9,
      },
      { source: 'He', content: 'the dead were farmers', act: 'state', speaker: 'p1', sourcing, confidence: 0.6 },
    ],
    more: { speakers: [dorn] },
  },
  {
    id: 'flood',
    title: 'Flood closes the bridge',
    publisher: 'Sound Wire',
    published: '2020-06-30T22:00:00+02:00',
    text: 'Mára Lind told the “Courier” that the bridge of Kelvin Bay would stay closed. Sources called the flood a disgrace.',
    said: [
      {
        source: 'Mára Lind',
        content: 'the bridge of Kelvin Bay would stay closed',
        act: 'promise',
        speaker: 'p2',
        sourcing: { ...sourcing, channel: 'interview' },
      },
      {
        source: 'Sources',
        content: 'the flood a disgrace',
        act: 'criticise',
        speaker: null,
        sourcing: { ...sourcing, grade: 'bare', channel: 'unknown', type: 'unnamed' },
      },
    ],
    more: { speakers: [lind] },
  },
  { id: 'undated', title: 'Résumé of a ferry', text: 'The ferry is old. Nobody spoke of the bridge.' },
];

/** A case of the three reports, indexed, in which one statement is accepted and another has a note. */
export async function searchedCase(): Promise<Case> {
  const kept = await caseOf(REPORTS);
  indexReports(kept);
  const at = kept.db.get<{ article: number; analysis: number }>(
    "SELECT article, a.number AS analysis FROM analyses AS a JOIN articles AS c ON c.number = a.article WHERE c.id = 'bridge'",
  )!;
  kept.db.run(
    "INSERT INTO reviews (at, by, action, about, article, analysis, id) VALUES ('2026-03-02T10:00:00Z', 'ada', 'accept', 'statement', ?, ?, 's2')",
    at.article,
    at.analysis,
  );
  kept.db.run(
    "INSERT INTO reviews (at, by, action, about, article, analysis, id) VALUES ('2026-03-02T10:00:00Z', 'ada', 'note', 'statement', ?, ?, 's1')",
    at.article,
    at.analysis,
  );
  return kept;
}

/** Searches a case by what is typed: what is found, and the ids of the hits ("bridge/s1", or "bridge" for a report). */
export function searcher(kept: () => Case) {
  const found = (typed: string, options: SearchOptions = {}) => search(kept(), parseQuery(typed), options);
  const ids = (typed: string, options: SearchOptions = {}): readonly string[] =>
    found(typed, options).hits.map((hit) => (hit.kind === 'statement' ? `${hit.article}/${hit.statement}` : hit.article));
  return { found, ids };
}
