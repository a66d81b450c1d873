import { type ByteSource, type Item, notice, type SignatureItem } from '../../model/index.ts';
import { gather } from '../byte-source.ts';
import type { Known } from '../known.ts';
import type { Tools } from '../tools.ts';
import { isStated, readDigest } from '../warc/digests.ts';
import { ingestRecords } from '../warc/ingest-warc.ts';
import { checkSignature, type SignedDigest } from './check-signature.ts';
import { type DataPackage, readDataPackage, readSignedDigest } from './datapackage.ts';
import type { ZipFile } from './open-zip.ts';

const MOST_JSON = 64 * 2 ** 20;
const WARC = /\.warc(?:\.gz)?$/i;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What is wrong with one file that the archive lists; undefined where it is as listed. */
async function wrongWith(
  file: ZipFile | undefined,
  hash: string | undefined,
  size: number | undefined,
  tools: Tools,
): Promise<string | undefined> {
  if (file === undefined) return 'is listed and not there';
  const stated = readDigest(hash);
  const digest = stated === undefined ? undefined : tools.startDigest?.(stated.name);
  let bytes = 0;
  try {
    for await (const piece of file.stream()) {
      bytes += piece.length;
      digest?.update(piece);
    }
  } catch (error) {
    return `cannot be unpacked (${reasonOf(error)})`;
  }
  if (size !== undefined && bytes !== size) return `has ${bytes} bytes, not ${size} as listed`;
  if (stated === undefined) return 'is listed without a hash';
  return digest !== undefined && !isStated(stated, digest.done()) ? 'has another hash than the one listed' : undefined;
}

interface Checked {
  readonly signature: SignatureItem;
  /** What is wrong with the files, a line each. */
  readonly wrong: readonly string[];
}

/** Checks every file against the list, the list against its digest, and the digest's signature. */
async function check(
  files: ReadonlyMap<string, ZipFile>,
  list: { readonly bytes: Uint8Array; readonly data: DataPackage },
  digest: SignedDigest | undefined,
  tools: Tools,
): Promise<Checked> {
  const { resources, software } = list.data;
  const wrong: string[] = [];
  for (const { path, hash, bytes } of resources) {
    const what = await wrongWith(files.get(path), hash, bytes, tools);
    if (what !== undefined) wrong.push(`${path} ${what}`);
  }
  const listed = new Set(resources.map(({ path }) => path));
  for (const path of files.keys()) if (WARC.test(path) && !listed.has(path)) wrong.push(`${path} is there and not listed`);
  const signed = digest?.signed;
  const about = {
    ...(signed?.created === undefined ? {} : { signed: signed.created }),
    ...((signed?.software ?? software) === undefined ? {} : { software: (signed?.software ?? software)! }),
  };
  const own = tools.hash(list.bytes);
  const lists =
    digest === undefined
      ? []
      : digest.hash === own
        ? ['the list of files has the hash that was signed']
        : ['the list of files has another hash than the one stated'];
  if (digest !== undefined && digest.hash !== own)
    wrong.push('datapackage.json has another hash than the one stated in datapackage-digest.json');
  if (signed === undefined) {
    const none = digest === undefined ? 'it has no datapackage-digest.json' : 'its datapackage-digest.json has no signature';
    return { wrong, signature: { kind: 'signature', status: 'missing', ...about, because: [none, ...wrong] } };
  }
  const { holds, proved, signer, because } = await checkSignature(signed, tools);
  const covers = signed.hash === own;
  const all = covers && wrong.length === 0;
  const status = !holds || !all ? 'invalid' : proved ? 'valid' : 'unproved';
  const reasons = [
    ...because,
    ...(covers ? lists : ['what was signed is not the list of files of this archive']),
    ...(wrong.length === 0 ? [`${resources.length} files have the hashes listed`] : wrong),
  ];
  return { wrong, signature: { kind: 'signature', status, ...(signer === undefined ? {} : { signer }), ...about, because: reasons } };
}

async function readJson<T>(
  file: ZipFile | undefined,
  read: (bytes: Uint8Array) => T | undefined,
): Promise<{ bytes: Uint8Array; data: T } | undefined> {
  if (file === undefined) return undefined;
  const bytes = await gather(file.stream(), MOST_JSON).catch(() => undefined);
  const data = bytes === undefined ? undefined : read(bytes);
  return bytes === undefined || data === undefined ? undefined : { bytes, data };
}

/**
 * Reads a WACZ: checks every file against its hash and the signature over them, then reads its WARCs. Files that are not as
 * they should be are told and read all the same; what the check of the signature found is an item of its own, the first one.
 *
 * @param source the archive, read in place
 * @see https://specs.webrecorder.net/wacz/1.1.1/
 */
export async function* ingestWacz(source: ByteSource, _known: Known, tools: Tools): AsyncGenerator<Item> {
  const { openZip, ZipTooLarge } = await import('./open-zip.ts');
  const failed = (error: unknown): Item =>
    error instanceof ZipTooLarge
      ? {
          kind: 'failure',
          code: 'archive-too-large',
          message: `Expected an archive of pages, found one packed beyond measure (${error.message}); it was not unpacked.`,
        }
      : {
          kind: 'failure',
          code: 'archive-unreadable',
          message: `Expected a WACZ, found an archive that cannot be opened (${reasonOf(error)}): it is cut off, damaged or none.`,
        };
  let files: ReadonlyMap<string, ZipFile>;
  try {
    files = new Map((await openZip(source)).map((file) => [file.path, file]));
  } catch (error) {
    return yield failed(error);
  }
  const warcs = [...files.values()].filter(({ path }) => WARC.test(path));
  if (warcs.length === 0) {
    const message = 'Expected a WACZ, found a ZIP archive without a WARC in it; nothing was read. Unpack it and give the folder.';
    return yield { kind: 'failure', code: 'archive-unreadable', message };
  }
  const list = await readJson(files.get('datapackage.json'), readDataPackage);
  const digest = await readJson(files.get('datapackage-digest.json'), readSignedDigest);
  if (list === undefined) {
    const because = ['it has no datapackage.json that can be read, so that nothing says what belongs to it'];
    yield { kind: 'signature', status: digest === undefined ? 'missing' : 'invalid', because };
  } else {
    const { signature, wrong } = await check(files, list, digest?.data, tools);
    yield signature;
    for (const what of wrong)
      yield { kind: 'notice', notice: notice('hash-differs', `Expected the archive as it was made, found that ${what}.`) };
  }
  for (const { path, stream } of warcs) {
    try {
      yield* ingestRecords(stream(), tools, path);
    } catch (error) {
      const item = failed(error);
      yield item.kind === 'failure' ? { ...item, part: { kind: 'record', number: 1, file: path } } : item;
    }
  }
}
