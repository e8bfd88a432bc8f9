/** Why a line of a trace is not understood. */
export type TraceFaultKind =
  | 'verb'
  | 'missing'
  | 'extra'
  | 'name'
  | 'hex'
  | 'canonical'
  | 'unaligned'
  | 'beyond'
  | 'rights'
  | 'pages'
  | 'vms'
  | 'processes'
  | 'tables';

/** Lines and columns count from 1. */
export interface TraceFault {
  readonly line: number;
  readonly column: number;
  readonly kind: TraceFaultKind;
  /** What stands there. */
  readonly word: string;
}

const SIGN = 2 ** 47;

/** The digits of a hexadecimal number without `0x`, `_` and leading zeros. */
function digitsOf(word: string): string | undefined {
  const body = word.startsWith('0x') || word.startsWith('0X') ? word.slice(2) : word;
  if (!/^[0-9a-fA-F][0-9a-fA-F_]*$/.test(body)) return undefined;
  return (body.includes('_') ? body.replaceAll('_', '') : body).replace(/^0+(?=.)/, '');
}

/** The value of up to 12 plain hexadecimal digits, or -1: most words of a long trace are no more than that. */
function plainHex(word: string): number {
  if (word.length === 0 || word.length > 12) return -1;
  let value = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i) | 32;
    if (code >= 97 && code <= 102) value = value * 16 + code - 87;
    else if (code >= 48 && code <= 57 && word.charCodeAt(i) === code) value = value * 16 + code - 48;
    else return -1;
  }
  return value;
}

/** Bits 47:0 of a canonical address; Intel SDM vol. 1, "Canonical Addressing". */
export function readVa(word: string): number | TraceFaultKind {
  const plain = plainHex(word);
  if (plain >= 0) return plain < SIGN ? plain : 'canonical';
  const digits = digitsOf(word);
  if (digits === undefined) return 'hex';
  if (digits.length <= 12) {
    const low = Number.parseInt(digits, 16);
    return low < SIGN ? low : 'canonical';
  }
  const low = Number.parseInt(digits.slice(-12), 16);
  return /^ffff/i.test(digits) && digits.length === 16 && low >= SIGN ? low : 'canonical';
}

/** A guest-physical address below the 64 MiB that a trace may map. */
export function readGpa(word: string, below: number): number | TraceFaultKind {
  const digits = digitsOf(word);
  if (digits === undefined) return 'hex';
  const gpa = Number.parseInt(digits, 16);
  return gpa < below ? gpa : 'beyond';
}

export const isName = (word: string): boolean => /^[A-Za-z][\w-]{0,15}$/.test(word);
