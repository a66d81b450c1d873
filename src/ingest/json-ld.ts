/** What a page's JSON-LD says of its article. */
export interface LinkedFacts {
  readonly title?: string | undefined;
  readonly byline?: string | undefined;
  readonly publisher?: string | undefined;
  readonly published?: string | undefined;
  readonly modified?: string | undefined;
  readonly url?: string | undefined;
}

const ARTICLE = /(?:Article|Report|BlogPosting|LiveBlogPosting)$/;
const DEEPEST = 6;

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const string = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value : undefined);

/** Things by their "@id", which others name instead of telling them again. */
type Told = ReadonlyMap<string, Json>;

function nameOf(value: unknown, told: Told): string | undefined {
  if (Array.isArray(value)) {
    const names = value.map((one) => nameOf(one, told)).filter((name) => name !== undefined);
    return names.length === 0 ? undefined : names.join(', ');
  }
  if (!isObject(value)) return string(value);
  return string(value.name) ?? string(told.get(string(value['@id']) ?? '')?.name);
}

/** Everything in a block that has an "@id" and a name. */
function* thingsIn(value: unknown, depth: number): Generator<readonly [string, Json]> {
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) for (const item of value) yield* thingsIn(item, depth + 1);
  if (!isObject(value)) return;
  const id = string(value['@id']);
  if (id !== undefined && string(value.name) !== undefined) yield [id, value];
  for (const inner of Object.values(value)) yield* thingsIn(inner, depth + 1);
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
  const values = blocks.flatMap((block) => {
    try {
      return [JSON.parse(block.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, '')) as unknown];
    } catch {
      return [];
    }
  });
  const [article] = values.flatMap((value) => [...articlesIn(value, 0)]);
  if (article === undefined) return {};
  const told: Told = new Map(values.flatMap((value) => [...thingsIn(value, 0)]));
  return {
    title: string(article.headline) ?? string(article.name),
    byline: nameOf(article.author, told),
    publisher: nameOf(article.publisher, told),
    published: string(article.datePublished),
    modified: string(article.dateModified),
    url: string(article.url),
  };
}
