import { createHash } from 'node:crypto';
import { gallery } from '#sim/x86/gallery/gallery.ts';
import { generate } from './generate.ts';

/** A program to be assembled with these names defined, and to be booted unless it needs a hypervisor that QEMU is not. */
export interface Guest {
  readonly name: string;
  readonly source: string;
  readonly defines: readonly string[];
  readonly boots: boolean;
}

const variants: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'timer-tick': [['TICKS=9']],
  'traced-kernel': [['NO_RING_CHECK'], ['PLAIN_HLT'], ['NO_RING_CHECK', 'PLAIN_HLT', 'PASSES=5'], ['PV', 'BATCH']],
  'table-updates': [['UPDATES=7'], ['PV', 'BATCH']],
};

/** Every program of the gallery in every edition it has. */
export const galleryGuests: readonly Guest[] = gallery.flatMap(({ id, source, hasPv }) =>
  [[], ...(hasPv ? [['PV']] : []), ...(variants[id] ?? [])].map((defines) => ({
    name: [id, ...defines].join(' '),
    source,
    defines,
    boots: !defines.includes('PV'),
  })),
);

/** How many generated programs are on record: seeds 0 and up. */
export const GENERATED = 400;

export const generatedGuest = (seed: number): Guest => ({
  name: `generated ${seed}`,
  source: generate(seed),
  defines: [],
  boots: true,
});

/** What real NASM and real QEMU made of a guest; `end` is missing where it was only assembled. */
export interface Verdict {
  readonly sha256: string;
  readonly serial?: string;
  readonly end?: string;
  readonly code?: number;
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Serial bytes as text, a letter for each byte. */
export const text = (bytes: Iterable<number>): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
