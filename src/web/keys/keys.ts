import { useLayoutEffect, useRef } from 'react';
import { lettersOn } from '../session/settings.ts';

/** A key that does something on the page that is shown. */
export interface Key {
  /** As a person reads it: "j", "Shift+u", "Enter", "g r" for one after the other. */
  readonly keys: string;
  readonly words: string;
  readonly do: () => void;
  /** True for a letter that stays on where single letters are switched off. */
  readonly always?: boolean;
}

export interface KeyGroup {
  readonly title: string;
  readonly keys: readonly Key[];
}

const groups = new Set<{ current: KeyGroup }>();
/** All that keys do now, the page's before the workbench's. */
export const keyGroups = (): readonly KeyGroup[] => [...groups].map(({ current }) => current).reverse();

/** Keys of the part of the page that asks for them, as long as it is shown. Later parts go first. */
export function useKeys(title: string, keys: readonly Key[]): void {
  const group = useRef<KeyGroup>({ title, keys });
  group.current = { title, keys };
  // Before the paint: what is seen can be pressed.
  useLayoutEffect(() => {
    groups.add(group);
    return () => {
      groups.delete(group);
    };
  }, []);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !(target instanceof HTMLInputElement && /^(checkbox|radio|button)$/.test(target.type));

/** Enter and space belong to a link or button that has the focus. */
const isPressed = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('a, button, summary, [role=option], [role=tab], input') !== null;

function nameOf(event: KeyboardEvent): string {
  const named = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const shift = event.shiftKey && (event.key.length > 1 || /[a-z]/i.test(event.key)) ? 'Shift+' : '';
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${shift}${named}`;
}

const isLetter = (name: string): boolean => /^(Shift\+)?.( .)?$/.test(name);

let before = '';
let beforeAt = 0;

export function pressed(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const name = nameOf(event);
  const typing = isTyping(event.target);
  if (typing && name !== 'Escape' && !name.startsWith('Ctrl+Enter')) return;
  // A dialog has its own Escape, and the page behind it none.
  if (document.querySelector('dialog[open]') !== null) return;
  if ((name === 'Enter' || name === ' ') && isPressed(event.target)) return;
  const two = event.timeStamp - beforeAt < 1200 ? `${before} ${name}` : name;
  const on = lettersOn();
  for (const wanted of [two, name]) {
    for (const { keys } of keyGroups()) {
      const key = keys.find((one) => one.keys.split(' / ').includes(wanted) && (on || one.always === true || !isLetter(wanted)));
      if (key === undefined) continue;
      event.preventDefault();
      before = '';
      key.do();
      return;
    }
  }
  before = name;
  beforeAt = event.timeStamp;
}

export const listenToKeys = (): void => window.addEventListener('keydown', pressed);
