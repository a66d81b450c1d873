import { type Analysis, type LinkEnd, type Span, type StatementRef, textOf, type WireStatement } from '../../model/index.ts';
import { shown } from './shown.ts';
import { DOT, dateInWords } from './wording.ts';

/** A statement with the report in which it stands. */
export interface Found {
  readonly analysis: Analysis;
  readonly statement: WireStatement | undefined;
}

/** What the relations point to: reports and their statements. */
export interface Album {
  find(end: LinkEnd | StatementRef): Found | undefined;
  /** "The Meridian Courier · 14 March 2023" */
  reportName(article: string): string;
  /** The publisher, or the report's id where none is known. */
  publisher(article: string): string;
  /** Who speaks, by the fullest name; "somebody unnamed" and the source's words where there is none. */
  speakerName(end: LinkEnd | StatementRef): string;
  words(end: LinkEnd | StatementRef): string;
  /** The words with some of them in brackets. */
  marked(end: LinkEnd | StatementRef, marks: readonly Span[]): string;
}

/** An id of one of several reports with that id ends in a mark. */
const plain = (article: string): string => article.replace(/~[0-9a-f]{8}$/, '');

/** The reports by their ids. */
export function createAlbum(analyses: readonly Analysis[]): Album {
  const byId = new Map(analyses.map((analysis) => [analysis.id, analysis]));
  const find: Album['find'] = ({ article, statement }) => {
    const analysis = byId.get(article) ?? byId.get(plain(article));
    return analysis === undefined ? undefined : { analysis, statement: analysis.statements.find(({ id }) => id === statement) };
  };
  return {
    find,
    reportName(article) {
      const known = (byId.get(article) ?? byId.get(plain(article)))?.article;
      const date = known?.published == null ? 'no date' : dateInWords(shown(known.published));
      return [shown(known?.publisher ?? article), date].join(DOT);
    },
    publisher: (article) => (byId.get(article) ?? byId.get(plain(article)))?.article.publisher ?? article,
    speakerName(end) {
      const found = find(end);
      const speaker = found?.analysis.speakers.find(({ id }) => id === found.statement?.speaker);
      if (speaker?.name != null) return shown(speaker.name);
      const source = found?.statement === undefined ? '' : shown(textOf(found.analysis.article.text, found.statement.source));
      return source === '' ? 'nobody is named' : source;
    },
    words(end) {
      const found = find(end);
      return found?.statement === undefined ? '' : shown(textOf(found.analysis.article.text, found.statement.content));
    },
    marked(end, marks) {
      const found = find(end);
      if (found?.statement === undefined) return '';
      const { text } = found.analysis.article;
      return shown(
        found.statement.content
          .map(([start, stop]) => {
            const inside = marks.filter((mark) => mark[0] >= start && mark[1] <= stop);
            let out = '';
            let at = start;
            for (const [from, to] of inside) {
              out += `${text.slice(at, from)}[${text.slice(from, to)}]`;
              at = to;
            }
            return out + text.slice(at, stop);
          })
          .join(' … '),
      );
    },
  };
}
