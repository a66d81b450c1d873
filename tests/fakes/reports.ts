import type { Allegation, Analysis, Form, SourceType, Span, Status, WireStatement, Wrong } from '../../src/model/index.ts';
import { allegationOf } from './analysis.ts';
import { quotationsIn } from './quotations.ts';

/** A statement of a report that is told in a few words. */
export interface Line {
  /** "Ilya Dorn (Kestrian foreign minister)": a name, and a role in brackets; in lower case somebody unnamed; none where nobody is. */
  readonly by?: string;
  readonly type?: SourceType;
  /** With its quotation marks, if it has any. */
  readonly says: string;
  readonly act?: WireStatement['act'];
  readonly outlet?: string;
  readonly told?: string;
  /** Place in the list of the statement that tells this one. */
  readonly within?: number;
  readonly accuses?: readonly [accused: string | null, wrong: Wrong, status?: Status, place?: string];
}

export interface Told {
  readonly id: string;
  readonly publisher?: string;
  readonly date?: string;
  readonly url?: string;
  readonly byline?: string;
  readonly credits?: readonly string[];
  readonly version?: string;
  /** Stands before and behind the statements. */
  readonly opening?: string;
  readonly end?: string;
  readonly lines: readonly Line[];
}

const formOf = (says: string): Form => {
  const quoted = quotationsIn(says);
  if (quoted.length === 0) return 'indirect';
  return quoted.reduce((sum, [s, e]) => sum + e - s, 0) >= says.trim().length - 3 ? 'direct' : 'mixed';
};

const typeOf = (by: string): SourceType => {
  if (!/\p{Lu}/u.test(by)) return 'unnamed';
  return /ministry|government|army|police|council|agency|committee|office|party|^\p{Lu}[\p{L}]+ia$/iu.test(by.replace(/\(.*/, ''))
    ? 'organisation'
    : 'person';
};

/**
 * An analysis as the reader would give it, from a few words for each statement: "SAYS, BY said." set one behind the other.
 * Enough for tests of what relates reports; nothing is read.
 */
export function reportOf({
  id,
  publisher,
  date,
  url,
  byline,
  credits = [],
  version = '0.1.0',
  opening = '',
  end = '',
  lines,
}: Told): Analysis {
  let text = opening === '' ? '' : `${opening}\n\n`;
  const speakers = new Map<string, { id: string; name: string | null; type: SourceType; role: string | null; mentions: Span[] }>();
  const statements: WireStatement[] = lines.map((line, i) => {
    const by = line.by?.replace(/\s*\(.*\)$/u, '');
    const outer = line.within === undefined ? undefined : lines[line.within]!;
    let content: Span;
    if (outer !== undefined) {
      const at = text.indexOf(line.says);
      if (at < 0) throw new Error(`expected "${line.says}" within what was told before`);
      content = [at, at + line.says.length];
    } else content = [text.length, text.length + line.says.length];
    if (outer === undefined) text += line.says;
    let source: Span[] = [];
    let cue: Span[] = [];
    let speaker: string | null = null;
    if (by !== undefined) {
      const from = outer === undefined ? text.length + 2 : text.lastIndexOf(by, content[0]);
      if (outer === undefined) text += `, ${by} said`;
      source = [[from, from + by.length]];
      cue = outer === undefined ? [[text.length - 4, text.length]] : [];
      const type = line.type ?? typeOf(line.by!);
      const known = speakers.get(by) ?? {
        id: `p${speakers.size + 1}`,
        name: type === 'unnamed' || type === 'group' ? null : by,
        type,
        role: /\((.*)\)/u.exec(line.by!)?.[1] ?? null,
        mentions: [],
      };
      known.mentions.push(source[0]!);
      speakers.set(by, known);
      speaker = known.id;
    }
    if (outer === undefined) text += '.\n\n';
    const allegations: Allegation[] =
      line.accuses === undefined
        ? []
        : [
            allegationOf(line.accuses[0], line.accuses[1], {
              accusedSpeaker: line.accuses[0] === null ? null : (speakers.get(line.accuses[0])?.id ?? null),
              place: line.accuses[3] ?? null,
              status: line.accuses[2] ?? 'alleged',
            }),
          ];
    const type = speaker === null ? 'none' : [...speakers.values()].find((one) => one.id === speaker)!.type;
    return {
      id: `s${i + 1}`,
      source,
      cue,
      content: [content],
      form: formOf(line.says),
      within: line.within === undefined ? null : `s${line.within + 1}`,
      act: line.act ?? (line.accuses?.[2] === 'denied' ? 'deny' : 'state'),
      speaker,
      sourcing: {
        type,
        grade: type === 'none' ? 'none' : type === 'unnamed' ? 'described' : 'named',
        channel: 'unknown',
        outlet: line.outlet ?? null,
        addressee: line.told ?? null,
        said: null,
        chain: [...(speaker === null ? [] : [speaker]), ...(line.outlet === undefined ? [] : [line.outlet])],
      },
      allegations,
      confidence: 0.9,
      because: [],
    };
  });
  text += end;
  return {
    id,
    engine: { version, model: 'fake', modelHash: 'sha256:fake' },
    article: {
      title: null,
      publisher: publisher ?? null,
      byline: byline ?? null,
      published: date ?? null,
      url: url ?? null,
      credits,
      sourceHash: `sha256:${id}`,
      textHash: `sha256:${text.length} ${id}`,
      characters: text.length,
      text,
    },
    statements,
    speakers: [...speakers.values()],
    missed: [],
    notices: [],
  };
}
