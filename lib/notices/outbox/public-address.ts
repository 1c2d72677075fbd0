import { BlockList, isIP } from 'node:net';

/** Networks of IPv4 that are not of the public internet: RFC 6890, and what is for groups or reserved. */
const closed = new BlockList();
for (const [network, bits] of [
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
  ['224.0.0.0', 3],
] as const)
  closed.addSubnet(network, bits, 'ipv4');

/** Global addresses of IPv6, and those among them that lead to an IPv4 address or to nobody. */
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');
const tunnelled = new BlockList();
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  tunnelled.addSubnet(network, bits, 'ipv6');

/**
 * Whether an address is one of the public internet, to which messages may go: never this machine, its network, nor a
 * spelling of those in IPv6. False for what is no address.
 */
export function isPublicAddress(address: string): boolean {
  const kind = isIP(address);
  if (kind === 4) return !closed.check(address, 'ipv4');
  return kind === 6 && global.check(address, 'ipv6') && !tunnelled.check(address, 'ipv6');
}
