/** This machine: takes paths and a model's folder, gives articles and a Network. The only room, with the command line, that knows node:*. */
export { type AnalysisInput, readAnalyses } from './analyses.ts';
export { type DatabaseOptions, openDatabase } from './case-database.ts';
export { type CaseFile, type CaseOptions, createCaseFile, openCaseFile } from './case-file.ts';
export { caseTools } from './case-tools.ts';
export { countReports } from './count-reports.ts';
export { createExtractor, type Extractor, type ExtractorOptions } from './extractor.ts';
export { type Input, type InputOptions, readInputs } from './input.ts';
export { createJobs, type JobsOptions, type Reader } from './jobs.ts';
export { defaultModelDir, MODEL_NAME } from './model-files.ts';
export { createNetwork } from './network.ts';
export { checkNewCase, createCaseDatabase, isCase, type OpenedDatabase, openCaseDatabase } from './open-case.ts';
export { type Arrival, isAddress, type ReceiveOptions, receive } from './receive.ts';
export { createAssets } from './serve/assets.ts';
export { type Listening, listen } from './serve/listen.ts';
export { createShelf } from './serve/shelf.ts';
export { openTimestamps, type Timestamps } from './timestamp/open-timestamps.ts';
export type { FetchOptions } from './url/fetch-url.ts';
