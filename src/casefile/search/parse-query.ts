import type { Span } from '../../model/index.ts';
import { readRange } from './dates.ts';
import { closest, FIELD_NAMES, isCodeField, isTextField, readCodes, type TextField } from './fields.ts';
import { foldedWords } from './fold.ts';
import { joined, type Node, type Query, type Repair, readSort, type Sort, type Words } from './query.ts';
import { type Token, tokensOf } from './tokens.ts';

/** More than anybody types; what lies beyond is left out, and that is told. */
const LONGEST = 4000;
const MOST_TERMS = 200;
const DEEPEST = 40;
const NEAR_DISTANCE = 10;

type Kind = Token['kind'];
const ENDS: ReadonlySet<Kind> = new Set(['close', 'or']);
const CAPITALS: Readonly<Partial<Record<Kind, string>>> = { and: 'AND', or: 'OR', not: 'NOT', near: 'NEAR' };

/**
 * Reads a search. Never throws: what cannot stand as it is typed is repaired or left out, and `repairs` says so.
 *
 * @param typed what a person typed; straight and curly quotation marks are the same
 * @example parseQuery('speaker:Dorn AND "the bridge" NOT grade:bare').repairs // []
 */
export function parseQuery(typed: string): Query {
  return createParser(typed).parse();
}

