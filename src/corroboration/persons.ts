import type { Person, Reason, SpeakerRef } from '../model/index.ts';
import { type Cast, isBareName, type Part, partIdOf } from './cast.ts';
import { idOf } from './hash.ts';
import { initialsOfForms } from './lexicon.ts';
import { addTo } from './multimap.ts';
import { byText } from './order.ts';
import { JOIN, type Known, mergeKnown, PROPOSE, scoreOf } from './person-score.ts';
import type { Report } from './report.ts';
import type { Voice } from './voice.ts';

/** The persons of a collection, and the person that each voice is. */
export interface Persons {
  readonly list: readonly Person[];
  /** Id of the person of a voice; undefined for one that has no name. */
  readonly of: (voice: Voice, report: Report) => string | undefined;
  /** The states on whose side a person stands, as any report tells it. */
  readonly politiesOf: (person: string) => readonly string[];
}

/** Ids of the clusters in which a part speaks. */
export type StatementsOf = (part: Part) => ReadonlySet<string>;

/** More names than this of one surname and initial, or with the same two words, are joined only where they are equal. */
const MOST_IN_BLOCK = 400;
const MOST_BARE = 60;
const MOST_BARE_PAIRS = 20_000;
/** As many proposals are listed of one person: the best. */
const MOST_PROPOSED = 8;

const isPerson = (voice: Voice): boolean => voice.type === 'person';

/** Names that may be one are compared only among those that share a surname and an initial, a body's first or last two words, or its letters. */
function blockKeys({ voice }: Part): readonly string[] {
  const { words, type, letters, acronyms } = voice;
  if (type === 'person') return words.length < 2 ? [] : initialsOfForms(words[0]!).map((initial) => `p ${words.at(-1)} ${initial}`);
  const ends = [words.slice(-2), words.slice(0, 2)].map((two) => `${type} ${two.join(' ')}`);
  return [...new Set([...ends, ...[...letters, ...acronyms].map((l) => `l ${l}`)])];
}

/** Parts with the same key have the same name; a bare name stands alone. */
const fullKey = (part: Part): string => {
  const { voice } = part;
  if (isBareName(voice)) return `bare ${partKey(part)}`;
  return `${voice.type} ${isPerson(voice) ? voice.words.join(' ') : voice.bag}`;
};

