interface Wanted {
  readonly caseName: string;
  readonly format: string;
  readonly table: string | null;
  readonly bom: boolean;
  readonly q: string;
  readonly extension: string;
}

/** An argument as a shell takes it. @example quotedArgument("it's") // "'it'\\''s'" */
export const quotedArgument = (text: string): string => (/^[\w.:=/-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

/** The command line that makes the same file. */
export function commandOf({ caseName, format, table, bom, q, extension }: Wanted): string {
  const out = `${caseName.replace(/\.hearsay$/, '')}.${extension}`;
  return [
    `hearsay export ${quotedArgument(caseName)} --format ${format}`,
    table === null ? '' : `--table ${table}`,
    bom ? '--bom' : '',
    q === '' ? '' : `--query ${quotedArgument(q)}`,
    `> ${quotedArgument(out)}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
