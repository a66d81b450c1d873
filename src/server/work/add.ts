import { type Added, add } from '../../casefile/index.ts';
import type { Shelf } from '../desk.ts';
import type { Room } from '../room.ts';
import type { JobJson } from '../schema/work.ts';
import type { Work } from './jobs.ts';
import { indexAll, onOwnCase } from './works.ts';

type Line = NonNullable<JobJson['added']>[number];

const MOST_LINES = 1000;

/** An outcome as a line; undefined for one that needs none. */
function lineOf(added: Added): Line | undefined {
  const from = added.part === undefined ? added.from : `${added.from}:${added.part.number}`;
  const none = { from, ref: null, title: null, statements: null, message: null };
  switch (added.kind) {
    case 'report': {
      const { article, title, analysis } = added;
      return { ...none, outcome: 'report', ref: `r${article.number}`, title: title ?? null, statements: analysis.statements.length };
    }
    case 'known':
      return {
        ...none,
        outcome: 'known',
        message: `In the case already since ${added.at.slice(0, 10)}, from ${added.origin}: nothing was added.`,
      };
    case 'duplicate':
      return { ...none, outcome: 'duplicate', ref: `r${added.article.number}`, message: `The same report as r${added.article.number}.` };
    case 'link':
      return { ...none, outcome: 'link', message: `A link without a text: ${added.url}` };
    case 'told':
      return { ...none, outcome: 'told', message: added.message };
    default:
      return undefined;
  }
}

/** Reads and keeps what lies on a shelf, by the code that `hearsay add` runs, and clears the shelf. */
export const addWork = (room: Room, shelf: Shelf, files: number): Work =>
  onOwnCase(room, false, async (kept, running) => {
    const reader = {
      read: async (article: Parameters<Awaited<ReturnType<Room['reader']>>['read']>[0]) => (await room.reader()).read(article),
    };
    running.tell({ total: files });
    let reports = 0;
    let through = 0;
    try {
      for await (const step of add(kept, shelf.arrivals(), { read: reader.read, ahead: 2, stop: running.stopped })) {
        if (step.kind === 'failed') {
          const from = step.part === undefined ? step.from : `${step.from}:${step.part.number}`;
          running.fail({ from, code: step.code, message: step.message });
        }
        if (step.kind === 'report') reports++;
        if (step.kind === 'done' || step.kind === 'known') through++;
        const line = lineOf(step);
        const { added = [] } = running.job();
        running.tell({ done: through, now: step.from, ...(line === undefined ? {} : { added: [...added.slice(1 - MOST_LINES), line] }) });
        await running.breathe();
      }
      if (!running.stopped()) await indexAll(kept, running);
    } finally {
      await shelf.drop();
    }
    const { failed } = running.job();
    running.tell({ done: through });
    return `${reports} ${reports === 1 ? 'report was' : 'reports were'} added${failed > 0 ? `; ${failed} failed` : ''}.`;
  });
