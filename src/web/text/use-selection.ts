import { useEffect, useState } from 'react';
import type { Span } from '../../model/index.ts';
import { selectedSpan } from './selected-span.ts';

let last: { readonly text: string; readonly span: Span | undefined } = { text: '', span: undefined };

/** The span of a text that was selected last and still stands; a field that takes the focus takes nothing away. */
export const selectionNow = (text: string): Span | undefined => (last.text === text ? last.span : undefined);

/** The same, told whenever it changes. */
export function useSelection(text: string): Span | undefined {
  const [span, setSpan] = useState(() => selectionNow(text));
  useEffect(() => {
    const take = () => {
      const now = selectedSpan(text);
      if (now === undefined && document.activeElement?.closest('form') != null) return;
      last = { text, span: now };
      setSpan(now);
    };
    document.addEventListener('selectionchange', take);
    return () => document.removeEventListener('selectionchange', take);
  }, [text]);
  return span;
}

/** Lets the selection go, once its words are taken. */
export function letSelectionGo(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  window.getSelection()?.removeAllRanges();
  last = { text: '', span: undefined };
}
