import { packedWarc, responseRecord, waczFile } from './archive-file.ts';
import { pdfFile, setPdf } from './pdf-file.ts';
import { BREAKABLE, BYLINE, PARAGRAPHS, PUBLISHED, PUBLISHER, TEXT, TITLE, URL_OF_REPORT } from './report.ts';

/** The one report of `report.ts` in every format that Hearsay reads. */

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const BODY = PARAGRAPHS.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join('\n');

export const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${TITLE} | ${PUBLISHER}</title>
<link rel="canonical" href="${URL_OF_REPORT}">
<script type="application/ld+json">${JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: TITLE,
  datePublished: PUBLISHED,
  author: [{ '@type': 'Person', name: BYLINE }],
  publisher: { '@type': 'Organization', name: PUBLISHER },
})}</script></head>
<body><nav><a href="/">Home</a> <a href="/port">Port</a></nav>
<article><h1>${TITLE}</h1>${BODY}
<aside class="related"><ul><li><a href="/2">Dockers vote</a></li></ul></aside></article>
<footer>© ${PUBLISHER}</footer></body></html>
`;

const FEED_ITEM = `<title>${TITLE}</title><link>${URL_OF_REPORT}</link><guid isPermaLink="false">kb-1</guid>
<pubDate>Thu, 04 Mar 2021 10:00:00 +0200</pubDate><dc:creator>${BYLINE}</dc:creator>
<source url="https://wire.example/feed">Bay Wire</source>`;
export const RSS = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>${PUBLISHER}</title><link>https://courier.example</link><description>News</description>
<item>${FEED_ITEM}<description>The harbour was closed &lt;b&gt;on Thursday&lt;/b&gt; …</description>
<content:encoded><![CDATA[${BODY}]]></content:encoded></item>
</channel></rss>`;
const ATOM = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>${PUBLISHER}</title><id>urn:f</id><updated>2021-03-05T10:00:00Z</updated>
<entry><title>${TITLE}</title><id>urn:kb-1</id><link href="${URL_OF_REPORT}"/><published>2021-03-04T08:00:00Z</published>
<updated>2021-03-05T10:00:00Z</updated><author><name>${BYLINE}</name></author>
<content type="html">${escaped(BODY)}</content></entry></feed>`;
const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: PUBLISHER,
  items: [
    {
      id: 'kb-1',
      url: URL_OF_REPORT,
      title: TITLE,
      content_html: BODY,
      date_published: '2021-03-04T08:00:00Z',
      authors: [{ name: BYLINE }],
    },
  ],
});

const HEADERS = `From: ${BYLINE} <venn@courier.example>
To: Desk <desk@courier.example>
Date: Thu, 4 Mar 2021 10:00:00 +0200
Subject: =?utf-8?B?${Buffer.from(TITLE).toString('base64')}?=
Message-ID: <kb-1@courier.example>
MIME-Version: 1.0
`;
/** Quoted-printable of a text: no line over 76 characters, none cut within a character. */
export function quotedPrintable(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const signs = [...line].map((sign) =>
        /[ -<>-~]/.test(sign)
          ? sign
          : [...Buffer.from(sign)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
      );
      let width = 0;
      return signs.reduce((all, sign) => {
        width += sign.length;
        if (width <= 72) return all + sign;
        width = sign.length;
        return `${all}=\n${sign}`;
      }, '');
    })
    .join('\n');
}
const crlf = (text: string): string => text.replace(/\r?\n/g, '\r\n');
export const MAIL = crlf(`${HEADERS}Content-Type: multipart/alternative; boundary="b1"

--b1
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

${quotedPrintable(TEXT)}
--b1
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: base64

${Buffer.from(`<html><body>${BODY}</body></html>`).toString('base64').replace(/.{76}/g, '$&\n')}
--b1--
`);
const HTML_MAIL = crlf(`${HEADERS}Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: 8bit

<html><head><style>p { color: black }</style></head><body>${BODY}</body></html>
`);
const MBOX = `From venn@courier.example Thu Mar  4 08:00:00 2021\n${MAIL.replaceAll('\r\n', '\n')}\n`;
const MHTML = crlf(`From: <Saved by Blink>
Snapshot-Content-Location: ${URL_OF_REPORT}
Subject: ${TITLE}
Date: Fri, 5 Mar 2021 08:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----MultipartBoundary--x----"

------MultipartBoundary--x----
Content-Type: text/html
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: ${URL_OF_REPORT}

${quotedPrintable(PAGE)}
------MultipartBoundary--x----
Content-Type: text/html
Content-ID: <frame-2@mhtml.blink>
Content-Transfer-Encoding: 7bit
Content-Location: https://ads.example/frame

