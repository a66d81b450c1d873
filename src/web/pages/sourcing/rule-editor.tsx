import { useId, useRef, useState } from 'react';
import type { Rules } from '../../../server/index.ts';
import { allOld, put } from '../../ask/answers.ts';
import { ask } from '../../ask/ask.ts';
import { Trouble } from '../../ask/trouble.ts';
import { didLast, undoLast } from '../../decide/undo.ts';
import { useDecide } from '../../decide/use-decide.ts';
import { useKeys } from '../../keys/keys.ts';
import { Button } from '../../parts/button.tsx';
import { Hint, ProblemNote } from '../../parts/states.tsx';
import { toast } from '../../parts/toast.ts';
import { jsonPlaces, lineOfFault } from './json-places.ts';
import { LinedText } from './lined-text.tsx';
import { RuleHelp } from './rule-help.tsx';

interface Props {
  /** The rules that the text was begun from. */
  readonly begun: Rules;
  /** The rules of the case now. */
  readonly now: Rules;
  readonly text: string;
  readonly changed: boolean;
  /** The file as somebody else kept it since; undefined where nobody did. */
  readonly theirs: string | undefined;
  readonly onText: (text: string) => void;
  /** Goes on with this text over what the others kept. */
  readonly onOver: () => void;
  readonly onLetGo: () => void;
}

interface Refused {
  readonly line: number;
  readonly message: string;
}

/** The rule file as text. The server checks it; what it refuses is shown at its line, and the text stays as it was typed. */
export function RuleEditor({ begun, now, text, changed, theirs, onText, onOver, onLetGo }: Props) {
  const { name, may } = useDecide();
  const [refused, setRefused] = useState<Refused>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [sending, setSending] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const refuse = (line: number, message: string) => {
    setRefused({ line, message });
    goToLine(area.current, line);
  };
  const save = async (profile: unknown, lines?: ReadonlyMap<string, number>) => {
    setSending(true);
    setRefused(undefined);
    setTrouble(undefined);
    try {
      const rules = await ask<Rules>('/api/rules', { method: 'PUT', body: { profile, by: name }, version: begun.version });
      onLetGo();
      put('/api/rules', rules);
      didLast({
        words: rules.own ? `House rules “${rules.profile.name}”` : 'Back to the shipped rules',
        before: begun.own ? begun.profile : null,
        after: rules.own ? rules.profile : null,
        from: begun.version,
        to: rules.version,
      });
      allOld();
      toast(
        rules.own ? 'The house rules were kept. Reports are held against them on “House rules not met”.' : 'The shipped rules hold again.',
        'done',
        { label: 'Undo', do: undoLast },
      );
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      if (error.code === 'wrong-input' && lines !== undefined) refuse(lineOfFault(lines, error.at, error.message), error.message);
      else {
        setTrouble(error);
        if (error.code === 'changed') allOld();
      }
    } finally {
      setSending(false);
    }
  };
  const submit = () => {
    const places = jsonPlaces(text);
    if ('fault' in places) return refuse(places.fault.line, places.fault.message);
    return void save(JSON.parse(text), places.lines);
  };
  useKeys('Rule file', [{ keys: 'Ctrl+Enter', words: 'check and keep the rules', do: () => may && changed && !sending && submit() }]);
  return (
    <div className="two rule-file view">
      <section className="stack">
        <div className="found-line">
          <span>
            {now.own ? `The case’s own rules: “${now.profile.name}”.` : 'The shipped rules. Change them, and the case has its own.'}
            {changed && ' Changed, not kept yet; this browser keeps what you type.'}
          </span>
        </div>
        {theirs !== undefined && (
          <Hint tone="warn" icon="warn">
            <p>
              Somebody changed the house rules since you began. Nothing of yours is lost; look at theirs below before you keep yours in
              their place.
            </p>
            <details>
              <summary>Their rules</summary>
              <pre className="mono">{theirs}</pre>
            </details>
            <div className="acts">
              <Button onClick={onLetGo}>Take theirs</Button>
              <Button onClick={onOver}>Go on with mine over theirs</Button>
            </div>
          </Hint>
        )}
        <label htmlFor={id} className="unseen">
          Rule file
        </label>
        <LinedText id={id} area={area} text={text} fault={refused} readOnly={!may} onChange={onText} />
        {trouble !== undefined && trouble.code !== 'changed' && <ProblemNote trouble={trouble} />}
        {may ? (
          <div className="acts rule-acts">
            <Button tone="primary" icon="check" onClick={submit} disabled={!changed || sending || theirs !== undefined}>
              {sending ? 'Checking …' : 'Check and keep'}
            </Button>
            {changed && (
              <Button
                icon="undo"
                onClick={() => {
                  onLetGo();
                  setRefused(undefined);
                }}
              >
                Back to what is kept
              </Button>
            )}
            {now.own && !changed && (
              <Button onClick={() => void save(null)} disabled={sending}>
                Back to the shipped rules
              </Button>
            )}
          </div>
        ) : (
          <p className="muted">This case can only be read, and its rules with it.</p>
        )}
      </section>
      <RuleHelp checks={now.checks} />
    </div>
  );
}

/** Puts the cursor at the beginning of a line, and the line into view. */
function goToLine(area: HTMLTextAreaElement | null, line: number): void {
  if (area === null) return;
  const before =
    area.value
      .split('\n')
      .slice(0, line - 1)
      .join('\n').length + (line > 1 ? 1 : 0);
  area.focus();
  area.setSelectionRange(before, before);
  area.parentElement?.querySelector('.line-fault')?.scrollIntoView({ block: 'nearest' });
}
