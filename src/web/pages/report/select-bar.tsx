import { type Span, textAt } from '../../../model/index.ts';
import type { ReportJson } from '../../../server/index.ts';
import { patch } from '../../address/address.ts';
import { Button } from '../../parts/button.tsx';
import { selectionNow, useSelection } from '../../text/use-selection.ts';

const shortened = (words: string): string => (words.length > 60 ? `${words.slice(0, 58)}…` : words);

/** Opens the form for a statement that the machine missed; the words that are selected are what was said. */
export function openAdding(text: string, span: Span | undefined = selectionNow(text)): void {
  patch({ form: 'add', at: span === undefined ? null : span.join('-'), pane: null }, { replace: true });
}

/** Offers to make a statement of the words that are selected. */
export function SelectBar({ report: { text } }: { readonly report: ReportJson }) {
  const span = useSelection(text);
  if (span === undefined) return null;
  return (
    <div className="select-bar" role="status">
      <span dir="auto">“{shortened(textAt(text, span))}”</span>
      <Button tone="primary" icon="plus" letter="s" onMouseDown={(event) => event.preventDefault()} onClick={() => openAdding(text, span)}>
        Add as a statement
      </Button>
    </div>
  );
}
