import type { Certificate, Tools } from '../tools.ts';

/** What `datapackage-digest.json` says. */
export interface SignedDigest {
  readonly path: string | undefined;
  readonly hash: string | undefined;
  readonly signed: SignedData | undefined;
}

export interface SignedData {
  readonly hash: string | undefined;
  readonly signature: string | undefined;
  readonly publicKey: string | undefined;
  readonly domain: string | undefined;
  readonly domainCert: string | undefined;
  readonly timeSignature: string | undefined;
  readonly created: string | undefined;
  readonly software: string | undefined;
}

/** Who signed, whether the signature holds, and what was found on the way. */
export interface SignatureCheck {
  readonly holds: boolean;
  /** True if it is proved here who signed, as far as a key can tell. */
  readonly proved: boolean;
  readonly signer?: string;
  readonly because: readonly string[];
}

const CURVES = ['P-384', 'P-256', 'P-521'] as const;

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(base64.trim()), (sign) => sign.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** The two numbers of an ECDSA signature, which ASN.1 writes with their lengths, in the fixed size that web crypto asks for. */
function fixedSize(signature: Uint8Array<ArrayBuffer>, half: number): Uint8Array<ArrayBuffer> | undefined {
  if (signature.length === half * 2) return signature;
  const numbers: Uint8Array[] = [];
  let at = signature[1]! & 0x80 ? 2 + (signature[1]! & 0x7f) : 2;
  if (signature[0] !== 0x30) return undefined;
  for (let i = 0; i < 2; i++) {
    if (signature[at] !== 0x02) return undefined;
    const length = signature[at + 1]!;
    let number = signature.subarray(at + 2, at + 2 + length);
    while (number.length > half && number[0] === 0) number = number.subarray(1);
    if (number.length > half || number.length === 0) return undefined;
    numbers.push(number);
    at += 2 + length;
  }
  const fixed = new Uint8Array(half * 2);
  for (const [i, number] of numbers.entries()) fixed.set(number, half * (i + 1) - number.length);
  return fixed;
}

/** True if `signature` over `text` was made with the key; undefined where it is no key of a curve that is known. */
async function verify(spki: Uint8Array<ArrayBuffer>, signature: Uint8Array<ArrayBuffer>, text: string): Promise<boolean | undefined> {
  const { subtle } = globalThis.crypto;
  for (const namedCurve of CURVES) {
    try {
      const key = await subtle.importKey('spki', spki, { name: 'ECDSA', namedCurve }, false, ['verify']);
      const fixed = fixedSize(signature, namedCurve === 'P-521' ? 66 : Number(namedCurve.slice(2)) / 8);
      return fixed !== undefined && (await subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, fixed, new TextEncoder().encode(text)));
    } catch {
      // another curve
    }
  }
  return undefined;
}

/** What a certificate proves of a signature made at a moment for a domain; each doubt is a line. */
function doubts({ domains, from, to, chained, trusted }: Certificate, domain: string, created: string | undefined): readonly string[] {
  const lines: string[] = [];
  const matches = domains.some((one) => one === domain || (one.startsWith('*.') && domain.split('.').slice(1).join('.') === one.slice(2)));
  if (!matches) lines.push(`the certificate is for ${domains.join(', ') || 'no domain'}, not for ${domain}`);
  if (!chained) lines.push('the certificates are not signed by each other');
  if (!trusted) lines.push('the last certificate is signed by no root that is known on this machine');
  const at = Date.parse(created ?? '');
  if (!(at >= Date.parse(from) && at <= Date.parse(to))) {
    lines.push(`it says that it was signed ${created ?? 'at no moment'}; the certificate held from ${from} to ${to}`);
  }
  lines.push('its time stamp was not checked, so that only the file itself says when it was signed');
  return lines;
}

/**
 * Checks the signature of a WACZ: with the public key that it gives (an anonymous signer), or with the certificate of a domain.
 *
 * @see https://specs.webrecorder.net/wacz-auth/latest/
 */
export async function checkSignature(data: SignedData, { readCertificate, hash }: Tools): Promise<SignatureCheck> {
  const fail = (why: string): SignatureCheck => ({ holds: false, proved: false, because: [why] });
  const signature = bytesOf(data.signature ?? '');
  if (data.hash === undefined || signature === undefined || signature.length === 0) return fail('it has no signature that can be read');
  if (data.domainCert === undefined) {
    const key = bytesOf(data.publicKey ?? '');
    const holds = key === undefined ? undefined : await verify(key, signature, data.hash);
    if (key === undefined || holds === undefined) return fail('it has no public key that can be read');
    const signer = `key ${hash(key)}`;
    const found = holds
      ? 'the signature was made with the key that the file gives'
      : 'the signature was not made with the key that the file gives';
    return { holds, proved: holds, signer, because: [found, 'whose key it is, the file does not say'] };
  }
  let certificate: Certificate;
  try {
    if (readCertificate === undefined) throw new Error('nothing here reads certificates');
    certificate = readCertificate(data.domainCert);
  } catch (error) {
    return fail(`its certificate cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
  const domain = data.domain ?? certificate.domains[0] ?? '';
  const holds = await verify(certificate.publicKey as Uint8Array<ArrayBuffer>, signature, data.hash);
  if (holds !== true) return { ...fail('the signature was not made with the key of the certificate'), signer: domain };
  const open = doubts(certificate, domain, data.created);
  return {
    holds: true,
    proved: open.length === 0,
    signer: domain,
    because: ['the signature was made with the key of the certificate', ...open],
  };
}
