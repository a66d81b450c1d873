/** The case file: takes a database behind a small port, gives what is kept: bytes, texts, findings, decisions and the log. */
export { type AddOptions, type Arrival, add } from './add.ts';
export type { Case, Packed, Tools } from './case.ts';
export { CaseError, type CaseFault } from './case-error.ts';
export { beginLog, caseIdOf, logMigrations } from './create-case.ts';
export type { Database, Done, Row, Value } from './database.ts';
export type { Event, Fact } from './event.ts';
export { type EventRow, eventHash, headOf, readEntry } from './event.ts';
export { findThing, type Thing } from './find-thing.ts';
export { historyOf, type LoggedEvent, readLog } from './history.ts';
export { keepAnalysis } from './keep-analysis.ts';
export { type KeptArticle, keepArticle } from './keep-article.ts';
export type { Added } from './keep-item.ts';
export { hasReceived, keepReceived } from './keep-received.ts';
export { keepRelations } from './keep-relations.ts';
export { APPLICATION_ID, createSchema, migrate, SCHEMA_VERSION, schemaVersion } from './migrate.ts';
export { MIGRATIONS } from './migrations/list.ts';
export type { Migration } from './migrations/migration.ts';
export {
  currentAnalyses,
  currentAnalysis,
  readAnalysis,
  readArticle,
  readSource,
  readText,
  type StoredAnalysis,
  type StoredArticle,
} from './read-article.ts';
export { type CaseRecord, countRecords, type RecordCount, type ReviewRecord, readRecords, readReviews } from './read-records.ts';
export { lastRun, readPersons, readRelation, readRelations, relationsOfStatement } from './read-relations.ts';
export { type Relating, relateCase, standingAnalyses } from './relate-case.ts';
export { CORRECTABLE } from './review/check-review.ts';
export { type Decided, decidedById, inEffect } from './review/decided.ts';
export { type Decision, keepReview } from './review/keep-review.ts';
export { personsInEffect } from './review/persons-in-effect.ts';
export { allReviews, readReview, reviewsAfter, reviewsOfArticle, standingReviews } from './review/read-reviews.ts';
export { ACTIONS, type Action, type AddedStatement, type Review, type Reviewed, type ReviewValue } from './review/review.ts';
export { type ReviewCounts, reviewCounts } from './review/review-counts.ts';
export { type Context, findTerms } from './search/context.ts';
export { describeQuery } from './search/describe-query.ts';
export { countFacets, FACETS, type Facet, type FacetOptions, type Facets, type FacetValue } from './search/facets.ts';
export { CODE_FIELDS, FIELD_NAMES, TEXT_FIELDS } from './search/fields.ts';
export { foundStatements } from './search/found-statements.ts';
export type { FoundReport, Hit, ReportHit, StatementHit } from './search/hits.ts';
export { marksIn } from './search/hits.ts';
export { countPending, dropIndex, indexReports } from './search/index-reports.ts';
export { parseQuery } from './search/parse-query.ts';
export type { Unit } from './search/plan.ts';
export { type Query, type Repair, SORTS, type Sort } from './search/query.ts';
export { type Found, type SearchOptions, search } from './search/search.ts';
export { keepSetting, readSetting } from './settings.ts';
export { keepTimestamp, type ReadTimestamp, readTimestamps, type StoredTimestamp, type Timestamp } from './timestamp.ts';
export type { Stamp } from './verify/check-timestamps.ts';
export type { Counts, Fault } from './verify/fault.ts';
export { type Verification, type VerifyOptions, verify } from './verify/verify.ts';
