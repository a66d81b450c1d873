import { type Expression, parseSync, Visitor } from 'oxc-parser';

/** One import, however it is written. `to` is undefined where the target is no plain string. */
export interface Import {
  readonly line: number;
  readonly to: string | undefined;
  /** True if nothing of it is left at run time. */
  readonly typeOnly: boolean;
}

/** A use of something that the engine rooms or most rooms may not use: "Date.now", "console". */
export interface Use {
  readonly line: number;
  readonly what: string;
}

export interface Source {
  readonly imports: readonly Import[];
  readonly uses: readonly Use[];
}

/**
 * Globals that reach the world or differ between machines; the engine rooms name none of them. DOM names are left to
 * `tsconfig.engine.json`, which knows none: "window" and "document" are nouns of our own.
 */
const WORLD = new Set([
  'process',
  'globalThis',
  'fetch',
  'Intl',
  'performance',
  'crypto',
  'require',
  'setTimeout',
  'setInterval',
  'eval',
  'Function',
]);

/** Methods whose result depends on the machine's locale. */
const isLocal = (name: string): boolean => name.startsWith('toLocale') || name === 'localeCompare';

const text = (node: Expression | { type: string }): string | undefined =>
  'value' in node && node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;

/**
 * Every import of a source and every use of the world in it, with its line.
 *
 * @throws if the source does not parse
 * @example readSource('a.ts', "import type { Span } from './span.ts'").imports[0].to // './span.ts'
 */
export function readSource(name: string, code: string): Source {
  const { program, errors } = parseSync(name, code);
  if (errors.length > 0) throw new Error(`${name} does not parse: ${errors[0]!.message}`);
  const imports: Import[] = [];
  const uses: Use[] = [];
  const keys = new Set<number>();
  const lineAt = (offset: number): number => code.slice(0, offset).split('\n').length;
  const keep = (node: { start: number }, to: string | undefined, typeOnly: boolean) =>
    imports.push({ line: lineAt(node.start), to, typeOnly });
  const use = (node: { start: number }, what: string) => uses.push({ line: lineAt(node.start), what });
  new Visitor({
    ImportDeclaration: (node) => keep(node, node.source.value, node.importKind === 'type'),
    ExportAllDeclaration: (node) => keep(node, node.source.value, node.exportKind === 'type'),
    ExportNamedDeclaration: (node) => {
      if (node.source !== null) keep(node, node.source.value, node.exportKind === 'type');
    },
    ImportExpression: (node) => keep(node, text(node.source), false),
    TSImportType: (node) => keep(node, node.source.value, true),
    TSImportEqualsDeclaration: (node) => {
      if (node.moduleReference.type === 'TSExternalModuleReference')
        keep(node, node.moduleReference.expression.value, node.importKind === 'type');
    },
    // `new URL('./worker.ts', import.meta.url)` starts a worker: an import by another name. Data files are none.
    NewExpression: (node) => {
      const callee = node.callee.type === 'Identifier' ? node.callee.name : '';
      const first = node.arguments[0];
      const to = first === undefined ? undefined : text(first);
      if (callee === 'URL' && to !== undefined && /^\.{1,2}\/.*\.[cm]?[jt]sx?$/.test(to)) keep(node, to, false);
      if (callee === 'Date' && node.arguments.length === 0) use(node, 'new Date()');
    },
    CallExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date') use(node, 'Date()');
    },
    MemberExpression: (node) => {
      const name = node.computed ? text(node.property) : 'name' in node.property ? node.property.name : undefined;
      if (!node.computed) keys.add(node.property.start);
      if (name === undefined) return;
      const of = node.object.type === 'Identifier' ? node.object.name : '';
      if ((of === 'Date' && name === 'now') || (of === 'Math' && name === 'random')) use(node, `${of}.${name}`);
      if (isLocal(name)) use(node, name);
    },
    Property: (node) => {
      if (!node.computed && !node.shorthand) keys.add(node.key.start);
    },
    MethodDefinition: (node) => void keys.add(node.key.start),
    PropertyDefinition: (node) => void keys.add(node.key.start),
    TSPropertySignature: (node) => void keys.add(node.key.start),
    TSMethodSignature: (node) => void keys.add(node.key.start),
    // Parents come before their children, so a property's name is known as one by now.
    Identifier: (node) => {
      if (keys.has(node.start)) return;
      if (WORLD.has(node.name) || node.name === 'console') use(node, node.name);
    },
  }).visit(program);
  return { imports, uses };
}
