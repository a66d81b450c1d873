import { countRecords, indexReports, readRecords } from '../../casefile/index.ts';
import { exportRecords, FORMATS, type Format } from '../../export/index.ts';
import type { Handlers } from '../ask.ts';
import { Refusal } from '../refusal.ts';
import { respond } from '../respond.ts';
import type { Room } from '../room.ts';
import type { ExportQuery } from '../schema/work.ts';
import { addWork } from '../work/add.ts';
import { createStreams } from '../work/events.ts';
import { createJobs } from '../work/jobs.ts';
import { createUploads } from '../work/uploads.ts';
import { checkWork, indexWork, relateWork, verifyWork } from '../work/works.ts';
import { disposition } from './report.ts';
import { searchOf } from './reports.ts';

type Names =
  | 'events'
  | 'uploads'
  | 'upload'
  | 'uploadFile'
  | 'addUpload'
  | 'dropUpload'
  | 'jobs'
  | 'beginJob'
  | 'job'
  | 'jobEvents'
  | 'stopJob'
  | 'export';

/** Work that writes to the case. */
const WRITES: ReadonlySet<string> = new Set(['relate', 'index']);

export function workRoutes(room: Room): { readonly routes: Handlers<Names>; readonly close: () => Promise<void> } {
  const { desk, keeper } = room;
  const jobs = createJobs(desk, () => new Date().toISOString());
  const uploads = createUploads(desk);
  const streams = createStreams(room, jobs);
  const listen = (answer: () => Response): Response => {
    if (streams.full()) throw new Refusal('too-many', 'Too many windows listen at the same time. Close some of them.', { retryAfter: 10 });
    return answer();
  };
  const routes: Handlers<Names> = {
    events: () => listen(() => streams.all()),
    uploads: () => uploads.begin(),
    upload: ({ params }) => uploads.get(params.upload!),
    uploadFile: ({ params, query, request }) => uploads.put(params.upload!, query.name, request),
    addUpload({ params }) {
      const { shelf, files, refused } = uploads.take(params.upload!);
      try {
        return jobs.begin('add', addWork(room, shelf, files), { failures: [...refused], failed: refused.length });
      } catch (error) {
        void shelf.drop();
        throw error;
      }
    },
    dropUpload: ({ params }) => uploads.drop(params.upload!),
    jobs: () => ({ items: jobs.all() }),
    beginJob({ body }) {
      if (WRITES.has(body.kind) && keeper.readOnly())
        throw new Refusal('read-only', 'This case is only read: what this work finds cannot be kept. Nothing was changed.');
      if (body.kind === 'relate') return jobs.begin('relate', relateWork(room));
      if (body.kind === 'check') return jobs.begin('check', checkWork(room));
      if (body.kind === 'index') return jobs.begin('index', indexWork(room));
      return jobs.begin('verify', verifyWork(room, body.head));
    },
    job: ({ params }) => jobs.get(params.job!),
    jobEvents({ params }) {
      jobs.get(params.job!);
      return listen(() => streams.job(params.job!));
    },
    stopJob: ({ params }) => jobs.stop(params.job!),
    export: ({ query }) => exportOf(room, query),
  };
  return {
    routes,
    async close() {
      streams.close();
      await jobs.close();
      await uploads.close();
    },
  };
}

/** The reports that a search finds, in a format, as they are read. */
async function exportOf(room: Room, { format: name, table, bom, q }: ExportQuery): Promise<Response> {
  const format: Format = FORMATS[name];
  if (table !== undefined && name !== 'csv')
    throw new Refusal('wrong-input', `Only CSV has tables, and this is ${name}. Leave "table" out.`, { at: 'query/table' });
  const { query, told } = searchOf(q);
  if (told.repairs.length > 0 && query.wanted === null)
    throw new Refusal('wrong-input', `Nothing can be looked for: ${told.repairs.map(({ message }) => message).join(' ')}`, {
      at: 'query/q',
    });
  const kept = await room.keeper.connect(room.keeper.readOnly());
  const settings = name === 'csv' ? { table, bom: bom === 'yes' } : {};
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  const asked = q === undefined ? undefined : query;
  if (asked !== undefined) indexReports(kept);
  const { reports, unread } = countRecords(kept, asked);
  const write = async (): Promise<void> => {
    try {
      const sink = { write: (text: string | Uint8Array) => writer.write(typeof text === 'string' ? encoder.encode(text) : text) };
      await exportRecords(readRecords(kept, asked), format.open(sink, settings));
      await writer.close();
    } catch (error) {
      // Whoever took it went away, or it broke: the file must not look whole.
      await writer.abort(error).catch(() => {});
    } finally {
      kept.close();
    }
  };
  void write();
  return respond(readable, {
    headers: {
      'content-type':
        format.mediaType.startsWith('text/') || format.mediaType.startsWith('application/') ? format.mediaType : 'application/octet-stream',
      'content-disposition': disposition(`${room.desk.caseName.replace(/\.hearsay$/, '')}.${format.extension}`),
      'cache-control': 'no-store',
      'x-hearsay-reports': String(reports),
      'x-hearsay-unread': String(unread),
    },
  });
}
