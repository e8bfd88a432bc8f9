import type { Instruction } from '../../x86/cpu/instruction.ts';
import type { Machine } from '../../x86/machine.ts';
import { type End, stepMachine } from '../../x86/stepMachine.ts';
import { isTrapping } from './isTrapping.ts';
import { type BasicBlock, readBlock } from './readBlock.ts';

/** What one stay in a block was. */
export interface BlockRun {
  readonly block: BasicBlock;
  /** Instructions completed; each repetition of a string instruction is one. */
  readonly executed: number;
  /** Those among them that the guest's kernel could not have executed without ring 0. */
  readonly traps: number;
  readonly end: End | undefined;
}

/** A repeated string instruction may go round for long; what is left of it is then a block of its own. */
const MOST_EXECUTED = 20_000;
/** Interrupts and exceptions delivered one after another without an instruction between them. */
const MOST_DELIVERIES = 16;

/**
 * Runs the guest from where it stands to the end of its basic block, in place. A handler that is entered on the way
 * ends the block. Without a block: the program is over, or nothing but deliveries was met.
 */
export function runBlock(guest: Machine): BlockRun | { readonly end: End | undefined } {
  for (let i = 0; i < MOST_DELIVERIES; i++) {
    const block = readBlock(guest);
    const run = runThrough(guest, block?.instructions ?? []);
    if (block && run.executed > 0) return { block, ...run };
    if (run.end) return { end: run.end };
  }
  return { end: undefined };
}

function runThrough(guest: Machine, instructions: readonly Instruction[]): Omit<BlockRun, 'block'> {
  const { cpu } = guest;
  let [at, executed, traps] = [0, 0, 0];
  do {
    const { eip, cpl } = cpu;
    const happening = stepMachine(guest);
    if (happening.kind !== 'retired') return { executed, traps, end: happening.kind === 'end' ? happening : undefined };
    executed++;
    const instruction = instructions[at];
    if (instruction && cpl === 0 && isTrapping(instruction)) traps++;
    const repeats = instruction !== undefined && instruction.repeat !== 'none' && cpu.eip === eip;
    if (!repeats) at++;
  } while (at < instructions.length && executed < MOST_EXECUTED);
  return { executed, traps, end: undefined };
}
