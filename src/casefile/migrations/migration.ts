/** One step of the schema. Once released it is never changed: the next step is a new file. */
export interface Migration {
  /** `PRAGMA user_version` after it; the first is 1. */
  readonly number: number;
  readonly name: string;
  /** Plain SQL, to be read on its own. */
  readonly sql: string;
}

/** Marks a template as SQL for editors; gives it as it stands. */
export const sql = (parts: TemplateStringsArray, ...values: readonly string[]): string => String.raw({ raw: parts }, ...values);

/** Triggers that refuse to change or take away a row of a table; REPLACE would, without a word. @param key its columns of the primary key */
export const frozen = (table: string, ...key: readonly string[]): string => {
  const same = (key.length === 0 ? ['number'] : key).map((column) => `${column} = NEW.${column}`).join(' AND ');
  return `
CREATE TRIGGER ${table}_never_change BEFORE UPDATE ON ${table}
BEGIN SELECT RAISE(ABORT, 'append-only: a row of ${table} is never changed'); END;
CREATE TRIGGER ${table}_never_go BEFORE DELETE ON ${table}
BEGIN SELECT RAISE(ABORT, 'append-only: a row of ${table} is never taken away'); END;
CREATE TRIGGER ${table}_never_replace BEFORE INSERT ON ${table} WHEN EXISTS (SELECT 1 FROM ${table} WHERE ${same})
BEGIN SELECT RAISE(ABORT, 'append-only: a row of ${table} is never replaced'); END;
`;
};
