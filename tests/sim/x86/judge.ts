import { assemble } from '#sim/x86/asm/assemble.ts';
import { bootMachine } from '#sim/x86/bootMachine.ts';
import { runMachine } from '#sim/x86/runMachine.ts';
import { type Guest, sha256, text, type Verdict } from './guests.ts';
import { assembleWithNasm, bootInQemu } from './oracle.ts';

/** No generated program needs a tenth of this. */
const MOST = 20_000_000;

/** What real NASM and QEMU make of a guest. */
export async function realVerdict({ name, source, defines, boots }: Guest): Promise<Verdict> {
  const bytes = assembleWithNasm(source, defines);
  if (typeof bytes === 'string') throw new Error(`${name}: NASM says ${bytes}`);
  if (!boots) return { sha256: sha256(bytes) };
  const { serial, end, code } = await bootInQemu(bytes);
  return { sha256: sha256(bytes), serial: text(serial), end, ...(code === undefined ? {} : { code }) };
}

/** What our assembler and our machine make of it. */
export function ourVerdict({ name, source, defines, boots }: Guest): Verdict {
  const assembled = assemble(
    source,
    Object.fromEntries(defines.map((define) => define.split('=')).map(([key = '', value = '']) => [key, value])),
  );
  if ('faults' in assembled)
    throw new Error(
      `${name}: ${assembled.faults.map(({ line, message }) => `line ${line}: ${message.en}`).join('; ')}`,
    );
  const { program } = assembled;
  if (!boots) return { sha256: sha256(program.file) };
  const machine = bootMachine(program);
  const { end } = runMachine(machine, MOST);
  const ended = end?.why === 'debug-exit' ? { end: end.why, code: end.code >> 1 } : { end: end?.why ?? 'budget' };
  return { sha256: sha256(program.file), serial: machine.devices.uart.sent, ...ended };
}
