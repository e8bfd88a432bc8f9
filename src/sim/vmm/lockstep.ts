import {
  AF,
  CF,
  type Cpu,
  DF,
  EAX,
  EBP,
  EBX,
  ECX,
  EDI,
  EDX,
  ESI,
  ESP,
  IF,
  IOPL,
  OF,
  PF,
  SF,
  ZF,
} from '../x86/cpu/state.ts';
import type { Machine } from '../x86/machine.ts';

const registers = [
  ['eax', EAX],
  ['ecx', ECX],
  ['edx', EDX],
  ['ebx', EBX],
  ['esp', ESP],
  ['ebp', EBP],
  ['esi', ESI],
  ['edi', EDI],
] as const;

const flags = [
  ['eflags.CF', CF],
  ['eflags.PF', PF],
  ['eflags.AF', AF],
  ['eflags.ZF', ZF],
  ['eflags.SF', SF],
  ['eflags.IF', IF],
  ['eflags.DF', DF],
  ['eflags.OF', OF],
  ['eflags.IOPL', IOPL],
] as const;

const COMPARED = flags.reduce((all, [, mask]) => all | mask, 0);

const system = ['cpl', 'cr0', 'cr2', 'cr3', 'cr4'] as const;

/** What differs between the guest and its twin on bare metal, if anything does: there, and on bare metal. */
export interface Difference {
  readonly what: string;
  readonly here: number;
  readonly bare: number;
}

/** `cpl`, `cr0`, `cr2`, `cr3` and `cr4`, as they are kept. */
function systemDifference(here: Cpu, bare: Cpu): Difference | undefined {
  for (const what of system) if (here[what] !== bare[what]) return { what, here: here[what], bare: bare[what] };
  for (const what of ['gdtr', 'idtr'] as const)
    if (here[what].base !== bare[what].base) return { what, here: here[what].base, bare: bare[what].base };
  return undefined;
}

/** What must be equal on both, in one go: this is asked after every instruction. */
function isSame(here: Machine, bare: Machine): boolean {
  const [a, b] = [here.cpu, bare.cpu];
  for (let i = 0; i < 8; i++) if (a.regs[i] !== b.regs[i]) return false;
  return (
    a.eip === b.eip &&
    ((a.eflags ^ b.eflags) & COMPARED) === 0 &&
    here.stores === bare.stores &&
    a.cpl === b.cpl &&
    a.cr0 === b.cr0 &&
    a.cr2 === b.cr2 &&
    a.cr3 === b.cr3 &&
    a.cr4 === b.cr4 &&
    a.gdtr.base === b.gdtr.base &&
    a.idtr.base === b.idtr.base
  );
}

/**
 * The first register, flag or store in which two machines differ. Stores are
 * compared by a running hash of all that was written, so that a difference shows
 * at the instruction that made it and not when it is read again.
 */
export const differenceOf = (here: Machine, bare: Machine): Difference | undefined =>
  isSame(here, bare) ? undefined : findDifference(here, bare);

function findDifference(here: Machine, bare: Machine): Difference | undefined {
  const [a, b] = [here.cpu, bare.cpu];
  for (const [what, i] of registers)
    if (a.regs[i] !== b.regs[i]) return { what, here: (a.regs[i] ?? 0) >>> 0, bare: (b.regs[i] ?? 0) >>> 0 };
  if (a.eip !== b.eip) return { what: 'eip', here: a.eip, bare: b.eip };
  if (a.eflags !== b.eflags)
    for (const [what, mask] of flags)
      if ((a.eflags & mask) !== (b.eflags & mask)) return { what, here: a.eflags & mask, bare: b.eflags & mask };
  if (here.stores !== bare.stores) return { what: 'memory', here: here.lastStored, bare: bare.lastStored };
  return systemDifference(a, b);
}

/**
 * A value that is not as on bare metal, as the manuals write it; `what` is a divergence's. A flag is kept at its place in
 * EFLAGS, and IOPL has two bits there. `hex` writes registers and what was stored.
 */
export function differingValue(what: string, value: number, hex: (n: number) => string): string {
  if (what === 'eflags.IOPL') return String(value >>> 12);
  if (what.startsWith('eflags.')) return value === 0 ? '0' : '1';
  return what === 'cpl' ? String(value) : hex(value);
}
