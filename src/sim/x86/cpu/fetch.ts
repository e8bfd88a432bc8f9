import type { Machine } from '../machine.ts';
import { PAGE, pageToRead } from '../memory.ts';
import { translateCode } from './access.ts';
import { decode } from './decode.ts';
import { recall, remember } from './decodeCache.ts';
import type { Instruction } from './instruction.ts';
import { CS } from './state.ts';

const DEFAULT_32 = 1 << 14;

/**
 * The instruction at CS:EIP, decoded now or when it was met before; EIP stays.
 * Throws as `decode` does. Instructions across two pages, 16-bit code and
 * code where no memory is are decoded anew each time.
 */
export function fetch(machine: Machine): Instruction {
  const { cpu, memory } = machine;
  const code = cpu.segments[CS];
  const address = translateCode(machine, cpu.eip);
  if (!code || !(code.access & DEFAULT_32) || address >= memory.size) return decode(machine);
  const page = pageToRead(memory, address);
  const at = address & (PAGE - 1);
  const known = recall(page, at);
  if (known && cpu.eip + known.length - 1 <= code.limit) return known;
  const fresh = decode(machine);
  if (at + fresh.length <= PAGE) remember(page, at, fresh);
  return fresh;
}
