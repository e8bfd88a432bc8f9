import { fetchByte } from '../../x86/cpu/access.ts';
import { decode } from '../../x86/cpu/decode.ts';
import { isFault } from '../../x86/cpu/fault.ts';
import type { Instruction } from '../../x86/cpu/instruction.ts';
import type { Machine } from '../../x86/machine.ts';
import { addressOf } from '../guestEvent.ts';
import { endsBlock, type Form, formOf } from './form.ts';

/** One instruction of the guest's, and what it became. */
export interface Piece {
  /** Linear address of the source. */
  readonly address: number;
  readonly instruction: Instruction;
  /** `simulate` is a store that kept faulting on a watched page: it is carried out in the monitor's way at once. */
  readonly form: Form | 'simulate';
}

/** A translation unit: a basic block of at most twelve instructions (Adams and Agesen 2006, section 3.2). */
export interface Block {
  readonly address: number;
  readonly pieces: readonly Piece[];
  /** The source as it was when it was translated. */
  readonly bytes: readonly number[];
  /** The blocks that this one has been chained to: its ends jump there without asking. */
  readonly chained: ReadonlySet<number>;
  readonly runs: number;
}

const MOST_INSTRUCTIONS = 12;

/** Translates the block that begins where the guest stands. Undefined where not even its first instruction can be fetched. */
export function translateBlock(guest: Machine, adapted: ReadonlySet<number>): Block | undefined {
  const { cpu } = guest;
  const { eip, cr2 } = cpu;
  const pieces: Piece[] = [];
  try {
    while (pieces.length < MOST_INSTRUCTIONS) {
      const address = addressOf(guest);
      const instruction = decode(guest);
      const form = adapted.has(address) ? 'simulate' : formOf(instruction);
      pieces.push({ address, instruction, form });
      cpu.eip = (cpu.eip + instruction.length) >>> 0;
      if (endsBlock(instruction)) break;
    }
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown;
    cpu.cr2 = cr2;
  }
  const length = cpu.eip - eip;
  cpu.eip = eip;
  const address = addressOf(guest);
  return pieces.length === 0
    ? undefined
    : { address, pieces, bytes: bytesAt(guest, eip, length), chained: new Set(), runs: 0 };
}

const bytesAt = (guest: Machine, offset: number, length: number): number[] =>
  Array.from({ length }, (_, i) => fetchByte(guest, (offset + i) >>> 0));

/** Whether the source of this piece, which the guest has come to, still says what was translated. A real translator watches the pages it has read. */
export function isFresh(guest: Machine, block: Block, piece: Piece): boolean {
  const first = piece.address - block.address;
  const { cr2, eip } = guest.cpu;
  try {
    for (let i = 0; i < piece.instruction.length; i++)
      if (fetchByte(guest, eip + i) !== block.bytes[first + i]) return false;
    return true;
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown;
    guest.cpu.cr2 = cr2;
    return false;
  }
}
