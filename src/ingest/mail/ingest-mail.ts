import { type Article, type Failure, type Item, notice, type Part } from '../../model/index.ts';
import { ingestDecodedHtml, ingestHtml } from '../ingest-html.ts';
import { ingestDecodedText, ingestText } from '../ingest-text.ts';
import type { Known } from '../known.ts';
import { ingestPdf } from '../pdf/ingest-pdf.ts';
import { MAX_PAGE_BYTES, type Tools } from '../tools.ts';
import type { Attachment, Mail } from './open-mail.ts';
import { addressOfSaved, pageOfSaved } from './saved-page.ts';

const MOST_NAMES = 8;
/** A plain text counts beside HTML if it has at least this part of its words: some mails only say that they cannot be shown. */
const WHOLE = 0.4;

const headerOf = (mail: Mail, name: string): string | undefined => mail.headers.find((header) => header.name.toLowerCase() === name)?.value;

async function open(bytes: Uint8Array): Promise<Mail | Failure> {
  // postal-mime need not be loaded by whoever reads no mail.
  const { openMail } = await import('./open-mail.ts');
  try {
    return await openMail(bytes);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { code: 'mail-unreadable', message: `Expected a mail, found one that cannot be taken apart (${why}).` };
  }
}

const tooLongPage = ({ length }: string): Failure => ({
  code: 'text-too-long',
  message: `Expected a page of at most ${MAX_PAGE_BYTES} characters, found one of ${length}; nothing was read.`,
});

const wordsIn = (html: string): number => html.replace(/<(style|script)[\s\S]*?<\/\1>|<[^>]*>/gi, ' ').match(/\p{L}{2,}/gu)?.length ?? 0;

/** The body of a mail as an article: its plain text, or its HTML where there is none or hardly any. */
async function bodyOf(mail: Mail, bytes: Uint8Array, known: Known, { hash, readPage }: Tools): Promise<Article> {
  const { text = '', html } = mail;
  const plain = html === undefined || (text.match(/\p{L}{2,}/gu)?.length ?? 0) > WHOLE * wordsIn(html);
  return plain ? ingestDecodedText(text, bytes, known, hash) : ingestDecodedHtml(html, bytes, known, hash, readPage, { fragment: true });
}

async function attachmentOf({ type, name, bytes }: Attachment, known: Known, tools: Tools): Promise<Article | Failure | undefined> {
  if (type === 'application/pdf' || /\.pdf$/i.test(name)) return ingestPdf(bytes, known, tools.hash, tools.readPdf);
  if (type === 'text/html' || /\.html?$/i.test(name)) return ingestHtml(bytes, known, tools.hash, tools.readPage);
  return type === 'text/plain' || /\.txt$/i.test(name) ? ingestText(bytes, known, tools.hash) : undefined;
}

/**
 * Reads a mail: its body an article with the sender as its byline, the subject as its title and all headers kept; attached
 * PDFs, pages and texts are articles of their own. What is attached beside them is named in a notice and left unread.
 *
 * @param bytes as received
 * @param part where the mail stands in an mbox
 */
export async function* ingestMail(bytes: Uint8Array, known: Known, tools: Tools, part?: Part): AsyncGenerator<Item> {
  const opened = await open(bytes);
  const own = part === undefined ? {} : { part };
  if ('code' in opened) return yield { kind: 'failure', ...opened, ...own };
  // In an mbox a line of the text that begins with "From " has a ">" put before it.
  const mail = part === undefined ? opened : { ...opened, text: opened.text?.replace(/^>(?=>*From )/gm, '') };
  const { messageId: id } = mail;
  const at = part === undefined ? {} : { part: id === undefined ? part : { ...part, id } };
  const published = headerOf(mail, 'date');
  const facts = { ...known, title: known.title ?? mail.subject, published: known.published ?? published };
  if ((mail.html?.length ?? 0) > MAX_PAGE_BYTES) return yield { kind: 'failure', ...tooLongPage(mail.html!), ...at };
  const body = await bodyOf(mail, bytes, { ...facts, byline: known.byline ?? mail.from, headers: mail.headers }, tools);
  const attached: Item[] = [];
  const unread: string[] = [];
  for (const [i, attachment] of mail.attachments.entries()) {
    if (attachment.inline && /^image\//.test(attachment.type)) continue;
    const about = { ...known, id: undefined, published: undefined, title: undefined };
    const result = await attachmentOf(attachment, { ...about, headers: mail.headers }, tools);
    const place: Part = {
      kind: 'attachment',
      number: i + 1,
      file: attachment.name,
      ...(id === undefined ? {} : { id }),
      ...(part?.at === undefined ? {} : { at: part.at }),
    };
    if (result === undefined) unread.push(attachment.name);
    else if ('code' in result) attached.push({ kind: 'failure', ...result, part: place });
    else attached.push({ kind: 'article', article: result, bytes: attachment.bytes, part: place });
  }
  if (body.text.trim() !== '' || attached.length === 0) yield { kind: 'article', article: body, bytes, ...at };
  yield* attached;
  if (unread.length > 0) {
    const names = unread
      .slice(0, MOST_NAMES)
      .map((name) => `"${name.slice(0, 80)}"`)
      .join(', ');
    const message = `Expected texts, pages and PDFs attached to the mail, found ${unread.length} other file(s), which were not read: ${names}${unread.length > MOST_NAMES ? ' …' : ''}.`;
    yield { kind: 'notice', notice: notice('attachments-unread', message), ...at };
  }
}

/**
 * Reads a page saved with its pictures (MHTML): the page is the article, its address and the moment of saving are kept.
 *
 * @param bytes as received
 */
export async function* ingestSavedPage(bytes: Uint8Array, known: Known, tools: Tools): AsyncGenerator<Item> {
  const mail = await open(pageOfSaved(bytes));
  if ('code' in mail) return yield { kind: 'failure', ...mail };
  const { html, text } = mail;
  if ((html?.length ?? 0) > MAX_PAGE_BYTES) return yield { kind: 'failure', ...tooLongPage(html!) };
  const saved = Date.parse(headerOf(mail, 'date') ?? '');
  const captured = known.captured ?? (Number.isNaN(saved) ? undefined : new Date(saved).toISOString());
  const facts: Known = { ...known, url: known.url ?? addressOfSaved(bytes), captured };
  const article =
    html === undefined
      ? ingestDecodedText(text ?? '', bytes, { ...facts, title: known.title ?? mail.subject }, tools.hash)
      : await ingestDecodedHtml(html, bytes, facts, tools.hash, tools.readPage);
  yield { kind: 'article', article, bytes };
}
