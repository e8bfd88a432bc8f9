import { type Fault, isFault } from '../x86/cpu/fault.ts';
import { fetch } from '../x86/cpu/fetch.ts';
import { readHost } from '../x86/cpu/physical.ts';
import { AF, CF, CS, DF, IF, IOPL, OF, PF, SF, ZF } from '../x86/cpu/state.ts';
import type { Machine } from '../x86/machine.ts';
import { execute } from '../x86/stepMachine.ts';
import type { Bench } from './bench.ts';
import type { Case } from './specimen.ts';
import { looked, machineAt, type Stand } from './stand.ts';
import { gateVectors, handlerOf } from './tables.ts';

/** What a program can tell without privilege, and what only the machine knows. */
export interface Seen {
  readonly regs: readonly number[];
  readonly flags: number;
  /** ES, DS, FS and GS with their hidden parts. */
  readonly data: readonly (readonly [selector: number, base: number, limit: number])[];
  readonly memory: readonly number[];
  readonly eip: number;
  readonly system: System;
}
/** The state that a monitor has to keep for itself. */
export interface System {
  readonly IF: number;
  readonly IOPL: number;
  readonly CPL: number;
  readonly CS: number;
  readonly GDTR: number;
  readonly IDTR: number;
  readonly LDTR: number;
  readonly TR: number;
  readonly CR0: number;
  readonly CR3: number;
  readonly halted: number;
  readonly sent: number;
}

/** An instruction that was really executed: the state before and after it, or the fault it raised; and the vector whose gate it went through. */
export interface Trial {
  readonly before: Seen;
  readonly after: Seen;
  readonly fault: Fault | undefined;
  readonly entered: number | undefined;
}

const ARITHMETIC = CF | PF | AF | ZF | SF | DF | OF;
/** Instructions that a case may have before the one that matters. */
const MOST_SETUP = 8;

/** Executes one case where the stand says, on the processor model itself. */
export function tryCase({ program, places }: Bench, each: Case, stand: Stand): Trial {
  const place = places.get(each);
  if (!place) throw new Error(`no such case on this bench: ${each.instruction}`);
  const machine = machineAt(program, stand, place.start, place.masked);
  for (let i = 0; i < MOST_SETUP && machine.cpu.eip !== place.probe; i++) execute(machine, fetch(machine));
  const before = look(machine);
  const fault = attempt(machine);
  return { before, after: look(machine), fault, entered: fault ? undefined : enteredIn(machine) };
}

function attempt(machine: Machine): Fault | undefined {
  try {
    execute(machine, fetch(machine));
    return undefined;
  } catch (thrown) {
    if (isFault(thrown)) return thrown;
    throw thrown;
  }
}

const enteredIn = ({ cpu }: Machine): number | undefined =>
  gateVectors.find((vector) => cpu.eip === handlerOf('guest', vector) || cpu.eip === handlerOf('monitor', vector));

function look(machine: Machine): Seen {
  const { cpu, memory, devices } = machine;
  const words = (at: number, count: number) => Array.from({ length: count }, (_, i) => readHost(memory, at + 4 * i, 4));
  return {
    regs: Array.from(cpu.regs, (word) => word >>> 0),
    flags: cpu.eflags & ARITHMETIC,
    data: [0, 3, 4, 5].map((i) => {
      const { selector = 0, base = 0, limit = 0 } = cpu.segments[i] ?? {};
      return [selector, base, limit] as const;
    }),
    memory: [...words(looked.stack, 8), ...words(looked.scratch, 2)],
    eip: cpu.eip,
    system: {
      IF: (cpu.eflags & IF) >> 9,
      IOPL: (cpu.eflags & IOPL) >> 12,
      CPL: cpu.cpl,
      CS: cpu.segments[CS]?.selector ?? 0,
      GDTR: cpu.gdtr.base,
      IDTR: cpu.idtr.base,
      LDTR: cpu.ldtr.selector,
      TR: cpu.tr.selector,
      CR0: cpu.cr0,
      CR3: cpu.cr3,
      halted: cpu.halted ? 1 : 0,
      sent: devices.uart.sent.length,
    },
  };
}
