import { memo, useEffect, useRef } from 'react';
import type { Suggestion } from '../../../server/index.ts';
import { addressOf, useAddress } from '../../address/address.ts';
import { Link } from '../../address/link.tsx';
import { Sureness, Wrong } from '../../parts/facts.tsx';
import { showInBox } from '../../parts/show-in-box.ts';
import { shown } from '../../words/codes.ts';
import { counted } from '../../words/counts.ts';
import { voiceInWords } from '../../words/voices.ts';
import { wordsAt } from './suggestion-card.tsx';

interface Props {
  readonly items: readonly Suggestion[];
  readonly now: string;
  readonly total: number;
}

/** What comes next. */
export function QueueList({ items, now, total }: Props) {
  const { query } = useAddress();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>(`[data-ref="${now}"]`);
    if (row != null && list.current !== null) showInBox(list.current, row);
  }, [now]);
  const rest = Object.fromEntries(query);
  return (
    <aside className="queue" aria-label="Queue">
      <p className="small muted">{counted(total, 'suggestion')} in this queue</p>
      <ol ref={list}>
        {items.map((item) => (
          <QueueRow
            key={item.ref}
            item={item}
            current={item.ref === now}
            to={addressOf('/review', { ...rest, form: null, at: item.ref })}
          />
        ))}
      </ol>
      {total > items.length && <p className="small muted">The others come up as these are decided.</p>}
    </aside>
  );
}

const QueueRow = memo(function QueueRow({
  item,
  current,
  to,
}: {
  readonly item: Suggestion;
  readonly current: boolean;
  readonly to: string;
}) {
  return (
    <li data-ref={item.ref}>
      <Link to={to} going={{ replace: true }} aria-current={current ? 'true' : undefined}>
        <span className="queue-who">
          <b dir="auto">{voiceInWords(item.speaker?.name, wordsAt(item, item.source), item.speaker?.role)}</b>{' '}
          {item.act === null ? '' : shown('act', item.act)}
        </span>
        <span className="meta">
          {item.wrong !== null && <Wrong wrong={item.wrong} />}
          <Sureness confidence={item.confidence} brief />
        </span>
        <span className="queue-where" dir="auto">
          {item.report.publisher ?? item.report.ref}
        </span>
      </Link>
    </li>
  );
});
