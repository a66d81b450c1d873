import type { JobJson } from '../../server/index.ts';
import { ask } from '../ask/ask.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { count, seconds } from '../words/counts.ts';
import { isGoing, useJobs } from './jobs.ts';

const WORDS: Readonly<Record<JobJson['kind'], string>> = {
  add: 'Reading what was added',
  relate: 'Comparing the reports',
  check: 'Holding the reports against the house rules',
  verify: 'Proving the case',
  index: 'Making the index of searches',
};

/** Long work as it goes on: how far, how fast, how long still; and a way to stop it. */
export function Work() {
  return useJobs()
    .filter(isGoing)
    .map((job) => (
      <div className="banner work" key={job.id} role="status">
        <Icon name="history" />
        <p>
          {WORDS[job.kind]}
          {job.state === 'waiting' ? ': waits for other work' : ''}
          {job.total !== null && ` · ${count(job.done)} of ${count(job.total)}`}
          {job.failed > 0 && ` · ${count(job.failed)} failed`}
          {job.left !== null && job.left > 1 && ` · about ${seconds(job.left)} left`}
        </p>
        {job.total !== null && <progress max={job.total} value={job.done} aria-label={WORDS[job.kind]} />}
        <Button icon="stop" onClick={() => void ask(`/api/jobs/${job.id}`, { method: 'DELETE' }).catch(() => {})}>
          Stop
        </Button>
      </div>
    ));
}
