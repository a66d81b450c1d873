import type { RouteName } from '../api.ts';
import type { Handlers } from '../ask.ts';
import type { Room } from '../room.ts';
import { accusations } from './accusations.ts';
import { decisions } from './decisions.ts';
import { echoes } from './echoes.ts';
import { history } from './history.ts';
import { report } from './report.ts';
import { reports } from './reports.ts';
import { review } from './review.ts';
import { sessionRoutes } from './session.ts';
import { sourcing } from './sourcing.ts';
import { speakers } from './speakers.ts';
import { workRoutes } from './work.ts';

/** What answers each route. */
export function createHandlers(room: Room): { readonly routes: Handlers<RouteName>; readonly close: () => Promise<void> } {
  const work = workRoutes(room);
  return {
    routes: {
      ...sessionRoutes(room),
      ...reports,
      ...report,
      ...speakers,
      ...accusations,
      ...echoes,
      ...sourcing,
      ...review,
      ...decisions,
      ...history,
      ...work.routes,
    },
    close: work.close,
  };
}
