import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';

export interface Listening {
  readonly port: number;
  /** Takes no more requests, and ends those that go on after a moment. */
  readonly close: () => Promise<void>;
}

/** What answers: a function from Request to Response, and what it has ready already. */
export interface Answering {
  readonly fetch: (request: Request) => Promise<Response>;
  /** An answer that needs no work; undefined where there is none. */
  readonly ready?: (method: string, address: string, headers: { readonly get: (name: string) => string | null }) => Ready | undefined;
}

interface Ready {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: Uint8Array | null;
}

/** Milliseconds that requests have to end when the server closes. */
const PATIENCE = 500;

/** What is no request that could be handed on, told in the form of every problem. */
const problem = (message: string): string => JSON.stringify({ error: { code: 'wrong-input', message, at: 'header' } });
const PLAIN = { 'Content-Type': 'application/json; charset=utf-8', 'X-Content-Type-Options': 'nosniff' };

/** Bytes of a request's headers. */
const MOST_HEADERS = 16 * 1024;

/**
 * Listens on 127.0.0.1 alone, so that no other machine can ask.
 *
 * @param port 0 for any that is free
 * @throws what the socket throws: EADDRINUSE, EACCES
 * @example const { port, close } = await listen(workbench, 0);
 */
export async function listen({ fetch, ready = () => undefined }: Answering, port: number): Promise<Listening> {
  // Puts lighter ones in the place of the web's Request and Response in this process: what is answered whole goes straight to the socket.
  const answer = getRequestListener(fetch, {
    errorHandler: () =>
      new Response(problem('Expected a request that names one of our addresses, found something else.'), { status: 400, headers: PLAIN }),
  });
  const server = createServer(
    { maxHeaderSize: MOST_HEADERS, requestTimeout: 0, headersTimeout: 20_000, keepAliveTimeout: 10_000 },
    (request, response) => {
      const known = ready(request.method ?? '', request.url ?? '', headersOf(request));
      if (known === undefined) return answer(request, response);
      response.writeHead(known.status, known.headers);
      response.end(known.body);
    },
  );
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable) return socket.destroy(error);
    const found = error.code === 'HPE_HEADER_OVERFLOW' ? `more than ${MOST_HEADERS} bytes of address and headers` : 'something else';
    const body = problem(`Expected a request of HTTP, found ${found}.`);
    const head = ['HTTP/1.1 400 Bad Request', 'Connection: close', ...Object.entries(PLAIN).map(([name, value]) => `${name}: ${value}`)];
    socket.end(`${head.join('\r\n')}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => resolve());
  });
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), PATIENCE).unref();
  });

const headersOf = ({ headers }: IncomingMessage) => ({
  get(name: string): string | null {
    const value = headers[name];
    return value === undefined ? null : typeof value === 'string' ? value : value.join(', ');
  },
});
