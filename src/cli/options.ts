import { InvalidArgumentError, Option } from 'commander';

const MOST_JOBS = 64;

/** A whole number from 1 to 64. */
export function parseJobs(text: string): number {
  const jobs = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (jobs < 1 || jobs > MOST_JOBS) throw new InvalidArgumentError(`expected a whole number from 1 to ${MOST_JOBS}, found "${text}".`);
  return jobs;
}

/** Options that several commands share; each call gives a new one. */
export const modelOption = (): Option => new Option('--model <dir>', 'folder of another model than the one of the package');
export const jsonOption = (): Option => new Option('--json', 'NDJSON, on a terminal too');
export const pageOption = (): Option => new Option('--page', 'a page for people, in a pipe too').conflicts('json');
export const jobsOption = (): Option =>
  new Option('--jobs <n>', 'reports to read side by side, one thread each').argParser(parseJobs).default(1);
export const progressOption = (): Option => new Option('--no-progress', 'no progress line on standard error');
