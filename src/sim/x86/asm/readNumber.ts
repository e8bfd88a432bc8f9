/** The radix a letter before or after the digits stands for; NASM manual, "Numeric Constants". */
function radixOf(letter: string | undefined): number {
  switch (letter) {
    case 'b':
    case 'y':
      return 2;
    case 'o':
    case 'q':
      return 8;
    case 'd':
    case 't':
      return 10;
    case 'h':
    case 'x':
      return 16;
    default:
      return 0;
  }
}

const prefixes = { 2: '0b', 8: '0o', 16: '0x' } as const;

/**
 * The value of a numeric constant, or nothing where a digit is wrong. Where both ends could name a radix the larger
 * wins, as in NASM: 0bh is eleven.
 */
export function readNumber(word: string): bigint | undefined {
  const text = word.toLowerCase();
  const dollar = text.startsWith('$');
  const before = dollar ? 16 : text.length > 2 && text[0] === '0' ? radixOf(text[1]) : 0;
  const after = text.length > 1 ? radixOf(text.at(-1)) : 0;
  let digits = text;
  let radix = 10;
  if (before > after) {
    radix = before;
    digits = text.slice(dollar ? 1 : 2);
  } else if (after > before) {
    radix = after;
    digits = text.slice(0, -1);
  }
  return digitsToValue(digits.replaceAll('_', ''), radix);
}

function digitsToValue(digits: string, radix: number): bigint | undefined {
  const legal = radix === 2 ? /^[01]+$/ : radix === 8 ? /^[0-7]+$/ : radix === 16 ? /^[0-9a-f]+$/ : /^[0-9]+$/;
  if (!legal.test(digits) || digits.length > 64) return undefined;
  const value = BigInt(radix === 10 ? digits : `${prefixes[radix as keyof typeof prefixes]}${digits}`);
  return value < 1n << 64n ? BigInt.asIntN(64, value) : undefined;
}
