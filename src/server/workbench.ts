import { Hono } from 'hono';
import { caseIdOf } from '../casefile/index.ts';
import { answerCsv, createAnswers, type Ready } from './answer.ts';
import { API, type RouteName } from './api.ts';
import type { Ask, Handler } from './ask.ts';
import type { Desk } from './desk.ts';
import { type AskedHeaders, checkSource, type Gate, hasSession, opensSession, sessionCookie } from './guard.ts';
import { bodyOf, checked, queryOf } from './input.ts';
import { createKeeper } from './keeper.ts';
import { openApi } from './openapi.ts';
import { noSessionPage, notBuiltPage, plainPage, welcomePage } from './page.ts';
import { Refusal, refusalOf, refuse } from './refusal.ts';
import { respond } from './respond.ts';
import { createRoom } from './room.ts';
import type { Route } from './route.ts';
import { createHandlers } from './routes/handlers.ts';
import { TABLES } from './routes/tables.ts';
import { PROBLEMS } from './schema/problem.ts';

export interface WorkbenchOptions extends Gate {
  /** Of an encrypted case, where it was given when the server was started. */
  readonly passphrase?: Uint8Array | undefined;
  /** Holds every answer against its schema, and fails where it differs; for tests. */
  readonly strict?: boolean;
}

export interface Workbench {
  readonly fetch: (request: Request) => Promise<Response>;
  /**
   * The same for what needs no work: an answer that is kept, to whoever may have it. What is not ready is for `fetch`.
   *
   * @param address path and query, as they came
   */
  readonly ready: (method: string, address: string, headers: AskedHeaders) => Ready | undefined;
  /** Stops long work, and closes the case. */
  readonly close: () => Promise<void>;
}

/** The version in If-Match. @throws Refusal */
function matchOf(request: Request): string {
  const given = request.headers.get('if-match');
  const version = /^(?:W\/)?"([^"]{1,200})"$/.exec(given?.trim() ?? '')?.[1];
  if (version !== undefined) return version;
  if (given === null)
    throw new Refusal(
      'needs-version',
      'Expected the version that was seen in the header If-Match ("…", in quotation marks), found none. It stands with the thing as "version".',
      { at: 'header/if-match' },
    );
  throw new Refusal('wrong-input', 'Expected one version in quotation marks in the header If-Match, found something else.', {
    at: 'header/if-match',
  });
}

/**
 * The server over one case: a function from Request to Response.
 *
 * @example const { fetch } = createWorkbench(desk, { token, port: () => 4300 });
 */
