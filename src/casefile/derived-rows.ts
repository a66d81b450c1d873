import type { Allegation, Analysis, Speaker, WireStatement } from '../model/index.ts';
import { wellFormed } from './case.ts';
import type { Value } from './database.ts';

/** The copies of an analysis that stand in rows, as they are written and as `verify` expects them. */
export interface DerivedRows {
  /** id, name, type, role */
  readonly speakers: readonly (readonly Value[])[];
  /** id, content, form, within, act, the speaker's id, type, grade, channel, outlet, said, confidence */
  readonly statements: readonly (readonly Value[])[];
  /** the statement's id, place, accused, the accused speaker's id, wrong, status, victims, location, time */
  readonly allegations: readonly (readonly Value[])[];
}

const speakerRow = ({ id, name, type, role }: Speaker): readonly Value[] => [id, name, type, role].map(wellFormed);

const statementRow = (statement: WireStatement): readonly Value[] => {
  const { id, content, form, within, act, speaker, sourcing, confidence } = statement;
  return [
    id,
    JSON.stringify(content),
    form,
    within,
    act ?? null,
    speaker ?? null,
    sourcing?.type ?? null,
    sourcing?.grade ?? null,
    sourcing?.channel ?? null,
    wellFormed(sourcing?.outlet ?? null),
    wellFormed(sourcing?.said ?? null),
    confidence,
  ];
};

const allegationRow = (id: string, place: number, allegation: Allegation): readonly Value[] => {
  const { accused, accusedSpeaker, wrong, status, victims, place: location, when } = allegation;
  return [id, place, ...[accused, accusedSpeaker, wrong, status, victims, location, when].map(wellFormed)];
};

/** The rows that are made of an analysis; a speaker that the analysis does not have is none. */
export function derivedRows({ speakers, statements }: Analysis): DerivedRows {
  const known = new Set(speakers.map(({ id }) => id));
  const there = (id: string | null | undefined): string | null => (id != null && known.has(id) ? id : null);
  return {
    speakers: speakers.map(speakerRow),
    statements: statements.map((statement) => statementRow({ ...statement, speaker: there(statement.speaker) })),
    allegations: statements.flatMap(({ id, allegations = [] }) =>
      allegations.map((allegation, place) => allegationRow(id, place, { ...allegation, accusedSpeaker: there(allegation.accusedSpeaker) })),
    ),
  };
}
