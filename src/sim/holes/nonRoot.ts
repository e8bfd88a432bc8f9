import { exitOf, portExit } from '../vmm/hardware/vmx.ts';
import type { ExecutionControls } from '../vmm/technique.ts';
import { fetch } from '../x86/cpu/fetch.ts';
import { execute } from '../x86/stepMachine.ts';
import type { Bench } from './bench.ts';
import { isSensitive, type Pair, type Verdict } from './judge.ts';
import type { Case, Specimen } from './specimen.ts';
import { BARE, machineAt } from './stand.ts';
import { tryCase } from './trial.ts';

/** As KVM sets them on a processor with EPT, but that UMIP is the guest's own. */
export const usualControls: ExecutionControls = {
  hlt: true,
  cr3: false,
  invlpg: false,
  io: true,
  exceptions: [],
  interrupts: true,
  msr: true,
  tables: false,
  rdtsc: false,
  ept: true,
};

/** Basic exit reason of a case in VMX non-root operation at the guest's own ring 0; undefined where it does not exit. */
function exitReason({ program, places }: Bench, each: Case): number | undefined {
  const { start = 0, probe = 0, masked = false } = places.get(each) ?? {};
  const machine = machineAt(program, BARE, start, masked);
  while (machine.cpu.eip < probe) execute(machine, fetch(machine));
  const instruction = fetch(machine);
  return (exitOf(machine, instruction, usualControls) ?? portExit(machine, instruction, usualControls))?.reason;
}

/**
 * Under VT-x the guest's kernel has ring 0, tables and flags of its own: what
 * does not exit acts on those, and is the monitor's business no more.
 */
export function judgeNonRoot(bench: Bench, { cases }: Specimen): Verdict & { readonly exit: number | undefined } {
  const pairs = cases.map((each): Pair => {
    const bare = tryCase(bench, each, BARE);
    return { each, bare, here: bare };
  });
  const exits = cases.map((each) => exitReason(bench, each));
  const at = Math.max(
    0,
    exits.findIndex((reason) => reason !== undefined),
  );
  const shown = pairs[at] as Pair;
  const exit = exits[at];
  const region = exit === undefined ? 'neither' : isSensitive(bench, shown) ? 'caught' : 'harmless';
  return { region, manner: undefined, shown, pairs, exit };
}
