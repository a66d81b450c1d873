import { isElement, isText, type PageElement, type PageNode } from './dom.ts';
import { markOf, type PostMark } from './embedded-posts.ts';
import { isFurniture, isFurnitureText } from './furniture.ts';
import { INLINE } from './strip-tags.ts';

const LEFT_OUT = new Set(['script', 'style', 'noscript', 'template', 'figcaption', 'button', 'select', 'textarea', 'title', 'head']);
/** A paragraph that is nothing but a link to another report. */
const POINTER = /^(?:also |read |see |watch|more|related|must read|click|subscribe|sign up|recommended|in pictures)/i;

/** A paragraph; with the post that it belongs to, the same object for all paragraphs of one post. */
export interface Paragraph {
  readonly text: string;
  readonly post?: PostMark;
}

interface Draft {
  text: string;
  linked: number;
  /** Characters that stand in <time>. */
  timed: number;
  links: number;
  readonly item: boolean;
  readonly heading: boolean;
  readonly post: PostMark | undefined;
}

const EMPTY = { text: '', linked: 0, timed: 0, links: 0 };
const HEADING = /^h[1-6]$/;
/** "15.31 BST", "Published 3 hours ago": characters that stand beside a time and say no more. */
const BESIDE_TIME = 12;
/** So many links and nothing else are a menu. */
const MENU = 3;

/**
 * The paragraphs of an element in the order of the page; white space collapsed, a line break kept as LF. Paragraphs that are
 * nothing but a link in a list, or a link that points to another report, are left out, and so is the furniture of the page:
 * see `isFurniture`.
 *
 * @example paragraphsOf(parsePage('<p>No.<p>Yes.').querySelector('body')!) // [{ text: 'No.' }, { text: 'Yes.' }]
 */
export function paragraphsOf(element: PageElement): readonly Paragraph[] {
  const drafts: Draft[] = [{ ...EMPTY, item: false, heading: false, post: undefined }];
  const whole = (element.textContent ?? '').length;
  const begin = (item: boolean, heading: boolean, post: PostMark | undefined): void => {
    drafts.push({ ...EMPTY, item, heading, post });
  };
  const walk = (node: PageNode, linked: boolean, timed: boolean, item: boolean, outer: PostMark | undefined): void => {
    if (isText(node)) {
      const draft = drafts.at(-1)!;
      const text = (node.textContent ?? '').replace(/[ \t\n\r\f]+/g, ' ');
      draft.text += text;
      if (linked) draft.linked += text.trim().length;
      if (timed) draft.timed += text.trim().length;
    }
    if (!isElement(node) || LEFT_OUT.has(node.localName)) return;
    if (node.localName === 'br') {
      drafts.at(-1)!.text += '\n';
      return;
    }
    const block = !INLINE.has(node.localName);
    const inItem = item || node.localName === 'li';
    const post = outer ?? markOf(node);
    if (post === undefined && node !== element && isFurniture(node, whole)) return;
    const link = node.localName === 'a';
    if (link) drafts.at(-1)!.links++;
    if (block) begin(inItem, HEADING.test(node.localName), post);
    for (const child of node.childNodes) walk(child, linked || link, timed || node.localName === 'time', inItem, post);
    if (block) begin(item, false, outer);
  };
  walk(element, false, false, false, undefined);
  const kept = drafts.map((draft) => ({
    ...draft,
    text: draft.text
      .replace(/ *\n */g, '\n')
      .replace(/ {2,}/g, ' ')
      .replace(/^[ \n]+|[ \n]+$/g, ''),
  }));
  const read = kept.filter(({ text, linked, timed, links, item, post }) => {
    if (text.trim() === '' || (post === undefined && isFurnitureText(text))) return false;
    if (timed > 0 && timed + BESIDE_TIME >= text.length) return false;
    const label = POINTER.test(text) ? (/^[^:\n]{1,24}:/.exec(text)?.[0].length ?? 0) : 0;
    const isLink = linked > 0 && linked + label + 3 >= text.length;
    return !(isLink && (item || POINTER.test(text))) && !(links >= MENU && linked + 3 * links >= text.length);
  });
  // A heading under which nothing is left.
  while (read.at(-1)?.heading) read.pop();
  return read.map(({ text, post }) => ({ text: text.replace(/\n{2,}/g, '\n\n'), ...(post === undefined ? {} : { post }) }));
}
