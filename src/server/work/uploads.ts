import type { Desk, Shelf } from '../desk.ts';
import { ABANDONED_AFTER, MOST_UPLOADS, UPLOAD_LIMITS, UPLOADS_A_MINUTE } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import type { Upload } from '../schema/work.ts';

interface Open {
  readonly shelf: Shelf;
  json: Upload;
  /** Files that are coming in now, and bytes that were promised to them. */
  coming: number;
  /** When something was last done about it, by the desk's clock. */
  touched: number;
}

const notFound = (id: string): Refusal =>
  new Refusal('not-found', `There is no upload "${id.slice(0, 40)}", or it was added already. Begin another one (POST /api/uploads).`);

/** Files on their way into the case: taken one after the other into a folder that goes afterwards. */
export function createUploads(desk: Desk) {
  const uploads = new Map<string, Open>();
  let begun: number[] = [];
  let count = 0;
  let inFlight = 0;

  const get = (id: string): Open => {
    const open = uploads.get(id);
    if (open === undefined) throw notFound(id);
    return open;
  };
  const refuse = (open: Open, name: string, refusal: Refusal): never => {
    if (open.json.refused.length < 1000)
      open.json = { ...open.json, refused: [...open.json.refused, { from: name, code: refusal.code, message: refusal.message }] };
    throw refusal;
  };
  /** Where there is no more room, those make it that a window left behind: closed or loaded again while it sent. */
  const dropAbandoned = (now: number): void => {
    if (uploads.size < MOST_UPLOADS) return;
    for (const [id, { shelf, coming, touched }] of uploads) {
      if (coming > 0 || now - touched < ABANDONED_AFTER) continue;
      uploads.delete(id);
      void shelf?.drop();
    }
  };
  return {
    async begin(): Promise<Upload> {
      const now = desk.clock();
      dropAbandoned(now);
      begun = begun.filter((at) => now - at < 60_000);
      if (uploads.size >= MOST_UPLOADS || begun.length >= UPLOADS_A_MINUTE)
        throw new Refusal('too-many', 'Too many uploads are under way. Add or throw away one of them, or wait a minute.', {
          retryAfter: 10,
        });
      begun.push(now);
      const id = `u${++count}`;
      // Its place is taken before the folder is made: several may begin at once.
      const waiting: Open = {
        shelf: undefined as never,
        json: { id, files: 0, bytes: 0, refused: [], job: null },
        coming: 0,
        touched: now,
      };
      uploads.set(id, waiting);
      try {
        const shelf = await desk.openShelf();
        uploads.set(id, { ...waiting, shelf });
        return waiting.json;
      } catch (error) {
        uploads.delete(id);
        throw error;
      }
    },
    get: (id: string): Upload => get(id).json,
    async put(id: string, name: string, request: Request): Promise<Upload> {
      const open = get(id);
      const { fileBytes, uploadBytes, uploadFiles, atOnce } = UPLOAD_LIMITS;
      if (inFlight >= atOnce)
        throw new Refusal(
          'too-many',
          `Expected at most ${atOnce} files at the same time, found more. Send this one again when another is through.`,
          { retryAfter: 1 },
        );
      const told = Number(request.headers.get('content-length') ?? 0);
      const most = Math.min(fileBytes, uploadBytes - open.json.bytes);
      if (open.json.files + open.coming >= uploadFiles)
        refuse(
          open,
          name,
          new Refusal('too-large', `Expected at most ${uploadFiles} files in one upload. Add these first, then begin another one.`),
        );
      if (told > most) refuse(open, name, tooLarge(most));
      inFlight++;
      open.coming++;
      try {
        const bytes = await open.shelf.put(name, request.body as ReadableStream<Uint8Array> | null, most);
        open.json = { ...open.json, files: open.json.files + 1, bytes: open.json.bytes + bytes };
        return open.json;
      } catch (error) {
        if (error instanceof Error && error.name === 'TooLarge') return refuse(open, name, tooLarge(most));
        throw brokenOff(error);
      } finally {
        inFlight--;
        open.coming--;
        open.touched = desk.clock();
      }
    },
    /** Hands an upload over to be added; it is gone from here. */
    take(id: string): { readonly shelf: Shelf; readonly files: number; readonly refused: Upload['refused'] } {
      const open = get(id);
      if (open.coming > 0) throw new Refusal('not-allowed', 'Some files are still on their way. Add them when all are through.');
      if (open.json.files === 0) throw new Refusal('not-allowed', 'Nothing was taken that could be added. Send files first.');
      uploads.delete(id);
      return { shelf: open.shelf, files: open.json.files, refused: open.json.refused };
    },
    async drop(id: string): Promise<Upload> {
      const open = get(id);
      uploads.delete(id);
      await open.shelf.drop();
      return open.json;
    },
    async close(): Promise<void> {
      const all = [...uploads.values()];
      uploads.clear();
      await Promise.all(all.map(({ shelf }) => shelf?.drop()));
    },
  };
}
export type Uploads = ReturnType<typeof createUploads>;

const tooLarge = (most: number): Refusal =>
  new Refusal(
    'too-large',
    `Expected a file of at most ${most} bytes here, found a larger one; nothing of it was kept. Add it at the command line: hearsay add CASE FILE.`,
  );

/** A file that did not come whole: a full disk, or a line that broke. */
function brokenOff(error: unknown): Refusal {
  const { code } = error as { readonly code?: unknown };
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new Refusal('full', 'There is no more room on the disk for this file; nothing of it was kept. Make room, and send it again.');
  return new Refusal('wrong-input', 'The file broke off on its way; nothing of it was kept. Send it again.', { at: 'body' });
}
