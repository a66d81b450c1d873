import { constants, createHash, verify as verifySignature, X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { Certificate, type ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo, TimeStampResp, TSTInfo } from 'pkijs';
import type { ReadTimestamp } from '../../casefile/index.ts';
import { SHA256 } from './timestamp-request.ts';

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
/** The attributes by which the signer names its certificate: of RFC 5035 (with sha256 if nothing else is said) and of RFC 2634 (sha1). */
const SIGNING_CERTIFICATE_2 = '1.2.840.113549.1.9.16.2.47';
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const RSA_PSS = '1.2.840.113549.1.1.10';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const DIGESTS: Readonly<Record<string, string>> = {
  [SHA256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
const OCTET_STRING = 4;
const LONGEST_CHAIN = 8;

/** A value of ASN.1, as far as it is asked here. */
interface Asn1 {
  readonly valueBlock: { readonly value?: readonly Asn1[]; readonly valueHexView?: Uint8Array; toString(): string };
  readonly idBlock: { readonly tagNumber: number };
}

const digest = (name: string, bytes: Uint8Array): Buffer => createHash(name).update(bytes).digest();
const bytesOf = (buffer: ArrayBuffer | undefined): Uint8Array => new Uint8Array(buffer ?? new ArrayBuffer(0));
const octets = (value: Asn1 | undefined): Uint8Array => value?.valueBlock.valueHexView ?? new Uint8Array();

/** What does not hold of a timestamp, in words for people. */
class Unfit extends Error {}

function ensure(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Unfit(otherwise);
}

/** A certificate as pkijs took it apart, and as Node reads it. */
interface Own {
  readonly parsed: Certificate;
  readonly read: X509Certificate;
}

const certificatesOf = ({ certificates = [] }: SignedData): readonly Own[] =>
  certificates
    .filter((one): one is Certificate => one instanceof Certificate)
    .map((parsed) => ({ parsed, read: new X509Certificate(new Uint8Array(parsed.toSchema().toBER())) }));

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.from(a).equals(Buffer.from(b));

/** The first value of a signed attribute. */
function attribute({ signedAttrs }: SignerInfo, type: string): Asn1 | undefined {
  return signedAttrs?.attributes.find((one) => one.type === type)?.values[0] as Asn1 | undefined;
}

/** True if the signed attributes name this certificate, by its hash, as the one that signs (RFC 3161, 2.4.2; RFC 5816). */
function names(signer: SignerInfo, { read }: Own): boolean {
  const newer = attribute(signer, SIGNING_CERTIFICATE_2);
  const id = (newer ?? attribute(signer, SIGNING_CERTIFICATE))?.valueBlock.value?.[0]?.valueBlock.value?.[0]?.valueBlock.value ?? [];
  const hash = id.find(({ idBlock }) => idBlock.tagNumber === OCTET_STRING);
  const algorithm = id[0] === hash ? undefined : id[0];
  const stated = algorithm?.valueBlock.value?.[0]?.valueBlock.toString();
  const name = newer === undefined ? 'sha1' : stated === undefined ? 'sha256' : DIGESTS[stated];
  return name !== undefined && sameBytes(octets(hash), digest(name, read.raw));
}

function signerOf(signed: SignedData): { readonly signer: SignerInfo; readonly own: Own; readonly all: readonly Own[] } {
  const [signer, ...more] = signed.signerInfos;
  ensure(signer !== undefined && more.length === 0, 'it has not one signature but none or several');
  const all = certificatesOf(signed);
  const { sid } = signer;
  const own = all.find(({ parsed }) =>
    sid instanceof IssuerAndSerialNumber
      ? parsed.issuer.isEqual(sid.issuer) && sameBytes(octets(parsed.serialNumber as Asn1), octets(sid.serialNumber as Asn1))
      : names(signer, { parsed } as Own),
  );
  ensure(own !== undefined, 'the certificate of its signer is not in it; ask for one with the certificate');
  return { signer, own, all };
}

/** That the content was signed with the key of the certificate. */
function checkSignature(signer: SignerInfo, { read }: Own, content: Uint8Array): void {
  const name = DIGESTS[signer.digestAlgorithm.algorithmId];
  ensure(name !== undefined, `it was signed over a digest that is not taken here (${signer.digestAlgorithm.algorithmId})`);
  ensure(attribute(signer, CONTENT_TYPE)?.valueBlock.toString() === TST_INFO, 'its signature is not over a timestamp');
  ensure(sameBytes(octets(attribute(signer, MESSAGE_DIGEST)), digest(name, content)), 'its signature is over something else');
  const key = read.publicKey;
  const pss = signer.signatureAlgorithm.algorithmId === RSA_PSS;
  const padding = pss ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO } : {};
  const plain = key.asymmetricKeyType === 'ed25519' || key.asymmetricKeyType === 'ed448';
  const signature = octets(signer.signature as Asn1);
  const holds = verifySignature(plain ? null : name, bytesOf(signer.signedAttrs?.encodedValue), { key, ...padding }, signature);
  ensure(holds, 'its signature was not made with the key of its certificate');
}

const signedBy = (one: X509Certificate, other: X509Certificate): boolean => one.checkIssued(other) && one.verify(other.publicKey);

/** True if a certificate leads, over others that came with it, to a trusted one; each must have held at the moment. */
function isTrusted(own: X509Certificate, all: readonly X509Certificate[], trusted: readonly X509Certificate[], at: Date): boolean {
  const held = (one: X509Certificate): boolean => at >= new Date(one.validFrom) && at <= new Date(one.validTo);
  let one: X509Certificate | undefined = own;
  for (let steps = 0; one !== undefined && held(one) && steps < LONGEST_CHAIN; steps++) {
    const link: X509Certificate = one;
    if (trusted.some((root) => root.fingerprint256 === link.fingerprint256)) return true;
    if (trusted.some((root) => held(root) && signedBy(link, root))) return true;
    one = all.find((other) => other.ca && other.fingerprint256 !== link.fingerprint256 && signedBy(link, other));
  }
  return false;
}

function open(response: Uint8Array): ContentInfo {
  let read: TimeStampResp;
  try {
    read = TimeStampResp.fromBER(Uint8Array.from(response));
  } catch (error) {
    throw new Unfit('it is no answer of a timestamp authority (a TimeStampResp in DER)', { cause: error });
  }
  const { status, timeStampToken } = read;
  ensure(status.status <= 1 && timeStampToken !== undefined, `the authority refused (status ${status.status})`);
  return timeStampToken;
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+?-----END CERTIFICATE-----/g;

/** The certificates of a text in PEM. @throws where there is none, or one that is broken */
export function readRoots(from: string, pem: string): readonly X509Certificate[] {
  try {
    const found = (pem.match(CERTIFICATE) ?? []).map((one) => new X509Certificate(one));
    if (found.length > 0) return found;
  } catch (error) {
    throw new Error(`Expected certificates in PEM form in ${from}, found one that cannot be read.`, { cause: error });
  }
  throw new Error(`Expected certificates in PEM form in ${from}, found none.`);
}

const nameOf = ({ subject }: X509Certificate): string => subject.split('\n').reverse().join(', ');

/**
 * What reads timestamps: it checks that the token is signed with the key of the certificate in it, that this certificate is one
 * for timestamps, was the one that the signer meant, and had not run out when it stamped.
 *
 * @param roots the certificates of authorities that are trusted; those that Node brings along if not given
 * @see RFC 3161, RFC 5816, RFC 5652
 * @example timestampReader()(answer).at
 */
export function timestampReader(roots?: readonly X509Certificate[]): ReadTimestamp {
  let trusted = roots;
  const read: ReadTimestamp = (response) => {
    const token = open(response);
    ensure(token.contentType === SIGNED_DATA, 'its token is not signed');
    const signed = new SignedData({ schema: token.content });
    ensure(signed.encapContentInfo.eContentType === TST_INFO, 'what is signed in it is no timestamp');
    const content = bytesOf(signed.encapContentInfo.eContent?.getValue());
    const info = TSTInfo.fromBER(Uint8Array.from(content));
    const { hashAlgorithm, hashedMessage } = info.messageImprint;
    ensure(hashAlgorithm.algorithmId === SHA256, 'what it stamps is no sha256');
    const { signer, own, all } = signerOf(signed);
    ensure(names(signer, own), 'its signature does not name the certificate that came with it');
    checkSignature(signer, own, content);
    ensure(own.read.keyUsage?.includes(TIME_STAMPING) === true, 'its certificate is not one for timestamps');
    const at = info.genTime;
    ensure(at >= new Date(own.read.validFrom) && at <= new Date(own.read.validTo), 'its certificate did not hold at that moment');
    trusted ??= rootCertificates.map((root) => new X509Certificate(root));
    return {
      hash: `sha256:${Buffer.from(octets(hashedMessage as Asn1)).toString('hex')}`,
      at: at.toISOString(),
      by: nameOf(own.read),
      trusted: isTrusted(
        own.read,
        all.map(({ read }) => read),
        trusted,
        at,
      ),
    };
  };
  return (response) => {
    try {
      return read(response);
    } catch (error) {
      throw error instanceof Unfit ? error : new Unfit('it cannot be taken apart as a timestamp', { cause: error });
    }
  };
}
