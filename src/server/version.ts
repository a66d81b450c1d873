import type { Ledger, ThingKey } from './known/ledger.ts';
import { Refusal } from './refusal.ts';

/** The version of a thing that people decide about: moves with every decision that touches it. */
export const versionOf = (ledger: Ledger, key: ThingKey): string => `${key.replace(/[^A-Za-z0-9./+~_-]/g, '_')}.${ledger.lastOf(key)}`;

/**
 * Refuses what was decided in sight of an older version than the one that there is.
 *
 * @throws Refusal 'changed'
 */
export function checkVersion(ledger: Ledger, key: ThingKey, seen: string | undefined): void {
  const version = versionOf(ledger, key);
  if (seen === version) return;
  const decisions = ledger.decisionsOf(key);
  const last = decisions.at(-1);
  const who = last === undefined ? 'Somebody took a decision on this back' : `${last.by} decided on this (${last.action})`;
  throw new Refusal(
    'changed',
    `${who} since it was shown to you. Nothing was changed. Look at it again, and decide again if you still want to.`,
    {
      current: { version, standing: ledger.standing(key), decisions },
    },
  );
}
