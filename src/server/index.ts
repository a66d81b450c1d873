/** The workbench's server: takes Requests and a case, gives Responses. It has no port, no file and no driver: what it needs of the machine is handed to it. */
export { API, type BodyOf, type QueryOf, type RouteName } from './api.ts';
export type { Asset, Desk, DeskReader, OpenCase, Shelf } from './desk.ts';
export { openApi } from './openapi.ts';
export type { Route } from './route.ts';
export type * from './schema/accusations.ts';
export type * from './schema/decision.ts';
export type * from './schema/echoes.ts';
export type * from './schema/history.ts';
export type { Problem, ProblemCode } from './schema/problem.ts';
export type * from './schema/report.ts';
export type * from './schema/review.ts';
export type * from './schema/session.ts';
export type * from './schema/sourcing.ts';
export type * from './schema/speakers.ts';
export type * from './schema/work.ts';
export { createWorkbench, type Workbench, type WorkbenchOptions } from './workbench.ts';
