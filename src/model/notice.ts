import type { Span } from './span.ts';

/** Something about the input that a reader of the result must know. Bad input is a notice, never a crash. */
export interface Notice {
  readonly code: NoticeCode;
  /** What was expected, what was found, and what was done about it. */
  readonly message: string;
  readonly at?: Span;
}

/** Every notice that Hearsay gives; docs/data-model.md says what each means. */
export const NOTICE_CODES = [
  'empty-text',
  'no-words',
  'binary-bytes',
  'wrong-encoding',
  'control-characters',
  'lone-surrogate',
  'long-word',
  'unbalanced-quotation',
  'quotations-capped',
  'nesting-capped',
  'html-capped',
  'html-unreadable',
  'no-article-found',
  'no-text-layer',
  'pages-missing',
  'running-lines',
  'unknown-letters',
  'pdf-locked',
  'pdf-unreadable',
  'mail-unreadable',
  'attachments-unread',
  'feed-unreadable',
  'missing-columns',
  'unused-columns',
  'unreadable-row',
  'warc-unreadable',
  'record-cut',
  'record-truncated',
  'digest-differs',
  'records-left-out',
  'body-unreadable',
  'archive-unreadable',
  'archive-too-large',
  'hash-differs',
  'url-refused',
  'url-failed',
  'unreadable-line',
  'unreadable-field',
  'missing-text',
  'duplicate-id',
  'text-too-long',
  'missing-file',
  'unreadable-file',
  'no-statements',
  'nobody-named',
  'in-capitals',
  'other-language',
  'ambiguous-pronoun',
  'partial-date',
  'unreadable-date',
  'same-analysis',
  'future-date',
  'crowded',
] as const;
export type NoticeCode = (typeof NOTICE_CODES)[number];

/** A notice; `at` is left out where there is no place. */
export const notice = (code: NoticeCode, message: string, at?: Span): Notice =>
  at === undefined ? { code, message } : { code, message, at };
