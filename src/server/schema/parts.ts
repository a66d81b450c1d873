import Type, { type Static, type TProperties, type TSchema } from 'typebox';

/** An object that has these fields and no others. */
export const record = <P extends TProperties>(fields: P, description?: string) =>
  Type.Object(fields, { additionalProperties: false, ...(description === undefined ? {} : { description }) });

/** A value, or null where it is not known. */
export const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

/** One of the codes of a vocabulary. */
export const codeOf = <T extends string>(vocabulary: Readonly<Record<T, unknown>> | readonly T[]) => {
  const codes = (Array.isArray(vocabulary) ? vocabulary : Object.keys(vocabulary)) as T[];
  return Type.Unsafe<T>({ type: 'string', enum: codes });
};

export const TEXT = Type.String();
export const TEXT_OR_NULL = orNull(TEXT);
export const COUNT = Type.Integer({ minimum: 0 });
export const SHARE = Type.Number({ minimum: 0, maximum: 1 });
export const SPAN = Type.Unsafe<readonly [start: number, end: number]>({
  type: 'array',
  items: { type: 'integer', minimum: 0 },
  minItems: 2,
  maxItems: 2,
  description: 'start and end: UTF-16 code units of the text, start inclusive, end exclusive',
});
export const SPANS = Type.ReadonlyType(Type.Array(SPAN));
export const REASON = record({ rule: TEXT, note: TEXT }, 'the rule or score that decided it, in words');
export const BECAUSE = record({ rule: TEXT, note: TEXT, at: SPANS }, 'a reason, with the words that it looked at');

export const VERSION = Type.String({
  description: 'send it back in If-Match to change this thing; also its ETag where it is asked for alone',
});

/** Fields of every list. */
export const LIST_QUERY = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, description: 'rows of one page; 50 if not given' })),
  cursor: Type.Optional(Type.String({ maxLength: 4096, description: '"next" of the page before' })),
};

/** One page of a list. */
export const page = <S extends TSchema, P extends TProperties>(items: S, more: P) =>
  record({
    total: Type.Integer({ minimum: 0, description: 'of all pages together' }),
    next: orNull(Type.String({ description: 'cursor of the next page' })),
    items: Type.Array(items),
    ...more,
  });

/** The search box, as `hearsay search` reads it. */
export const SEARCH = Type.Optional(
  Type.String({ maxLength: 4000, description: 'a search with the operators of `hearsay search`; everything if not given' }),
);

export const UNDERSTOOD = record(
  {
    typed: TEXT,
    understood: Type.String({ description: 'as it was read: every AND and bracket stands there' }),
    repairs: Type.Array(record({ message: TEXT, at: SPAN }), { description: 'what could not stand as it was typed' }),
  },
  'how the search was read',
);

export const FACET_VALUE = record({
  value: Type.String({ description: "as it goes into a search; '' for those without one" }),
  count: COUNT,
});

export type Reason = Static<typeof REASON>;
