import { isFault } from '../../x86/cpu/fault.ts';
import { execute } from '../../x86/stepMachine.ts';
import type { Deed } from '../deed.ts';
import { toGuest, toReal } from '../direct/carry.ts';
import { emulate } from '../direct/emulate.ts';
import { leave } from '../direct/outer.ts';
import { beforeInstruction, crossingOf, runDirectly } from '../direct/runDirectly.ts';
import { addressOf } from '../guestEvent.ts';
import { nativeCycles } from '../native.ts';
import type { GuestRun } from '../run.ts';
import { completed, spend } from '../settle.ts';
import { type Block, isFresh, type Piece } from './block.ts';
import { drop, enterBlock } from './cache.ts';
import type { Translation } from './translation.ts';

/** User code runs by itself; of the kernel's, its translation does. */
export function runGuest(run: GuestRun, vmm: Translation): Deed {
  const before = beforeInstruction(run, vmm);
  if (before) return before;
  if (run.guest.cpu.cpl !== 0) {
    vmm.at = undefined;
    vmm.from = undefined;
    return runDirectly(run, vmm);
  }
  return runKernel(run, vmm);
}

function runKernel(run: GuestRun, vmm: Translation): Deed {
  const address = addressOf(run.guest);
  const here = pieceAt(vmm, address);
  if (here && isFresh(run.guest, here.block, here.piece)) return runPiece(run, vmm, here.block, here.piece);
  if (here) drop(vmm, here.block, 'stale');
  const made = enterBlock(run, vmm, address);
  const first = pieceAt(vmm, address);
  return (
    made ?? (first ? runPiece(run, vmm, first.block, first.piece) : leave(run, vmm, { address, reason: 'callout' }))
  );
}

/** The piece that the processor has come to, if it is the one for this address. */
function pieceAt(vmm: Translation, address: number): { block: Block; piece: Piece } | undefined {
  const block = vmm.at && vmm.cache.get(vmm.at.block);
  const piece = block?.pieces[vmm.at?.piece ?? 0];
  return block && piece?.address === address ? { block, piece } : undefined;
}

function runPiece(run: GuestRun, vmm: Translation, block: Block, piece: Piece): Deed {
  switch (piece.form) {
    case 'ident':
      return runIdent(run, vmm, block, piece);
    case 'simulate':
    case 'inCache':
      return runInCache(run, vmm, block, piece);
    case 'callout':
      return leave(run, vmm, { address: piece.address, reason: 'callout' });
  }
}

/** The same instruction, in ring 1. Where it faults the monitor has it, as without translation. */
function runIdent(run: GuestRun, vmm: Translation, block: Block, piece: Piece): Deed {
  const { guest } = run;
  const { machine } = vmm.real;
  const { prices } = run.settings;
  const { address, instruction } = piece;
  try {
    execute(machine, instruction);
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown;
    return leave(run, vmm, crossingOf(thrown, address));
  }
  spend(run, 'guest', nativeCycles(prices, instruction.opcode));
  if (piece.indirect) spend(run, 'vmm', prices.indirect);
  toGuest(vmm.real, guest);
  guest.retired = machine.retired;
  run.instructions++;
  onward(vmm, block);
  completed(run, address);
  return { kind: 'run', address, where: 'translated' };
}

/** A few instructions on the virtual processor's variables: nobody is called. */
function runInCache(run: GuestRun, vmm: Translation, block: Block, { address, form }: Piece): Deed {
  const { prices } = run.settings;
  vmm.tally.inCache++;
  spend(run, 'vmm', form === 'simulate' ? prices.tableWrite : prices.inCache);
  emulate(run, vmm.real);
  toReal(vmm.real, run.guest);
  onward(vmm, block);
  return { kind: 'run', address, where: 'translated' };
}

/** On to the next piece; after the last, to another block, which this one will be chained to. */
function onward(vmm: Translation, block: Block): void {
  const piece = (vmm.at?.piece ?? 0) + 1;
  vmm.from = piece < block.pieces.length ? undefined : block.address;
  vmm.at = piece < block.pieces.length ? { block: block.address, piece } : undefined;
}
