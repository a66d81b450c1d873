import type { Problem } from '../../server/index.ts';
import { caseNow } from '../session/case-now.ts';
import { tellConnection } from './connection.ts';
import { takeEarly } from './early-asked.ts';
import { Trouble } from './trouble.ts';

export interface Sending {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Goes out as JSON; a Blob goes as it is. */
  readonly body?: unknown;
  /** The version of the thing that was seen; goes out as If-Match. */
  readonly version?: string;
  readonly signal?: AbortSignal;
}

const LOST = 'The server does not answer. Start it again with "hearsay serve" if it was ended; what you typed is kept here.';

async function troubleOf(response: Response): Promise<Trouble> {
  const wait = Number(response.headers.get('retry-after')) || undefined;
  const problem: Problem | undefined = await response.json().catch(() => undefined);
  if (problem?.error === undefined)
    return new Trouble('odd', `Expected an answer of the workbench, found status ${response.status}. Load the page again.`, { wait });
  const { code, message, at, current } = problem.error;
  return new Trouble(code, message, { at, current, wait });
}

/**
 * Asks the server and gives its answer.
 * @throws Trouble
 * @example await ask<Session>('/api/session')
 */
export async function ask<T>(path: string, { method = 'GET', body, version, signal }: Sending = {}): Promise<T> {
  const headers: Record<string, string> = {};
  const isBytes = body instanceof Blob;
  if (body !== undefined && !isBytes) headers['content-type'] = 'application/json';
  if (version !== undefined) headers['if-match'] = `"${version}"`;
  if (method !== 'GET' && caseNow() !== '') headers['hearsay-case'] = caseNow();
  const init: RequestInit = { method, headers, ...(signal === undefined ? {} : { signal }) };
  if (body !== undefined) init.body = isBytes ? body : JSON.stringify(body);
  let response: Response;
  try {
    response = await ((method === 'GET' ? takeEarly(path) : undefined) ?? fetch(path, init));
  } catch (error) {
    if (signal?.aborted) throw error;
    tellConnection('lost');
    throw new Trouble('lost', LOST);
  }
  if (response.ok) {
    tellConnection('there');
    return (await response.json()) as T;
  }
  const trouble = await troubleOf(response);
  tellConnection(trouble.code === 'no-session' ? 'strange' : 'there');
  throw trouble;
}
