/** How an access may try to use memory. */
export type AccessKind = 'read' | 'write' | 'fetch';

/** An access that did not go through, and what its handler is told. */
export type Fault =
  | { readonly kind: 'general-protection'; readonly handledBy: 'guest'; readonly errorCode: 0 }
  | { readonly kind: 'guest-page-fault'; readonly handledBy: 'guest'; readonly errorCode: number; readonly cr2: string }
  | {
      readonly kind: 'ept-violation';
      readonly handledBy: 'hypervisor';
      readonly exitReason: 48;
      readonly exitQualification: number;
      readonly guestPhysicalAddress: number;
    }
  | {
      readonly kind: 'ept-misconfiguration';
      readonly handledBy: 'hypervisor';
      readonly exitReason: 49;
      readonly guestPhysicalAddress: number;
    };

/** Intel SDM vol. 3A, "Page-Fault Exceptions": bits P, W/R, U/S, RSVD, I/D. */
export const pageFaultCode = (
  why: 'absent' | 'illegal' | 'forbidden',
  access: { kind: AccessKind; user: boolean },
): number =>
  (why === 'absent' ? 0 : 1) |
  (access.kind === 'write' ? 2 : 0) |
  (access.user ? 4 : 0) |
  (why === 'illegal' ? 8 : 0) |
  (access.kind === 'fetch' ? 16 : 0);

export interface Violation {
  /** Bits 2:0: what was tried. Both read and write for a guest's table when EPT's dirty flags are on. */
  readonly tried: number;
  /** Bits 5:3: the AND of R, W, X over the entries used; 0 where one of them was not present. */
  readonly allowed: number;
  /** Bit 8: the access itself, and not the walk of a guest's table or the update of its flags. */
  readonly isFinal: boolean;
}

/** Intel SDM vol. 3C, "Exit Qualification for EPT Violations". Bit 7 is set: there is a linear address. */
export const exitQualification = ({ tried, allowed, isFinal }: Violation): number =>
  tried | (allowed << 3) | 0x80 | (isFinal ? 0x100 : 0);
