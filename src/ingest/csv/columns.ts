/** Fields of a report that a column may give. */
export const FIELDS = ['id', 'text', 'title', 'publisher', 'byline', 'published', 'modified', 'url'] as const;
export type Field = (typeof FIELDS)[number];

/** Names that the columns of news archives bear, for each field; the field's own name counts first. */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  id: ['id', 'article id', 'doc id', 'document id', 'guid', 'uid'],
  text: ['text', 'body', 'content', 'full text', 'fulltext', 'article', 'article text', 'article body', 'story', 'maintext'],
  title: ['title', 'headline', 'head', 'article title'],
  publisher: [
    'publisher',
    'source',
    'outlet',
    'publication',
    'newspaper',
    'media',
    'site',
    'source name',
    'publication title',
    'media name',
  ],
  byline: ['byline', 'author', 'authors', 'by', 'reporter', 'writer', 'creator'],
  published: [
    'published',
    'date',
    'publish date',
    'published at',
    'publication date',
    'pub date',
    'pubdate',
    'date published',
    'date publish',
    'datetime',
    'time',
  ],
  modified: ['modified', 'updated', 'date modified', 'last modified', 'updated at', 'modified at', 'date modify'],
  url: ['url', 'link', 'address', 'web address', 'article url', 'permalink', 'uri'],
};

/** Of each field the index of its column. */
export type Columns = Readonly<Partial<Record<Field, number>>>;

const plain = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[\s_.-]+/g, ' ')
    .trim();

/**
 * Finds which column gives which field, by the names in the first row; columns of other names are left alone.
 *
 * @example mapColumns(['Headline', 'full_text']) // { title: 0, text: 1 }
 */
export function mapColumns(header: readonly string[]): Columns {
  const names = header.map(plain);
  const found = FIELDS.map((field) => {
    const name = NAMES[field].find((one) => names.includes(one));
    return [field, name === undefined ? -1 : names.indexOf(name)] as const;
  });
  return Object.fromEntries(found.filter(([, index]) => index !== -1));
}
