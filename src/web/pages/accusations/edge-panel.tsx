import { type RefObject, useEffect, useRef } from 'react';
import type { EdgeStatements, Graph } from '../../../server/index.ts';
import { addressOf, patch } from '../../address/address.ts';
import { Link } from '../../address/link.tsx';
import { useAnswer } from '../../ask/use-answer.ts';
import { useKeys } from '../../keys/keys.ts';
import { Button } from '../../parts/button.tsx';
import { ListLinks } from '../../parts/list-links.tsx';
import { Loading, ProblemNote } from '../../parts/states.tsx';
import { counted } from '../../words/counts.ts';
import { AccusingStatement, LooseDenials } from './accusing-statement.tsx';
import { EdgeLegend } from './edge-legend.tsx';
import { filterOf } from './filter.ts';
import { partyName } from './party-name.ts';

interface Props {
  readonly query: URLSearchParams;
  readonly graph: Graph;
  /** True where the accusations are drawn: what lines mean is told then alone. */
  readonly drawn: boolean;
  /** True where a person chose it on this page: the panel then takes the focus, and gives it back. */
  readonly chosenHere: RefObject<boolean>;
}

/** The statements behind one accusation, with what denies them beside them. */
export function EdgePanel({ query, graph, drawn, chosenHere }: Props) {
  const accuser = query.get('accuser');
  const accused = query.get('accused');
  return accuser === null || accused === null ? (
    <EdgeLegend drawn={drawn} />
  ) : (
    <Statements query={query} graph={graph} accuser={accuser} accused={accused} chosenHere={chosenHere} />
  );
}

interface StatementsProps extends Omit<Props, 'drawn'> {
  readonly accuser: string;
  readonly accused: string;
}

function Statements({ query, graph, accuser, accused, chosenHere }: StatementsProps) {
  const { data, trouble, again, former } = useAnswer<EdgeStatements>(
    addressOf('/api/accusations/statements', { ...filterOf(query), accuser, accused }),
  );
  const head = useRef<HTMLHeadingElement>(null);
  const back = useRef<Element | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another accusation takes the focus anew
  useEffect(() => {
    if (!chosenHere.current) return;
    chosenHere.current = false;
    back.current = document.activeElement;
    head.current?.focus({ preventScroll: true });
    head.current?.scrollIntoView({ block: 'nearest' });
  }, [accuser, accused]);
  const close = () => {
    patch({ accuser: null, accused: null });
    if (back.current instanceof HTMLElement) back.current.focus();
  };
  useKeys('Accusation', [{ keys: 'Escape', words: 'close the statements', do: close }]);
  const party = (id: string) => graph.nodes.find((node) => node.id === id) ?? { id, name: null, person: false };
  const edge = former ? null : data?.edge;
  const from = edge?.accuserName ?? partyName(party(accuser));
  const to = edge?.accusedName ?? partyName(party(accused));
  const rest = Object.fromEntries(query);
  return (
    <aside className={`panel edge-panel stack ${former ? 'former' : ''}`} aria-label="Statements">
      <header>
        <div className="found-line">
          <h2 ref={head} tabIndex={-1} dir="auto">
            {from} <span className="act">accuses</span> {to}
          </h2>
          <Button tone="quiet" icon="cross" label="Close" onClick={close} />
        </div>
        {edge != null && (
          <p className="meta">
            <span>{counted(edge.firstVoices, 'first voice')}</span>
            <span>{counted(edge.statements, 'statement')}</span>
            <span>{counted(edge.publishers, 'outlet')}</span>
            {edge.open > 0 && <span className="standing open">{edge.open} not decided</span>}
          </p>
        )}
        <ul className="edge-ways small">
          {edge?.reciprocal === true && (
            <li>
              <Link to={addressOf('/accusations', { ...rest, accuser: accused, accused: accuser })} going={{ still: true }}>
                ⇄ {to} accuses {from} in return
              </Link>
            </li>
          )}
          {[...new Set([accuser, accused])].map(party).map((one) => (
            <li key={one.id}>
              <span dir="auto">{partyName(one)}:</span>{' '}
              {one.person && (
                <Link to={`/speakers/${encodeURIComponent(one.id)}`} aria-label={`All that was said by ${partyName(one)}`}>
                  All that was said
                </Link>
              )}
              {one.person && query.get('speaker') !== one.id && ' · '}
              {query.get('speaker') !== one.id && (
                <Link
                  to={addressOf('/accusations', { ...rest, speaker: one.id })}
                  going={{ still: true }}
                  aria-label={`Only accusations by and of ${partyName(one)}`}
                >
                  Only accusations
                </Link>
              )}
            </li>
          ))}
          <li>
            <ListLinks csv={addressOf('/api/accusations/statements.csv', { ...filterOf(query), accuser, accused })} />
          </li>
        </ul>
      </header>
      {data === undefined &&
        (trouble === undefined ? <Loading what="Fetching statements" /> : <ProblemNote trouble={trouble} again={again} />)}
      {data !== undefined && data.items.length === 0 && (
        <p className="muted">
          No statement of this case and these filters makes this accusation. Choose another one, or take a filter away.
        </p>
      )}
      {data?.items.map((item) => (
        <AccusingStatement key={item.ref} item={item} denials={data.denials.filter(({ of }) => of.includes(item.ref))} />
      ))}
      {data !== undefined && <LooseDenials data={data} />}
    </aside>
  );
}
