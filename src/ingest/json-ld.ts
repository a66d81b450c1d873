/** What a page's JSON-LD says of its article. */
export interface LinkedFacts {
  readonly title?: string | undefined;
  readonly byline?: string | undefined;
  readonly publisher?: string | undefined;
  readonly published?: string | undefined;
  readonly url?: string | undefined;
}

const ARTICLE = /(?:Article|Report|BlogPosting|LiveBlogPosting)$/;
const DEEPEST = 6;

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const string = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value : undefined);

function nameOf(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const names = value.map(nameOf).filter((name) => name !== undefined);
    return names.length === 0 ? undefined : names.join(', ');
  }
  return isObject(value) ? string(value.name) : string(value);
}

function* articlesIn(value: unknown, depth: number): Generator<Json> {
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) for (const item of value) yield* articlesIn(item, depth + 1);
  if (!isObject(value)) return;
  const types = [value['@type']].flat();
  if (types.some((type) => typeof type === 'string' && ARTICLE.test(type))) yield value;
  else for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage']) yield* articlesIn(value[key], depth + 1);
}

/**
 * Reads the blocks of JSON-LD of a page; the first article told in them counts. A block that is no JSON is passed over.
 *
 * @see https://schema.org/NewsArticle
 */
export function readJsonLd(blocks: readonly string[]): LinkedFacts {
  for (const block of blocks) {
    let value: unknown;
    try {
      value = JSON.parse(block.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, ''));
    } catch {
      continue;
    }
    for (const article of articlesIn(value, 0)) {
      return {
        title: string(article.headline) ?? string(article.name),
        byline: nameOf(article.author),
        publisher: nameOf(article.publisher),
        published: string(article.datePublished),
        url: string(article.url),
      };
    }
  }
  return {};
}
