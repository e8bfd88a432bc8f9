import { ESI, IF, PE, PG, PSE, WP } from '../../x86/cpu/state.ts';
import { flushTlb } from '../../x86/cpu/tlb.ts';
import { MONITOR_FRAMES, MONITOR_SIZE } from '../direct/layout.ts';
import { shared } from '../hypercalls.ts';
import type { Monitor } from '../monitor.ts';
import { giveDescriptors } from './descriptors.ts';
import { enterGuest, sleep } from './enterGuest.ts';
import { setMask } from './events.ts';
import { firstFrames } from './frames.ts';
import { handle } from './handle.ts';
import { runGuest, runQuietly } from './runGuest.ts';
import { buildStartTables, START_DIRECTORY } from './startTables.ts';
import type { Paravirtual } from './state.ts';

/** CR0 as a hypervisor sets it: PG, WP, NE, ET, MP, PE. */
const CR0 = (PG | WP | 0x32 | PE) >>> 0;

/**
 * A guest that knows (Barham et al. 2003): its kernel runs in ring 1 on the
 * processor itself, on page tables of its own that the hypervisor has checked,
 * and asks for what it may not do. What the two agree on stands in `hypercalls.ts`. A kernel that does not know is refused.
 */
export const paravirtual: Monitor<Paravirtual> = {
  hasTwin: false,
  start(guest) {
    const { cpu } = guest;
    guest.memory = { ...guest.memory, size: MONITOR_FRAMES + MONITOR_SIZE };
    buildStartTables(guest);
    giveDescriptors(guest);
    cpu.cr0 = CR0;
    cpu.cr3 = START_DIRECTORY;
    cpu.cr4 = PSE;
    cpu.eflags |= IF;
    cpu.regs[ESI] = shared.page;
    flushTlb(guest.tlb, 'all');
    setMask(guest, true);
    return {
      kind: 'paravirtual',
      phase: 'guest',
      traps: new Map(),
      frames: firstFrames(),
      storesAllowed: false,
      callback: undefined,
      timerAt: Number.POSITIVE_INFINITY,
      root: undefined,
      injected: undefined,
      length: 0,
      budget: 0,
      tally: { updates: 0, refused: 0, upcalls: 0, reflected: 0, direct: 0 },
    };
  },
  step(run) {
    switch (run.vmm.phase) {
      case 'guest':
        return runGuest(run, run.vmm);
      case 'handling':
        return handle(run, run.vmm);
      case 'entering':
        return enterGuest(run, run.vmm);
      case 'asleep':
        return sleep(run, run.vmm);
    }
  },
  runQuietly,
  fork: (vmm) => ({ ...vmm, tally: { ...vmm.tally } }),
};
