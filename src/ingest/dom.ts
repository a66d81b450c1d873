import { parseHTML } from 'linkedom';

/** The few things that this room uses of a page's tree; linkedom is named in this file alone. */
export interface PageNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly parentNode: PageElement | null;
  readonly childNodes: ArrayLike<PageNode> & Iterable<PageNode>;
}
export interface PageElement extends PageNode {
  readonly localName: string;
  readonly children: ArrayLike<PageElement> & Iterable<PageElement>;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelectorAll(selector: string): Iterable<PageElement>;
  querySelector(selector: string): PageElement | null;
  append(...nodes: readonly PageNode[]): void;
  replaceWith(...nodes: readonly PageNode[]): void;
  remove(): void;
}
export interface PageDocument extends PageNode {
  createElement(name: string): PageElement;
  append(...nodes: readonly PageNode[]): void;
  querySelectorAll(selector: string): Iterable<PageElement>;
  querySelector(selector: string): PageElement | null;
}

const ELEMENT = 1;
const TEXT = 3;
const OF_HEAD = new Set(['title', 'meta', 'link', 'base', 'script', 'style']);

export const isElement = (node: PageNode): node is PageElement => node.nodeType === ELEMENT;
export const isText = (node: PageNode): boolean => node.nodeType === TEXT;

/**
 * Parses a page into a tree that has one html, one head and one body, whatever the page has: linkedom leaves a page as it
 * is written, and so a fragment, a second body or what stands after it would else be lost.
 *
 * @example parsePage('<p>No.').querySelector('body > p')?.textContent // 'No.'
 */
export function parsePage(html: string): PageDocument {
  const document = parseHTML(html).document as unknown as PageDocument;
  const [root, head, body] = ['html', 'head', 'body'].map((name) => document.createElement(name)) as [
    PageElement,
    PageElement,
    PageElement,
  ];
  const place = (node: PageNode, inBody: boolean): void => {
    const localName = isElement(node) ? node.localName : undefined;
    if (isElement(node) && (localName === 'html' || localName === 'head' || localName === 'body')) {
      for (const child of [...node.childNodes]) place(child, inBody || localName === 'body');
      node.remove();
    } else (!inBody && localName !== undefined && OF_HEAD.has(localName) ? head : body).append(node);
  };
  for (const node of [...document.childNodes]) if (isElement(node) || isText(node)) place(node, false);
  root.append(head, body);
  document.append(root);
  return document;
}
