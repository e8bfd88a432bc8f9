import { left, right } from '#kit/layout.ts';
import type { Mark } from '#kit/mark.ts';
import { billOf } from '#sim/mmu/cost.ts';
import { exitCauses } from '#sim/mmu/counts.ts';
import { focusOf } from './focus.ts';
import type { Layout } from './layout.ts';
import { type State, target } from './model.ts';
import { doneIn, vmName } from './step.ts';
import { abouts, causeNames, cycles, labels, pageAddress, vmmExits, walkedEntries } from './words.ts';

/** Who paid for the last line, and how often the guest was left. */
export function billMarks(state: State, { kernel, vmm, hardware }: Layout): readonly Mark[] {
  const { added, exits } = doneIn(state);
  const bill = billOf(added, state.prices);
  const marks: Mark[] = [
    {
      kind: 'box',
      key: 'kernel',
      place: kernel,
      tone: 'guestKernel',
      size: 's',
      text: state.machine.setup.vmm === 'native' ? labels.kernel : labels.guestKernel,
      sub: cycles(bill.kernel),
    },
    {
      kind: 'box',
      key: 'hardware',
      place: hardware,
      tone: 'hw',
      size: 's',
      text: walkedEntries(added.references),
      sub: cycles(bill.hardware),
    },
  ];
  if (state.machine.setup.vmm === 'native') return marks;
  marks.push({
    kind: 'box',
    key: 'vmm',
    place: vmm,
    tone: 'vmm',
    size: 's',
    text: vmmExits(exits),
    sub: cycles(bill.vmm),
    ...(focusOf(state) === 'vmm' && { now: true }),
  });
  if (exits === 0) return marks;
  const causes = exitCauses.filter((cause) => added.exits[cause]).map((cause) => causeNames[cause]);
  return [
    ...marks,
    {
      kind: 'line',
      key: 'exit',
      place: [right(kernel), left(vmm)],
      tone: 'cross',
      arrow: true,
      text: String(exits),
      about: abouts.exits(exits, causes),
    },
  ];
}

/** The planted bug, and its repair. */
export function bugMarks(state: State, { bug }: Layout): readonly Mark[] {
  const { wrong } = state.machine;
  if (wrong)
    return [
      { kind: 'box', key: 'bug', place: bug, text: labels.repair, size: 's', move: ['repair'], about: abouts.repair },
    ];
  const at = target(state);
  if (!at) return [];
  return [
    {
      kind: 'box',
      key: 'bug',
      place: bug,
      text: labels.corrupt,
      size: 's',
      move: ['corrupt'],
      about: abouts.corrupt(pageAddress(at.page), vmName(state, at.owner)),
    },
  ];
}
