import { DEFAULT_PROFILE } from '../lexicon.generated.ts';

/** One of a newsroom's rules on sources. */
export interface HouseRule {
  /** "S1", …: what a finding cites. */
  readonly id: string;
  /** Which check it runs: a name of `CHECKS`. */
  readonly check: string;
  readonly on: boolean;
  /** The rule as the newsroom words it. */
  readonly wording: string;
  /** For "renewed-attribution": over how many paragraphs a quotation may go on. */
  readonly paragraphs?: number;
}

/** A newsroom's house rules: lexicon/en/house-rules.default.json, or a file of the same form. */
export interface HouseProfile {
  readonly name: string;
  readonly rules: readonly HouseRule[];
}

/** The profile that is shipped. */
export const defaultProfile: HouseProfile = DEFAULT_PROFILE;

/**
 * Reads a profile as it stands in a file.
 * @throws TypeError if it is none; the message says what was expected where
 * @example parseProfile({ name: 'desk', rules: [{ id: 'S1', check: 'bare-source', on: true, wording: '…' }] })
 */
export function parseProfile(value: unknown): HouseProfile {
  const fail = (where: string, expected: string): never => {
    throw new TypeError(`house rules: expected ${expected} at ${where}`);
  };
  if (typeof value !== 'object' || value === null) return fail('the top', 'an object with name and rules');
  const { name, rules } = value as { name?: unknown; rules?: unknown };
  if (typeof name !== 'string' || name === '') return fail('name', 'a name');
  if (!Array.isArray(rules)) return fail('rules', 'a list of rules');
  return {
    name,
    rules: rules.map((rule: Record<string, unknown>, i) => {
      for (const key of ['id', 'check', 'wording'] as const) if (typeof rule?.[key] !== 'string') fail(`rules[${i}].${key}`, 'a text');
      const { paragraphs } = rule;
      if (paragraphs !== undefined && typeof paragraphs !== 'number') fail(`rules[${i}].paragraphs`, 'a number');
      return {
        id: rule.id as string,
        check: rule.check as string,
        wording: rule.wording as string,
        on: rule.on !== false,
        ...(paragraphs === undefined ? {} : { paragraphs: paragraphs as number }),
      };
    }),
  };
}
