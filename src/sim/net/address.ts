/** Addresses as they are written. IPv4: RFC 791; prefixes: RFC 4632, "Classless Inter-domain Routing (CIDR)". */
export type Ip = string;
export type Mac = string;

/** An address and the length of its network's prefix: 10.0.0.1/24. */
export interface Cidr {
  readonly ip: Ip;
  readonly bits: number;
}

export const BROADCAST: Mac = 'ff:ff:ff:ff:ff:ff';
/** Where a default route leads: everywhere. */
export const EVERYWHERE: Cidr = { ip: '0.0.0.0', bits: 0 };

export const ipToNumber = (ip: Ip): number => ip.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
export const numberToIp = (n: number): Ip => [24, 16, 8, 0].map((shift) => (n >>> shift) & 255).join('.');

/** The dotted quad in a word, or undefined: four decimal numbers up to 255, without leading zeros. */
export function readIp(word: string): Ip | undefined {
  const octets = word.split('.');
  const fits = octets.length === 4 && octets.every((octet) => /^(0|[1-9]\d{0,2})$/.test(octet) && Number(octet) <= 255);
  return fits ? word : undefined;
}

/** An address with its prefix length, `10.0.0.1/24`, or undefined. */
export function readCidr(word: string): Cidr | undefined {
  const [address = '', bits = '', ...rest] = word.split('/');
  const ip = readIp(address);
  return ip && rest.length === 0 && /^\d{1,2}$/.test(bits) && Number(bits) <= 32
    ? { ip, bits: Number(bits) }
    : undefined;
}

const sizeOf = (bits: number): number => 2 ** (32 - bits);
const baseOf = ({ ip, bits }: Cidr): number => ipToNumber(ip) - (ipToNumber(ip) % sizeOf(bits));

/** Whether the address lies in the network. */
export const isInNetwork = (ip: Ip, network: Cidr): boolean => baseOf({ ip, bits: network.bits }) === baseOf(network);

/** The network an address belongs to: 10.0.0.1/24 is in 10.0.0.0/24. */
export const networkOf = (cidr: Cidr): Cidr => ({ ip: numberToIp(baseOf(cidr)), bits: cidr.bits });

/** Whether it is the address that means everyone in the network. */
export const isBroadcastOf = (ip: Ip, network: Cidr): boolean =>
  network.bits < 31 && ipToNumber(ip) === baseOf(network) + sizeOf(network.bits) - 1;

/** Whether one machine can have the address: neither "this network", loopback, multicast nor reserved (RFC 1122, 3.2.1.3). */
export const isUnicast = (ip: Ip): boolean => {
  const first = Number(ip.split('.')[0]);
  return first > 0 && first !== 127 && first < 224;
};

export const sameCidr = (a: Cidr, b: Cidr): boolean => a.ip === b.ip && a.bits === b.bits;
export const cidrToText = ({ ip, bits }: Cidr): string => `${ip}/${bits}`;
