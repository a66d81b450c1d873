import { isElement, isText, type PageElement, type PageNode } from './dom.ts';
import { markOf, type PostMark } from './embedded-posts.ts';
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
  readonly item: boolean;
  readonly post: PostMark | undefined;
}

/**
 * The paragraphs of an element in the order of the page; white space collapsed, a line break kept as LF. Paragraphs that are
 * nothing but a link in a list, or a link that points to another report, are left out.
 *
 * @example paragraphsOf(parsePage('<p>No.<p>Yes.').querySelector('body')!) // [{ text: 'No.' }, { text: 'Yes.' }]
 */
export function paragraphsOf(element: PageElement): readonly Paragraph[] {
  const drafts: Draft[] = [{ text: '', linked: 0, item: false, post: undefined }];
  const begin = (item: boolean, post: PostMark | undefined): void => {
    drafts.push({ text: '', linked: 0, item, post });
  };
  const walk = (node: PageNode, linked: boolean, item: boolean, outer: PostMark | undefined): void => {
    if (isText(node)) {
      const draft = drafts.at(-1)!;
      const text = (node.textContent ?? '').replace(/[ \t\n\r\f]+/g, ' ');
      draft.text += text;
      if (linked) draft.linked += text.trim().length;
    }
    if (!isElement(node) || LEFT_OUT.has(node.localName)) return;
    if (node.localName === 'br') {
      drafts.at(-1)!.text += '\n';
      return;
    }
    const block = !INLINE.has(node.localName);
    const inItem = item || node.localName === 'li';
    const post = outer ?? markOf(node);
    if (block) begin(inItem, post);
    for (const child of node.childNodes) walk(child, linked || node.localName === 'a', inItem, post);
    if (block) begin(item, outer);
  };
  walk(element, false, false, undefined);
  const kept = drafts.map((draft) => ({
    ...draft,
    text: draft.text
      .replace(/ *\n */g, '\n')
      .replace(/ {2,}/g, ' ')
      .replace(/^[ \n]+|[ \n]+$/g, ''),
  }));
  return kept
    .filter(({ text, linked, item }) => {
      if (text.trim() === '') return false;
      const label = POINTER.test(text) ? (/^[^:\n]{1,24}:/.exec(text)?.[0].length ?? 0) : 0;
      const isLink = linked > 0 && linked + label + 3 >= text.length;
      return !(isLink && (item || POINTER.test(text)));
    })
    .map(({ text, post }) => ({ text: text.replace(/\n{2,}/g, '\n\n'), ...(post === undefined ? {} : { post }) }));
}