<html><body><p>Buy boats at the boat fair of Kelvin Bay, the best boats that there are, all of this long week.</p></body></html>
------MultipartBoundary--x------
`);

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const COLUMNS = ['Headline', 'Author', 'Source', 'Publication Date', 'Link', 'Full Text'];
const CELLS = [TITLE, BYLINE, PUBLISHER, PUBLISHED, URL_OF_REPORT, TEXT];
const table = (delimiter: string): string => `${COLUMNS.join(delimiter)}\r\n${CELLS.map(cell).join(delimiter)}\r\n`;

const windows1252 = (text: string): Buffer =>
  Buffer.from(Array.from(text, (sign) => ({ '“': 0x93, '”': 0x94, '’': 0x92 })[sign] ?? sign.charCodeAt(0)));

const RESPONSE = responseRecord({ url: URL_OF_REPORT, type: 'text/html; charset=utf-8', body: PAGE });

export interface Format {
  readonly edge: string;
  readonly file: string;
  readonly bytes: Uint8Array | string | Promise<Uint8Array>;
  readonly kind: string;
  /** What the format tells of the report beside its text. */
  readonly tells: Readonly<Record<string, unknown>>;
}

const ALL = { title: TITLE, byline: BYLINE, publisher: PUBLISHER, published: PUBLISHED, url: URL_OF_REPORT };
const MOMENT = { ...ALL, published: '2021-03-04T10:00:00+02:00' };
const OF_MAIL = { title: TITLE, byline: BYLINE, published: '2021-03-04T10:00:00+02:00' };
const CAPTURED = { ...ALL, captured: '2021-03-05T08:00:00Z' };

export const FORMATS: readonly Format[] = [
  { edge: 'text', file: 'a.txt', bytes: TEXT, kind: 'text', tells: {} },
  { edge: 'text with a byte order mark and CRLF', file: 'a.txt', bytes: `\uFEFF${crlf(TEXT)}`, kind: 'text', tells: {} },
  { edge: 'text in UTF-16', file: 'a.txt', bytes: Buffer.from(`\uFEFF${TEXT}`, 'utf16le'), kind: 'text', tells: {} },
  { edge: 'text in windows-1252', file: 'a.txt', bytes: windows1252(TEXT), kind: 'text', tells: {} },
  { edge: 'Markdown', file: 'a.md', bytes: TEXT, kind: 'text', tells: {} },
  { edge: 'a web page', file: 'a.html', bytes: PAGE, kind: 'html', tells: ALL },
  { edge: 'a web page without an extension', file: 'page', bytes: PAGE, kind: 'html', tells: ALL },
  {
    edge: 'a PDF of two columns',
    file: 'a.pdf',
    bytes: pdfFile(setPdf(BREAKABLE, { columns: 2, depth: 18, justify: true })),
    kind: 'pdf',
    tells: { pages: [{ page: 1, at: 0 }] },
  },
  { edge: 'a PDF that is called a page', file: 'a.html', bytes: pdfFile(setPdf(BREAKABLE)), kind: 'pdf', tells: {} },
  { edge: 'a mail of both kinds', file: 'a.eml', bytes: MAIL, kind: 'mail', tells: OF_MAIL },
  { edge: 'a mail of HTML', file: 'a.eml', bytes: HTML_MAIL, kind: 'mail', tells: OF_MAIL },
  { edge: 'a mail without an extension', file: 'mail', bytes: MAIL, kind: 'mail', tells: OF_MAIL },
  { edge: 'an mbox', file: 'a.mbox', bytes: MBOX, kind: 'mbox', tells: OF_MAIL },
  { edge: 'an mbox without an extension', file: 'inbox', bytes: MBOX, kind: 'mbox', tells: OF_MAIL },
  { edge: 'a saved page', file: 'a.mhtml', bytes: MHTML, kind: 'mhtml', tells: { ...ALL, captured: '2021-03-05T08:00:00.000Z' } },
  { edge: 'a saved page without an extension', file: 'saved', bytes: MHTML, kind: 'mhtml', tells: ALL },
  {
    edge: 'RSS',
    file: 'a.rss',
    bytes: RSS,
    kind: 'feed',
    tells: { ...MOMENT, origin: { title: 'Bay Wire', url: 'https://wire.example/feed' } },
  },
  {
    edge: 'Atom',
    file: 'a.atom',
    bytes: ATOM,
    kind: 'feed',
    tells: { ...ALL, published: '2021-03-04T08:00:00Z', modified: '2021-03-05T10:00:00Z' },
  },
  { edge: 'JSON feed', file: 'feed.json', bytes: JSON_FEED, kind: 'feed', tells: { ...ALL, published: '2021-03-04T08:00:00Z' } },
  { edge: 'NDJSON', file: 'a.ndjson', bytes: `${JSON.stringify({ text: TEXT, ...ALL })}\n`, kind: 'ndjson', tells: ALL },
  { edge: 'CSV', file: 'a.csv', bytes: table(','), kind: 'csv', tells: ALL },
  { edge: 'CSV with semicolons and a byte order mark', file: 'a.csv', bytes: `\uFEFF${table(';')}`, kind: 'csv', tells: ALL },
  { edge: 'a table with tabs, without an extension', file: 'table', bytes: table('\t'), kind: 'csv', tells: ALL },
  { edge: 'a WARC', file: 'a.warc', bytes: RESPONSE, kind: 'warc', tells: CAPTURED },
  { edge: 'a packed WARC', file: 'a.warc.gz', bytes: packedWarc([RESPONSE]), kind: 'warc', tells: CAPTURED },
  { edge: 'a WACZ', file: 'a.wacz', bytes: waczFile(packedWarc([RESPONSE]), { sign: 'anonymous' }), kind: 'wacz', tells: CAPTURED },
];
