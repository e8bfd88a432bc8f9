import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { LONGEST_SOURCE } from './controls.ts';
import { type Dropped, isLong, isPacked } from './link.ts';
import type { Link } from './run.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Bytes in base64url (RFC 4648, section 5), without padding. */
function bytesToWord(bytes: Uint8Array): string {
  let word = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const three = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const letters = Math.min(4, bytes.length - i + 1);
    for (let j = 0; j < letters; j++) word += alphabet[(three >> (18 - 6 * j)) & 63];
  }
  return word;
}

function wordToBytes(word: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((word.length * 3) / 4));
  for (let i = 0, at = 0; i < word.length; i += 4) {
    let three = 0;
    for (let j = 0; j < 4; j++) three = (three << 6) | Math.max(0, alphabet.indexOf(word[i + j] ?? 'A'));
    for (let j = 0; j < 3 && at < bytes.length; j++) bytes[at++] = (three >> (16 - 8 * j)) & 255;
  }
  return bytes;
}

/** A long text made short enough for an address: `~`, then deflated UTF-8 in base64url. */
export const packText = (text: string): string => `~${bytesToWord(deflateSync(strToU8(text), { level: 9 }))}`;

/** The text that was packed; undefined where it does not unpack. */
export function unpackText(word: string): string | undefined {
  if (word.length > LONGEST_SOURCE || !/^~[\w-]+$/.test(word)) return undefined;
  try {
    const text = strFromU8(inflateSync(wordToBytes(word.slice(1))));
    return text.length <= LONGEST_SOURCE ? text : undefined;
  } catch {
    return undefined;
  }
}

/** The link with its long words compressed, as it goes into an address. */
export const packLink = (link: Link): Link =>
  Object.fromEntries(Object.entries(link).map(([name, word]) => [name, isLong(name, word) ? packText(word) : word]));

/** The link as it was before it was packed; a word that does not unpack is left out and named. */
export function unpackLink(link: Link): { link: Link; dropped: readonly Dropped[] } {
  const dropped: Dropped[] = [];
  const words = Object.entries(link).flatMap(([name, word]): [string, string][] => {
    const text = isPacked(word) ? unpackText(word) : word;
    if (text === undefined)
      dropped.push({
        name,
        word: word.slice(0, 60),
        right: { en: 'a text packed by this site', 'zh-CN': '由本站压缩的文本' },
      });
    return text === undefined ? [] : [[name, text]];
  });
  return { link: Object.fromEntries(words), dropped };
}
