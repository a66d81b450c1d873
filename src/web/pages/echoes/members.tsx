import type { ClusterJson } from '../../../server/index.ts';
import { Link } from '../../address/link.tsx';
import { Code, Grade } from '../../parts/facts.tsx';
import { useRows } from '../../parts/use-rows.ts';
import { dateInWords } from '../../words/dates.ts';
import { statementAddress } from '../reports/statement-hits.tsx';
import { Sign, STANDINGS } from './sign.tsx';

/** Every telling with where it stands and why; the tree in words. */
export function Members({ cluster }: { readonly cluster: ClusterJson }) {
  const { list, at } = useRows('Tellings', cluster.members.length);
  const where = (ref: string) => cluster.members.find((member) => member.ref === ref)?.report.publisher ?? ref;
  return (
    <section className="stack">
      <h2>Every telling, and why it stands so</h2>
      <ol className="cards" ref={list}>
        {cluster.members.map(({ ref, report, standing, of, because, grade, channel, words, credits }, i) => (
          <li key={ref} className={`row member ${standing} ${i === at ? 'at' : ''}`} data-row>
            <p className="meta">
              <span className={`telling ${standing}`}>
                <Sign standing={standing} /> {STANDINGS[standing].words}
              </span>
              <Link to={statementAddress(ref)} dir="auto">
                {report.publisher ?? report.title ?? ref}
              </Link>
              <time dateTime={report.published ?? undefined}>{dateInWords(report.published)}</time>
              {of !== null && <span>passes on {where(of)}</span>}
              {grade !== null && <Grade grade={grade} />}
              {channel !== null && channel !== 'unknown' && <Code kind="channel" code={channel} />}
            </p>
            <p className="quote" dir="auto">
              {words}
            </p>
            {(because.length > 0 || credits.length > 0) && (
              <ul className="small muted">
                {because.map(({ rule, note }) => (
                  <li key={rule + note}>
                    {note} <span className="mono">{rule}</span>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
