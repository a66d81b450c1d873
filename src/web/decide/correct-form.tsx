import { type FormEvent, useId } from 'react';
import { formKeys } from '../keys/form-keys.ts';
import { Button } from '../parts/button.tsx';
import { caseNow } from '../session/case-now.ts';
import { useDraft } from '../session/draft.ts';
import { findWords } from '../text/find-words.ts';
import type { Field } from './fields.ts';
import { type StatementSet, type Thing, useDecide } from './use-decide.ts';

interface Props {
  readonly thing: Thing;
  readonly fields: readonly Field[];
  /** The text in which words are looked for, and where it begins in the report. */
  readonly text?: string;
  readonly offset?: number;
  readonly onClose: () => void;
}

type Typed = Readonly<Record<string, string>>;

const DATE = /^(\d{4}(-\d{2}(-\d{2}(T.*)?)?)?)?$/;

/** Puts something else in place of what was found. Both stand in the case: the finding, and the correction with who and why. */
export function CorrectForm({ thing, fields, text = '', offset = 0, onClose }: Props) {
  const { decide } = useDecide();
  const key = `${caseNow()} ${thing.ref} correct`;
  const [draft, setDraft, letGo] = useDraft(key, '{}');
  const [why, setWhy, letWhyGo] = useDraft(`${key} why`);
  const typed: Typed = JSON.parse(draft);
  const id = useId();
  const nowIn = ({ name, value }: Field) => typed[name] ?? value;
  const faultOf = (field: Field): string | undefined => {
    const value = nowIn(field);
    if (value === field.value) return undefined;
    if (field.kind === 'date' && !DATE.test(value.trim())) return 'Expected a date as far as it is known: 2024, 2024-05, 2024-05-08.';
    if (field.kind !== 'words') return undefined;
    const found = findWords(text, value, { near: field.spans?.[0]?.[0] ?? offset, offset });
    if ('missing' in found) return `“${found.missing}” does not stand in the text. Copy the words from it.`;
    return field.name === 'content' && found.spans.length === 0 ? 'A statement has words that were said.' : undefined;
  };
  const changed = fields.filter((field) => nowIn(field) !== field.value);
  const ready = changed.length > 0 && changed.every((field) => faultOf(field) === undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const set: Record<string, StatementSet[string]> = {};
    for (const field of changed) {
      const value = nowIn(field).trim();
      const found = field.kind === 'words' ? findWords(text, value, { near: field.spans?.[0]?.[0] ?? offset, offset }) : undefined;
      set[field.name] = found !== undefined && 'spans' in found ? found.spans : value === '' ? null : value;
    }
    void decide(thing, { action: 'correct', set, why: why.trim() === '' ? null : why.trim() }, [key, `${key} why`]);
    onClose();
  };
  const put = (name: string, value: string) => setDraft(JSON.stringify({ ...typed, [name]: value }));
  return (
    <form className="correct stack" onSubmit={submit} onKeyDown={formKeys(onClose)}>
      <div className="correct-fields">
        {fields.map((field, i) => (
          <FieldInput
            key={field.name}
            id={`${id}-${field.name}`}
            field={field}
            value={nowIn(field)}
            fault={faultOf(field)}
            first={i === 0}
            onChange={(value) => put(field.name, value)}
          />
        ))}
      </div>
      <div className="field">
        <label htmlFor={`${id}-why`}>Why (as others will read it)</label>
        <textarea id={`${id}-why`} value={why} maxLength={10_000} onChange={(event) => setWhy(event.target.value)} />
      </div>
      <div className="acts">
        <Button type="submit" tone="primary" icon="pencil" disabled={!ready}>
          {changed.length === 0 ? 'Nothing changed yet' : `Correct ${changed.map(({ label }) => label.toLowerCase()).join(', ')}`}
        </Button>
        <Button onClick={onClose}>Close</Button>
        {(draft !== '{}' || why !== '') && (
          <Button
            tone="quiet"
            onClick={() => {
              letGo();
              letWhyGo();
            }}
          >
            Start over
          </Button>
        )}
      </div>
    </form>
  );
}

interface InputProps {
  readonly id: string;
  readonly field: Field;
  readonly value: string;
  readonly fault: string | undefined;
  readonly first: boolean;
  readonly onChange: (value: string) => void;
}

function FieldInput({ id, field: { kind, label, options, help, value: was }, value, fault, first, onChange }: InputProps) {
  const about = { id, value, 'aria-invalid': fault !== undefined, 'aria-describedby': `${id}-help`, autoFocus: first };
  return (
    <div className={`field ${kind} ${value !== was ? 'is-changed' : ''}`}>
      <label htmlFor={id}>{label}</label>
      {kind === 'choice' && (
        <select {...about} onChange={(event) => onChange(event.target.value)}>
          {value === '' && !options?.some(([code]) => code === '') && <option value="">not known</option>}
          {options?.map(([code, words]) => (
            <option key={code} value={code}>
              {words}
            </option>
          ))}
        </select>
      )}
      {kind === 'words' && <textarea {...about} dir="auto" rows={2} onChange={(event) => onChange(event.target.value)} />}
      {(kind === 'text' || kind === 'date') && (
        <input
          type="text"
          {...about}
          dir="auto"
          placeholder={kind === 'date' ? '2024-05-08' : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      <p id={`${id}-help`} className={fault === undefined ? 'help' : 'wrong-input'}>
        {fault ?? help}
      </p>
    </div>
  );
}
