import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Why an address is not asked: it leads into a private network or to this machine. */
export class PrivateAddress extends Error {}

/** Two lists, since one would take every IPv4 address for an IPv6 one that wraps it. */
const PRIVATE_4 = new BlockList();
const PRIVATE_6 = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  PRIVATE_4.addSubnet(net, bits, 'ipv4');
}
// Of IPv6 all that lies outside the global range, and within it what wraps an IPv4 address or is for examples.
for (const [net, bits] of [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  PRIVATE_6.addSubnet(net, bits, 'ipv6');
}

/** True for an IP address of this machine, a private network or no network at all. @see https://www.iana.org/assignments/iana-ipv4-special-registry */
export const isPrivate = (address: string): boolean => {
  const version = isIP(address);
  if (version === 0) return true;
  return version === 6 ? PRIVATE_6.check(address, 'ipv6') : PRIVATE_4.check(address, 'ipv4');
};

/**
 * Says whether the host of an address may be asked, where it is an IP address itself; names are checked when they are resolved.
 *
 * @throws PrivateAddress
 */
export function checkHost(url: URL): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && isPrivate(host)) throw new PrivateAddress(`${host} is an address of this machine or of a private network`);
}

/** Resolves a name for a connection, and refuses it if any of its addresses is private: what is checked is what is connected to. */
export const guardedLookup: LookupFunction = (host, options, callback) => {
  resolve(host, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, '', 0);
    const found = addresses.find(({ address }) => isPrivate(address));
    if (found !== undefined) {
      return callback(new PrivateAddress(`${host} is ${found.address}, an address of this machine or of a private network`), '', 0);
    }
    const [first] = addresses;
    if (first === undefined) return callback(new Error(`${host} has no address`), '', 0);
    if (options.all === true) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};
