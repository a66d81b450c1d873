import { isElement, isText, type PageElement, type PageNode } from './dom.ts';
import { INLINE } from './strip-tags.ts';

const LEFT_OUT = new Set(['script', 'style', 'noscript', 'template', 'figcaption', 'button', 'select', 'textarea', 'title', 'head']);
/** A paragraph that is nothing but a link to another report. */
const POINTER = /^(?:also |read |see |watch|more|related|must read|click|subscribe|sign up|recommended|in pictures)/i;

interface Draft {
  text: string;
  linked: number;
  readonly item: boolean;
}

/**
 * The paragraphs of an element in the order of the page; white space collapsed, a line break kept as LF. Paragraphs that are
 * nothing but a link in a list, or a link that points to another report, are left out.
 *
 * @example paragraphsOf(parsePage('<p>No.<p>Yes.').querySelector('body')!) // ['No.', 'Yes.']
 */
export function paragraphsOf(element: PageElement): readonly string[] {
  const drafts: Draft[] = [{ text: '', linked: 0, item: false }];
  const begin = (item: boolean): void => {
    drafts.push({ text: '', linked: 0, item });
  };
  const walk = (node: PageNode, linked: boolean, item: boolean): void => {
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
    if (block) begin(inItem);
    for (const child of node.childNodes) walk(child, linked || node.localName === 'a', inItem);
    if (block) begin(item);
  };
  walk(element, false, false);
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
    .map(({ text }) => text.replace(/\n{2,}/g, '\n\n'));
}
