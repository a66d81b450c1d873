import { useCallback, useState } from 'react';
import { keep, kept } from './keep.ts';

const nameOf = (key: string): string => `hearsay:draft:${key}`;

/**
 * What a person types, kept in this browser with each stroke until it is let go: a reload, a failed request or a lost server take nothing.
 * @param key names the thing and the field: "story.hearsay r1/s3 why"
 */
export function useDraft(key: string, initial = ''): readonly [text: string, set: (text: string) => void, letGo: () => void] {
  const [state, setState] = useState(() => ({ key, text: kept(nameOf(key)) ?? initial }));
  // Another thing under the same hands: its own draft.
  if (state.key !== key) setState({ key, text: kept(nameOf(key)) ?? initial });
  const text = state.key === key ? state.text : (kept(nameOf(key)) ?? initial);
  const set = useCallback(
    (next: string) => {
      setState({ key, text: next });
      keep(nameOf(key), next === initial ? null : next);
    },
    [key, initial],
  );
  const letGo = useCallback(() => {
    setState({ key, text: initial });
    keep(nameOf(key), null);
  }, [key, initial]);
  return [text, set, letGo];
}

/** What was typed and stands there, for those who send it without showing its field. */
export const draftNow = (key: string): string => kept(nameOf(key)) ?? '';

/** Lets a draft go that stands in no field any more. */
export const dropDraft = (key: string): void => keep(nameOf(key), null);
