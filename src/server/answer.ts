import type { Case } from '../casefile/index.ts';
import type { Ask, Handler } from './ask.ts';
import { faultIn } from './input.ts';
import { csvOf, type ListTable } from './list.ts';
import { respond, SAFE_HEADERS } from './respond.ts';
import { headTag } from './room.ts';
import type { Route } from './route.ts';

const encoder = new TextEncoder();
const LASTING = 'private, no-cache';
const TYPE = 'application/json; charset=utf-8';

interface Kept {
  readonly tag: string;
  readonly body: Uint8Array<ArrayBuffer>;
  /** As it goes out. */
  readonly ready: Ready;
}

/** An answer that is ready: nothing of it is made when it is asked for. */
export interface Ready {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: Uint8Array | null;
}

/** Milliseconds for which a look at the file holds: what another process writes is seen so much later at most. */
const MOMENT = 5;
/** Answers that are kept, and their bytes together. */
const MOST = 256;
const MOST_BYTES = 16 * 2 ** 20;

/** Writes answers as JSON; keeps those of lists and things until the case changes. */
export function createAnswers(strict: boolean, clock: () => number) {
  const kept = new Map<string, Kept>();
  let bytes = 0;
  const remember = (address: string, answer: Kept): void => {
    const before = kept.get(address);
    if (before !== undefined) bytes -= before.body.length;
    kept.delete(address);
    if (answer.body.length > MOST_BYTES / 8) return;
    kept.set(address, answer);
    bytes += answer.body.length;
    while (kept.size > MOST || bytes > MOST_BYTES) {
      const [oldest, { body }] = kept.entries().next().value!;
      kept.delete(oldest);
      bytes -= body.length;
    }
  };
  let seen: { readonly tag: string; readonly at: number } | undefined;
  /** The tag of the case; whoever asks thousands of times a second is told what it was a moment ago. */
  const tagOf = (kase: Case): string => {
    const now = clock();
    if (seen === undefined || now - seen.at > MOMENT) seen = { tag: `W/"${headTag(kase)}"`, at: now };
    return seen.tag;
  };
  const written = (route: Route, answer: unknown): string => {
    if (strict && route.answer.kind === 'json') {
      const fault = faultIn(route.answer.schema, JSON.parse(JSON.stringify(answer)), 'answer');
      if (fault !== undefined) throw new Error(`the answer of ${route.path} is not as described: at ${fault.at}: ${fault.message}`);
    }
    return JSON.stringify(answer);
  };
  return {
    /** This process is about to change the case, or has: what is kept is held against the file again. */
    touch(): void {
      seen = undefined;
    },
    /** A kept answer to an address, if the case is still as it was then: a few milliseconds ago at most. */
    ready(address: string, kase: Case, asked: string | null): Ready | undefined {
      const known = kept.get(address);
      if (known === undefined || known.tag !== tagOf(kase)) return undefined;
      if (asked === null || !asked.split(/, */).includes(known.tag)) return known.ready;
      return { status: 304, headers: { ...SAFE_HEADERS, etag: known.tag, 'cache-control': LASTING }, body: null };
    },
    async json(route: Route, ask: Ask, handler: Handler, url: URL): Promise<Response> {
      const lasts = route.method === 'GET' && route.lasting && ask.kept !== undefined;
      const tag = lasts ? `W/"${headTag(ask.kept)}"` : '';
      const headers = { 'content-type': TYPE, 'cache-control': lasts ? LASTING : 'no-store', ...(lasts ? { etag: tag } : {}) };
      if (lasts) {
        const asked = ask.request.headers.get('if-none-match');
        if (asked?.split(/, */).includes(tag))
          return respond(null, { status: 304, headers: { etag: tag, 'cache-control': headers['cache-control'] } });
        const known = kept.get(url.pathname + url.search);
        if (known?.tag === tag) return respond(known.body, { headers });
      }
      const answer = await handler(ask as never);
      if (answer instanceof Response) return answer;
      const body = encoder.encode(written(route, answer));
      if (lasts && headTag(ask.kept) === headTagOf(tag)) {
        const ready = { status: 200, headers: { ...SAFE_HEADERS, ...headers, 'content-length': body.length }, body };
        remember(url.pathname + url.search, { tag, body, ready });
      }
      return respond(body, { status: route.answer.kind === 'json' ? route.answer.status : 200, headers });
    },
  };
}

const headTagOf = (tag: string): string => tag.slice(3, -1);

/** Rows that are asked for at once. */
const ROWS = 500;

/** A list as a CSV file: all its rows, page after page or at once, or as many as were asked for. */
export async function answerCsv(route: Route, ask: Ask, handler: Handler, table: ListTable, name: string): Promise<Response> {
  const { limit, cursor } = ask.query as { readonly limit?: number; readonly cursor?: string };
  const lines = csvOf(table);
  const pageAt = async (at: string | undefined) => {
    const most = route.list === 'pages' ? ROWS : Number.MAX_SAFE_INTEGER;
    const query = { ...(ask.query as object), limit: limit ?? most, ...(at === undefined ? {} : { cursor: at }) };
    return (await handler({ ...ask, query } as never)) as { readonly next?: string | null };
  };
  const linesOf = (page: object): string =>
    table
      .rows(page)
      .map((row) => lines.linesOf(row).text)
      .join('');
  // The first page before anything is sent: what is wrong with the request is told as a problem, not by a file that breaks off.
  let page = await pageAt(cursor);
  async function* pieces(): AsyncGenerator<string> {
    yield lines.header + linesOf(page);
    while (limit === undefined && typeof page.next === 'string') {
      page = await pageAt(page.next);
      yield linesOf(page);
    }
  }
  return respond(streamOf(pieces()), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.csv"`,
      'cache-control': 'no-store',
    },
  });
}

/** Pieces of text as a stream of bytes, asked for as they are taken. */
export function streamOf(pieces: AsyncGenerator<string | Uint8Array>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
      } catch (error) {
        controller.error(error);
      }
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