function createParser(typed: string) {
  const text = typed.slice(0, LONGEST);
  const tokens = tokensOf(text);
  const repairs: Repair[] = [];
  let sort: Sort | undefined;
  let next = 0;
  let terms = 0;

  const repair = (message: string, at: Span): void => {
    if (!repairs.some((known) => known.message === message)) repairs.push({ message, at });
  };
  const peek = (): Token | undefined => tokens[next];

  function parse(): Query {
    if (typed.length > LONGEST) repair(`Only the first ${LONGEST} characters were looked at.`, [LONGEST, typed.length]);
    const parts: Node[] = [];
    while (next < tokens.length) {
      const node = either(undefined, 0);
      if (node !== null) parts.push(node);
      const token = peek();
      if (token?.kind === 'close') {
        repair('A closing bracket stood alone and was left out.', token.at);
        next++;
      }
    }
    if (terms > MOST_TERMS) repair(`Only the first ${MOST_TERMS} terms were looked for.`, [0, text.length]);
    return { wanted: joined('and', parts), sort: sort ?? 'relevance', repairs };
  }

  /** a OR b OR c */
  function either(field: TextField | undefined, depth: number): Node | null {
    const parts: Node[] = [];
    let open: Token | undefined;
    for (;;) {
      const part = all(field, depth);
      if (part !== null) parts.push(part);
      else if (open !== undefined) repair('OR joins two things; where one was missing, it was left out.', open.at);
      const token = peek();
      if (token?.kind !== 'or') break;
      if (part === null && open === undefined) repair('OR joins two things; where one was missing, it was left out.', token.at);
      open = token;
      next++;
    }
    return joined('or', parts);
  }

  /** a AND b, a b, a NOT b */
  function all(field: TextField | undefined, depth: number): Node | null {
    const parts: Node[] = [];
    let before = false;
    for (let token = peek(); token !== undefined && !ENDS.has(token.kind); token = peek()) {
      if (token.kind === 'and') {
        next++;
        const after = peek();
        if (!before || after === undefined || ENDS.has(after.kind) || after.kind === 'and')
          repair('AND joins two things; where one was missing, it was left out.', token.at);
        continue;
      }
      const part = negated(field, depth);
      before = true;
      if (part !== null) parts.push(part);
    }
    return joined('and', parts);
  }

  function negated(field: TextField | undefined, depth: number): Node | null {
    let times = 0;
    let token = peek();
    for (; token?.kind === 'not'; token = peek()) {
      times++;
      next++;
    }
    if (token === undefined || ENDS.has(token.kind) || token.kind === 'and') {
      if (times > 0) repair('NOT had nothing after it and was left out.', tokens[next - 1]!.at);
      return null;
    }
    const part = nearby(field, depth);
    if (part === null || times % 2 === 0) return part;
    return part.kind === 'not' ? part.of : { kind: 'not', of: part };
  }

  /** a, a NEAR b, a NEAR/5 b NEAR c */
  function nearby(field: TextField | undefined, depth: number): Node | null {
    let left = one(field, depth);
    for (let token = peek(); token?.kind === 'near' && !isCall(); token = peek()) {
      next++;
      const after = peek();
      const right = after === undefined || ENDS.has(after.kind) || after.kind in CAPITALS ? null : one(field, depth);
      left = near(left, right, token);
    }
    return left;
  }

  function near(left: Node | null, right: Node | null, token: Token & { kind: 'near' }): Node | null {
    const parts = [left, right].filter((part) => part !== null);
    const terms = parts.flatMap((part) => (part.kind === 'near' ? part.terms : part.kind === 'words' ? [part] : []));
    const fields = new Set(terms.map((term) => term.field));
    if (parts.length === 2 && parts.every((part) => part.kind === 'words' || part.kind === 'near') && fields.size === 1) {
      const known = left?.kind === 'near' ? left.distance : undefined;
      return nearNode(terms, token.distance ?? known ?? NEAR_DISTANCE);
    }
    repair('NEAR joins words or phrases; here it was read as AND.', token.at);
    return joined('and', parts);
  }

  const isCall = (): boolean => peek()?.kind === 'near' && tokens[next + 1]?.kind === 'open';

  function one(field: TextField | undefined, depth: number): Node | null {
    const token = tokens[next++];
    if (token === undefined) return null;
    switch (token.kind) {
      case 'open':
        return group(field, depth + 1, token);
      case 'near':
        if (peek()?.kind === 'open') return nearCall(field, token);
        repair('NEAR joins words or phrases; where one was missing, it was left out.', token.at);
        return null;
      case 'field':
        return fielded(token, field, depth);
      case 'word':
        return wordsNode(token.text, token.at, field, token.text.endsWith('*'));
      case 'phrase':
        if (!token.closed) repair('A quotation mark was not closed; the phrase was taken to end with the search.', token.at);
        return wordsNode(token.text, token.at, field, token.star || token.text.trimEnd().endsWith('*'));
      case 'range':
        repair('Square brackets hold a range of dates after "date:"; here their words were looked for.', token.at);
        return wordsNode(token.text, token.at, field, false);
      default:
        return null;
    }
  }

  function group(field: TextField | undefined, depth: number, open: Token): Node | null {
    if (depth > DEEPEST) {
      repair('Brackets lay too deep in each other; the innermost were left out.', open.at);
      return null;
    }
    const inside = either(field, depth);
    if (peek()?.kind === 'close') next++;
    else repair('A bracket was not closed; it was taken to end with the search.', open.at);
    return inside;
  }

  /** NEAR(a b, 5) */
  function nearCall(field: TextField | undefined, token: Token & { kind: 'near' }): Node | null {
    const open = tokens[next++]!;
    const inside: Words[] = [];
    let distance = token.distance;
    let comma = false;
    let inner = 0;
    for (let part = peek(); part !== undefined && (part.kind !== 'close' || inner > 0); part = peek()) {
      next++;
      inner += part.kind === 'open' ? 1 : part.kind === 'close' ? -1 : 0;
      if (part.kind !== 'word' && part.kind !== 'phrase') {
        repair('NEAR( ) holds words and phrases alone; the rest in it was left out.', part.at);
        continue;
      }
      const typed = part.kind === 'word' ? part.text : '';
      if ((comma || typed.startsWith(',')) && /^,?\d{1,4},?$/.test(typed)) distance = Number(typed.replaceAll(',', ''));
      else {
        const bare = part.text.replace(/[\s,]+$/u, '');
        const words = wordsNode(bare, part.at, field, (part.kind === 'phrase' && part.star) || bare.endsWith('*'), true);
        if (words !== null) inside.push(words);
      }
      comma = typed.endsWith(',');
    }
    if (peek()?.kind === 'close') next++;
    else repair('A bracket was not closed; it was taken to end with the search.', open.at);
    if (inside.length === 0) return null;
    if (inside.length === 1) {
      repair('NEAR needs two words or phrases; the one that it had was looked for.', token.at);
      return inside[0]!;
    }
    return nearNode(inside, distance ?? NEAR_DISTANCE);
  }

  function nearNode(found: readonly Words[], distance: number): Node {
    const [{ field }] = found as readonly [Words, ...Words[]];
    const plain = found.map(({ kind, words, prefix }) => ({ kind, words, prefix }));
    return {
      kind: 'near',
      terms: plain.map((term) => (field === undefined ? term : { ...term, field })),
      distance,
      ...(field === undefined ? {} : { field }),
    };
  }

  function fielded(token: Token & { kind: 'field' }, outer: TextField | undefined, depth: number): Node | null {
    const value = peek();
    const typed = text.slice(token.at[0], token.at[1]);
    const name = FIELD_NAMES.includes(token.name) ? token.name : closest(token.name, FIELD_NAMES);
    if (name !== undefined && name !== token.name) repair(`There is no field "${typed}"; "${name}:" was taken to be meant.`, token.at);
    if (name === undefined) {
      repair(`There is no field "${typed}"; it was looked for as a word. Fields: ${FIELD_NAMES.join(', ')}.`, token.at);
      return wordsNode(token.name, token.at, outer, false);
    }
    if (value === undefined || ENDS.has(value.kind) || (value.kind in CAPITALS && !isCall()) || value.kind === 'field') {
      repair(`"${name}:" had nothing after it and was left out.`, token.at);
      return null;
    }
    if (isTextField(name)) return one(name, depth);
    return propertied(name, value, depth);
  }

  /** A field whose value is a code, a date or an order; brackets may hold several. */
  function propertied(name: string, value: Token, depth: number): Node | null {
    next++;
    if (value.kind === 'open') {
      const parts: Node[] = [];
      for (let part = peek(); part !== undefined && part.kind !== 'close'; part = peek()) {
        if (part.kind === 'and' || part.kind === 'or' || depth > DEEPEST) next++;
        else {
          const node = propertied(name, part, depth + 1);
          if (node !== null) parts.push(node);
        }
      }
      if (peek()?.kind === 'close') next++;
      else repair('A bracket was not closed; it was taken to end with the search.', value.at);
      return joined('or', parts);
    }
    const typed = 'text' in value ? value.text.trim() : text.slice(value.at[0], value.at[1]);
    if (value.kind === 'range' && !value.closed) repair('A square bracket was not closed; it was taken to end with the search.', value.at);
    if (name === 'date') return dated(typed, value.at);
    if (name === 'sort') {
      const { order, repair: amended } = readSort(typed);
      if (amended !== undefined) repair(amended, value.at);
      if (order !== undefined && sort !== undefined && sort !== order) repair('There were several orders; the last one counts.', value.at);
      sort = order ?? sort;
      return null;
    }
    if (!isCodeField(name)) return null;
    const { codes, repair: amended } = readCodes(name, typed);
    if (amended !== undefined) repair(amended, value.at);
    const nodes = codes.map((code): Node => ({ kind: 'code', field: name, value: code }));
    return count(joined('or', nodes));
  }

  function dated(typed: string, at: Span): Node | null {
    const range = readRange(typed);
    if (range === undefined) {
      repair(`"${typed}" is no date and was left out. Write 2020, 2020-06, 2020-06-30 or [2020-01 TO 2020-06].`, at);
      return null;
    }
    const { repair: amended, from, to } = range;
    if (amended !== undefined) repair(`Of "date:${typed}": ${amended}.`, at);
    if (from === undefined && to === undefined) return null;
    return count({ kind: 'date', ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) });
  }

  function wordsNode(typed: string, at: Span, field: TextField | undefined, starred: boolean, quiet = false): Words | null {
    const words = foldedWords(typed).map(({ word }) => word);
    if (words.length === 0) {
      if (!quiet || typed.includes('*')) repair(`"${typed.trim()}" has no letter or digit and was left out.`, at);
      return null;
    }
    const star = typed.indexOf('*');
    const last = starred && /[\p{L}\p{N}\p{Co}\p{M}]["”]?\*?\s*$/u.test(typed);
    if (star >= 0 && star < typed.trimEnd().length - 1) repair('A star stands at the end of a word; elsewhere it was passed over.', at);
    const node: Words = { kind: 'words', words, prefix: last, ...(field === undefined ? {} : { field }) };
    return count(node) as Words | null;
  }

  function count(node: Node | null): Node | null {
    return node !== null && ++terms > MOST_TERMS ? null : node;
  }

  return { parse };
}
