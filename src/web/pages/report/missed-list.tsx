import type { ReportJson } from '../../../server/index.ts';
import { Link } from '../../address/link.tsx';
import { useDecide } from '../../decide/use-decide.ts';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/states.tsx';
import { openAdding } from './select-bar.tsx';

/** Quotations and verbs of speaking that gave no statement; a person may make one of them. */
export function MissedList({ report }: { readonly report: ReportJson }) {
  const { may } = useDecide();
  if (report.missed.length === 0)
    return (
      <Empty icon="check" title="Nothing was left over">
        <p>Each quotation and each verb of speaking gave a statement. If one is missing all the same, select its words and press s.</p>
      </Empty>
    );
  return (
    <ul className="card-list">
      {report.missed.map(({ at, why, words }) => (
        <li key={at.join('-')} className="statement-card">
          <p className="said" dir="auto">
            {words}
          </p>
          <p className="small muted">{why}</p>
          <div className="acts">
            <Link className="button" to={`?pane=missed&at=${at[0]}-${at[1]}`} going={{ replace: true }}>
              Show in the text
            </Link>
            {may && (
              <Button icon="plus" onClick={() => openAdding(report.text, at)}>
                Make a statement
              </Button>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
