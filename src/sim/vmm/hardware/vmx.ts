import { both, type Phrase } from '../../phrase.ts';
import type { Instruction } from '../../x86/cpu/instruction.ts';
import { NE, OF, PE, PG, TSD, UMIP, WP } from '../../x86/cpu/state.ts';
import type { Machine } from '../../x86/machine.ts';
import type { ExecutionControls } from '../technique.ts';

const own = (name: string): Phrase => both(name, name);

/** Basic exit reasons: SDM vol. 3D, appendix C, "VMX Basic Exit Reasons". An instruction's name is its own in every language. */
export const exitNames: Readonly<Record<number, Phrase>> = {
  0: both('exception', '异常'),
  1: both('external interrupt', '外部中断'),
  2: both('triple fault', '三重故障'),
  7: both('interrupt window', '中断窗口'),
  10: own('CPUID'),
  12: own('HLT'),
  13: own('INVD'),
  14: own('INVLPG'),
  16: own('RDTSC'),
  18: own('VMCALL'),
  28: both('CR access', '访问控制寄存器'),
  30: both('I/O instruction', 'I/O 指令'),
  31: own('RDMSR'),
  32: own('WRMSR'),
  46: both('GDTR or IDTR', '访问 GDTR 或 IDTR'),
  47: both('LDTR or TR', '访问 LDTR 或 TR'),
  48: both('EPT violation', 'EPT 违例'),
};

/** The key under which an exit is counted: number and name. */
export const reasonOf = (reason: number): string => `${reason} ${exitNames[reason]?.en ?? 'other'}`;

export const EXCEPTION = 0;
export const INTERRUPT = 1;
export const TRIPLE_FAULT = 2;
export const WINDOW = 7;
export const PORT = 30;
export const EPT_VIOLATION = 48;

/** Bits of CR0 that the monitor owns (the guest/host mask): a MOV that changes one exits. */
const CR0_OWNED = (PE | NE | WP | PG) >>> 0;

/** Why an instruction leaves the guest, and the exit qualification (SDM vol. 3C, "Exit Qualification"). */
export interface InstructionExit {
  readonly reason: number;
  readonly qualification: number;
}

const exit = (reason: number, qualification = 0): InstructionExit => ({ reason, qualification });

/**
 * Whether this instruction exits under these controls (SDM vol. 3C,
 * "Instructions That Cause VM Exits"). Faults for lack of privilege come before
 * exits, so what needs CPL 0 is asked about only there.
 */
export function exitOf(
  { cpu }: Machine,
  instruction: Instruction,
  controls: ExecutionControls,
): InstructionExit | undefined {
  switch (instruction.opcode) {
    case 0x0fa2:
      return exit(10);
    case 0x0f31:
      return controls.rdtsc && (cpu.cpl === 0 || (cpu.cr4 & TSD) === 0) ? exit(16) : undefined;
    case 0x0f00:
      return controls.tables && instruction.reg < 4 && mayTouch(cpu, instruction.reg < 2) ? exit(47) : undefined;
    case 0x0f01:
      return exitOf0f01(cpu, instruction, controls);
    default:
      return cpu.cpl === 0 ? privilegedExit(cpu, instruction, controls) : undefined;
  }
}

/** Whether privilege lets the table registers be loaded, or (`telling`) stored: SDM vol. 3A, "User-Mode Instruction Prevention". */
const mayTouch = ({ cpl, cr4 }: Machine['cpu'], telling: boolean): boolean =>
  cpl === 0 || (telling && (cr4 & UMIP) === 0);

function exitOf0f01(cpu: Machine['cpu'], { mod, reg, rm }: Instruction, controls: ExecutionControls) {
  if (mod === 3 && reg === 0 && rm === 1) return exit(18);
  if (mod === 3) return undefined;
  if (reg < 4) return controls.tables && mayTouch(cpu, reg < 2) ? exit(46) : undefined;
  return reg === 7 && cpu.cpl === 0 && (controls.invlpg || !controls.ept) ? exit(14) : undefined;
}

function privilegedExit(cpu: Machine['cpu'], instruction: Instruction, controls: ExecutionControls) {
  switch (instruction.opcode) {
    case 0xf4:
      return controls.hlt ? exit(12) : undefined;
    case 0x0f08:
      return exit(13);
    case 0x0f30:
      return controls.msr ? exit(32) : undefined;
    case 0x0f32:
      return controls.msr ? exit(31) : undefined;
    case 0x0f20:
      return instruction.reg === 3 && !controls.ept ? exit(28, crQualification(instruction, 1)) : undefined;
    case 0x0f22:
      return writeExit(cpu, instruction, controls);
    default:
      return undefined;
  }
}

/** Number of the control register, how it is accessed (0 MOV to, 1 MOV from), and the general register. */
const crQualification = ({ reg, rm }: Instruction, access: number): number => reg | (access << 4) | (rm << 8);

function writeExit(cpu: Machine['cpu'], instruction: Instruction, controls: ExecutionControls) {
  const value = cpu.regs[instruction.rm] ?? 0;
  const exits =
    instruction.reg === 0
      ? ((value ^ cpu.cr0) & CR0_OWNED) !== 0
      : instruction.reg === 3
        ? controls.cr3 || !controls.ept
        : instruction.reg === 4 && !controls.ept && value !== cpu.cr4;
  return exits ? exit(28, crQualification(instruction, 0)) : undefined;
}

/** INT3, and INTO where OF is set, are exceptions to the exception bitmap; INT n never exits. */
export function trapOf({ cpu }: Machine, { opcode }: Instruction): number | undefined {
  if (opcode === 0xcc) return 3;
  return opcode === 0xce && (cpu.eflags & OF) !== 0 ? 4 : undefined;
}

/** IN and OUT, for which the guest's own permissions are asked first: the exit, if the bitmap says so. */
export function portExit({ cpu }: Machine, instruction: Instruction, controls: ExecutionControls) {
  if (!controls.io || (instruction.opcode & 0xfff4) !== 0xe4) return undefined;
  const { opcode, size } = instruction;
  const byDx = (opcode & 8) !== 0;
  const port = byDx ? (cpu.regs[2] ?? 0) & 0xffff : instruction.immediate & 0xff;
  const isIn = (opcode & 2) === 0;
  return exit(PORT, (size - 1) | (isIn ? 8 : 0) | (byDx ? 0 : 0x40) | (port << 16));
}
