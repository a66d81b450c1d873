import type { HouseProfile, HouseRule } from '../../model/index.ts';
import { DEFAULT_PROFILE } from '../lexicon.generated.ts';
import { CHECKS } from './checks.ts';

/** The profile that is shipped. */
export const defaultProfile: HouseProfile = DEFAULT_PROFILE;

const PROFILE_FIELDS = ['name', 'rules'];
const RULE_FIELDS = ['id', 'check', 'on', 'wording', 'paragraphs'];
/** A name stands in the midst of a line that people read. */
const NAME = /^[^\s\p{C}](?:[^\p{C}\n]{0,58}[^\s\p{C}])?$/u;

/** What stands in a place, for a message: short, and on one line. */
function found(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  const text = typeof value === 'object' && value !== null ? 'an object' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/**
 * Reads a profile as it stands in a file.
 * @throws TypeError if it is none; the message says where, what was expected and what was found
 * @example parseProfile({ name: 'desk', rules: [{ id: 'S1', check: 'bare-source', on: true, wording: '…' }] })
 */
export function parseProfile(value: unknown): HouseProfile {
  const fields = record(value, 'the top', PROFILE_FIELDS);
  const name = text(fields.name, 'name', 'a name of at most 60 characters', NAME);
  if (!Array.isArray(fields.rules) || fields.rules.length === 0) return fail('rules', 'a list of at least one rule', fields.rules);
  const rules = fields.rules.map((rule, i) => parseRule(rule, `rules[${i}]`));
  const first = new Map<string, number>();
  rules.forEach(({ id }, i) => {
    const known = first.get(id);
    if (known !== undefined) fail(`rules[${i}].id`, `an id that no other rule has (rules[${known}] has this one)`, id);
    first.set(id, i);
  });
  return { name, rules };
}

function parseRule(value: unknown, where: string): HouseRule {
  const fields = record(value, where, RULE_FIELDS);
  const id = text(fields.id, `${where}.id`, 'an id of at most 60 characters', NAME);
  const wording = text(fields.wording, `${where}.wording`, 'the rule in words', /\S/u);
  const { check, on = true, paragraphs } = fields;
  if (typeof check !== 'string' || !CHECKS.has(check)) return fail(`${where}.check`, `one of ${[...CHECKS.keys()].join(', ')}`, check);
  if (typeof on !== 'boolean') return fail(`${where}.on`, 'true or false', on);
  if (paragraphs === undefined) return { id, check, on, wording };
  if (check !== 'renewed-attribution') return fail(`${where}.paragraphs`, 'nothing (it is for the check renewed-attribution)', paragraphs);
  if (typeof paragraphs !== 'number' || !Number.isInteger(paragraphs) || paragraphs < 0)
    return fail(`${where}.paragraphs`, 'a whole number from 0 on', paragraphs);
  return { id, check, on, wording, paragraphs };
}

function fail(where: string, expected: string, value: unknown): never {
  throw new TypeError(`at ${where} expected ${expected}, found ${found(value)}`);
}

function record(value: unknown, where: string, known: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail(where, `an object with ${known.join(', ')}`, value);
  const odd = Object.keys(value).find((key) => !known.includes(key));
  if (odd !== undefined) return fail(where, `no fields but ${known.join(', ')}`, odd);
  return value as Readonly<Record<string, unknown>>;
}

function text(value: unknown, where: string, expected: string, form: RegExp): string {
  return typeof value === 'string' && form.test(value) ? value : fail(where, expected, value);
}
