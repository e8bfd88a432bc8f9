import { IF } from '../../x86/cpu/state.ts';
import type { Crossing, Deed } from '../deed.ts';
import { emulate, servePageFault } from '../direct/emulate.ts';
import { type Served, served, servedBy } from '../direct/served.ts';
import type { GuestRun } from '../run.ts';
import { count, spend } from '../settle.ts';
import { onward } from './cache.ts';
import type { Translation } from './translation.ts';

/** The monitor has been called out to, or the processor has faulted in translated or user code. */
export function handle(run: GuestRun, vmm: Translation): Deed {
  const crossing = run.pending as Crossing;
  run.pending = undefined;
  vmm.phase = 'entering';
  const { work, retires, injected } = serve(run, vmm, crossing);
  vmm.injected = injected;
  if (retires) onward(run.guest, vmm);
  spend(run, 'vmm', priceOf(run, crossing));
  return { kind: 'handle', address: crossing.address, work, retires };
}

function priceOf({ settings: { prices } }: GuestRun, { reason }: Crossing): number {
  if (reason.startsWith('callout')) return prices.callout;
  return reason.startsWith('int ') ? prices.reflect + prices.syscall : prices.trap;
}

function serve(run: GuestRun, vmm: Translation, crossing: Crossing): Served {
  const { reason, vector = 0, errorCode = 0 } = crossing;
  if (reason === '#PF') return serveFault(run, vmm, crossing.address, errorCode);
  if (reason.startsWith('callout')) vmm.tally.callouts++;
  if (reason !== 'exit' && reason !== 'window') count(run, reason);
  if (reason.startsWith('interrupt')) {
    const { cpu } = run.guest;
    vmm.held = true;
    if ((cpu.eflags & IF) === 0 || cpu.shadowed) return served('hold', { vector });
  }
  return servedBy(emulate(run, vmm.real));
}

/** A store that faults on a watched page again and again is translated anew, to code that needs no fault (section 3.2, "adaptive"). */
const PATIENCE = 2;

function serveFault(run: GuestRun, vmm: Translation, address: number, errorCode: number): Served {
  const { cause, linear, happening } = servePageFault(run, vmm.real, errorCode);
  count(run, `#PF ${cause}`);
  if (!happening) return served('fill', { linear });
  if (cause !== 'traced') return servedBy(happening);
  const times = (vmm.faulting.get(address) ?? 0) + 1;
  vmm.faulting.set(address, times);
  if (run.settings.adaptive && times >= PATIENCE) adapt(vmm, address);
  return { ...servedBy(happening), work: { key: 'store', operands: { linear } } };
}

/** Every block that holds this store is dropped, and will be made with `simulate` in its place. */
function adapt(vmm: Translation, address: number): void {
  vmm.adapted.add(address);
  for (const [start, block] of vmm.cache)
    if (block.pieces.some((piece) => piece.address === address)) vmm.cache.delete(start);
}
