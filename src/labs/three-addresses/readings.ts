import type { Readings } from '#kit/reading.ts';
import { entryToHex } from '#sim/paging/entry.ts';
import { guestNames } from './guests.ts';
import { FRAMES, framesUsed, ownersOf } from './host.ts';
import { byteWord, viewOf } from './kernel.ts';
import type { State } from './state.ts';
import { marks, readingWords as say } from './words.ts';

const hexOrNull = (n: number | undefined): string | null => (n === undefined ? null : `0x${n.toString(16)}`);

const faultNames = { 'guest-page-fault': marks.pageFault, 'ept-violation': marks.violation };
const handlerNames = { 'guest kernel': marks.guestKernel, hypervisor: marks.hypervisor };

export function readings({ host, walk, access, counts }: State): Readings {
  const leaf = (by: 'guest' | 'ept') =>
    walk.references.findLast((read) => read.by === by && read.isLeaf && (by === 'guest' || read.target === 0))?.after;
  const [pte, ept] = [leaf('guest'), leaf('ept')];
  const shared = Array.from({ length: FRAMES }, (_, frame) => frame).filter(
    (frame) => ownersOf(host, frame).length > 1,
  );
  const handler = walk.fault && (walk.fault.handledBy === 'guest' ? 'guest kernel' : 'hypervisor');
  return {
    framesUsed: { label: say.framesUsed, value: framesUsed(host), counter: true },
    exits: { label: say.exits, value: counts.exits, counter: true },
    guestFaults: { label: say.guestFaults, value: counts.guestFaults, counter: true },
    gva: { label: say.gva, value: `${access.guest} ${access.address.hex}` },
    gpa: { label: say.gpa, value: hexOrNull(walk.guestPhysical) },
    hpa: { label: say.hpa, value: hexOrNull(walk.hostPhysical) },
    byte: { label: say.byte, value: walk.byte === undefined ? null : byteWord(walk.byte) },
    pte: { label: say.pte, value: pte ? entryToHex(pte) : null },
    eptEntry: { label: say.eptEntry, value: ept ? entryToHex(ept) : null },
    fault: { label: say.fault, value: walk.fault?.kind ?? null, names: faultNames },
    handledBy: { label: say.handledBy, value: handler ?? null, names: handlerNames },
    guestSees: {
      label: say.guestSees,
      value: Object.fromEntries(guestNames.map((guest) => [guest, viewOf(host, guest)])),
    },
    slots: {
      label: say.slots,
      value: Object.fromEntries(guestNames.map((guest) => [guest, host.slots[guest].map((frame) => hexOrNull(frame))])),
    },
    shared: { label: say.shared, value: shared.length },
    copies: { label: say.copies, value: counts.copies },
    swaps: { label: say.swaps, value: counts.swaps },
  };
}
