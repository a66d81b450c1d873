import type { Span } from '../../model/index.ts';

/** A piece of a query. */
export type Token = { readonly at: Span } & (
  | { readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' }
  | { readonly kind: 'near'; readonly distance: number | undefined }
  /** A field's name with its colon, where a value follows. */
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'phrase'; readonly text: string; readonly closed: boolean; readonly star: boolean }
  /** What stands between square brackets. */
  | { readonly kind: 'range'; readonly text: string; readonly closed: boolean }
);

/** Quotation marks of every kind, straight, curly, low and angled, are one. */
const QUOTE = '"\u201C\u201D\u201E\u201F\u2033\u2036\u00AB\u00BB\uFF02';
const STEPS = new RegExp(
  [
    '(?<space>[\\s\\u0085\\uFEFF]+)',
    `(?<phrase>[${QUOTE}](?<inside>[^${QUOTE}]*)(?<end>[${QUOTE}]\\*?|$))`,
    '(?<open>\\()',
    '(?<close>\\))',
    '(?<range>[[{](?<between>[^\\]}]*)(?<shut>[\\]}]|$))',
    `(?<minus>(?<=^|[\\s(])-(?=[^\\s()${QUOTE}-]|[${QUOTE}(]))`,
    `(?<field>(?<name>\\p{L}+)[:：](?=[^/]|$))`,
    `(?<word>[^\\s\\u0085\\uFEFF()${QUOTE}]+?(?=[\\s\\u0085\\uFEFF()${QUOTE}]|$))`,
  ].join('|'),
  'uy',
);
const OPERATORS = { AND: 'and', OR: 'or', NOT: 'not', '&&': 'and', '||': 'or' } as const;
const NEAR = /^NEAR(?:\/(\d{1,4}))?$/;

/**
 * Cuts a query into its pieces; every character belongs to a piece or to the space between two.
 * AND, OR, NOT and NEAR are operators in capitals only.
 */
export function tokensOf(query: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < query.length) {
    STEPS.lastIndex = at;
    const found = STEPS.exec(query);
    const text = found?.[0] ?? query[at]!;
    const token = found === null ? undefined : tokenOf(found.groups!, [at, at + text.length]);
    if (token !== undefined) tokens.push(token);
    at += text.length;
  }
  return tokens;
}

type Groups = Readonly<Record<string, string | undefined>>;

function tokenOf(groups: Groups, at: Span): Token | undefined {
  const { space, phrase, open, close, range, minus, field, word } = groups;
  if (space !== undefined) return undefined;
  if (phrase !== undefined) return { kind: 'phrase', text: groups.inside!, closed: groups.end !== '', star: groups.end!.endsWith('*'), at };
  if (open !== undefined) return { kind: 'open', at };
  if (close !== undefined) return { kind: 'close', at };
  if (range !== undefined) return { kind: 'range', text: groups.between!, closed: groups.shut !== '', at };
  if (minus !== undefined) return { kind: 'not', at };
  if (field !== undefined) return { kind: 'field', name: groups.name!.toLowerCase(), at };
  return wordToken(word!, at);
}

function wordToken(text: string, at: Span): Token {
  const near = NEAR.exec(text);
  if (near !== null) return { kind: 'near', distance: near[1] === undefined ? undefined : Number(near[1]), at };
  if (Object.hasOwn(OPERATORS, text)) return { kind: OPERATORS[text as keyof typeof OPERATORS], at };
  return { kind: 'word', text, at };
}
