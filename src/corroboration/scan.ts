/** What a UTF-16 code unit is to the cutting of words. */
const SIGN = 0;
const LETTER = 1;
const DIGIT = 2;
const MARK = 3;

const UNKNOWN = 255;
const kinds = new Uint8Array(0x10000).fill(UNKNOWN);

/** The kind of a code unit, found once; halves of a pair are letters, as in scripts that English text only quotes. */
function kindOf(code: number): number {
  const known = kinds[code]!;
  if (known !== UNKNOWN) return known;
  const sign = String.fromCharCode(code);
  const kind = /\p{L}/u.test(sign) ? LETTER : /\p{N}/u.test(sign) ? DIGIT : /\p{M}/u.test(sign) ? MARK : SIGN;
  kinds[code] = kind;
  return kind;
}

const kindAt = (text: string, i: number): number => (i < text.length ? kindOf(text.charCodeAt(i)) : SIGN);
const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019 || code === 0x2bc;
const DOT = 0x2e;
const COMMA = 0x2c;
const HYPHEN = 0x2d;
const PERCENT = 0x25;
const PREFIXES = new Set(['co', 're', 'e', 'non', 'anti', 'pre', 'multi', 'counter', 'sub', 'mid']);

/**
 * Calls `visit` for each word of a text: letters and digits, with apostrophes between letters, dots and commas between digits, the dots of
 * initials ("U.S."), a hyphen behind a prefix ("co-operate"), or the sign "%". Offsets are UTF-16 code units.
 */
export function scanWords(text: string, visit: (start: number, end: number) => void): void {
  const { length } = text;
  for (let i = 0; i < length; ) {
    const code = text.charCodeAt(i);
    if (code === PERCENT) {
      visit(i, i + 1);
      i++;
      continue;
    }
    const kind = kindOf(code);
    if (kind === SIGN || kind === MARK) {
      i++;
      continue;
    }
    const end = initialsEnd(text, i) ?? wordEnd(text, i);
    visit(i, end);
    i = end;
  }
}

/** The end of "U.S." and the like; undefined where there is none. */
function initialsEnd(text: string, start: number): number | undefined {
  let at = start;
  while (kindAt(text, at) === LETTER && text.charCodeAt(at + 1) === DOT) at += 2;
  return at - start >= 4 && kindAt(text, at) !== LETTER ? at : undefined;
}

function wordEnd(text: string, start: number): number {
  let at = start + 1;
  let from = start;
  for (;;) {
    while (kindAt(text, at) !== SIGN) at++;
    const code = text.charCodeAt(at);
    const next = kindAt(text, at + 1);
    const inside =
      (isApostrophe(code) && next === LETTER) ||
      ((code === DOT || code === COMMA) && next === DIGIT && kindAt(text, at - 1) === DIGIT) ||
      (code === HYPHEN && next === LETTER && from === start && at - start <= 7 && PREFIXES.has(text.slice(start, at).toLowerCase()));
    if (!inside) return at;
    if (code === HYPHEN) from = at + 1;
    at++;
  }
}
