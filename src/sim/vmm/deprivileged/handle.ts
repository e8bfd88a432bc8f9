import { IF } from '../../x86/cpu/state.ts';
import type { Crossing, Deed } from '../deed.ts';
import { emulate, servePageFault } from '../direct/emulate.ts';
import { type Served, served, servedBy } from '../direct/served.ts';
import type { GuestRun } from '../run.ts';
import { count, spend } from '../settle.ts';
import type { Deprivileged } from './deprivileged.ts';

/** The monitor does what it was entered for. */
export function handle(run: GuestRun, vmm: Deprivileged): Deed {
  const crossing = run.pending as Crossing;
  run.pending = undefined;
  vmm.phase = 'entering';
  const { retires, work, injected } = serve(run, vmm, crossing);
  vmm.injected = injected;
  spend(run, 'vmm', priceOf(run, crossing));
  return { kind: 'handle', address: crossing.address, work, retires };
}

/** A system call by way of the monitor has been measured as a whole, with its return. */
const priceOf = ({ settings: { prices } }: GuestRun, { reason }: Crossing): number =>
  reason.startsWith('int ') ? prices.reflect + prices.syscall : prices.trap;

function serve(run: GuestRun, vmm: Deprivileged, crossing: Crossing): Served {
  const { reason, vector = 0, errorCode = 0 } = crossing;
  if (reason === '#PF') {
    const { cause, linear, happening } = servePageFault(run, vmm.real, errorCode);
    count(run, `#PF ${cause}`);
    if (!happening) return served('fill', { linear });
    return cause === 'traced'
      ? { ...servedBy(happening), work: { key: 'store', operands: { linear } } }
      : servedBy(happening);
  }
  if (reason !== 'exit' && reason !== 'window') count(run, reason);
  if (reason.startsWith('interrupt')) {
    const { cpu } = run.guest;
    vmm.held = true;
    vmm.masked = (cpu.eflags & IF) === 0;
    if (vmm.masked || cpu.shadowed) return served('hold', { vector });
  }
  return servedBy(emulate(run, vmm.real));
}
