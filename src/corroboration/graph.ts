import { selfScore } from './align.ts';
import { alike, type Need } from './alike.ts';
import { type Content, isTelling } from './content.ts';
import { mix, pair } from './hash.ts';
import { KeyIndex } from './key-index.ts';
import { ownRunKeys, paraphraseKeys, runKeys, shortKeys } from './keys-of.ts';
import type { Telling } from './report.ts';
import { likeness, type Voice } from './voice.ts';

/** Statements with the same content, told anywhere; what is compared is one content for all of them. */
export interface Group {
  readonly content: Content;
  readonly tellings: Telling[];
  /** Each voice and day in which it is told, none twice. */
  stances: Stance[];
  keys: readonly number[];
  /** What stands in `stances` and `keys`, once they are many. */
  seen: { readonly stances: Set<string>; readonly keys: Set<number> } | undefined;
  /** Groups that are the same statement. */
  edges: number[];
  /** Groups that would be, if some of their speakers were the same. */
  waiting: Waiting[];
}

interface Waiting {
  readonly other: number;
  readonly needs: readonly Need[];
}

/** What a group has of edges and of keys at first: nothing, in one place. Never pushed to. */
const NO_EDGES: number[] = [];
const NO_STANCES: Stance[] = [];
const NO_WAITING: Waiting[] = [];
const NO_KEYS: readonly number[] = [];

interface Stance {
  readonly voice: Voice | undefined;
  readonly day: number | undefined;
}

/** Contents of fewer words are found by all of their words, too. */
const SHORT = 8;
/** From so many stances on, sets tell which are known. */
const MANY = 8;

const stanceKey = ({ voice, day }: Stance): string => `${voice?.index ?? ''} ${day ?? ''}`;

/** A content that says less than this is compared with none: "Yes", "No comment". */
const saysLittle = ({ words, weight }: Content): boolean => weight < 1 || selfScore(words) < 2;

const near = (a: number | undefined, b: number | undefined): boolean => a === undefined || b === undefined || Math.abs(a - b) <= 1;

function meets(need: Need, a: Stance, b: Stance): boolean {
  if (need.endsWith('-day') && !near(a.day, b.day)) return false;
  if (need.startsWith('any')) return true;
  const open = need.startsWith('open');
  if (a.voice === undefined || b.voice === undefined) return open;
  const like = likeness(a.voice, b.voice);
  return open ? like !== 'different' : like === 'same';
}

const meetsOne = (needs: readonly Need[], a: Stance, b: Stance): boolean => needs.some((need) => meets(need, a, b));

/** Keys under which a group is found for one of its stances. */
function stanceKeys(content: Content, { voice, day }: Stance): number[] {
  const names = voice?.keys ?? [];
  const out = [...paraphraseKeys(content, names, day), ...shortKeys(content, names, day), ...ownRunKeys(content, names)];
  if (content.words.length < SHORT) {
    const whole = mix(content.words.reduce((sum, word) => pair(sum, word), 17));
    for (const name of names) out.push(pair(name, whole));
  }
  return out;
}

