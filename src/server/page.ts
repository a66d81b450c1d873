import { respond } from './respond.ts';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

/** A page of plain words, without script or style, for when there is no other. @param refresh an address to go on to at once */
export function plainPage(title: string, lines: readonly string[], status: number, refresh?: string): Response {
  const go = refresh === undefined ? '' : `<meta http-equiv="refresh" content="0;url=${escaped(refresh)}">`;
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">${go}<title>${escaped(title)}</title></head><body><main><h1>${escaped(title)}</h1>${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}</main></body></html>`;
  return respond(html, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}

export const noSessionPage = (): Response =>
  plainPage(
    'This page needs the address that hearsay printed',
    [
      'hearsay serve prints an address with a token in it when it starts. Open that address in this browser: it begins a session, and this page works from then on.',
      'If the server was started anew, its token is a new one.',
    ],
    401,
  );

export const notBuiltPage = (): Response =>
  plainPage(
    'The pages of the workbench are not built',
    [
      'The server runs and the case can be asked under /api, but dist/web has no pages.',
      'Run "npm run build" in the folder of Hearsay, and load this page again.',
    ],
    503,
  );

/** Sets out anew at the same address without the token. A page and not a redirection: a strict cookie is not sent on one that began elsewhere. */
export function welcomePage(url: URL, cookie: string): Response {
  const clean = new URL(url);
  clean.searchParams.delete('token');
  const response = plainPage('Opening the workbench …', ['If nothing happens, load the page again.'], 200, clean.pathname + clean.search);
  response.headers.set('set-cookie', cookie);
  return response;
}
