import { arithmetic } from './generate/arithmetic.ts';
import { clock, sleep } from './generate/clock.ts';
import { codeSegments } from './generate/codeSegments.ts';
import { type Dice, throwDice } from './generate/dice.ts';
import { based, descriptors, faults } from './generate/faults.ts';
import { flow } from './generate/flow.ts';
import { closing, opening } from './generate/harness.ts';
import { paging } from './generate/paging.ts';
import { callGates, doubleFault, system, userCode } from './generate/privilege.ts';

const blocks: readonly ((dice: Dice) => string)[] = [
  ...[arithmetic, arithmetic, arithmetic, arithmetic, flow, flow, flow, paging, paging, userCode, userCode],
  ...[
    faults,
    faults,
    descriptors,
    codeSegments,
    callGates,
    system,
    based,
    clock,
    sleep,
    (dice: Dice) => doubleFault(dice, false),
  ],
];

/*
 * Where QEMU 7.2 (TCG) is known not to do what a processor does; tried one by one. The programs stay off these:
 *
 * - Data accesses check neither the segment's limit (expand-down or not) nor its type: reads and writes through a null selector,
 *   writes through a read-only or a code segment, reads of execute-only code, pushes past the stack's limit all go through.
 *   EIP is held against the limit by far JMP and CALL and by gates only, not by RETF and IRET, nor between them. Loads of
 *   selectors are checked in full. For a CALL past the limit the error code is the selector; the manual says 0.
 * - LTR with a null selector is accepted (no #GP(0)); the next entry from ring 3 then ends QEMU ("fatal: invalid tss").
 * - An instruction that reads and writes memory (INC, XCHG, BTS ...) faults as a read: error code bit 1 is 0. The generated
 *   programs leave that bit out where such an instruction may fault (`vague` in the harness).
 * - A far jump does not set the accessed bit of the code segment's descriptor.
 * - The error code of a fault met while delivering an exception lacks EXT (bit 0): #UD through an absent gate gives 32h, not 33h.
 * - RDMSR and WRMSR of an unknown register do not fault; nor do CR0.NW without CD, CR0.PG without PE, reserved bits of CR4.
 * - QEMU 10 carries out WBINVD at ring 3; 7.2 does not.
 * - After a reset the LDT is 64 KiB of the memory at 0, as on a processor: what is there is the firmware's, so LDTR is emptied first.
 *
 * And what the manual leaves open is not looked at: undefined flags (hashed under a mask), BSF and BSR of 0,
 * RF in a saved EFLAGS (7.2 leaves it clear), the upper half of a pushed selector, the accessed bit after an access that faulted, CPUID, RDTSC and every other clock.
 */

/** A whole random program for `prelude.inc`. It prints hashes and exceptions, and ends by debug-exit, or rarely by a triple fault. */
export function generate(seed: number): string {
  const dice = throwDice(seed);
  const count = 3 + dice.below(5);
  const chosen = Array.from({ length: count }, (_, at) => `\nblock_${at}:\n${dice.pick(blocks)(dice)}`);
  const end = dice.chance(3) ? `\nlast:\n${doubleFault(dice, true)}` : '';
  return `; generated, seed ${seed}\n${opening}${chosen.join('')}${end}${closing}`;
}
