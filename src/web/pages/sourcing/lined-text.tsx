import { type RefObject, useId } from 'react';

interface Props {
  readonly id: string;
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  /** What is wrong, and at which line from 1. */
  readonly fault: { readonly line: number; readonly message: string } | undefined;
  readonly readOnly: boolean;
  readonly onChange: (text: string) => void;
}

/** A text with numbers of lines, as tall as it is; what is wrong stands under its line. Lines do not wrap, so that numbers stay beside them. */
export function LinedText({ id, area, text, fault, readOnly, onChange }: Props) {
  const told = useId();
  const lines = text.split('\n').length;
  const row = (line: number) => ({ gridRow: line });
  return (
    <div className="lined">
      <div className="lined-box">
        <ol className="line-numbers" aria-hidden="true">
          {Array.from({ length: lines }, (_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name
            <li key={i} className={fault?.line === i + 1 ? 'at-fault' : ''} style={row(i + 1)}>
              {fault?.line === i + 1 ? '▶ ' : ''}
              {i + 1}
            </li>
          ))}
        </ol>
        <textarea
          ref={area}
          id={id}
          className="mono"
          value={text}
          rows={lines}
          readOnly={readOnly}
          wrap="off"
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          aria-invalid={fault !== undefined}
          aria-describedby={fault === undefined ? undefined : told}
          onChange={(event) => onChange(event.target.value)}
        />
        {fault !== undefined && (
          <div className="line-mark" aria-hidden="true" style={{ top: `calc(var(--lined-top) + var(--lined-step) * ${fault.line - 1})` }} />
        )}
      </div>
      {fault !== undefined && (
        <p id={told} className="line-fault" role="alert">
          <b>Line {fault.line}.</b> {fault.message} Nothing was kept; your text stands as you typed it.
        </p>
      )}
    </div>
  );
}
