import { whatIsKept } from './0001-what-is-kept.ts';
import { relations } from './0002-relations.ts';
import { search } from './0003-search.ts';
import type { Migration } from './migration.ts';

/** Every step of the schema, in order. */
export const MIGRATIONS: readonly Migration[] = [whatIsKept, relations, search];
