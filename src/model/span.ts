/**
 * A run of the text: UTF-16 code units of `article.text`, start inclusive, end exclusive.
 * @example `text.slice(span[0], span[1])`
 */
export type Span = readonly [start: number, end: number];

/** The words at a span. */
export const textAt = (text: string, span: Span): string => text.slice(span[0], span[1]);

/** The words of several spans, joined with " … ". */
export const textOf = (text: string, spans: readonly Span[]): string => spans.map((span) => textAt(text, span)).join(' … ');

/** True if `inner` lies within `outer`. */
export const holds = (outer: Span, inner: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];

/** True if the two share at least one character. */
export const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

/** True if every span of `inner` lies within some span of `outer`. */
export const allHeld = (outer: readonly Span[], inner: readonly Span[]): boolean =>
  inner.every((span) => outer.some((o) => holds(o, span)));

/** The smallest span around all of them; undefined for none. */
export function around(spans: readonly Span[]): Span | undefined {
  if (spans.length === 0) return undefined;
  return [Math.min(...spans.map((s) => s[0])), Math.max(...spans.map((s) => s[1]))];
}

/** Orders spans by start, then by end. */
export const bySpan = (a: Span, b: Span): number => a[0] - b[0] || a[1] - b[1];
