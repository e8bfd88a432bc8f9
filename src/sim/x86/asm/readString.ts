/** A text as the bytes of its UTF-8, one a character. */
export function textToBytes(text: string): string {
  let bytes = '';
  for (const letter of text) bytes += codeToBytes(letter.codePointAt(0) ?? 0);
  return bytes;
}

function codeToBytes(code: number): string {
  const tail = (shift: number) => 0x80 | ((code >> shift) & 0x3f);
  if (code < 0x80) return String.fromCharCode(code);
  if (code < 0x800) return String.fromCharCode(0xc0 | (code >> 6), tail(0));
  if (code < 0x10000) return String.fromCharCode(0xe0 | (code >> 12), tail(6), tail(0));
  return String.fromCharCode(0xf0 | (code >> 18), tail(12), tail(6), tail(0));
}

const simple: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, e: 27 };
/** The first escape of a `…` string that NASM does not know, or nothing. */
export const badEscape = (inside: string): string | undefined =>
  [...inside.matchAll(numeric)].find(
    ([, , , , , letter]) => letter !== undefined && !/['"`\\?abtnvfre]/.test(letter),
  )?.[0];

const numeric = /\\(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|([\s\S]))/g;

/** The bytes of a `…` string: C's escapes, and \u and \U for a letter by its number. NASM manual, "Character Strings". */
export function unescapeString(inside: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (const found of inside.matchAll(numeric)) {
    pieces.push(textToBytes(inside.slice(from, found.index)), escapeToBytes(found));
    from = found.index + found[0].length;
  }
  return pieces.join('') + textToBytes(inside.slice(from));
}

function escapeToBytes([, hex, short, long, octal, letter = '']: RegExpMatchArray): string {
  if (hex) return String.fromCharCode(Number.parseInt(hex, 16));
  if (octal) return String.fromCharCode(Number.parseInt(octal, 8) & 255);
  if (short || long) return codeToBytes(Number.parseInt(short ?? long ?? '', 16) & 0x1fffff);
  const code = simple[letter];
  return code === undefined ? textToBytes(letter) : String.fromCharCode(code);
}
