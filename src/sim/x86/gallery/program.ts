import type { Phrase } from '../../phrase.ts';

/** An instruction that reads or changes privileged state without a trap, as Robin and Irvine listed them in 2000, and IRET. */
export type Hole =
  | 'pushf'
  | 'popf'
  | 'iret'
  | 'sgdt'
  | 'sidt'
  | 'sldt'
  | 'str'
  | 'smsw'
  | 'push cs'
  | 'lar'
  | 'lsl'
  | 'verr'
  | 'verw';

/** A guest of the gallery: a whole program for NASM, which includes `prelude.inc`. */
export interface GuestProgram {
  readonly id: string;
  readonly title: Phrase;
  readonly teaches: Phrase;
  readonly source: string;
  /** The holes the guest kernel's outcome depends on. */
  readonly uses?: readonly Hole[];
  /** Whether `%define PV` makes a paravirtual edition of it. */
  readonly hasPv: boolean;
}