/** Who is one with whom, by the lightest representative; as in a union-find with path halving. */
function createUnion(count: number) {
  const up = Int32Array.from({ length: count }, (_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (up[at] !== at) {
      up[at] = up[up[at]!]!;
      at = up[at]!;
    }
    return at;
  };
  return {
    find,
    join(a: number, b: number): void {
      const [x, y] = [find(a), find(b)];
      up[Math.max(x, y)] = Math.min(x, y);
    },
  };
}

interface Proposal {
  readonly a: number;
  readonly b: number;
  readonly score: number;
  readonly because: readonly Reason[];
}

/** Parts of one full name, joined unless their roles tell of two people. */
function partsOfName(parts: readonly Part[], statementsOf: StatementsOf): readonly Known[] {
  const out: Known[] = [];
  const withRole = parts.filter(({ voice }) => voice.role.length > 0);
  const without = parts.filter(({ voice }) => voice.role.length === 0);
  for (const part of withRole) {
    const mine: Known = {
      name: part.voice,
      parts: [part],
      role: new Set(part.voice.role),
      company: part.company,
      statements: statementsOf(part),
    };
    const fits = out.filter((other) => scoreOf(mine, other).score >= JOIN);
    for (const other of fits) out.splice(out.indexOf(other), 1);
    out.push([mine, ...fits].reduce(mergeKnown));
  }
  if (without.length > 0) {
    const bare = without
      .map((part): Known => ({ name: part.voice, parts: [part], role: new Set(), company: part.company, statements: statementsOf(part) }))
      .reduce(mergeKnown);
    if (out.length === 1) out[0] = mergeKnown(out[0]!, bare);
    else {
      const fits = out.filter((other) => scoreOf(bare, other).score >= JOIN && scoreOf(bare, other).company);
      if (fits.length === 1) out[out.indexOf(fits[0]!)] = mergeKnown(fits[0]!, bare);
      else out.push(bare);
    }
  }
  return out;
}

/**
 * Joins the speakers of reports into persons, by name, role, aliases and the company they keep. Two thresholds: from `JOIN` on two are one, from
 * `PROPOSE` on they are proposed to a human; a surname alone never joins.
 */
export function personsOf(cast: Cast, statementsOf: StatementsOf, nameOf: (report: Report) => string): Persons {
  const byName = new Map<string, Part[]>();
  const keyed = [...cast.parts.values()].map((part) => ({ part, key: partKey(part) })).sort((a, b) => byText(a.key, b.key));
  for (const { part } of keyed) {
    const key = fullKey(part);
    addTo(byName, key, part);
  }
  const known = [...byName.values()].flatMap((parts) => partsOfName(parts, statementsOf));
  const blocks = new Map<string, number[]>();
  for (const [i, { parts }] of known.entries()) for (const key of new Set(parts.flatMap(blockKeys))) addTo(blocks, key, i);
  const union = createUnion(known.length);
  const proposals = new Map<string, Proposal>();
  const keys = known.map(({ parts }) => fullKey(parts[0]!));
  const compare = (a: number, b: number): void => {
    const { score, because, surnameAlone } = scoreOf(known[a]!, known[b]!);
    if (score < PROPOSE) return;
    // Two of one full name were kept apart for their roles: that is for a human to settle.
    if (keys[a] === keys[b]) proposals.set(`${a} ${b}`, { a, b, score: Math.min(score, JOIN - 1), because });
    else if (score >= JOIN && !surnameAlone) union.join(a, b);
    else proposals.set(`${a} ${b}`, { a, b, score, because });
  };
  const compareAll = (list: readonly number[]): void => {
    for (const [i, a] of list.entries()) for (const b of list.slice(i + 1)) compare(Math.min(a, b), Math.max(a, b));
  };
  for (const block of blocks.values()) if (block.length <= MOST_IN_BLOCK) compareAll(block);
  for (const { bare, full } of bySurname(known).values()) {
    if (bare.length <= MOST_BARE) compareAll(bare);
    if (bare.length * full.length > MOST_BARE_PAIRS) continue;
    for (const a of bare) for (const b of full) compare(Math.min(a, b), Math.max(a, b));
  }
  joinSurnames(known, proposals, union);
  return assemble(known, union, [...proposals.values()], nameOf);
}

/** Those of whom only a surname is known, and those with a full name, by the surname. */
function bySurname(known: readonly Known[]): ReadonlyMap<string, { readonly bare: number[]; readonly full: number[] }> {
  const out = new Map<string, { readonly bare: number[]; readonly full: number[] }>();
  for (const [i, { name }] of known.entries()) {
    if (!isPerson(name)) continue;
    const surname = name.words.at(-1)!;
    const lists = out.get(surname) ?? { bare: [], full: [] };
    lists[isBareName(name) ? 'bare' : 'full'].push(i);
    out.set(surname, lists);
  }
  return out;
}

/** What a part is, whatever the order of the reports. */
function partKey({ voice, refs }: Part): string {
  if (!isBareName(voice)) return voice.id;
  const { report, speaker } = refs[0]!;
  return [voice.id, report.id, report.mark, speaker].join('\u0000');
}

/** A bare surname joins the one whose role and company it shares, if there is but one. */
function joinSurnames(known: readonly Known[], proposals: Map<string, Proposal>, union: ReturnType<typeof createUnion>): void {
  const wishes = new Map<number, Proposal[]>();
  for (const proposal of proposals.values()) {
    if (proposal.score < JOIN || !(isBareName(known[proposal.a]!.name) || isBareName(known[proposal.b]!.name))) continue;
    const bare = isBareName(known[proposal.a]!.name) ? proposal.a : proposal.b;
    addTo(wishes, bare, proposal);
  }
  for (const list of wishes.values()) {
    const whom = new Set(list.map(({ a, b }) => (isBareName(known[a]!.name) ? union.find(b) : union.find(a))));
    if (whom.size !== 1) continue;
    for (const { a, b } of list) {
      union.join(a, b);
      proposals.delete(`${a} ${b}`);
    }
  }
}

function assemble(
  known: readonly Known[],
  union: ReturnType<typeof createUnion>,
  proposals: readonly Proposal[],
  nameOf: (report: Report) => string,
): Persons {
  const members = new Map<number, Known[]>();
  for (const [i, one] of known.entries()) addTo(members, union.find(i), one);
  const drafts = new Map<number, { readonly name: Voice; readonly speakers: readonly SpeakerRef[]; readonly key: string }>();
  const count = new Map<string, number>();
  for (const [root, list] of members) {
    const parts = list.flatMap((one) => one.parts);
    const name = [...parts].sort(byFullness)[0]!.voice;
    const speakers = parts
      .flatMap(({ refs }) => refs)
      .map(({ report, speaker }) => ({ article: nameOf(report), speaker }))
      .sort((a, b) => byText(a.article, b.article) || byText(a.speaker, b.speaker));
    const key = `${name.type}\u0000${name.bag}`;
    count.set(key, (count.get(key) ?? 0) + 1);
    drafts.set(root, { name, speakers, key });
  }
  const ids = new Map<number, string>();
  for (const [root, { key, speakers }] of drafts) {
    const first = speakers[0]!;
    ids.set(root, count.get(key) === 1 ? idOf('p', key) : idOf('p', key, first.article, first.speaker));
  }
  const proposed = new Map<number, Map<number, Proposal>>();
  for (const proposal of proposals) {
    const [a, b] = [union.find(proposal.a), union.find(proposal.b)];
    if (a === b) continue;
    for (const [x, y] of [
      [a, b],
      [b, a],
    ] as const) {
      const list = proposed.get(x) ?? new Map<number, Proposal>();
      if ((list.get(y)?.score ?? 0) < proposal.score) list.set(y, proposal);
      proposed.set(x, list);
    }
  }
  const list = [...drafts].map(
    ([root, { name, speakers }]): Person => ({
      kind: 'person',
      id: ids.get(root)!,
      name: name.name,
      type: name.type,
      speakers,
      proposed: [...(proposed.get(root) ?? [])]
        .map(([other, { score, because }]) => ({ with: ids.get(other)!, because, score: score / 100 }))
        .sort((a, b) => b.score - a.score || byText(a.with, b.with))
        .slice(0, MOST_PROPOSED),
    }),
  );
  const idBy = new Map<string, string>();
  const polities = new Map<string, Set<string>>();
  for (const [root, list] of members) {
    const id = ids.get(root)!;
    const told = new Set<string>();
    for (const { voice, refs } of list.flatMap(({ parts }) => parts)) {
      idBy.set(partIdOf(voice, refs[0]!.report), id);
      for (const polity of voice.polities) told.add(polity);
    }
    polities.set(id, told);
  }
  return {
    list: list.sort((a, b) => byText(a.id, b.id)),
    of: (voice, report) => idBy.get(partIdOf(voice, report)),
    politiesOf: (person) => [...(polities.get(person) ?? [])].sort(byText),
  };
}

/** The fullest name first, then the one that stands in most reports. */
const byFullness = (a: Part, b: Part): number =>
  b.voice.words.length - a.voice.words.length ||
  b.voice.bag.length - a.voice.bag.length ||
  b.refs.length - a.refs.length ||
  byText(a.voice.name ?? '', b.voice.name ?? '') ||
  byText(partKey(a), partKey(b));
