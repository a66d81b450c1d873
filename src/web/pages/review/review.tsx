import { useCallback, useEffect, useRef, useState } from 'react';
import type { Queue, Suggestion } from '../../../server/index.ts';
import { addressOf, oneOf, patch } from '../../address/address.ts';
import { useAnswer } from '../../ask/use-answer.ts';
import { signReason } from '../../decide/sign-bar.tsx';
import { usePast } from '../../decide/undo.ts';
import { type Choice, useDecide } from '../../decide/use-decide.ts';
import { useKeys } from '../../keys/keys.ts';
import { Choice as ChoiceField } from '../../parts/choice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { Empty, Loading, ProblemNote } from '../../parts/states.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import { useReader } from '../../session/session.tsx';
import type { PageProps } from '../../shell/pages.ts';
import { count, percent } from '../../words/counts.ts';
import { QueueList } from './queue-list.tsx';
import { SuggestionCard } from './suggestion-card.tsx';

const READY = 40;
const SORTS = [
  ['', 'what matters most first'],
  ['confidence', 'most doubtful first'],
  ['report', 'report after report'],
] as const;

/** Page 7: suggestions one after the other, decided by key. */
export function Review({ query }: PageProps) {
  const [reader] = useReader();
  const stage = oneOf(query, 'stage', ['first', 'second', 'done']);
  const sort = query.get('sort') ?? '';
  const q = query.get('q') ?? '';
  const { data, trouble, again, former } = useAnswer<Queue>(addressOf('/api/review', { stage, sort, q, by: reader, limit: READY }));
  const { items, hide } = useQueue(data);
  const at = Math.max(
    0,
    items.findIndex(({ ref }) => ref === query.get('at')),
  );
  const now = items[at];
  const form = query.get('form');
  const search = useCallback((text: string) => patch({ q: text, at: null }, { replace: true }), []);
  const { may, decide, sign } = useDecide();
  const show = (ref: string | undefined, open: string | null = null) => patch({ at: ref, form: open }, { replace: true });
  const past = usePast();
  const undone = past.undone.length;
  const before = useRef(undone);
  useEffect(() => {
    // What was taken back is looked at again.
    const last = past.undone.at(-1);
    if (undone > before.current && last !== undefined && 'ref' in last) patch({ at: last.ref, form: null }, { replace: true });
    before.current = undone;
  }, [undone, past]);
  const onward = () => show((items[at + 1] ?? items[at - 1])?.ref);
  const choose = (choice: Choice) => {
    if (now === undefined || !may) return;
    const settled = decide(now, choice);
    onward();
    hide(now.ref, settled);
  };
  const signNow = (agrees: boolean) => {
    if (now?.standing.decision == null || !may) return;
    const { why, drafts } = signReason(now.ref);
    const settled = sign(now, now.standing.decision, agrees, why, drafts);
    onward();
    hide(now.ref, settled);
  };
  const first = stage === 'first';
  const accept = () => (first ? choose({ action: 'accept' }) : stage === 'second' && signNow(true));
  const reject = () => (first ? choose({ action: 'reject' }) : stage === 'second' && signNow(false));
  const open = (name: string) => now !== undefined && may && show(now.ref, name);
  useKeys('Review', [
    { keys: 'a / Enter', words: first ? 'accept' : 'sign off', do: accept },
    { keys: 'x', words: first ? 'reject' : 'object', do: reject },
    { keys: 'e', words: 'correct', do: () => open('correct') },
    { keys: 'n', words: 'note', do: () => open('note') },
    { keys: 'j / ArrowDown', words: 'next suggestion, undecided', do: () => show(items[Math.min(items.length - 1, at + 1)]?.ref) },
    { keys: 'k / ArrowUp', words: 'suggestion before', do: () => show(items[Math.max(0, at - 1)]?.ref) },
    { keys: 'Escape', words: 'close', do: () => show(now?.ref) },
  ]);
  const progress = data?.progress;
  return (
    <div className="page review-page">
      <PageHead
        title="Review"
        lead="The machine suggests, people decide. What matters most comes first: grave allegations, unnamed sources, doubtful readings."
      >
        {progress !== undefined && (
          <div className="review-progress">
            <span>
              <b className="number">{count(progress.decided)}</b> of {count(progress.statements)} decided (
              {percent(progress.decided, progress.statements)}), {count(progress.signed)} signed off
            </span>
            <progress max={Math.max(1, progress.statements)} value={progress.decided} aria-label="Statements decided" />
          </div>
        )}
      </PageHead>
      <div className="tools">
        <SearchBox
          label="Only suggestions that match"
          hint="Only some: wrong:killing grade:described publisher:&quot;Harbour Daily&quot;"
          value={q}
          onChange={search}
        />
        <ChoiceField label="Order" value={sort} options={SORTS} onChange={(value) => patch({ sort: value, at: null })} />
      </div>
      <Tabs
        name="stage"
        label="Stage"
        tabs={[
          { value: 'first', words: 'First reader', ...(first && data !== undefined && !former ? { count: data.total } : {}) },
          {
            value: 'second',
            words: 'Second reader',
            ...(stage === 'second' && data !== undefined && !former ? { count: data.total } : {}),
          },
          { value: 'done', words: 'Signed off', ...(stage === 'done' && data !== undefined && !former ? { count: data.total } : {}) },
        ]}
      />
      {data === undefined &&
        (trouble === undefined ? <Loading what="Fetching suggestions" rows={8} /> : <ProblemNote trouble={trouble} again={again} />)}
      {data !== undefined && now === undefined && !former && <Nothing stage={stage} q={q} />}
      {now !== undefined && (
        <div className="review-columns">
          <SuggestionCard
            key={now.ref}
            suggestion={now}
            stage={stage}
            form={form}
            onAccept={accept}
            onReject={reject}
            onForm={(name) => show(now.ref, name)}
          />
          <QueueList items={items} now={now.ref} total={data!.total} />
        </div>
      )}
    </div>
  );
}

