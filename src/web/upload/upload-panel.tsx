import { Link } from '../address/link.tsx';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { ProblemNote } from '../parts/states.tsx';
import { useSession } from '../session/session.tsx';
import { isGoing, useJobs } from '../shell/jobs.ts';
import { count, counted } from '../words/counts.ts';
import { dropUploading, upload, useUploading } from './uploading.ts';

/** How far what was added is: what came of each file, and why some failed. */
export function UploadPanel() {
  const uploading = useUploading();
  const jobs = useJobs();
  const { limits } = useSession();
  if (uploading === undefined) return null;
  const job = jobs.find(({ id }) => id === uploading.job);
  // Begun before this window was loaded again, and by a server that is no more.
  if (uploading.files.length === 0 && job?.kind !== 'add') return null;
  const told = job?.failures ?? [];
  const failures = [...uploading.refused.filter(({ from }) => !told.some((one) => one.from === from)), ...told];
  const added = job?.added ?? [];
  const kept = added.filter(({ outcome }) => outcome === 'report');
  const going = uploading.phase === 'sending' || (uploading.phase === 'adding' && (job === undefined || isGoing(job)));
  return (
    <section className="panel upload stack" aria-label="Adding reports" aria-live="polite">
      <div className="found-line">
        <h2>
          {uploading.phase === 'sending'
            ? `Sending ${count(uploading.sent)} of ${counted(uploading.total, 'file')}`
            : going
              ? `Reading: ${count(job?.done ?? 0)}${job?.total != null ? ` of ${count(job.total)}` : ''}`
              : `${counted(kept.length, 'report')} added${failures.length > 0 ? `, ${count(failures.length)} failed` : ''}`}
        </h2>
        {!going && <Button tone="quiet" icon="cross" label="Put away" onClick={dropUploading} />}
      </div>
      {going && (
        <progress
          max={uploading.phase === 'sending' ? uploading.total : (job?.total ?? undefined)}
          value={uploading.phase === 'sending' ? uploading.sent : job?.total != null ? job.done : undefined}
          aria-label="How far it is"
        />
      )}
      {uploading.trouble !== undefined && (
        <ProblemNote trouble={uploading.trouble} again={() => void upload(uploading.files, limits.atOnce)} />
      )}
      {job?.trouble != null && <p className="muted">{job.trouble}</p>}
      {failures.length + added.length > 0 && (
        <ul>
          {failures.map(({ from, message }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one file may fail twice, in the same words
            <li key={`${from} ${i}`} className="bad">
              <Icon name="warn" />
              <span>
                <b>{from}</b>: {message}
              </span>
            </li>
          ))}
          {added.map(({ from, outcome, ref, title, statements, message }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one file may hold many reports
            <li key={`${from} ${i}`} className={outcome === 'report' ? 'good' : ''}>
              <Icon name={outcome === 'report' ? 'check' : 'info'} />
              <span>
                {ref === null ? <b>{from}</b> : <Link to={`/reports/${ref}`}>{title ?? from}</Link>}
                {statements !== null && <> · {counted(statements, 'statement')}</>}
                {(outcome === 'known' || outcome === 'duplicate') && message === null ? ' · was there already; nothing was added' : ''}
                {message !== null && <> · {message}</>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
