import { describe, expect, test } from 'vitest';
import { assemble } from '#sim/x86/asm/assemble.ts';
import { bootMachine } from '#sim/x86/bootMachine.ts';
import { runMachine } from '#sim/x86/runMachine.ts';
import { bootInQemu, prepareTools } from '../oracle.ts';
import { around } from '../system.ts';
import { stories, userStories } from './exceptionStories.ts';

/** Sends the six dwords on top of the stack that the handler found. */
const handler = `
    mov ebp, esp
    mov eax, KDATA
    mov ds, ax
    mov ebx, 24
    mov dx, COM1
.next:
    mov al, [ebp]
    out dx, al
    inc ebp
    dec ebx
    jnz .next
    mov al, 0
    out DEBUG_EXIT, al
`;

/**
 * What QEMU's translator does not check, and the processor does: limits, rights and null selectors of data segments, LTR
 * of a null selector, unknown MSRs, PG without PE, reserved bits of CR4.
 */
const unchecked = [/used/, /read-only segment/, /limit/, /LTR of a null/, /MSR/, /without protection/, /reserved bit/];

const compared = [
  ...stories.map(([title, code]) => [title, code] as const),
  ...userStories.map(([title, code]) => [title, `mov eax, 2\nmov ebx, user\njmp to_user\nuser:\n${code}`] as const),
].filter(([title]) => !unchecked.some((words) => words.test(title)));

describe.runIf(prepareTools())('in QEMU too', () => {
  test.each(compared)('%s', async (_, code) => {
    const assembled = assemble(around(code, handler));
    if (!('program' in assembled)) throw new Error(JSON.stringify(assembled.faults[0]));
    const machine = bootMachine(assembled.program);
    runMachine(machine, 100_000);
    const { serial } = await bootInQemu(assembled.program.file);
    expect(machine.devices.uart.sent).toBe(Buffer.from(serial).toString('latin1'));
  });
});
