import type { TSchema } from 'typebox';
import { API, type RouteName } from './api.ts';
import type { Route } from './route.ts';
import { PROBLEM, PROBLEMS, type ProblemCode } from './schema/problem.ts';

type Json = Readonly<Record<string, unknown>>;

/** A schema as plain JSON. */
const plain = (schema: TSchema): Json => JSON.parse(JSON.stringify(schema)) as Json;

interface ObjectSchema {
  readonly properties: Readonly<Record<string, TSchema & { readonly description?: string }>>;
  readonly required?: readonly string[];
}

function parametersOf(route: Route): readonly Json[] {
  const of = (schema: unknown, place: 'path' | 'query'): Json[] => {
    const { properties, required = [] } = schema as ObjectSchema;
    return Object.entries(properties).map(([name, own]) => {
      const { description, ...rest } = plain(own) as { description?: string };
      return {
        name,
        in: place,
        required: place === 'path' || required.includes(name),
        ...(description === undefined ? {} : { description }),
        schema: rest,
      };
    });
  };
  const match = {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'the version that was seen, in quotation marks',
    schema: { type: 'string', pattern: '^"[^"]{1,200}"$' },
  };
  return [...of(route.params, 'path'), ...of(route.query, 'query'), ...(route.matched ? [match] : [])];
}

function bodyOf({ body }: Route): Json {
  if (body === undefined) return {};
  const content =
    body === 'bytes'
      ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
      : { 'application/json': { schema: plain(body) } };
  // A file may be empty, and then there is no body.
  return { requestBody: { required: body !== 'bytes', content } };
}

/** Problems that a route may have, by its form. */
function problemsOf(route: Route): readonly ProblemCode[] {
  return [
    'no-session',
    'wrong-host',
    'wrong-origin',
    'wrong-input',
    'failed',
    ...(route.early ? [] : (['locked', 'busy', 'damaged'] as const)),
    ...(Object.keys((route.params as unknown as ObjectSchema).properties).length > 0 || route.matched ? (['not-found'] as const) : []),
    ...(route.body === undefined || route.body === 'bytes' ? [] : (['wrong-media', 'too-large'] as const)),
    ...(route.method === 'GET' ? [] : (['not-allowed', 'full', 'not-found', 'other-case'] as const)),
    ...(route.matched ? (['needs-version', 'changed'] as const) : []),
    ...(route.answer.kind === 'events' ? (['too-many'] as const) : []),
    ...route.problems,
  ];
}

function responsesOf(route: Route, form: 'json' | 'csv'): Json {
  const { answer } = route;
  const content =
    form === 'csv'
      ? { 'text/csv': { schema: { type: 'string' } } }
      : answer.kind === 'file'
        ? { '*/*': { schema: { type: 'string', format: 'binary' } } }
        : answer.kind === 'events'
          ? { 'text/event-stream': { schema: { type: 'string' } } }
          : { 'application/json': { schema: plain(answer.schema) } };
  const codes = [...new Set(problemsOf(route))];
  const byStatus = new Map<number, string[]>();
  for (const code of codes) {
    const [status, meaning] = PROBLEMS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), `${code}: ${meaning}`]);
  }
  const problem = { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return {
    [answer.kind === 'json' ? answer.status : 200]: { description: route.summary, content },
    ...(route.lasting && form === 'json' && answer.kind === 'json' ? { 304: { description: 'as the ETag in If-None-Match says' } } : {}),
    ...Object.fromEntries([...byStatus].map(([status, lines]) => [status, { description: lines.join('; '), content: problem }])),
  };
}

const idOf = (name: string, ending: string): string =>
  name + (ending === '' ? '' : ending.slice(1).replace(/^./, (letter) => letter.toUpperCase()));

/** The description of the whole interface in OpenAPI 3.1, made from the schemas that check it. @see https://spec.openapis.org/oas/v3.1.1.html */
export function openApi(version: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [name, route] of Object.entries(API) as readonly [RouteName, Route][]) {
    for (const ending of route.list ? ['', '.json', '.csv'] : ['']) {
      const path = route.path.replace(/:([a-z]+)/g, '{$1}') + ending;
      paths[path] ??= {};
      paths[path][route.method.toLowerCase()] = {
        operationId: idOf(name, ending),
        tags: [route.page],
        summary: ending === '.csv' ? `${route.summary}; as a table` : route.summary,
        parameters: parametersOf(route),
        ...bodyOf(route),
        responses: responsesOf(route, ending === '.csv' ? 'csv' : 'json'),
      };
    }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Hearsay, the workbench',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description: 'What `hearsay serve` answers on 127.0.0.1. It tells who said what and on what basis, never whether it is true.',
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }],
    tags: [...new Set(Object.values(API).map(({ page }) => page))].map((tag) => ({ name: tag })),
    paths,
    components: {
      schemas: { Problem: plain(PROBLEM) },
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: 'the token of the address that was printed; browsers send it as a cookie' },
      },
    },
  };
}
