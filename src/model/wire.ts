import type { Allegation } from './allegation.ts';
import type { Origin, PageStart, Post } from './article.ts';
import type { Notice } from './notice.ts';
import type { Sourcing } from './sourcing.ts';
import type { Span } from './span.ts';
import type { Speaker } from './speaker.ts';
import type { Because, Form, Missed } from './statement.ts';
import type { Act } from './vocabulary/act.ts';

/** One Analysis, one line of NDJSON. Fields are only added, never given a new meaning. */
export interface Analysis {
  readonly id: string;
  readonly engine: { readonly version: string; readonly model: string; readonly modelHash: string };
  readonly article: WireArticle;
  readonly statements: readonly WireStatement[];
  readonly speakers: readonly Speaker[];
  readonly missed: readonly Missed[];
  readonly notices: readonly Notice[];
}

export interface WireArticle {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly byline: string | null;
  readonly published: string | null;
  readonly url: string | null;
  /** Those from here to `credits` are left out where they are not known. */
  readonly modified?: string;
  readonly captured?: string;
  readonly origin?: Origin;
  readonly posts?: readonly Post[];
  readonly pages?: readonly PageStart[];
  readonly credits: readonly string[];
  readonly sourceHash: string;
  readonly textHash: string;
  readonly characters: number;
  /** The text that all spans count in. */
  readonly text: string;
}

export interface WireStatement {
  readonly id: string;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly form: Form;
  readonly within: string | null;
  readonly act?: Act;
  readonly speaker?: string | null;
  readonly sourcing?: Sourcing;
  /** Gravest first; empty where nothing is alleged. */
  readonly allegations?: readonly Allegation[];
  readonly confidence: number;
  readonly because: readonly Because[];
}
