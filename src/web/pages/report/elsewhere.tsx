import type { ReportStatement, Elsewhere as There } from '../../../server/index.ts';
import { Link } from '../../address/link.tsx';
import { counted } from '../../words/counts.ts';
import { dateInWords } from '../../words/dates.ts';
import { statementAddress } from '../reports/statement-hits.tsx';

const STANDINGS = { origin: 'earliest', echo: 'echo', independent: 'independent' } as const;

const LINKS: Readonly<Record<string, readonly [from: string, to: string]>> = {
  answers: ['Answers', 'Answered by'],
  altered: ['Its words differ from', 'Its words were altered in'],
  reciprocal: ['Returns the accusation of', 'The accusation is returned by'],
  version: ['A later version of', 'Changed in a later version'],
};

/** A statement of another report: where it stands, and its words. */
const Other = ({ other, kind }: { readonly other: There; readonly kind?: string }) => (
  <>
    <Link to={statementAddress(other.ref)} dir="auto">
      {other.report.publisher ?? other.report.title ?? other.ref}
    </Link>
    <span className="muted">
      , {dateInWords(other.report.published)}
      {kind !== undefined && ` · ${kind}`}
    </span>
    <span className="said" dir="auto">
      {other.words}
    </span>
  </>
);

/** What other reports have of a statement: the same, an answer, other words. */
export function Elsewhere({ statement: { related } }: { readonly statement: ReportStatement }) {
  return (
    <>
      {related.links.map(({ type, here, other, because }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two links may lead to one statement
        <section key={i} className={`tie ${type}`}>
          <h3>{LINKS[type]?.[here === 'from' ? 0 : 1] ?? type}</h3>
          {other !== null && <Other other={other} />}
          {because[0] !== undefined && <p className="reason">{because[0].note}</p>}
        </section>
      ))}
      {related.clusters.map(({ id, standing, firstVoices, members, others }) => (
        <section key={id} className="tie same">
          <h3>
            What else says the same <Link to={`/echoes/${encodeURIComponent(id)}`}>as a tree</Link>
          </h3>
          <p className="small">
            {counted(members, 'telling')} of {counted(firstVoices, 'first voice')}; this one is{' '}
            {standing === 'origin' ? 'the earliest' : standing === 'echo' ? 'an echo' : 'independent'}.
          </p>
          <ul>
            {others.map((other) => (
              <li key={other.ref}>
                <Other other={other} kind={STANDINGS[other.standing]} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
