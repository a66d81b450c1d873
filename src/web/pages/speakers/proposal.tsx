import type { PersonJson } from '../../../server/index.ts';
import { Link } from '../../address/link.tsx';
import { useAnswer } from '../../ask/use-answer.ts';
import { Button } from '../../parts/button.tsx';
import { Code } from '../../parts/facts.tsx';
import { counted } from '../../words/counts.ts';

interface Props {
  readonly proposal: PersonJson['proposed'][number];
  /** Undefined where the case can only be read. */
  readonly onMerge: ((id: string, words: string) => void) | undefined;
}

/** Reports that are named of one who may be the same; the page of that one has all. */
const MOST = 3;

/** Somebody who may be the same speaker: the reasons for it, and where the other one stands, so that namesakes are told apart. */
export function Proposal({ proposal: { with: other, score, because }, onMerge }: Props) {
  const { data } = useAnswer<PersonJson>(`/api/speakers/${encodeURIComponent(other.id)}`);
  const speakers = data?.speakers ?? [];
  return (
    <article className="row proposal">
      <div>
        <Link className="report-title" to={`/speakers/${encodeURIComponent(other.id)}`} dir="auto">
          {other.name ?? 'Unnamed'}
        </Link>
        <p className="meta">
          <Code kind="type" code={other.type} />
          {other.roles.length > 0 && <span>{other.roles.join('; ')}</span>}
          <span>{counted(other.reports, 'report')}</span>
          <span>likeness {score.toFixed(2)} of 1</span>
        </p>
      </div>
      <ul className="small">
        {because.map(({ rule, note }) => (
          <li key={rule + note}>
            {note} <span className="mono muted">{rule}</span>
          </li>
        ))}
      </ul>
      {speakers.length > 0 && (
        <ul className="small in-reports">
          {speakers.slice(0, MOST).map(({ ref, report }) => (
            <li key={ref}>
              <span className="muted">in</span>{' '}
              <Link to={`/reports/${report.ref}`} dir="auto">
                {report.title ?? report.ref}
              </Link>
              {report.publisher !== null && (
                <span className="muted">
                  , <span dir="auto">{report.publisher}</span>
                </span>
              )}
            </li>
          ))}
          {speakers.length > MOST && <li className="muted">and {counted(speakers.length - MOST, 'other report')}</li>}
        </ul>
      )}
      {onMerge !== undefined && (
        <div className="acts">
          <Button icon="merge" onClick={() => onMerge(other.id, other.name ?? 'unnamed')}>
            They are one
          </Button>
        </div>
      )}
    </article>
  );
}
