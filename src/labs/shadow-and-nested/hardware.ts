import type { Place } from '#kit/layout.ts';
import type { Mark } from '#kit/mark.ts';
import { countTranslations } from '#sim/mmu/tlb.ts';
import { vaToHex } from '#sim/mmu/trace.ts';
import { focusOf } from './focus.ts';
import type { Layout } from './layout.ts';
import type { State } from './model.ts';
import { type Slot, slotsIn } from './slots.ts';
import { doneIn, processName, vmName } from './step.ts';
import { abouts, grouped, mmu, pageAddress, rightsToWord, tlbTitle } from './words.ts';

/** The MMU, which walks. */
export function mmuMarks(state: State, layout: Layout): readonly Mark[] {
  const { machine } = state;
  const { references } = doneIn(state).added;
  const words = mmu[machine.setup.vmm](references);
  return [
    {
      kind: 'box',
      key: 'mmu',
      place: layout.mmu,
      tone: 'hw',
      size: 's',
      text: words,
      about: words,
      ...(focusOf(state) === 'mmu' && { now: true }),
    },
  ];
}

/** The TLB, or the sets of it around the page of the last line. */
export function tlbMarks(state: State, layout: Layout): readonly Mark[] {
  const { machine } = state;
  const { vmm, entries } = machine.setup;
  const shown = slotsIn(state);
  const title: Mark = {
    kind: 'label',
    key: 'tlb',
    place: layout.tlb,
    align: 'start',
    size: 's',
    text: tlbTitle(countTranslations(machine.tlb), entries, shown, vmm),
  };
  const boxes = shown.slots.map((slot, i) => slotMark(state, slot, layout.slots[i] ?? { x: 0, y: 0, w: 0, h: 0 }));
  return [title, ...boxes];
}

function slotMark(state: State, { key, entry, va, vm, process, isNow }: Slot, place: Place): Mark {
  const { vpid, pcid, vmm } = state.machine.setup;
  if (!entry) return { kind: 'box', key: `slot-${key}`, place, ghost: true };
  const tags = `${vmm === 'native' ? '' : `V${vpid ? vm + 1 : 0} `}P${pcid ? process : 0}`;
  const says = `${pageAddress(entry.frame)} ${rightsToWord(entry.rights)}`;
  const owner = `${vmName(state, vm)}/${processName(state, vm, process)}`;
  return {
    kind: 'box',
    key: `slot-${key}`,
    place,
    tone: 'hw',
    size: 's',
    mono: true,
    text: grouped(va),
    sub: `${tags} ${says}`,
    about: abouts.slot(owner, vaToHex(va), says),
    ...(isNow && focusOf(state) === 'slot' && { now: true }),
  };
}
