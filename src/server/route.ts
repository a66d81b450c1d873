import Type, { type TObject, type TProperties, type TSchema } from 'typebox';
import { record } from './schema/parts.ts';
import type { ProblemCode } from './schema/problem.ts';

/** What a route answers with. */
export type AnswerForm =
  | { readonly kind: 'json'; readonly schema: TSchema; readonly status: 200 | 201 | 202 }
  /** Events as they come: text/event-stream; the schema is that of each one's data. */
  | { readonly kind: 'events'; readonly schema: TSchema }
  /** A file to be saved. */
  | { readonly kind: 'file' };

/** A route as it is described: what checks its input is what the OpenAPI document says of it. */
export interface Route<P extends TObject = TObject, Q extends TObject = TObject, B extends TSchema = TSchema> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As hono takes it: /api/reports/:report */
  readonly path: string;
  readonly page: string;
  readonly summary: string;
  readonly params: P;
  readonly query: Q;
  /** JSON; 'bytes' for a file as it is. */
  readonly body?: B | 'bytes';
  readonly answer: AnswerForm;
  /** A list, which is also there as PATH.json and PATH.csv: it comes by pages with cursors, or is always whole. */
  readonly list: false | 'pages' | 'whole';
  /** True where the answer stays the same until the case changes: it has an ETag. */
  readonly lasting: boolean;
  /** True where If-Match must name the version that the person saw. */
  readonly matched: boolean;
  /** True where it can be asked while the case is locked or damaged. */
  readonly early: boolean;
  /** Problems beside those that any route may have. */
  readonly problems: readonly ProblemCode[];
}

const NONE = record({});
type None = typeof NONE;
interface More {
  readonly list?: 'pages' | 'whole';
  /** False for what changes by itself; true for all other GETs if not given. */
  readonly lasting?: false;
  readonly matched?: true;
  readonly early?: true;
  readonly status?: 200 | 201 | 202;
  readonly problems?: readonly ProblemCode[];
}

const paramsOf = (path: string): TObject =>
  record(
    Object.fromEntries(
      [...path.matchAll(/:([a-z]+)/g)].map(([, name]) => [name!, Type.String({ minLength: 1, maxLength: 2000 })]),
    ) as TProperties,
  );

export function route<Q extends TObject, B extends TSchema>(
  method: Route['method'],
  path: string,
  page: string,
  summary: string,
  form: { readonly query?: Q; readonly body?: B | 'bytes'; readonly answer: TSchema | 'file' | { readonly events: TSchema } },
  more: More = {},
): Route<TObject, Q, B> {
  const { answer } = form;
  return {
    method,
    path,
    page,
    summary,
    params: paramsOf(path),
    query: (form.query ?? NONE) as Q,
    ...(form.body === undefined ? {} : { body: form.body }),
    answer:
      answer === 'file'
        ? { kind: 'file' }
        : 'events' in answer
          ? { kind: 'events', schema: answer.events as TSchema }
          : { kind: 'json', schema: answer as TSchema, status: more.status ?? 200 },
    list: more.list ?? false,
    lasting: more.lasting ?? (method === 'GET' && !(more.early ?? false)),
    matched: more.matched ?? false,
    early: more.early ?? false,
    problems: more.problems ?? [],
  };
}

export const get = <Q extends TObject = None>(
  path: string,
  page: string,
  summary: string,
  form: Parameters<typeof route<Q, TSchema>>[4],
  more?: More,
) => route<Q, TSchema>('GET', path, page, summary, form, more);
