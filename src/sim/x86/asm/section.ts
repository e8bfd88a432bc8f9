/** A part of the program that is laid out in one go. */
export interface Section {
  readonly name: string;
  /** Whether it is in the file; .bss is not. */
  readonly contents: boolean;
  align: number;
  /** How long it is so far in this pass. */
  length: number;
  /** Its address, once lengths are known. */
  start: number;
  /** What is in it, gathered in the last pass. */
  bytes: Uint8Array;
}

/** The largest program, in bytes. */
export const LARGEST = 1 << 20;

export const makeSection = (name: string, contents: boolean, align: number): Section => ({
  name,
  contents,
  align,
  length: 0,
  start: 0,
  bytes: new Uint8Array(0),
});

/** Gives sections their addresses: those with contents in order of appearance, then those without. NASM manual, "bin". */
export function placeSections(sections: readonly Section[], origin: number): undefined {
  let end = origin;
  for (const contents of [true, false])
    for (const section of sections) {
      if (section.contents !== contents) continue;
      const empty = section.length === 0 && section.contents;
      const start = end === origin && section === sections[0] ? origin : alignUp(end, section.align);
      section.start = start;
      if (!empty) end = start + section.length;
    }
}

const alignUp = (address: number, align: number): number => Math.ceil(address / align) * align;

/** The flat file: every section with contents at its distance from the origin, zeroes between. */
export function joinSections(sections: readonly Section[], origin: number): Uint8Array {
  const kept = sections.filter(({ contents, length }) => contents && length > 0);
  const end = Math.max(origin, ...kept.map(({ start, length }) => start + length));
  const file = new Uint8Array(end - origin);
  for (const { start, bytes } of kept) file.set(bytes, start - origin);
  return file;
}
