// One invented report in twenty layouts such as news sites have: what to read, and all that stands around it.

/** The paragraphs that a careful reader would take for the report. */
export const PARAGRAPHS = [
  'The harbour of Kelvin Bay was closed on Thursday, the port’s master said, after dockers walked out over pay and safety rules that the government had promised to reform in the spring.',
  '“We will not go back until the agreement is signed,” said Tam Orrick, who leads the dockers’ union. He accused the administration of holding back long-term contracts.',
  'The mayor, Iven Sol, accused the union of holding the town to ransom, which it denies.',
  'According to the ministry of transportation, forty vessels were waiting outside the harbour, and three of them carried perishable goods from neighbouring Ostervale.',
  '“This is irresponsible,” she told reporters outside the municipal building on Friday morning. “Nobody asked the people who eat what those ships carry.”',
  'The union said that its members would meet again on Monday to consider a settlement.',
];

const [first, ...rest] = PARAGRAPHS;
const p = (text) => `<p>${text}</p>`;
const all = (make = p) => PARAGRAPHS.map(make).join('\n');
const withMiddle = (middle, make = p) => [...PARAGRAPHS.slice(0, 3).map(make), middle, ...PARAGRAPHS.slice(3).map(make)].join('\n');

const NAV =
  '<header><a class="logo" href="/">The Courier</a><nav><ul><li><a href="/n">News</a></li><li><a href="/s">Sport</a></li><li><a href="/w">Weather</a></li></ul></nav></header>';
const FOOT =
  '<footer><p>© The Courier. All rights reserved. The Courier is not responsible for the content of other sites.</p><a href="/about">About us</a> <a href="/jobs">Jobs</a></footer>';
const teasers = (tag, count = 6) =>
  Array.from(
    { length: count },
    (_, i) =>
      `<${tag} class="card"><a href="/${i}"><h3>Another story number ${i} about the bay and its boats</h3></a><span>2 hours ago</span></${tag}>`,
  ).join('');
