import { useEffect, useState } from 'react';
import type { JobJson } from '../../server/index.ts';
import { ask } from '../ask/ask.ts';
import { onJob, onStream } from '../ask/events.ts';

/** Long work that is under way or was done since the server began, newest first. */
export function useJobs(): readonly JobJson[] {
  const [jobs, setJobs] = useState<readonly JobJson[]>([]);
  useEffect(() => {
    const take = (job: JobJson) =>
      setJobs((before) => {
        // An answer may be older than what the stream told meanwhile: what ended does not begin again.
        if (job.ended === null && before.some(({ id, ended, begun }) => id === job.id && ended !== null && begun >= job.begun))
          return before;
        return [job, ...before.filter(({ id }) => id !== job.id)].sort((a, b) => (a.begun < b.begun ? 1 : -1));
      });
    const askAll = () =>
      void ask<{ items: JobJson[] }>('/api/jobs')
        .then(({ items }) => items.forEach(take))
        .catch(() => {});
    askAll();
    const leave = [onJob(take), onStream(askAll)];
    return () => {
      for (const one of leave) one();
    };
  }, []);
  return jobs;
}

export const isGoing = ({ state }: JobJson): boolean => state === 'waiting' || state === 'running';
