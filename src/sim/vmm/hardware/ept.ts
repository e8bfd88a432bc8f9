import type { SecondLevel } from '../../x86/cpu/physical.ts';
import { type AccessKind, EXECUTE, WRITE } from '../../x86/cpu/tlb.ts';

/** The pages of the guest that the EPT maps so far: a byte each. Host frames have the guest's numbers; chapter 3 looks at tables bit by bit. */
export type Ept = Uint8Array;

const PAGES = 4096;
export const emptyEpt = (): Ept => new Uint8Array(PAGES);

/** Thrown by the processor in mid-instruction: SDM vol. 3C, "EPT Violations". */
export interface EptViolation {
  readonly kind: 'ept';
  readonly physical: number;
  /** Bits 0-2: read, write, fetch; bit 7: a linear address is known; bit 8: it was the access itself, not the walk to it. */
  readonly qualification: number;
}

export const isEptViolation = (thrown: unknown): thrown is EptViolation =>
  typeof thrown === 'object' && thrown !== null && 'kind' in thrown && thrown.kind === 'ept';

const accessBit = (kind: AccessKind): number => (kind === WRITE ? 2 : kind === EXECUTE ? 4 : 1);

/** The second translation, over this EPT. What is not memory of the guest's answers as an empty bus. */
export const secondLevel = (ept: Ept): SecondLevel => ({
  translate(_machine, physical, kind, _linear, walking) {
    const page = physical >>> 12;
    if (page >= PAGES || ept[page] === 1) return physical;
    const violation: EptViolation = {
      kind: 'ept',
      physical,
      qualification: accessBit(kind) | 0x80 | (walking ? 0 : 0x100),
    };
    throw violation;
  },
});
