import { type Notice, type NoticeCode, notice, type Post } from '../model/index.ts';
import { stripTags } from './strip-tags.ts';
import type { MappedText } from './text-writer.ts';

/** What a web page gave: the text of its article, with a map to the page's source, and what the page says of it. */
export interface Page extends MappedText {
  readonly title?: string;
  readonly byline?: string;
  readonly publisher?: string;
  /** As written on the page. */
  readonly published?: string;
  /** The address that the page calls its own. */
  readonly url?: string;
  /** As written on the page: when it was last changed. */
  readonly modified?: string;
  /** Embedded posts, as spans of the text. */
  readonly posts?: readonly Post[];
  readonly notices: readonly Notice[];
}

/** A page read without a tree: all its text, so that nothing is lost, and a notice that says why. */
export const stripPage = (html: string, code: NoticeCode, message: string): Page => ({
  ...stripTags(html),
  notices: [notice(code, message)],
});