/** The queue without what was decided just now: its next one shows at once, and what the server refuses comes back. */
function useQueue(data: Queue | undefined) {
  const [hidden, setHidden] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [seen, setSeen] = useState(data);
  if (data !== seen) {
    setSeen(data);
    setHidden(new Map([...hidden].filter(([, settled]) => !settled)));
  }
  const items: readonly Suggestion[] = (data?.items ?? []).filter(({ ref }) => !hidden.has(ref));
  const hide = (ref: string, settled: ReturnType<ReturnType<typeof useDecide>['decide']>) => {
    setHidden((before) => new Map(before).set(ref, false));
    void settled.then(({ kind }) =>
      setHidden((before) => {
        const after = new Map(before);
        if (kind === 'refused') after.delete(ref);
        else if (kind === 'kept') after.set(ref, true);
        return after;
      }),
    );
  };
  return { items, hide };
}

function Nothing({ stage, q }: { readonly stage: string; readonly q: string }) {
  if (q !== '')
    return (
      <Empty icon="search" title="Nothing in this queue matches">
        <p>Take a word or a field out of the search above.</p>
      </Empty>
    );
  if (stage === 'first')
    return (
      <Empty icon="check" title="Everything is decided">
        <p>Each statement of the case was accepted, rejected or corrected. A second reader can sign off under “Second reader”.</p>
      </Empty>
    );
  if (stage === 'second')
    return (
      <Empty icon="review" title="Nothing waits for you as second reader">
        <p>
          Decisions of others stand here until somebody else signs them off. Your own do not: change your name at the foot of the navigation
          if somebody else reads now.
        </p>
      </Empty>
    );
  return (
    <Empty icon="review" title="Nothing is signed off yet">
      <p>What a second reader signs off stands here.</p>
    </Empty>
  );
}
