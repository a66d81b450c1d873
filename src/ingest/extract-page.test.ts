import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractPage } from './extract-page.ts';
import { type MappedText, sourceOffset } from './index.ts';
import { stripTags } from './strip-tags.ts';

const FIRST = 'The harbour of Kelvin Bay was closed on Thursday, the port’s master said, after dockers walked out over pay.';
const LAST = 'The mayor, Iven Sol, accused the union of holding the town to ransom, which it denies.';
const article = (inner: string, head = ''): string =>
  `<!doctype html><html><head><title>Harbour closed | The Courier</title>${head}</head><body><article><p>${FIRST}</p>${inner}<p>${LAST}</p></article></body></html>`;
const codes = (page: { readonly notices: readonly { readonly code: string }[] }): readonly string[] => page.notices.map((n) => n.code);

/** Every character that has a place stands there, as itself or as a reference. */
function expectMapped({ text, map }: MappedText, html: string): void {
  for (let i = 0; i < text.length; i++) {
    const at = sourceOffset(map, i);
    if (at === -1 || html[at] === '&') continue;
    if (/\s/.test(text[i]!)) expect(html[at]).toMatch(/\s/);
    else expect(html[at]).toBe(text[i]);
  }
}

describe('extractPage', () => {
  it.each([
    ['a script', '<script>var said = "The mayor said <p>no</p>";</script>', []],
    ['a style', '<style>p { color: red }</style>', []],
    ['navigation', '<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>', []],
    ['a caption', '<figure><img src="a.png"><figcaption>Ships wait outside the harbour.</figcaption></figure>', []],
    ['an advert', '<div class="ad-slot"><p>Buy our boats, they are the best boats in the bay.</p></div>', []],
    [
      'a list of related reports',
      '<ul class="related-links"><li><a href="/1">Dockers vote</a></li><li><a href="/2">More</a></li></ul>',
      [],
    ],
    ['a list of links without a class', '<ul><li><a href="/1">Dockers in the north vote for a strike</a></li></ul>', []],
    ['a pointer to another report', '<p>READ MORE: <a href="/1">What the dockers want</a></p>', []],
    [
      'an embedded post',
      '<blockquote><p>The harbour belongs to everyone.</p>— Mara Lind (@maralind)</blockquote>',
      ['The harbour belongs to everyone.', '— Mara Lind (@maralind)'],
    ],
    [
      'an embedded post in a wrapper',
      '<div class="social-embed"><blockquote class="tweet"><p>The harbour is ours.</p></blockquote></div>',
      ['The harbour is ours.'],
    ],
    [
      'white space and marks within a paragraph',
      '<p>  “We will\n  <em>not</em>\tgo back,” said <a href="/t">Tam Orrick</a>. </p>',
      ['“We will not go back,” said Tam Orrick.'],
    ],
    [
      'character references',
      '<p>&ldquo;No,&rdquo; said Ren&eacute;e&#8217;s lawyer &amp; friend.</p>',
      ['“No,” said Renée’s lawyer & friend.'],
    ],
    ['a line break', '<p>She gave no figures.<br>She gave no names.</p>', ['She gave no figures.\nShe gave no names.']],
    ['a subheading', '<h2>What the union wants</h2>', ['What the union wants']],
    [
      'a list of sentences',
      '<ul><li>The port closed at noon.</li><li>It opens on Monday.</li></ul>',
      ['The port closed at noon.', 'It opens on Monday.'],
    ],
  ])('%s', (_edge, inner, paragraphs) => {
    const html = article(inner);
    const page = extractPage(html);
    expect(page.text).toBe([FIRST, ...paragraphs, LAST].join('\n\n'));
    expect(page.notices).toEqual([]);
    expectMapped(page, html);
    expect(sourceOffset(page.map, 0)).toBe(html.indexOf(FIRST));
    expect(sourceOffset(page.map, page.text.length - 1)).toBe(html.indexOf(LAST) + LAST.length - 1);
  });

  it.each([
    [
      'the class of its network',
      '<blockquote class="twitter-tweet"><p>The harbour is ours.</p>— Mara Lind (@maralind) <a href="https://twitter.com/maralind/status/1">June 3</a></blockquote>',
      { network: 'twitter', url: 'https://twitter.com/maralind/status/1' },
    ],
    [
      'the address in it',
      '<blockquote><p>The harbour is ours.</p><p><a href="https://bay.example/@mara/1234">June 3</a></p></blockquote>',
      { url: 'https://bay.example/@mara/1234' },
    ],
    ['the line that signs it', '<blockquote><p>The harbour is ours.</p><p>— Mara Lind (@maralind) June 3</p></blockquote>', {}],
    [
      'an address of its own',
      '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/abc/"><p>The harbour is ours.</p></blockquote>',
      { network: 'instagram', url: 'https://www.instagram.com/p/abc/' },
    ],
  ])('knows an embedded post by %s', (_edge, inner, mark) => {
    const { posts = [], text } = extractPage(
      article(`<p>She wrote it on Friday, and took it down again within the hour.</p>${inner}<p>It was seen by many.</p>`),
    );
    expect(posts).toMatchObject([mark]);
    const words = text.slice(...posts[0]!.at);
    expect(words.startsWith('The harbour is ours.')).toBe(true);
    expect(words).not.toContain('It was seen');
  });

  it('takes a quotation that nothing marks as a post for none', () => {
    expect(extractPage(article('<blockquote><p>The harbour is closed until further notice.</p></blockquote>')).posts).toEqual([]);
  });

  it('leaves the headline out unless the body holds it', () => {
    const html = article('').replace('<article>', '<header><h1>Harbour closed</h1></header><article>');
    expect(extractPage(html)).toMatchObject({ text: `${FIRST}\n\n${LAST}`, title: 'Harbour closed' });
  });

  it.each([
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"headline":"Harbour closed","datePublished":"2021-03-04","author":{"name":"By Orla Venn"},"publisher":[{"name":"The Courier"}]}]}</script><link rel="canonical" href="https://courier.example/h">',
    ],
    [
      'meta elements',
      '<meta property="og:title" content="Harbour closed"><meta property="og:site_name" content="The Courier"><meta property="article:published_time" content="2021-03-04"><meta name="author" content="Orla Venn"><meta property="og:url" content="https://courier.example/h">',
    ],
    [
      'meta elements beside JSON-LD that was cut',
      '<script type="application/ld+json">{"@type":"NewsArticle","headl</script><meta property="og:title" content="Harbour closed"><meta property="og:site_name" content="The Courier"><meta property="article:published_time" content="2021-03-04"><meta name="author" content="Orla Venn"><meta property="og:url" content="https://courier.example/h">',
    ],
    [
      'hNews',
      '',
      '<div class="hentry hnews"><h2 class="entry-title">Harbour closed</h2><span class="author vcard"><span class="fn">Orla Venn</span></span><span class="source-org vcard"><span class="org fn">The Courier</span></span><abbr class="published" title="2021-03-04">March 4</abbr></div><link rel="canonical" href="https://courier.example/h">',
    ],
    [
      'JSON-LD that names its publisher elsewhere',
      '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Harbour closed","datePublished":"2021-03-04","author":{"@id":"#p"},"publisher":{"@id":"#o"}},{"@type":"Organization","@id":"#o","name":"The Courier"},{"@type":"Person","@id":"#p","name":"Orla Venn"}]}</script><link rel="canonical" href="https://courier.example/h">',
    ],
  ])('knows the page from its %s', (_edge, head, inner = '') => {
    const { title, publisher, published, byline, url } = extractPage(article(inner, head));
    expect({ title, publisher, published, byline, url }).toEqual({
      title: 'Harbour closed',
      publisher: 'The Courier',
      published: '2021-03-04',
      byline: 'Orla Venn',
      url: 'https://courier.example/h',
    });
  });

  it.each([
    ['JSON-LD', '<script type="application/ld+json">{"@type":"NewsArticle","dateModified":"2021-03-05T10:00:00+02:00"}</script>'],
    ['meta elements', '<meta property="article:modified_time" content="2021-03-05T10:00:00+02:00">'],
  ])('knows from its %s when a page was last changed, with the zone', (_edge, head) => {
    expect(extractPage(article('', head)).modified).toBe('2021-03-05T10:00:00+02:00');
  });

  it.each([
    ['nothing', '', ''],
    ['an empty body', '<html><body></body></html>', ''],
    ['menus alone', '<nav><a href="/">Home</a></nav><div id="root"></div>', 'Home'],
    ['no tag at all', 'hm', 'hm'],
  ])('finds no article in %s', (_edge, html, text) => {
    const page = extractPage(html);
    expect(codes(page)).toEqual(['no-article-found']);
    expect(page.text).toBe(text);
  });

  it.each([
    ['a fragment', `<p>${FIRST}</p><p>${LAST}</p>`],
    ['no body', `<!doctype html><title>t</title><p>${FIRST}<p>${LAST}`],
    ['text after the body', `<html><body><p>${FIRST}</p></body><p>${LAST}</p></html>`],
    ['a thousand paragraphs left open before', `<html><body><div>${'<p>'.repeat(1000)}<p>${FIRST}<p>${LAST}</div>`],
  ])('reads %s', (_edge, html) => {
    expect(extractPage(html)).toMatchObject({ text: `${FIRST}\n\n${LAST}`, notices: [] });
  });

  it.each([
    ['too deep', `${'<div>'.repeat(10_000)}<p>${FIRST}</p>`],
    ['too deep, with end tags that close nothing', `${'<div></b>'.repeat(10_000)}<p>${FIRST}</p>`],
    ['too deep, with the solidus that HTML passes over', `${'<div/>'.repeat(10_000)}<p>${FIRST}</p>`],
    ['too wide', `${'<i></i>'.repeat(200_001)}<p>${FIRST}</p>`],
  ])('reads all text of a page that is %s', (_edge, html) => {
    const page = extractPage(html);
    expect(codes(page)).toEqual(['html-capped']);
    expect(page.text).toBe(FIRST);
    expect(sourceOffset(page.map, 0)).toBe(html.indexOf(FIRST));
  });

  it('reads all text of a page that is too long', () => {
    const page = extractPage(article('<nav>Home</nav>'), false, { characters: 100, depth: 512, elements: 1000 });
    expect(codes(page)).toEqual(['html-capped']);
    expect(page.text).toBe(`${FIRST}\n\nHome\n\n${LAST}`);
  });

  it('never throws, and maps what it maps rightly', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<p>',
        '</p>',
        '<div class="ad">',
        '</div>',
        '<br>',
        '<!--',
        '-->',
        '<script>',
        '</script>',
        '<a href="',
        '">',
        "'",
        '<svg><path/>',
        '<title>',
        '<body>',
        '</html>',
        '<table><td>',
        '&amp;',
        '&#0;',
        '&bogus;',
        '<',
        '&',
        '\0',
        '\r\n',
        FIRST,
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = pieces.join('');
        const page = extractPage(html);
        expect(codes(page)).not.toContain('html-unreadable');
        expectMapped(page, html);
        expectMapped(stripTags(html), html);
      }),
    );
  });
});

describe('stripTags', () => {
  it.each([
    ['<p>“No,”<p>she&nbsp;said.', '“No,”\n\nshe\u00a0said.'],
    ['a < b and <b>c</b>', 'a < b and c'],
    ['<a title="a > b">c</a>', 'c'],
    ['<a title="a > c', 'c'],
    ['<!-- <p>a</p> -->b<!-- c', 'b'],
    ['<SCRIPT>a</p></sCript >b', 'b'],
    ['a<br/>b', 'a\nb'],
    ['AT&T &lt;&hearsay;', 'AT&T <&hearsay;'],
  ])('%s', (html, text) => {
    expect(stripTags(html).text).toBe(text);
  });

  it.each([['<a "'], ['<!--'], ['<script>'], ['<a b="'], ['&'], ['<'], ['</']])('takes linear time over %s', (piece) => {
    const began = performance.now();
    stripTags(piece.repeat(200_000));
    expect(performance.now() - began).toBeLessThan(4000);
  });
});
