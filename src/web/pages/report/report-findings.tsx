import type { FindingJson, ReportJson } from '../../../server/index.ts';
import { Link } from '../../address/link.tsx';
import { useAnswer } from '../../ask/use-answer.ts';
import { Empty, Loading, ProblemNote } from '../../parts/states.tsx';

/** Where this report does not meet the house rules; each leads to its place. */
export function ReportFindings({ report }: { readonly report: ReportJson }) {
  const { data, trouble, again } = useAnswer<{ readonly profile: string; readonly items: readonly FindingJson[] }>(
    `/api/reports/${report.ref}/findings`,
  );
  if (data === undefined) return trouble === undefined ? <Loading what="Checking" /> : <ProblemNote trouble={trouble} again={again} />;
  if (data.items.length === 0)
    return (
      <Empty icon="check" title={`Meets every rule of “${data.profile}”`}>
        <p>
          As far as it was read. The rules stand on the page <Link to="/sourcing?view=rules">Sourcing</Link>.
        </p>
      </Empty>
    );
  return (
    <ul className="card-list">
      {data.items.map(({ rule, at, words, message, line }) => (
        <li key={`${rule} ${at.join('-')}`} className="statement-card">
          <p className="small">
            <b>{rule}</b> {message}
          </p>
          <p className="said" dir="auto">
            {words}
          </p>
          <p className="small">
            <Link to={`?pane=rules&at=${at[0]}-${at[1]}`} going={{ replace: true }}>
              Show line {line} in the text
            </Link>
          </p>
        </li>
      ))}
    </ul>
  );
}