export function createWorkbench(desk: Desk, options: WorkbenchOptions): Workbench {
  const keeper = createKeeper(desk, options.passphrase);
  const room = createRoom(desk, keeper);
  const handlers = createHandlers(room);
  const answers = createAnswers(options.strict ?? false, desk.clock);
  const app = new Hono({ strict: false });

  const askOf = async (route: Route, request: Request, url: URL, params: Readonly<Record<string, string>>): Promise<Ask> => {
    const query = checked(route.query, queryOf(route.query, url.searchParams), 'query');
    checked(route.params, params, 'path');
    const kept = route.early ? (undefined as never) : await keeper.case();
    const meant = request.headers.get('hearsay-case');
    if (!route.early && route.method !== 'GET' && meant !== null && meant !== caseIdOf(kept))
      throw new Refusal(
        'other-case',
        'This was meant for another case than the one that is served here now. Nothing was changed. Serve that case, and open the address that hearsay prints.',
      );
    if (route.problems.includes('read-only') && keeper.readOnly())
      throw new Refusal(
        'read-only',
        'This case is only read: hearsay serve was started with --read-only, or the file cannot be written. Nothing was changed.',
      );
    const match = route.matched ? matchOf(request) : undefined;
    const body = route.body === undefined || route.body === 'bytes' ? undefined : checked(route.body, await bodyOf(request), 'body');
    return { params, query, body, match, kept, room, request };
  };
  const serve = (name: RouteName, form: 'json' | 'csv') => async (request: Request, params: Readonly<Record<string, string>>) => {
    const route: Route = API[name];
    const url = new URL(request.url);
    const handler = handlers.routes[name] as Handler;
    const ask = await askOf(route, request, url, params);
    if (form === 'csv') return answerCsv(route, ask, handler, TABLES[name as keyof typeof TABLES]!, name);
    return answers.json(route, ask, handler, url);
  };

  for (const [name, route] of Object.entries(API) as readonly [RouteName, Route][]) {
    // A fixed path goes before one with a parameter in its place: hono takes the first that was named.
    const forms = route.list
      ? ([
          ['', 'json'],
          ['.json', 'json'],
          ['.csv', 'csv'],
        ] as const)
      : ([['', 'json']] as const);
    for (const [ending, form] of forms) {
      const answer = serve(name, form);
      app.on(route.method, route.path + ending, (context) => answer(context.req.raw, context.req.param() as Record<string, string>));
    }
  }
  app.get('/api/openapi.json', () =>
    respond(JSON.stringify(openApi(desk.version)), {
      headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' },
    }),
  );
  app.all('/api/*', (context) => {
    const { path } = context.req;
    const paths = (route: Route): readonly string[] =>
      route.list ? [route.path, `${route.path}.json`, `${route.path}.csv`] : [route.path];
    const routes = Object.values<Route>(API);
    const exact = routes.filter((route) => paths(route).includes(path));
    const known =
      exact.length > 0 ? exact : routes.filter((route) => new RegExp(`^${route.path.replace(/:[a-z]+/g, '[^/]+')}$`).test(path));
    if (known.length === 0)
      throw new Refusal('not-found', `There is no route ${context.req.path.slice(0, 200)}. /api/openapi.json lists all there are.`);
    const methods = [...new Set(known.map(({ method }) => method as string))].join(', ');
    const response = refuse(new Refusal('wrong-method', `Expected ${methods} here, found ${context.req.method}.`));
    response.headers.set('allow', methods);
    return response;
  });
  app.notFound(async (context) => {
    if (context.req.method !== 'GET' && context.req.method !== 'HEAD')
      throw new Refusal('wrong-method', `Expected GET here, found ${context.req.method}.`);
    return page(context.req.path);
  });
  app.onError((error, context) => {
    const refusal = refusalOf(error);
    if (refusal === undefined) desk.report(error);
    if (context.req.path.startsWith('/api/') || refusal === undefined) return refuse(refusal);
    return plainPage('This cannot be shown', [refusal.message], PROBLEMS[refusal.code][0]);
  });

  const page = async (path: string): Promise<Response> => {
    const isFile = /\.[a-z0-9]{1,8}$/i.test(path);
    const asset = (await desk.asset(path)) ?? (isFile ? undefined : await desk.asset('/index.html'));
    if (asset === undefined) return isFile ? plainPage('There is no such file', [path.slice(0, 200)], 404) : notBuiltPage();
    return respond(asset.bytes as Uint8Array<ArrayBuffer>, {
      headers: { 'content-type': asset.type, 'cache-control': asset.lasting ? 'private, max-age=31536000, immutable' : 'no-cache' },
    });
  };
  const guarded = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    checkSource(request.headers, options);
    const isApi = url.pathname === '/api' || url.pathname.startsWith('/api/');
    if (!isApi && opensSession(url, options)) return welcomePage(url, sessionCookie(options));
    if (!hasSession(request.headers, options)) {
      if (!isApi) return noSessionPage();
      throw new Refusal(
        'no-session',
        'Expected the session of this run of the server, found none. Open the address that hearsay serve printed.',
      );
    }
    return app.fetch(request);
  };
  return {
    ready(method, address, headers) {
      const kept = keeper.opened();
      if (kept === undefined || method !== 'GET') return undefined;
      try {
        checkSource(headers, options);
        return hasSession(headers, options) ? answers.ready(address, kept, headers.get('if-none-match')) : undefined;
      } catch {
        // Whatever is wrong, fetch tells it.
        return undefined;
      }
    },
    async fetch(request) {
      if (request.method !== 'GET') answers.touch();
      let response: Response;
      try {
        response = await guarded(request);
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal === undefined) desk.report(error);
        response = refuse(refusal);
      }
      if (request.method !== 'GET') answers.touch();
      return response;
    },
    async close() {
      await handlers.close();
      await room.close();
    },
  };
}