/** Which contents are the same statement, kept up as statements come; what it ends in does not depend on their order. */
export function createGraph(onChange: (group: number) => void) {
  const groups: Group[] = [];
  const byKey = new Map<string | number, number>();
  const index = new KeyIndex();
  /** Pairs of which one tells the other in some report: never the same statement. */
  const apart = new Set<number>();
  let closedKeys = 0;
  let stamps = new Int32Array(1024);
  let stamp = 0;

  const pairKey = (a: number, b: number): number => Math.min(a, b) * 0x4000000 + Math.max(a, b);
  const join = (a: number, b: number): void => {
    for (const [self, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const group = groups[self]!;
      if (group.edges === NO_EDGES) group.edges = [other];
      else group.edges.push(other);
    }
    onChange(a);
    onChange(b);
  };
  const wait = (group: Group, waiting: Waiting): void => {
    if (group.waiting === NO_WAITING) group.waiting = [waiting];
    else group.waiting.push(waiting);
  };
  const compare = (a: number, b: number): void => {
    const [one, other] = [groups[a]!, groups[b]!];
    const needs = alike(one.content, other.content);
    if (needs.length === 0) return;
    if (one.stances.some((x) => other.stances.some((y) => meetsOne(needs, x, y)))) join(a, b);
    else {
      wait(one, { other: b, needs });
      wait(other, { other: a, needs });
    }
  };
  /** Compares a group with all that share one of these keys and were not compared with it before. */
  const compareAll = (self: number, keys: readonly number[]): void => {
    if (groups.length > stamps.length) {
      const grown = new Int32Array(groups.length * 2);
      grown.set(stamps);
      stamps = grown;
    }
    stamp++;
    stamps[self] = stamp;
    const { edges, waiting } = groups[self]!;
    for (const other of edges) stamps[other] = stamp;
    for (const { other } of waiting) stamps[other] = stamp;
    const found: number[] = [];
    for (const key of keys) {
      index.visit(key, (other) => {
        if (stamps[other] === stamp) return;
        stamps[other] = stamp;
        found.push(other);
      });
    }
    for (const other of found) compare(self, other);
    const group = groups[self]!;
    group.keys = group.keys.concat(keys);
    if (group.seen !== undefined) for (const key of keys) group.seen.keys.add(key);
    const closed = keys.map((key) => index.add(key, self)).filter((members) => members !== undefined);
    for (const members of closed) forget(members);
  };
  /** A key was closed: pairs that hang on it alone are taken back, as if it had never been open. */
  const forget = (members: readonly number[]): void => {
    closedKeys++;
    const inKey = new Set(members);
    for (const self of members) {
      const group = groups[self]!;
      const open = new Set(group.keys.filter((key) => index.isOpen(key)));
      const stays = (other: number): boolean => !inKey.has(other) || groups[other]!.keys.some((key) => open.has(key));
      const edges = group.edges.filter(stays);
      if (edges.length < group.edges.length) onChange(self);
      group.edges = edges;
      group.waiting = group.waiting.filter(({ other }) => stays(other));
    }
  };
  const stand = (self: number, stance: Stance): void => {
    const group = groups[self]!;
    if (group.seen === undefined && group.stances.length >= MANY)
      group.seen = { stances: new Set(group.stances.map(stanceKey)), keys: new Set(group.keys) };
    const key = stanceKey(stance);
    if (group.seen?.stances.has(key) ?? group.stances.some((other) => stanceKey(other) === key)) return;
    group.seen?.stances.add(key);
    if (group.stances === NO_STANCES) group.stances = [stance];
    else group.stances.push(stance);
    const met = group.waiting.filter(({ other, needs }) => groups[other]!.stances.some((theirs) => meetsOne(needs, stance, theirs)));
    if (met.length > 0) {
      const now = new Set(met.map(({ other }) => other));
      group.waiting = group.waiting.filter(({ other }) => !now.has(other));
      for (const other of now) {
        groups[other]!.waiting = groups[other]!.waiting.filter((waits) => waits.other !== self);
        join(self, other);
      }
    }
    const held = group.seen?.keys ?? new Set(group.keys);
    const fresh = [...new Set(stanceKeys(group.content, stance))].filter((other) => !held.has(other));
    compareAll(self, group.stances.length === 1 ? [...new Set([...runKeys(group.content.words), ...fresh])] : fresh);
  };
  return {
    groups: groups as readonly Group[],
    /** Adds a statement; it is compared with what came before. */
    add(telling: Telling): void {
      const { said, voice, day, report } = telling;
      if (saysLittle(said)) return;
      const whose = isTelling(said) ? '' : voice === undefined ? `${report.mark} ${telling.id}` : `v${voice.index}`;
      const key = whose === '' ? said.key : `${said.key} ${whose}`;
      let self = byKey.get(key);
      if (self === undefined) {
        self = groups.length;
        byKey.set(key, self);
        groups.push({
          content: said,
          tellings: [telling],
          stances: NO_STANCES,
          keys: NO_KEYS,
          seen: undefined,
          edges: NO_EDGES,
          waiting: NO_WAITING,
        });
      } else groups[self]!.tellings.push(telling);
      telling.group = self;
      onChange(self);
      stand(self, { voice, day });
    },
    /** Says that one statement tells the other. */
    tells(a: number, b: number): void {
      if (a < 0 || b < 0 || a === b || apart.has(pairKey(a, b))) return;
      apart.add(pairKey(a, b));
      onChange(a);
      onChange(b);
    },
    /** The groups that are one statement with a group, without those that tell each other. */
    neighbours: (self: number): readonly number[] =>
      apart.size === 0 ? groups[self]!.edges : groups[self]!.edges.filter((other) => !apart.has(pairKey(self, other))),
    closedKeys: (): number => closedKeys,
  };
}
export type Graph = ReturnType<typeof createGraph>;
