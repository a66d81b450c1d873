import type { EdgeStatements } from '../../../server/index.ts';
import { Link } from '../../address/link.tsx';
import { Code, Grade, State, Wrong } from '../../parts/facts.tsx';
import { dateInWords } from '../../words/dates.ts';
import { statementAddress } from '../reports/statement-hits.tsx';

type Item = EdgeStatements['items'][number];
type Denial = EdgeStatements['denials'][number];

const TIES = {
  linked: 'Answers this statement, as the reports were compared.',
  'same-wrong': 'Denies the same wrong of the same accused; nothing ties it to this very statement.',
} as const;

/** One statement that accuses, and beside it each that denies it. */
export const AccusingStatement = ({ item, denials }: { readonly item: Item; readonly denials: readonly Denial[] }) => (
  <article className="accusing-statement">
    <Words item={item} />
    {denials.map((denial) => (
      <Denied key={denial.ref} denial={denial} />
    ))}
  </article>
);

/** Denials of this accusation whose statement is not among those shown. */
export function LooseDenials({ data }: { readonly data: EdgeStatements }) {
  const loose = data.denials.filter(({ of }) => !of.some((ref) => data.items.some((item) => item.ref === ref)));
  return loose.map((denial) => <Denied key={denial.ref} denial={denial} />);
}

const Denied = ({ denial }: { readonly denial: Denial }) => (
  <div className="tie answers">
    <h3>Denied by {denial.speaker ?? 'an unnamed voice'}</h3>
    <Words item={denial} />
    <p className="reason small muted">{TIES[denial.tie]}</p>
  </div>
);

const STANDINGS: Readonly<Record<string, string>> = {
  origin: 'earliest telling',
  echo: 'echo of another report',
  independent: 'independent telling',
};

const Words = ({ item }: { readonly item: Omit<Item, 'cluster'> }) => (
  <>
    <p className="quote" dir="auto">
      {item.words}
    </p>
    <p className="meta">
      <Wrong wrong={item.wrong} />
      <Code kind="status" code={item.status} />
      {item.grade !== null && <Grade grade={item.grade} />}
      <State state={item.state} />
    </p>
    <p className="meta">
      <Link to={statementAddress(item.ref)} dir="auto">
        {item.report.publisher ?? item.report.title ?? item.ref}
      </Link>
      <span>{dateInWords(item.report.published)}</span>
      {item.standing !== null && <span>{STANDINGS[item.standing] ?? item.standing}</span>}
      {item.place !== null && <span dir="auto">at {item.place}</span>}
    </p>
  </>
);
