import { dropLinear, dropPhysical } from './caches.ts';
import type { ExitCause } from './counts.ts';
import type { Machine } from './machine.ts';
import { dropTranslation, dropTranslations, emptyTlb, keyTag } from './tlb.ts';

/** The guest is left and entered again. Without VPID each way empties the TLB; Intel SDM vol. 3C, "Operations that Invalidate Cached Mappings". */
export function leaveGuest(machine: Machine, cause: ExitCause): Machine {
  const { counts, setup } = machine;
  const exits = { ...counts.exits, [cause]: counts.exits[cause] + 1 };
  const left: Machine = { ...machine, counts: { ...counts, exits } };
  return setup.vpid ? left : flushAll(left);
}

/** Every translation goes. EPT's own lines stay. */
function flushAll(machine: Machine): Machine {
  const { entries, ways } = machine.setup;
  return countFlush({ ...machine, tlb: emptyTlb(entries, ways), caches: dropLinear(machine.caches, () => true) });
}

/** Every translation of one VM goes, whatever its process. */
export const flushVm = (machine: Machine, vm: number): Machine =>
  countFlush({
    ...machine,
    tlb: dropTranslations(machine.tlb, ({ key }) => keyTag(key) >> 12 === vm),
    caches: dropLinear(machine.caches, (tag) => tag >> 12 === vm),
  });

const countFlush = (machine: Machine): Machine => ({
  ...machine,
  counts: { ...machine.counts, flushes: machine.counts.flushes + 1 },
});

/** INVEPT of one VM's tables: what was derived from them goes. */
export function flushEpt(machine: Machine, vm: number): Machine {
  const flushed = flushVm(machine, vm);
  return { ...flushed, caches: dropPhysical(flushed.caches, vm) };
}

/** INVLPG: one translation, and all linear lines of the tag, goes. */
export const flushPage = (machine: Machine, tag: number, key: number): Machine => ({
  ...machine,
  tlb: dropTranslation(machine.tlb, key),
  caches: dropLinear(machine.caches, (other) => other === tag),
});
