import type { Case } from '../casefile/index.ts';
import type { BodyOf, QueryOf, RouteName } from './api.ts';
import type { Room } from './room.ts';

/** A request whose parts were checked against the route's schemas. */
export interface Ask<Q = unknown, B = unknown> {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Q;
  readonly body: B;
  /** The version in If-Match; undefined on routes that need none. */
  readonly match: string | undefined;
  readonly kept: Case;
  readonly room: Room;
  readonly request: Request;
}

/** Answers a route: what becomes JSON, or a whole Response. */
export type Handler<N extends RouteName = RouteName> = (ask: Ask<QueryOf<N>, BodyOf<N>>) => unknown;
export type Handlers<N extends RouteName> = { readonly [K in N]: Handler<K> };
