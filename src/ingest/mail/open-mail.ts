import PostalMime, { type Address, decodeWords, type Attachment as PostalAttachment } from 'postal-mime';
import type { Header } from '../../model/index.ts';

/** postal-mime is named in this file alone. */

export interface Attachment {
  /** As the mail names it; "unnamed" where it does not. */
  readonly name: string;
  /** "application/pdf", in lower case. */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** True for what the mail shows within its text: pictures. */
  readonly inline: boolean;
}

/** A mail taken apart. */
export interface Mail {
  /** In their order, decoded. */
  readonly headers: readonly Header[];
  /** The name of who wrote it, or the address where there is no name. */
  readonly from: string | undefined;
  readonly subject: string | undefined;
  readonly messageId: string | undefined;
  readonly text: string | undefined;
  readonly html: string | undefined;
  readonly attachments: readonly Attachment[];
}

const MOST_HEADERS = 200;
const LONGEST_VALUE = 4000;
const LIMITS = { maxNestingDepth: 64, maxHeadersSize: 2 ** 20, maxRfc822NestingDepth: 4 } as const;

const nameOf = (address: Address | undefined): string | undefined => {
  if (address === undefined) return undefined;
  const name = address.name.trim();
  return name === '' ? address.address : name;
};

const bytesOf = (content: PostalAttachment['content']): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);

/**
 * Takes a mail apart: headers, body by its kind, attachments.
 *
 * @throws where its parts lie too deep in each other or its headers are too large
 * @see RFC 5322, RFC 2045
 */
export async function openMail(bytes: Uint8Array): Promise<Mail> {
  const mail = await PostalMime.parse(bytes, LIMITS);
  const headers = mail.headers.slice(0, MOST_HEADERS).map(({ originalKey, value }) => ({
    name: originalKey,
    value: decodeWords(value).replace(/\s+/gu, ' ').trim().slice(0, LONGEST_VALUE),
  }));
  return {
    headers,
    from: nameOf(mail.from),
    subject: mail.subject,
    messageId: mail.messageId,
    text: mail.text,
    html: mail.html,
    attachments: mail.attachments.map(({ filename, mimeType, content, related, disposition }) => ({
      name: filename ?? 'unnamed',
      type: mimeType.toLowerCase(),
      bytes: bytesOf(content),
      inline: related === true || disposition === 'inline',
    })),
  };
}
