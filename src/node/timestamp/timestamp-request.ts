import { randomBytes } from 'node:crypto';
import { Integer, Null, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from 'pkijs';

export const SHA256 = '2.16.840.1.101.3.4.2.1';

/**
 * What a timestamp authority is to be asked: a TimeStampReq in DER (RFC 3161, 2.4.1), for its certificate too.
 *
 * @param hash "sha256:…"; it is the only thing that the authority learns
 */
export function timestampRequest(hash: string): Uint8Array {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256, algorithmParams: new Null() }),
      hashedMessage: new OctetString({ valueHex: Uint8Array.from(Buffer.from(hash.replace(/^sha256:/, ''), 'hex')).buffer }),
    }),
    // The first bit is 0, so that it is no negative number.
    nonce: new Integer({ valueHex: Uint8Array.from(randomBytes(8), (byte, i) => (i === 0 ? (byte & 0x7f) | 0x40 : byte)).buffer }),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
}
