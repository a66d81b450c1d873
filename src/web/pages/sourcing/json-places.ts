/** Where the values of a JSON text stand, or the first place where it is none. */
export type JsonPlaces =
  | {
      /** Lines, from 1, by path: "rules/3/check"; '' for the whole. Of a field it is the line of its name. */
      readonly lines: ReadonlyMap<string, number>;
    }
  | { readonly fault: { readonly line: number; readonly message: string } };

class Fault extends Error {
  readonly at: number;
  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows none of them within a string
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const SPACE = /[ \t\r\n]*/y;

/**
 * Reads a JSON text for its places, as a person needs them who mends it.
 * @example jsonPlaces('{\n  "a": [1]\n}') // lines: '' → 1, 'a' → 2, 'a/0' → 2
 */
export function jsonPlaces(text: string): JsonPlaces {
  const lines = new Map<string, number>();
  let at = 0;
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  const run = (form: RegExp): string | undefined => {
    form.lastIndex = at;
    const match = form.exec(text);
    if (match === null) return undefined;
    at += match[0].length;
    return match[0];
  };
  const found = (): string =>
    at >= text.length ? 'the end of the file' : `“${/^\S{1,12}|^\s/.exec(text.slice(at))?.[0]?.trim() || 'a space'}”`;
  const expected = (what: string): never => {
    throw new Fault(at, `Expected ${what}, found ${found()}.`);
  };
  const take = (sign: string, what: string): void => {
    run(SPACE);
    if (text[at] !== sign) expected(what);
    at++;
  };
  const among = (end: string, one: () => void): void => {
    run(SPACE);
    if (text[at] === end) {
      at++;
      return;
    }
    for (;;) {
      one();
      run(SPACE);
      if (text[at] === end) {
        at++;
        return;
      }
      take(',', `a comma or “${end}”`);
    }
  };
  const value = (path: string, known?: number): void => {
    run(SPACE);
    lines.set(path, known ?? lineOf(at));
    const under = (name: string | number): string => (path === '' ? String(name) : `${path}/${name}`);
    if (text[at] === '{') {
      at++;
      among('}', () => {
        run(SPACE);
        const begin = at;
        const name = run(STRING) ?? expected('the name of a field in quotation marks, as "id"');
        take(':', `a colon after ${name}`);
        value(under(JSON.parse(name) as string), lineOf(begin));
      });
    } else if (text[at] === '[') {
      at++;
      let i = 0;
      among(']', () => value(under(i++)));
    } else if (run(STRING) === undefined && run(SCALAR) === undefined)
      expected('a value: text in quotation marks, a number, true, false, [ or {');
  };
  try {
    value('');
    run(SPACE);
    if (at < text.length) expected('nothing more');
    return { lines };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { fault: { line: lineOf(error.at), message: error.message } };
  }
}

/**
 * The line that a refusal of the server means: its place, or the nearest that the text has.
 * @param at as the server names it: "body/profile/rules/3/check", or within the message "at rules[3].check"
 */
export function lineOfFault(lines: ReadonlyMap<string, number>, at: string | undefined, message: string): number {
  const told = /\bat ((?:rules|name)[\w[\].]*)/.exec(message)?.[1]?.replaceAll(/[[\].]+/g, '/');
  const path = (told ?? at?.replace(/^body\/profile\/?/, '') ?? '').replace(/\/$/, '').split('/');
  for (; path.length > 0; path.pop()) {
    const line = lines.get(path.join('/'));
    if (line !== undefined) return line;
  }
  return 1;
}
