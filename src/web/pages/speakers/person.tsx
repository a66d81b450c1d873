import type { PersonJson } from '../../../server/index.ts';
import { oneOf } from '../../address/address.ts';
import { Link } from '../../address/link.tsx';
import { useAnswer } from '../../ask/use-answer.ts';
import { DecisionLine } from '../../decide/decision-line.tsx';
import { Code } from '../../parts/facts.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Loading, ProblemNote } from '../../parts/states.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import type { PageProps } from '../../shell/pages.ts';
import { counted } from '../../words/counts.ts';
import { dayInWords } from '../../words/dates.ts';
import { SameOrNot } from './same-or-not.tsx';
import { Sayings } from './sayings.tsx';

/** One speaker: what was said when, to whom, through whom; and who may be the same. */
export function Person({ thing, query }: PageProps) {
  const { data: person, trouble, again } = useAnswer<PersonJson>(`/api/speakers/${encodeURIComponent(thing)}`);
  if (trouble?.code === 'not-found') return <Gone id={thing} message={trouble.message} />;
  if (person === undefined)
    return (
      <div className="page">
        {trouble === undefined ? (
          <Loading what="Opening the speaker" rows={9} />
        ) : (
          <>
            <PageHead title="The speaker cannot be shown" />
            <ProblemNote trouble={trouble} again={again} />
          </>
        )}
      </div>
    );
  const view = oneOf(query, 'view', ['said', 'same', 'decisions']);
  const open = person.proposed.length + person.speakers.filter(({ odd }) => odd.length > 0).length;
  return (
    <div className="page">
      <p className="crumbs">
        <Link to="/speakers">Speakers</Link>
      </p>
      <PageHead
        title={person.name ?? 'Unnamed'}
        lead={
          <span className="meta">
            <Code kind="type" code={person.type} />
            {person.roles.length > 0 && <span dir="auto">{person.roles.join('; ')}</span>}
            <span>
              {counted(person.statements.length, 'statement')} in {counted(person.reports, 'report')}, {dayInWords(person.first)}
              {person.last !== person.first && ` to ${dayInWords(person.last)}`}
            </span>
            {person.confirmed ? (
              <span className="standing accepted">Confirmed by a person</span>
            ) : (
              <span className="standing open">Suggestion</span>
            )}
          </span>
        }
      >
        {(person.accuses > 0 || person.accused > 0) && (
          <Link className="button" to={`/accusations?speaker=${encodeURIComponent(person.id)}`}>
            Accusations: makes {person.accuses}, faces {person.accused}
          </Link>
        )}
      </PageHead>
      <Tabs
        name="view"
        label="Views"
        tabs={[
          { value: 'said', words: 'What was said', count: person.statements.length },
          { value: 'same', words: 'Same or not', count: open },
          { value: 'decisions', words: 'Decisions', count: person.decisions.length },
        ]}
      />
      {view === 'said' && <Sayings person={person} query={query} />}
      {view === 'same' && <SameOrNot person={person} />}
      {view === 'decisions' &&
        (person.decisions.length === 0 ? (
          <p className="muted view">Nobody has decided about who this is.</p>
        ) : (
          <ul className="cards view">
            {person.decisions.map((decision) => (
              <li key={decision.number} className="row">
                <DecisionLine decision={decision} />
              </li>
            ))}
          </ul>
        ))}
    </div>
  );
}

/** A speaker who was split off from another one has its name behind a tilde, and is gone once that is taken back. */
function Gone({ id, message }: { readonly id: string; readonly message: string }) {
  const [from, ...split] = id.split('~');
  return (
    <div className="page">
      <p className="crumbs">
        <Link to="/speakers">Speakers</Link>
      </p>
      <PageHead title="No such speaker" />
      <Empty icon="speakers" title={split.length === 0 ? 'This speaker is not there' : 'This speaker is not apart any more'}>
        <p>{split.length === 0 ? message : 'The split was taken back, or decided otherwise.'}</p>
        <Link className="button" to={split.length === 0 ? '/speakers' : `/speakers/${encodeURIComponent(from!)}`}>
          {split.length === 0 ? 'Show everyone' : 'Open the speaker they were split from'}
        </Link>
      </Empty>
    </div>
  );
}
