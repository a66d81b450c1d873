import type { Allegation, Analysis, Form, Span, WireStatement } from '../model/index.ts';
import { type Content, contentOf } from './content.ts';
import { dayOf, type Moment, momentOf } from './dates.ts';
import { bylineKey, creditKeys, familyOf, NOBODY, outletKey, urlKey } from './outlets.ts';
import type { Voice, Voices } from './voice.ts';
import type { Words } from './words.ts';

/** What is kept of one report. */
export interface Report {
  readonly index: number;
  readonly id: string;
  /** Tells two reports of one id apart; the same for the same analysis. */
  readonly mark: string;
  readonly text: string;
  readonly textHash: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly outlet: string | undefined;
  readonly family: string | undefined;
  readonly url: string | undefined;
  readonly byline: string | undefined;
  readonly credits: readonly string[];
  readonly moment: Moment | undefined;
  /** True where the text says that it was updated. */
  readonly updated: boolean;
  readonly tellings: readonly Telling[];
  /** The voice of each speaker, by the speaker's id. */
  readonly voices: ReadonlyMap<string, Voice>;
}

/** What is kept of one statement. */
export interface Telling {
  readonly report: Report;
  /** Place among the report's statements. */
  readonly order: number;
  readonly id: string;
  readonly form: Form;
  readonly source: readonly Span[];
  readonly content: readonly Span[];
  readonly said: Content;
  readonly voice: Voice | undefined;
  readonly speaker: string | null;
  readonly within: string | null;
  readonly act: WireStatement['act'];
  readonly grade: string | undefined;
  readonly day: number | undefined;
  /** Media that this statement is passed on from, as keys; a medium that speaks itself among them. */
  readonly cites: readonly string[];
  /** The same without the speaker. */
  readonly outlets: readonly string[];
  /** To whom it was told. */
  readonly told: string | undefined;
  readonly allegations: readonly Allegation[];
  /** Number of its content's group; -1 where it says too little to be compared. */
  group: number;
}

const UPDATED =
  /(?:^|\n)[ \t*([]{0,3}(?:last |story |article |report |this (?:story|article|report) (?:was|has been) )?updated?\b[^\n]{0,80}/i;
const EDGE = 600;

/** True where a report says at its beginning or end that it was updated. */
export const isUpdated = (text: string): boolean =>
  UPDATED.test(text.slice(0, EDGE)) || (text.length > EDGE && UPDATED.test(`\n${text.slice(-EDGE).replace(/^[^\n]*\n?/, '')}`));

const MENTIONS = 6;
const BEFORE = 60;

/** The words just before a person's first mentions up to their sentence's beginning, in which an office and its state may stand. */
function nearOf(text: string, mentions: readonly Span[]): string {
  const parts: string[] = [];
  for (const [start] of mentions.slice(0, 2)) {
    const before = text.slice(Math.max(0, start - BEFORE), start);
    const clause = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n'), before.lastIndexOf('; ')) + 1);
    const owner =
      /(\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+)?)['’]s? ((?:[\p{Ll}-]+ ){0,3}[\p{Ll}-]+),? $|(\p{Lu}[\p{L}.]+) ((?:[\p{Ll}-]+ ){1,4})$/u.exec(
        clause,
      );
    if (owner !== null) parts.push(owner[0].replace(/, $/, ''));
  }
  return parts.join(' ; ');
}

/** Takes from an analysis what relating needs. */
export function reportOf(index: number, analysis: Analysis, words: Words, voices: Voices, mark: string): Report {
  const { article } = analysis;
  const { text } = article;
  const speakers = new Map(analysis.speakers.map((speaker) => [speaker.id, speaker]));
  const moment = momentOf(article.published);
  const sourceOf = new Map<string, string>();
  for (const { speaker, source } of analysis.statements) {
    if (speaker == null || source.length === 0 || sourceOf.has(speaker)) continue;
    sourceOf.set(speaker, source.map(([s, e]) => text.slice(s, e)).join(' '));
  }
  const voiceBy = new Map<string, Voice>();
  for (const speaker of analysis.speakers) {
    const mentions = speaker.mentions.slice(0, MENTIONS).map(([s, e]) => text.slice(s, e));
    const near = speaker.type === 'person' ? nearOf(text, speaker.mentions) : '';
    voiceBy.set(speaker.id, voices.voiceOf(speaker, mentions, sourceOf.get(speaker.id) ?? '', near));
  }
  const tellings: Telling[] = [];
  const report: Report = {
    index,
    id: analysis.id,
    mark,
    text,
    textHash: article.textHash,
    title: article.title,
    publisher: article.publisher,
    outlet: article.publisher === null ? undefined : outletKey(article.publisher),
    family: article.publisher === null ? undefined : familyOf(article.publisher),
    url: urlKey(article.url),
    byline: bylineKey(article.byline),
    credits: creditKeys(article.byline === null ? article.credits : [...article.credits, article.byline]),
    moment,
    updated: isUpdated(text),
    tellings,
    voices: voiceBy,
  };
  const own = (key: string): boolean => key !== '' && !NOBODY.test(key) && key !== report.family && key !== report.outlet;
  for (const [order, statement] of analysis.statements.entries()) {
    const { sourcing, speaker = null } = statement;
    const housesOf = (ids: readonly string[]): readonly string[] => {
      const names = [sourcing?.outlet ?? '', ...ids.map((id) => mediumOf(speakers.get(id), id))].filter((name) => name !== '');
      return [...new Set(names.map(familyOf).filter(own))];
    };
    const chain = sourcing?.chain ?? [];
    const saidOn = momentOf(sourcing?.said ?? null);
    tellings.push({
      report,
      order,
      id: statement.id,
      form: statement.form,
      source: statement.source,
      content: statement.content,
      said: contentOf(words, text, statement),
      voice: speaker === null ? undefined : voiceBy.get(speaker),
      speaker,
      within: statement.within,
      act: statement.act,
      grade: sourcing?.grade,
      day: dayOf(saidOn) ?? dayOf(moment),
      cites: housesOf(chain),
      outlets: housesOf(chain.filter((id) => id !== speaker)),
      told: sourcing?.addressee == null ? undefined : familyOf(sourcing.addressee),
      allegations: statement.allegations ?? [],
      group: -1,
    });
  }
  return report;
}

/** The name of a teller that may be a medium: a name of a chain that is no speaker, or an organisation's. */
const mediumOf = (speaker: { readonly type: string; readonly name: string | null } | undefined, id: string): string =>
  speaker === undefined ? id : speaker.type === 'organisation' ? (speaker.name ?? '') : '';
