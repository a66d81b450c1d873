import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { Refusal } from './refusal.ts';

const checks = new WeakMap<TSchema, Validator>();

/** The compiled check of a schema; made when it is first needed. */
function checkOf(schema: TSchema): Validator {
  let check = checks.get(schema);
  if (check === undefined) {
    check = Compile(schema) as Validator;
    checks.set(schema, check);
  }
  return check;
}

/** What is wrong with a value, as a sentence and a place; undefined where nothing is. */
export function faultIn(schema: TSchema, value: unknown, where: string): { readonly at: string; readonly message: string } | undefined {
  const check = checkOf(schema);
  if (check.Check(value)) return undefined;
  const errors = [...check.Errors(value)];
  // A union tells of each of its ways; the deepest place says most.
  const [first] = errors.sort((a, b) => depth(b.instancePath) - depth(a.instancePath));
  const at = `${where}${first?.instancePath ?? ''}`;
  const extra = (first?.params ?? {}) as Params;
  if (extra.allowedValues !== undefined) return { at, message: `must be one of ${extra.allowedValues.join(', ')}` };
  if (first?.message === 'schema is false') return { at, message: 'there is no such field' };
  const names = [...(extra.additionalProperties ?? []), ...(extra.requiredProperties ?? [])].slice(0, 5);
  return { at, message: `${first?.message ?? 'it is not as described'}${names.length > 0 ? ` (${names.join(', ')})` : ''}` };
}

interface Params {
  readonly additionalProperties?: readonly string[];
  readonly requiredProperties?: readonly string[];
  readonly allowedValues?: readonly unknown[];
}

const depth = (path: string): number => path.split('/').length;

/** @throws Refusal 'wrong-input' */
export function checked<T>(schema: TSchema, value: unknown, where: string): T {
  const fault = faultIn(schema, value, where);
  if (fault === undefined) return value as T;
  throw new Refusal(
    'wrong-input',
    `Expected ${where} as /api/openapi.json describes it; at ${fault.at}: ${fault.message}${foundAt(value, fault.at)}. Change it or leave it out.`,
    { at: fault.at },
  );
}

/** What stands in an address at the place of a fault; of a body nothing is told again, since it may hold secrets. */
function foundAt(value: unknown, at: string): string {
  const [where, name, ...deeper] = at.split('/');
  if (where === 'body' || name === undefined || deeper.length > 0) return '';
  const found = (value as Readonly<Record<string, unknown>>)[name];
  return found === undefined ? '' : `, found "${String(found).slice(0, 60)}"`;
}

interface Typed {
  readonly type?: string;
}

/** The query of an address as values: numbers where the schema asks for numbers. @throws Refusal */
export function queryOf(schema: TSchema, search: URLSearchParams): Readonly<Record<string, unknown>> {
  const { properties = {} } = schema as { properties?: Readonly<Record<string, Typed>> };
  const query: Record<string, unknown> = {};
  for (const [name, text] of search) {
    if (name in query) throw new Refusal('wrong-input', `Expected "${name}" once, found it twice.`, { at: `query/${name}` });
    const type = Object.hasOwn(properties, name) ? properties[name]?.type : undefined;
    query[name] = type === 'integer' && /^-?\d{1,15}$/.test(text) ? Number(text) : text;
  }
  return query;
}

/** Bytes of a JSON body. */
const MOST = 2 ** 20;

/** A JSON body. @throws Refusal */
export async function bodyOf(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type))
    throw new Refusal(
      'wrong-media',
      `Expected a body of type application/json, found ${type === '' ? 'none' : `"${type.slice(0, 100)}"`}.`,
      { at: 'header/content-type' },
    );
  if (Number(request.headers.get('content-length') ?? 0) > MOST) throw tooLarge();
  const pieces: string[] = [];
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let size = 0;
  try {
    for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > MOST) throw tooLarge();
      pieces.push(decoder.decode(chunk, { stream: true }));
    }
    pieces.push(decoder.decode());
    return JSON.parse(pieces.join(''));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('wrong-input', 'Expected a body of JSON in UTF-8, found something else.', { at: 'body' });
  }
}

const tooLarge = (): Refusal => new Refusal('too-large', `Expected a body of at most ${MOST} bytes, found more.`, { at: 'body' });
