import type { PersonJson, PersonStatement } from '../../../server/index.ts';
import { addressOf, patch } from '../../address/address.ts';
import { Link } from '../../address/link.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Code, Grade, State, Wrong } from '../../parts/facts.tsx';
import { ListLinks } from '../../parts/list-links.tsx';
import { Empty } from '../../parts/states.tsx';
import { useRows } from '../../parts/use-rows.ts';
import { shown } from '../../words/codes.ts';
import { count, counted } from '../../words/counts.ts';
import { dateInWords, dayInWords } from '../../words/dates.ts';
import { searchOf } from '../../words/search-terms.ts';
import { statementAddress } from '../reports/statement-hits.tsx';
import { choicesOf, labelOf, NARROWINGS, narrowed, tellersOf } from './narrow.ts';

const dayOf = ({ said, report }: PersonStatement): string => said?.slice(0, 10) ?? report.published?.slice(0, 10) ?? '';

/** All that one speaker said, day by day. */
export function Sayings({ person, query }: { readonly person: PersonJson; readonly query: URLSearchParams }) {
  const shownNow = narrowed(person.statements, query);
  const { list, at } = useRows('Statements', shownNow.length);
  if (person.statements.length === 0)
    return (
      <Empty icon="speakers" title="Nothing was said">
        <p>The reports name {person.name ?? 'this one'}, but tell no statement.</p>
      </Empty>
    );
  const days = new Map<string, PersonStatement[]>();
  for (const statement of shownNow) days.set(dayOf(statement), [...(days.get(dayOf(statement)) ?? []), statement]);
  const q = person.name === null ? undefined : searchOf({ speaker: person.name });
  let i = -1;
  return (
    <div ref={list} className="sayings">
      <div className="found-line">
        <span className="acts">
          {NARROWINGS.map((narrowing) => {
            const choices = choicesOf(narrowing, person.statements, query.get(narrowing) ?? '');
            return (
              choices.length > 0 && (
                <Choice
                  key={narrowing}
                  quiet
                  label={labelOf(narrowing)}
                  value={query.get(narrowing) ?? ''}
                  options={choices}
                  onChange={(value) => patch({ [narrowing]: value }, { replace: true })}
                />
              )
            );
          })}
        </span>
        <ListLinks {...(q === undefined ? {} : { csv: addressOf('/api/statements.csv', { q }), q })}>
          {shownNow.length < person.statements.length && (
            <span>
              {count(shownNow.length)} of {counted(person.statements.length, 'statement')}
            </span>
          )}
        </ListLinks>
      </div>
      {shownNow.length === 0 && (
        <Empty icon="search" title="No statement matches">
          <p>Choose another one, or all.</p>
        </Empty>
      )}
      {[...days].map(([day, statements]) => (
        <section key={day}>
          <h2 className="day">{day === '' ? 'Day not known' : dayInWords(day)}</h2>
          <ol className="cards">
            {statements.map((statement) => {
              i++;
              return <Saying key={statement.ref} statement={statement} at={i === at} />;
            })}
          </ol>
        </section>
      ))}
    </div>
  );
}

const Saying = ({ statement, at }: { readonly statement: PersonStatement; readonly at: boolean }) => {
  const { ref, report, said, act, grade, channel, outlet, addressee, wrong, accused, words, state, role } = statement;
  const tellers = tellersOf(statement);
  return (
    <li className={`row saying ${at ? 'at' : ''}`} data-row>
      <p className="quote" dir="auto">
        {words}
      </p>
      <p className="meta">
        {act !== null && <span className="act">{shown('act', act)}</span>}
        {wrong !== null && <Wrong wrong={wrong} />}
        {accused !== null && <span>against {accused}</span>}
        {grade !== null && <Grade grade={grade} />}
        {channel !== null && channel !== 'unknown' && <Code kind="channel" code={channel} />}
        <State state={state} />
      </p>
      <p className="meta">
        <span>
          <Link to={statementAddress(ref)} dir="auto">
            {report.publisher ?? report.title ?? ref}
          </Link>
          , {dateInWords(report.published)}
        </span>
        {said !== null && <span>said {dateInWords(said)}</span>}
        {addressee !== null && <span dir="auto">to {addressee}</span>}
        {outlet !== null && <span dir="auto">first in {outlet}</span>}
        {tellers.length > 0 && <span dir="auto">through {tellers.join(', then ')}</span>}
        {role !== null && <span dir="auto">as {role}</span>}
      </p>
    </li>
  );
};
