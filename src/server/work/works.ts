import { type Case, indexReports, relateCase, type Verification, verify } from '../../casefile/index.ts';
import { createRelations, VersionMismatch } from '../../engine/index.ts';
import type { OpenCase } from '../desk.ts';
import type { Room } from '../room.ts';
import { findingsOf } from './check.ts';
import type { Running, Work } from './jobs.ts';

const plural = (count: number, one: string, many = `${one}s`): string => `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

/** Work on a connection of its own. */
export const onOwnCase =
  (room: Room, readOnly: boolean, work: (kept: OpenCase, running: Running) => Promise<string>): Work =>
  async (running) => {
    const kept = await room.keeper.connect(readOnly);
    try {
      return await work(kept, running);
    } finally {
      kept.close();
    }
  };

const countOf = ({ db }: Case): number => db.get<{ n: number }>('SELECT count(*) AS n FROM current_analyses')!.n;

class Stopped extends Error {}

/** Relates the reports of the case, and keeps what comes of it. */
export const relateWork = (room: Room): Work =>
  onOwnCase(room, false, async (kept, running) => {
    const relations = createRelations({ today: kept.tools.now().slice(0, 10) });
    running.tell({ total: countOf(kept) });
    let done = 0;
    let found = 0;
    try {
      await relateCase(kept, {
        async add(analysis) {
          await running.breathe();
          if (running.stopped()) throw new Stopped();
          running.tell({ done: ++done, now: analysis.article.title ?? analysis.id });
          try {
            relations.add(analysis);
            return true;
          } catch (error) {
            if (!(error instanceof VersionMismatch)) throw error;
            running.fail({ from: analysis.id, code: 'other-version', message: error.message });
            return false;
          }
        },
        result() {
          const all = relations.result().relations;
          found = all.length;
          return all;
        },
      });
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      return 'Stopped; what was related before stands.';
    }
    return `${plural(found, 'person, cluster or link', 'persons, clusters and links')} of ${plural(done, 'report')} are kept.`;
  });

/** Brings the index of searches up to date. */
export const indexWork = (room: Room): Work =>
  onOwnCase(room, false, async (kept, running) => {
    await indexAll(kept, running);
    return 'The index of searches is up to date.';
  });

/** Goes report after report in small steps, so that it can be stopped. */
export async function indexAll(kept: Case, running: Running): Promise<void> {
  // indexReports goes on to the end by itself; the breath between its transactions is taken by whoever asks for the next.
  indexReports(kept, (done) => running.tell({ done }));
  await running.breathe();
}

/** Holds every report against the house rules. */
export const checkWork = (room: Room): Work =>
  onOwnCase(room, true, async (kept, running) => {
    const articles = kept.db
      .all<{ article: number }>('SELECT article FROM current_analyses ORDER BY article')
      .map(({ article }) => article);
    running.tell({ total: articles.length });
    let found = 0;
    for (const [i, article] of articles.entries()) {
      if (running.stopped()) return `Stopped after ${plural(i, 'report')}.`;
      try {
        found += (await findingsOf(room, kept, article)).items.length;
      } catch (error) {
        running.fail({ from: `r${article}`, code: 'not-read', message: error instanceof Error ? error.message : String(error) });
      }
      running.tell({ done: i + 1, now: `r${article + 1}` });
      await running.breathe();
    }
    return `${plural(found, 'place')} in ${plural(articles.length, 'report')} do not meet a house rule.`;
  });

const MOST_FAULTS = 1000;

/** Proves all that the case holds. */
export const verifyWork = (room: Room, head: string | undefined): Work =>
  onOwnCase(room, true, async (kept, running) => {
    const counts = (sum: Extract<Verification, { kind: 'progress' }>['counts']): Record<string, number> => ({ ...sum });
    const faults: { where: string; message: string }[] = [];
    let result = 'Stopped before all was looked at: nothing is proved.';
    running.tell({ total: countOf(kept) });
    for (const step of verify(kept, { head })) {
      if (running.stopped()) return result;
      if (step.kind === 'fault') {
        if (faults.length < MOST_FAULTS) faults.push({ ...step.fault });
      } else if (step.kind === 'progress') {
        running.tell({ done: step.counts.analyses, now: plural(step.counts.spans, 'span') });
      } else {
        const holds = step.faults === 0;
        running.tell({
          done: step.counts.analyses,
          verified: { holds, counts: counts(step.counts), head: step.head, faultCount: step.faults, faults },
        });
        result = holds ? 'All holds.' : `${plural(step.faults, 'thing does', 'things do')} not hold; the first: ${faults[0]!.where}.`;
      }
      await running.breathe();
    }
    return result;
  });
