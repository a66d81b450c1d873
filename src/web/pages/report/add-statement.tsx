import { type FormEvent, useEffect, useId, useRef } from 'react';
import { type Span, textAt, textOf } from '../../../model/index.ts';
import type { ReportJson } from '../../../server/index.ts';
import { patch } from '../../address/address.ts';
import { speakerInWords } from '../../decide/fields.ts';
import { useDecide } from '../../decide/use-decide.ts';
import { formKeys } from '../../keys/form-keys.ts';
import { Button } from '../../parts/button.tsx';
import { caseNow } from '../../session/case-now.ts';
import { useDraft } from '../../session/draft.ts';
import { type FoundWords, findWords } from '../../text/find-words.ts';
import { letSelectionGo, useSelection } from '../../text/use-selection.ts';
import { codesOf, shown } from '../../words/codes.ts';

const PARTS = ['content', 'source', 'cue'] as const;
type PartName = (typeof PARTS)[number];

const LABELS: Readonly<Record<PartName, string>> = {
  content: 'What was said',
  source: 'Words that name who said it',
  cue: 'Words of saying',
};

interface Typed extends Readonly<Record<PartName, string>> {
  /** Where words that were selected stand, as long as nobody types others. */
  readonly picked: Readonly<Partial<Record<PartName, readonly Span[]>>>;
  readonly speaker: string;
  readonly act: string;
}

const begun = (text: string, span: Span | undefined): Typed => ({
  content: span === undefined ? '' : textAt(text, span),
  source: '',
  cue: '',
  picked: span === undefined ? {} : { content: [span] },
  speaker: '',
  act: 'state',
});

/** Where the words of a part stand: those that were selected exactly there, typed ones near what was said. */
function placed(text: string, typed: Typed, part: PartName): FoundWords {
  const picked = typed.picked[part];
  if (picked !== undefined && textOf(text, picked) === typed[part]) return { spans: picked };
  return findWords(text, typed[part], { near: typed.picked.content?.[0]?.[0] ?? 0 });
}

/** A statement that the machine missed: its words selected in the text, or typed. */
export function AddStatement({ report, place }: { readonly report: ReportJson; readonly place: Span | undefined }) {
  const { text, ref, speakers } = report;
  const { decide } = useDecide();
  const key = `${caseNow()} ${ref} add ${place?.join('-') ?? ''}`;
  const [draft, setDraft, letGo] = useDraft(key);
  const typed: Typed = draft === '' ? begun(text, place) : JSON.parse(draft);
  const put = (some: Partial<Typed>) => setDraft(JSON.stringify({ ...typed, ...some }));
  const selected = useSelection(text);
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector('textarea')?.focus({ preventScroll: true });
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const close = () => patch({ form: null, at: null }, { replace: true });
  const found = PARTS.map((part) => placed(text, typed, part));
  const ready = typed.content.trim() !== '' && found.every((one) => 'spans' in one);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const [content, source, cue] = found.map((one) => ('spans' in one ? one.spans : []));
    const statement = { content, source, cue, act: typed.act, speaker: typed.speaker === '' ? null : typed.speaker };
    void decide(report, { action: 'add', statement }, [key]);
    letSelectionGo();
    close();
  };
  const take = (part: PartName) => {
    if (selected === undefined) return;
    // What was said may stand in several runs: the next one is put behind it.
    const before = part === 'content' && typed.content !== '' ? (typed.picked.content ?? []) : [];
    const spans = [...before, selected].sort((a, b) => a[0] - b[0]);
    put({ [part]: textOf(text, spans), picked: { ...typed.picked, [part]: spans } });
  };
  return (
    <form ref={form} className="add-form stack" aria-label="Add a statement" onSubmit={submit} onKeyDown={formKeys(close)}>
      <h2>Add a statement</h2>
      <p className="small muted">Select words in the text and take them over, or type them as they stand there; part runs with “…”.</p>
      {PARTS.map((part, i) => {
        const missing = 'missing' in found[i]! ? found[i].missing : undefined;
        return (
          <div key={part} className="field">
            <div className="found-line">
              <label htmlFor={`${id}-${part}`}>{LABELS[part]}</label>
              {selected !== undefined && (
                <Button
                  tone="quiet"
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => take(part)}
                  aria-label={`Take the selected words: ${LABELS[part]}`}
                >
                  Take the selected words
                </Button>
              )}
            </div>
            <textarea
              id={`${id}-${part}`}
              dir="auto"
              rows={part === 'content' ? 3 : 1}
              value={typed[part]}
              aria-invalid={missing !== undefined}
              aria-describedby={missing === undefined ? undefined : `${id}-${part}-help`}
              onChange={(event) => put({ [part]: event.target.value })}
            />
            {missing !== undefined && (
              <p id={`${id}-${part}-help`} className="wrong-input">
                “{missing}” does not stand in the text. Copy the words from it.
              </p>
            )}
          </div>
        );
      })}
      <div className="correct-fields">
        <div className="field">
          <label htmlFor={`${id}-speaker`}>Speaker</label>
          <select id={`${id}-speaker`} value={typed.speaker} onChange={(event) => put({ speaker: event.target.value })}>
            <option value="">nobody of this list</option>
            {speakers.map((speaker) => (
              <option key={speaker.id} value={speaker.id}>
                {speakerInWords(speaker)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-act`}>Act</label>
          <select id={`${id}-act`} value={typed.act} onChange={(event) => put({ act: event.target.value })}>
            {codesOf('act').map((code) => (
              <option key={code} value={code}>
                {shown('act', code)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <div className="acts">
        <Button type="submit" tone="primary" icon="plus" disabled={!ready}>
          Add the statement
        </Button>
        <Button onClick={close}>Close</Button>
        {draft !== '' && (
          <Button tone="quiet" onClick={letGo}>
            Start over
          </Button>
        )}
      </div>
    </form>
  );
}
