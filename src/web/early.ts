/**
 * Asks the server for what the first page needs while the rest of the script is still on its way: this file is small and stands alone. What
 * comes is taken by `ask`, once.
 */
const paths = ['/api/session'];
const report = /^\/reports\/([^/]+)$/.exec(window.location.pathname)?.[1];
if (report !== undefined) paths.push(`/api/reports/${report}`);
if (window.location.pathname === '/accusations' && window.location.search === '') paths.push('/api/accusations');

const early = new Map<string, Promise<Response>>();
for (const path of paths) {
  const answer = fetch(path);
  // What fails is told where it is taken.
  answer.catch(() => {});
  early.set(path, answer);
}
(window as { early?: Map<string, Promise<Response>> }).early = early;

if (report !== undefined) import('./pages/report/report.tsx').catch(() => {});
void import('./main.tsx');
