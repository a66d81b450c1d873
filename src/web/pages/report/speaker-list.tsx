import { useState } from 'react';
import type { ReportJson } from '../../../server/index.ts';
import { Link } from '../../address/link.tsx';
import { CorrectForm } from '../../decide/correct-form.tsx';
import type { Field } from '../../decide/fields.ts';
import { useDecide } from '../../decide/use-decide.ts';
import { Button } from '../../parts/button.tsx';
import { Code, Standing } from '../../parts/facts.tsx';
import { Empty } from '../../parts/states.tsx';
import { codesOf, shown } from '../../words/codes.ts';
import { counted } from '../../words/counts.ts';

type Speaker = ReportJson['speakers'][number];

const fieldsOf = ({ name, role, type }: Speaker): Field[] => [
  { name: 'name', label: 'Name', kind: 'text', value: name ?? '' },
  { name: 'role', label: 'Role', kind: 'text', value: role ?? '' },
  { name: 'type', label: 'Kind', kind: 'choice', value: type, options: codesOf('type').map((code) => [code, shown('type', code)]) },
];

/** Everyone who is named or speaks in this report. */
export function SpeakerList({ report }: { readonly report: ReportJson }) {
  const { may } = useDecide();
  const [open, setOpen] = useState<string>();
  if (report.speakers.length === 0) return <Empty icon="speakers" title="Nobody speaks in this report" />;
  return (
    <ul className="card-list">
      {report.speakers.map((speaker) => (
        <li key={speaker.id} className="statement-card">
          <header>
            <h3 dir="auto">
              {speaker.person === null ? (
                (speaker.name ?? 'Unnamed')
              ) : (
                <Link to={`/speakers/${encodeURIComponent(speaker.person)}`}>{speaker.name ?? 'Unnamed'}</Link>
              )}
            </h3>
            {speaker.standing.state !== 'open' && <Standing standing={speaker.standing} />}
          </header>
          <p className="meta">
            <Code kind="type" code={speaker.type} />
            {speaker.role !== null && <span dir="auto">{speaker.role}</span>}
            <span>{counted(speaker.mentions.length, 'mention')}</span>
          </p>
          {speaker.statements.length > 0 && (
            <p className="small">
              Statements:{' '}
              {speaker.statements.map((id) => (
                <Link key={id} to={`?s=${id}`} going={{ replace: true }} className="anchor">
                  {id.replace(/^[sa]/, '')}
                </Link>
              ))}
            </p>
          )}
          {may && open !== speaker.id && (
            <div className="acts">
              <Button icon="pencil" onClick={() => setOpen(speaker.id)}>
                Correct
              </Button>
            </div>
          )}
          {open === speaker.id && <CorrectForm thing={speaker} fields={fieldsOf(speaker)} onClose={() => setOpen(undefined)} />}
        </li>
      ))}
    </ul>
  );
}
