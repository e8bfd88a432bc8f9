import type { Readable, Readings } from '#kit/reading.ts';
import type { Fault } from '#sim/paging/fault.ts';
import { hex } from './hex.ts';
import type { Plan } from './machine.ts';
import type { Walker } from './model.ts';
import { readingWords as say } from './words.ts';

/** What a whole walk takes: (n+1)(m+1)−1, and n without EPT. */
function wholeWalk({ guestLevels, eptLevels, guestLeaf, eptLeaf, isNested }: Plan): number {
  const n = guestLevels - guestLeaf + 1;
  const m = isNested ? eptLevels - eptLeaf + 1 : 0;
  return (n + 1) * (m + 1) - 1;
}

const hexOrNull = (address: number | undefined): string | null => (address === undefined ? null : hex(address));

/** What the fault's handler is told, with addresses as text. */
function readFault(fault: Fault | undefined): Readable {
  if (!fault) return null;
  if (!('guestPhysicalAddress' in fault)) return { ...fault };
  return { ...fault, guestPhysicalAddress: hex(fault.guestPhysicalAddress) };
}

export function readings({ walk, plan, flips }: Walker): Readings {
  const ept = walk.references.filter(({ by }) => by === 'ept').length;
  return {
    references: { label: say.references, value: walk.references.length, counter: true },
    eptReferences: { label: say.eptReferences, value: ept, counter: true },
    guestReferences: { label: say.guestReferences, value: walk.references.length - ept, counter: true },
    vmExits: { label: say.vmExits, value: walk.fault?.handledBy === 'hypervisor' ? 1 : 0, counter: true },
    formula: {
      label: say.formula,
      value: wholeWalk(plan),
      source: say.formulaSource,
    },
    guestPhysical: { label: say.guestPhysical, value: hexOrNull(walk.guestPhysical) },
    hostPhysical: { label: say.hostPhysical, value: hexOrNull(walk.hostPhysical) },
    fault: { label: say.fault, value: readFault(walk.fault), names: say.faultNames },
    byte: { label: say.byte, value: hexOrNull(walk.byte) },
    flagsSet: { label: say.flagsSet, value: walk.references.filter(({ before, after }) => before !== after).length },
    flips: { label: say.flips, value: flips },
  };
}
