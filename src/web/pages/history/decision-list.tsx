import type { DecisionJson } from '../../../server/index.ts';
import { addressOf, patch } from '../../address/address.ts';
import { Link } from '../../address/link.tsx';
import { addressOfThing } from '../../address/thing.ts';
import { useAnswer } from '../../ask/use-answer.ts';
import { DecisionLine } from '../../decide/decision-line.tsx';
import { useDecide } from '../../decide/use-decide.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { ListLinks } from '../../parts/list-links.tsx';
import { MoreRows, rowsAsked } from '../../parts/more-rows.tsx';
import { Empty, Loading, ProblemNote } from '../../parts/states.tsx';
import { useRows } from '../../parts/use-rows.ts';
import { counted } from '../../words/counts.ts';

interface DecisionPage {
  readonly total: number;
  readonly next: string | null;
  readonly items: readonly DecisionJson[];
}

/** What people decided, newest first; each can be taken back, and made again. */
export function DecisionList({ query }: { readonly query: URLSearchParams }) {
  const stands = query.get('stands') ?? '';
  const by = query.get('by') ?? '';
  const limit = rowsAsked(query);
  const { data, trouble, again } = useAnswer<DecisionPage>(addressOf('/api/decisions', { stands, by, limit }));
  const items = data?.items ?? [];
  const { list, at } = useRows('Decisions', items.length);
  if (data === undefined)
    return trouble === undefined ? <Loading what="Reading the decisions" rows={6} /> : <ProblemNote trouble={trouble} again={again} />;
  return (
    <div className="view">
      <div className="found-line">
        <span>
          {counted(data.total, 'decision')}
          {by !== '' && ` by ${by}`}
        </span>
        <span className="acts">
          <Choice
            quiet
            label="Which"
            value={stands}
            options={[
              ['', 'all decisions'],
              ['yes', 'those that stand'],
              ['no', 'those taken back'],
            ]}
            onChange={(value) => patch({ stands: value, n: null })}
          />
          <ListLinks csv={addressOf('/api/decisions.csv', { stands, by })} />
        </span>
      </div>
      {items.length === 0 ? (
        <Empty icon="review" title={stands === '' && by === '' ? 'Nobody has decided anything yet' : 'No decision matches'}>
          <p>Suggestions are decided on the page Review, or beside the text of a report.</p>
          <Link className="button" to="/review">
            Go to Review
          </Link>
        </Empty>
      ) : (
        <ol className="cards" ref={list}>
          {items.map((decision, i) => (
            <Row key={decision.number} decision={decision} at={i === at} />
          ))}
        </ol>
      )}
      <MoreRows list={data} limit={limit} />
    </div>
  );
}

function Row({ decision, at }: { readonly decision: DecisionJson; readonly at: boolean }) {
  const { number, ref, report, action, about, stands, redoable } = decision;
  const { name, may, sendOther } = useDecide();
  const thing = about === 'review' ? report : ref;
  const to = thing === null ? undefined : addressOfThing(thing);
  const step = (way: 'undo' | 'redo') =>
    void sendOther({
      path: `/api/decisions/${number}/${way}`,
      body: { by: name },
      ref: thing ?? String(number),
      words: `${way === 'undo' ? 'Take back' : 'Make again'} decision ${number}`,
    });
  return (
    <li className={`row decision-row ${at ? 'at' : ''}`} data-row>
      <DecisionLine decision={decision} />
      <span className="acts">
        {to !== undefined && (
          <Link className="button quiet" to={to}>
            Open {thing}
          </Link>
        )}
        {may && stands && action !== 'undo' && (
          <Button icon="undo" onClick={() => step('undo')}>
            Take back
          </Button>
        )}
        {may && redoable && (
          <Button icon="redo" onClick={() => step('redo')}>
            Make again
          </Button>
        )}
      </span>
    </li>
  );
}
