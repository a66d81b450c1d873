import { useId, useState } from 'react';
import type { Merged, PersonJson, PersonList } from '../../../server/index.ts';
import { addressOf } from '../../address/address.ts';
import { Link } from '../../address/link.tsx';
import { useAnswer } from '../../ask/use-answer.ts';
import { useDecide } from '../../decide/use-decide.ts';
import { Button } from '../../parts/button.tsx';
import { Hint } from '../../parts/states.tsx';
import { caseNow } from '../../session/case-now.ts';
import { useDraft } from '../../session/draft.ts';
import { counted } from '../../words/counts.ts';
import { dateInWords } from '../../words/dates.ts';
import { Proposal } from './proposal.tsx';

/** Who may be the same, with reasons, and who may not: a person merges or splits. */
export function SameOrNot({ person }: { readonly person: PersonJson }) {
  const { name, may, sendOther } = useDecide();
  const key = `${caseNow()} ${person.id} same`;
  const [why, setWhy] = useDraft(key);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(person.speakers.filter(({ odd }) => odd.length > 0).map(({ ref }) => ref)),
  );
  const [off, setOff] = useState<{ readonly id: string; readonly refs: readonly string[] }>();
  const id = useId();
  const reason = why.trim() === '' ? null : why.trim();
  const about = { version: person.version, ref: person.id, undoable: true, drafts: [key] } as const;
  const merge = (other: string, words: string) =>
    void sendOther({
      ...about,
      path: '/api/speakers/merge',
      body: { persons: [person.id, other], by: name, why: reason },
      words: `Merge ${person.name ?? 'unnamed'} with ${words}`,
    });
  // The page stays with this speaker: one who was split off is gone again once that is taken back.
  const split = async () => {
    const settled = await sendOther({
      ...about,
      path: `/api/speakers/${encodeURIComponent(person.id)}/split`,
      body: { speakers: [...chosen], by: name, why: reason },
      words: `Split ${person.name ?? 'unnamed'}`,
    });
    if (settled.kind !== 'kept') return;
    setOff({ id: (settled.answer as unknown as Merged).id, refs: [...chosen] });
    setChosen(new Set());
  };
  const toggle = (ref: string) =>
    setChosen((before) => new Set(before.has(ref) ? [...before].filter((one) => one !== ref) : [...before, ref]));
  return (
    <div className="two same">
      <section className="stack">
        <h2>Who may be the same</h2>
        {may && (
          <div className="field">
            <label htmlFor={id}>Why (optional; stands beside what you decide)</label>
            <textarea id={id} dir="auto" rows={2} value={why} onChange={(event) => setWhy(event.target.value)} />
          </div>
        )}
        {person.proposed.length === 0 && <p className="muted">There is no proposal.</p>}
        {person.proposed.map((proposal) => (
          <Proposal key={proposal.with.id} proposal={proposal} onMerge={may ? merge : undefined} />
        ))}
        {may && <MergeWithAnother person={person} onMerge={merge} />}
      </section>
      <section className="stack">
        <h2>In which reports</h2>
        {off !== undefined && !person.speakers.some(({ ref }) => off.refs.includes(ref)) && (
          <Hint>
            {counted(off.refs.length, 'report')} split off:{' '}
            <Link to={`/speakers/${encodeURIComponent(off.id)}`}>open the other speaker</Link>
          </Hint>
        )}
        <ul className="cards">
          {person.speakers.map(({ ref, report, name: as, role, statements, odd }) => (
            <li key={ref} className="row speaker-row">
              {may && person.speakers.length > 1 ? (
                <label className="check-line">
                  <input type="checkbox" checked={chosen.has(ref)} onChange={() => toggle(ref)} />
                  <SpeakerName name={as} role={role} statements={statements} />
                </label>
              ) : (
                <SpeakerName name={as} role={role} statements={statements} />
              )}
              <p className="small">
                <Link to={`/reports/${report.ref}`} dir="auto">
                  {report.title ?? report.ref}
                </Link>
                <span className="muted">
                  {' '}
                  · {report.publisher}, {dateInWords(report.published)}
                </span>
              </p>
              {odd.length > 0 && <Hint tone="warn">May be somebody else: {odd.join('; ')}</Hint>}
            </li>
          ))}
        </ul>
        {may && person.speakers.length > 1 && (
          <div className="acts">
            <Button icon="split" disabled={chosen.size === 0 || chosen.size === person.speakers.length} onClick={() => void split()}>
              {chosen.size === 0
                ? 'Choose those who are somebody else'
                : chosen.size === person.speakers.length
                  ? 'At least one must stay'
                  : `Split ${chosen.size} off as another one`}
            </Button>
          </div>
        )}
      </section>
    </div>
  );
}

interface SpeakerNameProps {
  readonly name: string | null;
  readonly role: string | null;
  readonly statements: number;
}

const SpeakerName = ({ name, role, statements }: SpeakerNameProps) => (
  <span>
    <b dir="auto">{name ?? 'unnamed'}</b>
    {role !== null && <span dir="auto">, {role}</span>}
    <span className="muted"> · {counted(statements, 'statement')}</span>
  </span>
);

/** Any other speaker of the case, where the machine proposes nobody. */
function MergeWithAnother({ person, onMerge }: { readonly person: PersonJson; readonly onMerge: (id: string, words: string) => void }) {
  const [typed, setTyped] = useState('');
  const id = useId();
  const { data } = useAnswer<PersonList>(typed.trim().length < 2 ? null : addressOf('/api/speakers', { name: typed, limit: 6 }));
  const others = (data?.items ?? []).filter((one) => one.id !== person.id);
  return (
    <div className="field">
      <label htmlFor={id}>Or somebody else of the case</label>
      <input id={id} type="search" value={typed} placeholder="A name" onChange={(event) => setTyped(event.target.value)} />
      {others.map((one) => (
        <div key={one.id} className="found-line">
          <span dir="auto">
            {one.name ?? 'unnamed'} <span className="muted">· {counted(one.statements, 'statement')}</span>
          </span>
          <Button icon="merge" onClick={() => onMerge(one.id, one.name ?? 'unnamed')}>
            They are one
          </Button>
        </div>
      ))}
      {typed.trim().length >= 2 && data !== undefined && others.length === 0 && <p className="help">Nobody else has this name.</p>}
    </div>
  );
}
