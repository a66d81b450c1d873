/** Corroboration: takes Analysis[], gives Person[], Cluster[], Link[]. What the same statement is, who told it first, who only passes it on. */
export { createRelations, type Related, type Relations, type RelationsOptions, relate, VersionMismatch } from './relations.ts';
