import type { SignedDigest } from './check-signature.ts';

/** A file that a WACZ lists with its hash. */
export interface Resource {
  readonly path: string;
  readonly hash: string | undefined;
  readonly bytes: number | undefined;
}

export interface DataPackage {
  readonly resources: readonly Resource[];
  readonly created: string | undefined;
  readonly software: string | undefined;
}

type Loose = { readonly [key: string]: unknown };
const loose = (value: unknown): Loose => (typeof value === 'object' && value !== null ? (value as Loose) : {});
const string = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

function parse(bytes: Uint8Array): Loose | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === 'object' && value !== null ? (value as Loose) : undefined;
  } catch {
    return undefined;
  }
}

/** Reads `datapackage.json`; undefined where it is no JSON object. @see https://specs.webrecorder.net/wacz/1.1.1/ */
export function readDataPackage(bytes: Uint8Array): DataPackage | undefined {
  const value = parse(bytes);
  if (value === undefined) return undefined;
  const resources = (Array.isArray(value.resources) ? value.resources : []).map(loose).flatMap(({ path, hash, bytes: size }) => {
    const name = string(path);
    return name === undefined ? [] : [{ path: name, hash: string(hash), bytes: typeof size === 'number' ? size : undefined }];
  });
  return { resources, created: string(value.created), software: string(value.software) };
}

/** Reads `datapackage-digest.json`; undefined where it is no JSON object. */
export function readSignedDigest(bytes: Uint8Array): SignedDigest | undefined {
  const value = parse(bytes);
  if (value === undefined) return undefined;
  const data = value.signedData === undefined ? undefined : loose(value.signedData);
  const field = (name: string): string | undefined => string(data?.[name]);
  const signed =
    data === undefined
      ? undefined
      : {
          hash: field('hash'),
          signature: field('signature'),
          publicKey: field('publicKey'),
          domain: field('domain'),
          domainCert: field('domainCert'),
          timeSignature: field('timeSignature'),
          created: field('created'),
          software: field('software'),
        };
  return { path: string(value.path), hash: string(value.hash), signed };
}
