import Type, { type Static, type TObject } from 'typebox';
import { get, type Route, route } from './route.ts';
import * as accusations from './schema/accusations.ts';
import * as decision from './schema/decision.ts';
import * as echoes from './schema/echoes.ts';
import * as history from './schema/history.ts';
import { record } from './schema/parts.ts';
import * as report from './schema/report.ts';
import * as review from './schema/review.ts';
import * as session from './schema/session.ts';
import * as sourcing from './schema/sourcing.ts';
import * as speakers from './schema/speakers.ts';
import * as work from './schema/work.ts';

/** Every route of the workbench, page by page. */
export const API = {
  session: get('/api/session', 'session', 'what this case and this server are', { answer: session.SESSION }, { early: true }),
  unlock: route(
    'POST',
    '/api/unlock',
    'session',
    'opens an encrypted case',
    { body: session.UNLOCK, answer: session.SESSION },
    { early: true, problems: ['wrong-passphrase', 'too-many'] },
  ),
  vocabulary: get(
    '/api/vocabulary',
    'session',
    'all codes, orders and formats, with what they mean',
    { answer: session.VOCABULARY },
    { early: true },
  ),
  events: get('/api/events', 'session', 'what changes, as it changes', { answer: { events: Type.Unknown() } }, { early: true }),

  reports: get(
    '/api/reports',
    'reports',
    'reports that a search finds',
    { query: report.SEARCH_QUERY, answer: report.REPORT_LIST },
    { list: 'pages' },
  ),
  reportFacets: get(
    '/api/reports/facets',
    'reports',
    'how many reports have which value',
    { query: report.FACETS_QUERY, answer: report.FACETS_ANSWER },
    { list: 'whole' },
  ),
  statements: get(
    '/api/statements',
    'reports',
    'statements that a search finds',
    { query: report.SEARCH_QUERY, answer: report.STATEMENT_LIST },
    { list: 'pages' },
  ),
  statementFacets: get(
    '/api/statements/facets',
    'reports',
    'how many statements have which value',
    { query: report.FACETS_QUERY, answer: report.FACETS_ANSWER },
    { list: 'whole' },
  ),
  uploads: route(
    'POST',
    '/api/uploads',
    'reports',
    'begins to take files',
    { answer: work.UPLOAD },
    { status: 201, problems: ['read-only', 'too-many'] },
  ),
  upload: get('/api/uploads/:upload', 'reports', 'what was taken so far', { answer: work.UPLOAD }, { lasting: false }),
  uploadFile: route(
    'PUT',
    '/api/uploads/:upload/files',
    'reports',
    'takes one file, as it is',
    { query: work.FILE_QUERY, body: 'bytes', answer: work.UPLOAD },
    { problems: ['read-only', 'too-large', 'too-many', 'full'] },
  ),
  addUpload: route(
    'POST',
    '/api/uploads/:upload/add',
    'reports',
    'adds what was taken to the case',
    { answer: work.JOB },
    { status: 202, problems: ['read-only'] },
  ),
  dropUpload: route('DELETE', '/api/uploads/:upload', 'reports', 'throws away what was taken', { answer: work.UPLOAD }),

  report: get('/api/reports/:report', 'report', 'one report with all that was found in it and decided about it', { answer: report.REPORT }),
  original: get('/api/reports/:report/original', 'report', 'the bytes that it was read from, to be saved', { answer: 'file' }),
  reportFindings: get(
    '/api/reports/:report/findings',
    'report',
    'where it does not meet the house rules',
    { answer: sourcing.REPORT_FINDINGS },
    { list: 'whole' },
  ),

  speakers: get(
    '/api/speakers',
    'speakers',
    'everyone across the case',
    { query: speakers.SPEAKERS_QUERY, answer: speakers.PERSON_LIST },
    { list: 'pages' },
  ),
  speaker: get('/api/speakers/:speaker', 'speakers', 'one of them: what was said when, to whom, through whom; who may be the same', {
    answer: speakers.PERSON,
  }),
  merge: route(
    'POST',
    '/api/speakers/merge',
    'speakers',
    'says that several are one',
    { body: decision.MERGE, answer: speakers.MERGED },
    { matched: true, problems: ['read-only'] },
  ),
  split: route(
    'POST',
    '/api/speakers/:speaker/split',
    'speakers',
    'says that some are another one',
    { body: decision.SPLIT, answer: speakers.MERGED },
    { matched: true, problems: ['read-only'] },
  ),

  accusations: get(
    '/api/accusations',
    'accusations',
    'who accuses whom',
    { query: accusations.ACCUSATIONS_QUERY, answer: accusations.GRAPH },
    { list: 'whole' },
  ),
  matrix: get(
    '/api/accusations/matrix',
    'accusations',
    'the same as a matrix',
    {
      query: record({ ...accusations.ACCUSATION_FILTER, size: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) }),
      answer: accusations.MATRIX,
    },
    { list: 'whole' },
  ),
  edge: get(
    '/api/accusations/statements',
    'accusations',
    'the statements behind one edge, and what denies them',
    { query: accusations.EDGE_QUERY, answer: accusations.EDGE_STATEMENTS },
    { list: 'whole' },
  ),

  echoes: get(
    '/api/echoes',
    'echoes',
    'statements that several reports tell',
    { query: echoes.ECHOES_QUERY, answer: echoes.CLUSTER_LIST },
    { list: 'pages' },
  ),
  echo: get('/api/echoes/:cluster', 'echoes', 'one of them: who told it first, who copied, who stands independent', {
    answer: echoes.CLUSTER,
  }),

  shares: get(
    '/api/sourcing',
    'sourcing',
    'shares of named, described, collective and bare voices',
    { query: sourcing.SHARES_QUERY, answer: sourcing.SHARES },
    { list: 'pages' },
  ),
  findings: get(
    '/api/sourcing/findings',
    'sourcing',
    'where house rules are not met',
    { query: sourcing.FINDINGS_QUERY, answer: sourcing.FINDINGS },
    { list: 'pages', lasting: false },
  ),
  rules: get('/api/rules', 'sourcing', 'the house rules', { answer: sourcing.RULES }),
  putRules: route(
    'PUT',
    '/api/rules',
    'sourcing',
    'puts other house rules in their place',
    { body: sourcing.PUT_RULES, answer: sourcing.RULES },
    { matched: true, problems: ['read-only'] },
  ),

  queue: get(
    '/api/review',
    'review',
    'suggestions to be decided, what matters most first',
    { query: review.QUEUE_QUERY, answer: review.QUEUE },
    { list: 'pages' },
  ),
  decide: route(
    'POST',
    '/api/decisions',
    'review',
    'accept, reject, correct, note, or add a statement',
    { body: decision.DECIDE, answer: decision.DECIDED },
    { status: 201, matched: true, problems: ['read-only'] },
  ),
  decisions: get(
    '/api/decisions',
    'review',
    'what people decided, newest first',
    { query: review.DECISIONS_QUERY, answer: review.DECISIONS },
    { list: 'pages' },
  ),
  sign: route(
    'POST',
    '/api/decisions/:decision/sign',
    'review',
    "a second reader's word on a decision",
    { body: decision.SIGN, answer: decision.DECIDED },
    { status: 201, matched: true, problems: ['read-only'] },
  ),
  undo: route(
    'POST',
    '/api/decisions/:decision/undo',
    'review',
    'takes a decision back',
    { body: decision.UNDO, answer: decision.DECIDED },
    { status: 201, problems: ['read-only'] },
  ),
  redo: route(
    'POST',
    '/api/decisions/:decision/redo',
    'review',
    'makes a decision again that was taken back',
    { body: decision.UNDO, answer: decision.DECIDED },
    { status: 201, problems: ['read-only'] },
  ),

  log: get(
    '/api/log',
    'history',
    'the log, newest first',
    { query: history.LOG_QUERY, answer: history.LOG },
    { list: 'pages', problems: ['not-found'] },
  ),
  jobs: get(
    '/api/jobs',
    'history',
    'long work, under way or done since the server began',
    { answer: work.JOBS },
    { list: 'whole', lasting: false },
  ),
  beginJob: route(
    'POST',
    '/api/jobs',
    'history',
    'begins long work: relate, check, verify, index',
    { body: work.BEGIN_JOB, answer: work.JOB },
    { status: 202, problems: ['too-many'] },
  ),
  job: get('/api/jobs/:job', 'history', 'how far it is', { answer: work.JOB }, { lasting: false }),
  jobEvents: get('/api/jobs/:job/events', 'history', 'how far it is, as it goes on; ends with the work', { answer: { events: work.JOB } }),
  stopJob: route('DELETE', '/api/jobs/:job', 'history', 'stops it; what is kept stands', { answer: work.JOB }),
  export: get('/api/export', 'history', 'the reports that a search finds, in a format of `hearsay export`', {
    query: work.EXPORT_QUERY,
    answer: 'file',
  }),
} as const satisfies Record<string, Route>;
export type RouteName = keyof typeof API;

export type QueryOf<N extends RouteName> = Static<(typeof API)[N]['query']>;
export type BodyOf<N extends RouteName> = (typeof API)[N] extends Route<TObject, TObject, infer B> ? Static<B> : never;
