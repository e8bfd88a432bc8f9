import { type Entry, setFlags } from './entry.ts';
import { decodeEpt, EPT_RIGHTS, eptBits } from './ept.ts';
import { exitQualification, type Violation } from './fault.ts';
import { indexAt, spanOf } from './level.ts';
import { readEntry } from './memory.ts';
import { type Next, record, type Walk } from './walk.ts';

/** Intel SDM vol. 3C, "Prioritization of EPT Misconfigurations and EPT Violations". */
export function readEpt(walk: Walk, { level, target, physical, table, allowed }: Extract<Next, { by: 'ept' }>): Walk {
  const index = indexAt(physical, level);
  const address = table + 8 * index;
  const entry = readEntry(walk.memory, address);
  const found = decodeEpt(entry, level);
  const reference = { by: 'ept', level, target, index, address, before: entry, isLeaf: found.kind === 'page' } as const;
  const tried = eptAccess(walk, target);
  if (found.kind === 'absent')
    return violate(record(walk, reference), physical, { tried, allowed: 0, isFinal: target === 0 });
  if (found.kind === 'illegal') return misconfigure(record(walk, reference), physical);
  const rights = allowed & entry.lo & EPT_RIGHTS;
  const seen = { ...reference, gives: found.address };
  if (found.kind === 'table') {
    const next: Next = { by: 'ept', level: level - 1, target, physical, table: found.address, allowed: rights };
    return { ...record(walk, seen, eptFlagged(walk, entry, 0)), next };
  }
  if ((tried & rights) !== tried)
    return violate(record(walk, seen), physical, { tried, allowed: rights, isFinal: target === 0 });
  const real = found.address + (physical % spanOf(level));
  const read = record(walk, seen, eptFlagged(walk, entry, tried & eptBits.write));
  return target === 0
    ? { ...read, hostPhysical: real, next: { by: 'data', physical, real } }
    : { ...read, next: { by: 'guest', level: target, physical, real, allowed: rights } };
}

/** What EPT must allow. With its dirty flags on, every access to a guest's table counts as a write too. */
function eptAccess({ machine, access }: Walk, target: number): number {
  if (target > 0) return machine.ept?.accessedDirty ? eptBits.read | eptBits.write : eptBits.read;
  return { read: eptBits.read, write: eptBits.write, fetch: eptBits.execute }[access.kind];
}

/** Intel SDM vol. 3C, "Accessed and Dirty Flags for EPT". */
const eptFlagged = ({ machine }: Walk, entry: Entry, isWrite: number): Entry =>
  machine.ept?.accessedDirty ? setFlags(entry, eptBits.accessed | (isWrite ? eptBits.dirty : 0)) : entry;

/** The access leaves the guest: a right is missing, or an entry. */
export const violate = (walk: Walk, physical: number, violation: Violation): Walk => ({
  ...walk,
  fault: {
    kind: 'ept-violation',
    handledBy: 'hypervisor',
    exitReason: 48,
    exitQualification: exitQualification(violation),
    guestPhysicalAddress: physical,
  },
});

const misconfigure = (walk: Walk, physical: number): Walk => ({
  ...walk,
  fault: { kind: 'ept-misconfiguration', handledBy: 'hypervisor', exitReason: 49, guestPhysicalAddress: physical },
});