const comments = Array.from(
  { length: 14 },
  (_, i) =>
    `<div class="c-item"><b>Reader ${i}</b><p>I think, as I always thought, that the dockers are right, and the mayor, as ever, is wrong about it all, you see.</p></div>`,
).join('');
const page = (body, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Harbour closed as dockers walk out | The Courier</title>${head}</head><body>${NAV}${body}${FOOT}</body></html>`;
const H1 = '<h1>Harbour closed as dockers walk out</h1>';
const CAPTION =
  '<figure><img src="/a.jpg" alt=""><figcaption>Ships wait outside the harbour of Kelvin Bay. Photo: Lio Marr</figcaption></figure>';

/** @type {readonly (readonly [name: string, html: string])[]} */
export const LAYOUTS = [
  ['plain paragraphs in main', page(`<main>${H1}${all()}</main>`)],
  [
    'a weblog: entry content, share links, related posts',
    page(
      `<div class="post hentry"><h1 class="entry-title">Harbour closed as dockers walk out</h1><div class="entry-meta">Posted on <time datetime="2021-03-04">March 4</time></div><div class="entry-content">${all()}<div class="sharedaddy share-links">Share this: <a href="#">Mail</a></div><div class="related-posts"><h3>Related</h3>${teasers('div', 3)}</div></div></div><aside class="widget">${teasers('div')}</aside>`,
    ),
  ],
  [
    'text parted by line breaks',
    page(`<div id="post-body">${H1}${PARAGRAPHS.join('<br><br>\n')}</div><div class="sidebar">${teasers('div')}</div>`),
  ],
  [
    'a division for each paragraph',
    page(`<div class="story">${H1}${all((text) => `<div class="para">${text}</div>`)}</div><div class="rail">${teasers('div')}</div>`),
  ],
  [
    'rows and columns, adverts between them',
    page(
      `<div class="content">${H1}${PARAGRAPHS.map((text) => `<div class="row"><div class="col-8">${p(text)}</div></div>`).join('<div class="ad-slot">Advertisement</div>')}</div><div class="row">${teasers('div')}</div>`,
    ),
  ],
  [
    'two blocks of text with a promotion between them',
    page(
      `<div class="grid">${H1}<div class="text-block">${PARAGRAPHS.slice(0, 3).map(p).join('')}</div><div class="promo"><a href="/subscribe">Subscribe now for one coin a week</a></div><div class="text-block">${PARAGRAPHS.slice(3).map(p).join('')}</div></div>`,
    ),
  ],
  [
    'sections with a companion column',
    page(
      `<article>${H1}${CAPTION}<section name="articleBody"><div class="companion"><div>${PARAGRAPHS.slice(0, 2).map(p).join('')}</div><aside>More from the bay</aside></div><div class="companion"><div>${PARAGRAPHS.slice(2).map(p).join('')}</div><aside></aside></div></section></article>`,
    ),
  ],
  [
    'text components',
    page(
      `<main><article><header>${H1}</header>${PARAGRAPHS.map((text) => `<div data-component="text-block"><div>${p(text)}</div></div>`).join('')}<div data-component="links-block"><p>More on this story</p><ul><li><a href="/1">Dockers vote for a strike</a></li><li><a href="/2">What the union wants</a></li></ul></div></article></main>`,
    ),
  ],
  [
    'paragraphs with test ids',
    page(
      `<main><article data-testid="Article">${H1}<div class="article-body__content">${all((text, i) => `<div data-testid="paragraph-${i}" class="text__text">${text}</div>`)}<div class="article-body__trust">Our Standards: <a href="/t">The Courier Trust Principles</a></div></div></article></main>`,
    ),
  ],
  [
    'rich text with a newsletter in the middle',
    page(
      `<div class="RichTextStoryBody">${withMiddle('<div class="newsletter-signup"><h3>The morning letter</h3><p>Get the news of the bay by mail each morning, free of charge.</p><form><input><button>Sign up</button></form></div>')}</div><div class="PageList">${teasers('div')}</div>`,
    ),
  ],
  [
    'a body marked by microdata',
    page(
      `<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Harbour closed</h1><div itemprop="articleBody">${all()}</div></div><div class="more">${teasers('div', 10)}</div>`,
    ),
  ],
  ['readers’ comments that are longer than the report', page(`<article>${H1}${all()}</article><div id="talk">${comments}</div>`)],
  [
    'comments around a marked body',
    page(`<div class="wrap"><div class="article-body">${all()}</div><h2>What readers say</h2><div>${comments}</div></div>`),
  ],
  [
    'pointers to other reports between paragraphs',
    page(
      `<article>${H1}${withMiddle('<p>ALSO READ: <a href="/1">What the dockers want</a></p><p><a href="/2">Read more: the bay in figures</a></p>')}</article>`,
    ),
  ],
  [
    'a table of the old days',
    page(
      `<table width="100%"><tr><td width="20%">${teasers('div', 4)}</td><td><font size="2">${PARAGRAPHS.join('<p>')}</font></td></tr></table>`,
    ),
  ],
  [
    'a list of other stories, each an article',
    page(`<main><article class="main-story">${H1}${all()}</article></main><section>${teasers('article')}</section>`),
  ],
  [
    'captions, credits and a pull quote',
    page(
      `<article>${H1}${CAPTION}${p(first)}<aside class="pullquote">We will not go back</aside>${rest.map(p).join('')}<div class="photo-credit">Lio Marr for The Courier</div></article>`,
    ),
  ],
  ['spans', page(`<div class="text">${H1}${all((text) => `<span class="para">${text}</span>`)}</div>`)],
  [
    'a page for phones',
    page(
      `<article class="amp">${H1}<amp-img src="/a.jpg"></amp-img>${all()}<amp-ad type="x"></amp-ad></article><amp-sidebar id="s"><ul><li><a href="/n">News</a></li></ul></amp-sidebar>`,
    ),
  ],
  [
    'a cookie notice and a wall of teasers',
    page(
      `<div class="cookie-consent"><p>We and our partners use cookies, on this device, to store and to read what you do, if you let us.</p><button>Yes</button></div><div class="page"><div class="headline">${H1}</div><div class="copy">${all()}</div></div><div class="wall">${teasers('div', 20)}</div>`,
    ),
  ],
];

const wordsOf = (text) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** How right a text is: F1 of its words against those of the report, each word counted as often as it stands. */
export function wordsF1(text) {
  const left = new Map();
  const wanted = wordsOf(PARAGRAPHS.join('\n'));
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
  const got = wordsOf(text);
  let both = 0;
  for (const word of got) {
    if (!left.get(word)) continue;
    both++;
    left.set(word, left.get(word) - 1);
  }
  return both === 0 ? 0 : (2 * both) / (got.length + wanted.length);
}
