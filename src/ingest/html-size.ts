import { htmlTokens } from './html-tokens.ts';

/** What a page may have before it is read without a tree. */
export interface PageLimits {
  /** UTF-16 code units of the page. */
  readonly characters: number;
  /** Elements within each other. */
  readonly depth: number;
  readonly elements: number;
}

export const PAGE_LIMITS: PageLimits = { characters: 20 * 2 ** 20, depth: 512, elements: 200_000 };

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Elements that the next of their kind closes; they hold no deep tree by themselves. */
const OPTIONAL = new Set('p li dt dd tr td th thead tbody tfoot option optgroup colgroup rp rt'.split(' '));
const FOREIGN = new Set(['svg', 'math']);

/**
 * Says in words which limit a page breaks, in one pass that builds no tree; undefined where it keeps them all.
 *
 * @example overLimit('<div>'.repeat(10_000), PAGE_LIMITS) // 'more than 512 elements within each other'
 */
export function overLimit(html: string, limits: PageLimits): string | undefined {
  if (html.length > limits.characters) return `${html.length} characters, more than ${limits.characters}`;
  const open: string[] = [];
  let foreign = 0;
  let elements = 0;
  for (const { kind, name, selfClosing } of htmlTokens(html)) {
    if (kind === 'open') {
      if (++elements > limits.elements) return `more than ${limits.elements} elements`;
      if (VOID.has(name) || OPTIONAL.has(name) || (selfClosing && foreign > 0)) continue;
      if (FOREIGN.has(name)) foreign++;
      open.push(name);
      if (open.length > limits.depth) return `more than ${limits.depth} elements within each other`;
    } else if (kind === 'close') {
      const at = open.lastIndexOf(name);
      if (at === -1) continue;
      for (const closed of open.splice(at)) if (FOREIGN.has(closed)) foreign--;
    }
  }
  return undefined;
}
