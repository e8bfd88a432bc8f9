import { isFault } from '../../x86/cpu/fault.ts';
import { type Cpu, IF, IOPL, TF } from '../../x86/cpu/state.ts';
import { execute } from '../../x86/stepMachine.ts';
import type { Deed } from '../deed.ts';
import { toGuest, toReal } from '../direct/carry.ts';
import { emulate } from '../direct/emulate.ts';
import { leave, noteBreach } from '../direct/outer.ts';
import { beforeInstruction, crossingOf, runDirectly } from '../direct/runDirectly.ts';
import { addressOf } from '../guestEvent.ts';
import { nativeCycles } from '../native.ts';
import type { GuestRun } from '../run.ts';
import { completed, spend } from '../settle.ts';
import { type Block, isFresh, type Piece } from './block.ts';
import { drop, enterBlock, onward } from './cache.ts';
import type { Translation } from './translation.ts';

/**
 * Whether the guest may run by itself: user code that sees the flags it would see on bare metal (Bugnion et al. 2012,
 * "Bringing Virtualization to the x86 Architecture with the Original VMware Workstation", algorithm 1, but that an IOPL of
 * 1 or 2, which PUSHF would tell, is not run directly either).
 */
const runsDirectly = ({ cpl, eflags }: Cpu): boolean => cpl !== 0 && (eflags & IF) !== 0 && (eflags & IOPL) === 0;

/** User code runs by itself; of the kernel's, its translation does. */
export function runGuest(run: GuestRun, vmm: Translation): Deed {
  const before = beforeInstruction(run, vmm);
  if (before) return before;
  if (runsDirectly(run.guest.cpu)) {
    vmm.at = undefined;
    vmm.from = undefined;
    return runDirectly(run, vmm);
  }
  return runTranslated(run, vmm);
}

function runTranslated(run: GuestRun, vmm: Translation): Deed {
  const address = addressOf(run.guest);
  if ((run.guest.cpu.eflags & TF) !== 0) return leave(run, vmm, { address, reason: '#DB', vector: 1 });
  const here = pieceAt(vmm, address);
  if (here && isFresh(run.guest, here.block, here.piece)) return runPiece(run, vmm, here.piece);
  if (here) drop(vmm, here.block, 'stale');
  const made = enterBlock(run, vmm, address);
  const first = pieceAt(vmm, address);
  return made ?? (first ? runPiece(run, vmm, first.piece) : leave(run, vmm, { address, reason: 'callout' }));
}

/** The piece that the processor has come to, if it is the one for this address. */
function pieceAt(vmm: Translation, address: number): { block: Block; piece: Piece } | undefined {
  const block = vmm.at && vmm.cache.get(vmm.at.block);
  const piece = block?.pieces[vmm.at?.piece ?? 0];
  return block && piece?.address === address ? { block, piece } : undefined;
}

function runPiece(run: GuestRun, vmm: Translation, piece: Piece): Deed {
  switch (piece.form) {
    case 'ident':
    case 'branch':
    case 'indirect':
      return runIdent(run, vmm, piece);
    case 'simulate':
    case 'inCache':
      return runInCache(run, vmm, piece);
    case 'callout':
      return leave(run, vmm, { address: piece.address, reason: 'callout' });
  }
}

/** The same instruction, or one that goes on at the same place, in ring 1. Where it faults the monitor has it, as without translation. */
function runIdent(run: GuestRun, vmm: Translation, piece: Piece): Deed {
  const { guest } = run;
  const { machine } = vmm.real;
  const { prices } = run.settings;
  const { address, instruction } = piece;
  const { stores } = machine;
  try {
    execute(machine, instruction);
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown;
    return leave(run, vmm, crossingOf(thrown, address));
  }
  spend(run, 'guest', nativeCycles(prices, instruction.opcode));
  if (piece.form === 'indirect') spend(run, 'vmm', prices.indirect);
  noteBreach(vmm, stores);
  toGuest(vmm.real, guest);
  guest.retired = machine.retired;
  run.instructions++;
  onward(run.guest, vmm);
  completed(run, address);
  return { kind: 'run', address, where: 'translated' };
}

/** A few instructions on the virtual processor's variables: nobody is called. */
function runInCache(run: GuestRun, vmm: Translation, { address, form }: Piece): Deed {
  const { prices } = run.settings;
  vmm.tally.inCache++;
  spend(run, 'vmm', form === 'simulate' ? prices.tableWrite : prices.inCache);
  emulate(run, vmm.real);
  toReal(vmm.real, run.guest);
  onward(run.guest, vmm);
  return { kind: 'run', address, where: 'translated' };
}
