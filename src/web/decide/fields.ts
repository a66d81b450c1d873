import { type Span, textOf } from '../../model/index.ts';
import type { ReportJson, ReportStatement, Suggestion } from '../../server/index.ts';
import { type CodeKind, codesOf, meaning, shown } from '../words/codes.ts';

/** One thing that a person can put right. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'date' | 'choice' | 'words';
  /** As it stands now, as the form shows it. */
  readonly value: string;
  readonly options?: readonly (readonly [value: string, words: string])[];
  readonly help?: string;
  /** Of words: where they stand now. */
  readonly spans?: readonly Span[];
}

interface Named {
  readonly id: string;
  readonly name: string | null;
  readonly role: string | null;
}

/** A speaker of a report in a list: by name, else by role, else by the id that the report's page shows. */
export const speakerInWords = ({ id, name, role }: Named): string =>
  [name ?? 'unnamed', role].filter(Boolean).join(', ') + (name === null && role === null ? ` (${id})` : '');

const codes = (kind: CodeKind) => codesOf(kind).map((code) => [code, `${shown(kind, code)}: ${meaning(kind, code)}`] as const);

const words = (name: string, label: string, text: string, spans: readonly Span[], offset = 0): Field => ({
  name,
  label,
  kind: 'words',
  value: textOf(
    text,
    spans.map(([from, to]) => [from - offset, to - offset] as const),
  ),
  spans,
  help: 'Words of the report as they stand there; part runs with “…”.',
});

const voice = (speakers: readonly Named[], speaker: string): Field => ({
  name: 'speaker',
  label: 'Speaker',
  kind: 'choice',
  value: speaker,
  options: [['', 'nobody known'], ...speakers.map((one) => [one.id, speakerInWords(one)] as const)],
});

/** What can be put right about a statement on its report's page. */
export function fieldsOf(statement: ReportStatement, report: ReportJson): Field[] {
  const { text } = report;
  const sourcing = statement.sourcing;
  const field = (name: string, label: string, kind: 'text' | 'date', value: string | null | undefined): Field => ({
    name,
    label,
    kind,
    value: value ?? '',
  });
  return [
    voice(report.speakers, statement.speaker ?? ''),
    { name: 'act', label: 'Act', kind: 'choice', value: statement.act ?? '', options: codes('act') },
    { name: 'grade', label: 'Grade', kind: 'choice', value: sourcing?.grade ?? '', options: codes('grade') },
    { name: 'type', label: 'Kind of source', kind: 'choice', value: sourcing?.type ?? '', options: codes('type') },
    { name: 'channel', label: 'Channel', kind: 'choice', value: sourcing?.channel ?? '', options: codes('channel') },
    field('outlet', 'First outlet', 'text', sourcing?.outlet),
    field('addressee', 'Said to', 'text', sourcing?.addressee),
    field('said', 'Said on', 'date', sourcing?.said),
    words('content', 'What was said', text, statement.content),
    words('source', 'Words that name who said it', text, statement.source),
    words('cue', 'Words of saying', text, statement.cue),
  ];
}

/** What can be put right about a suggestion of the queue. */
export function fieldsOfSuggestion({ speakers, speaker, act, grade, channel, around, content, source, cue }: Suggestion): Field[] {
  const [offset] = around.at;
  return [
    voice(speakers, speaker?.id ?? ''),
    { name: 'act', label: 'Act', kind: 'choice', value: act ?? '', options: codes('act') },
    { name: 'grade', label: 'Grade', kind: 'choice', value: grade ?? '', options: codes('grade') },
    { name: 'channel', label: 'Channel', kind: 'choice', value: channel ?? '', options: codes('channel') },
    words('content', 'What was said', around.text, content, offset),
    words('source', 'Words that name who said it', around.text, source, offset),
    words('cue', 'Words of saying', around.text, cue, offset),
  ];
}
