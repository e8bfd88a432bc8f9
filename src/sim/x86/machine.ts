import type { SecondLevel } from './cpu/physical.ts';
import { type Cpu, copyCpu } from './cpu/state.ts';
import { copyTlb, type Tlb } from './cpu/tlb.ts';
import { copyDevices, type Devices } from './devices/devices.ts';
import { forkMemory, type Memory } from './memory.ts';

/** A PC of the smallest kind: one processor, its memory, and the devices that `devices.ts` names. It is changed in place. */
export interface Machine {
  cpu: Cpu;
  memory: Memory;
  readonly tlb: Tlb;
  devices: Devices;
  /** Instructions completed since power-on. With `skipped` it is the clock of everything. */
  retired: number;
  /** Instructions' time that passed in HLT. */
  skipped: number;
  /** A running hash of every store that instructions and the frames of interrupts and far calls made: equal on two machines that wrote the same. */
  stores: number;
  /** What the last of them wrote; of a frame, a hash. */
  lastStored: number;
  /** The linear address of the last store by an instruction. */
  lastStoredAt: number;
  /** A translation behind the processor's own, if a monitor put one there. */
  second?: SecondLevel | undefined;
}

/** A machine in the same state that can be run on its own. From here on the origin is only read. */
export const forkMachine = (machine: Machine): Machine => ({
  ...machine,
  cpu: copyCpu(machine.cpu),
  memory: forkMemory(machine.memory),
  tlb: copyTlb(machine.tlb),
  devices: copyDevices(machine.devices),
});

/**
 * The time: a retired instruction takes one period of the timer's input clock
 * (1.193182 MHz), which makes a run tell the same story every time. A real
 * processor makes a thousand instructions in that time.
 */
export const clockOf = ({ retired, skipped }: Machine): number => retired + skipped;
