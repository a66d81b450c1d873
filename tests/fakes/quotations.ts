import type { Span } from '../../src/model/index.ts';

/** Spans between quotation marks of any kind, the marks included. */
export const quotationsIn = (text: string): readonly Span[] =>
  [...text.matchAll(/“[^”]*”|"[^"]*"|«[^»]*»|„[^“”]*[“”]/gu)].map((match) => [match.index, match.index + match[0].length]);
