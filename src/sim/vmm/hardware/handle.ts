import { PAGE_FAULT } from '../../x86/cpu/fault.ts';
import { translate } from '../../x86/cpu/paging.ts';
import { IF } from '../../x86/cpu/state.ts';
import { READ, WRITE } from '../../x86/cpu/tlb.ts';
import { acknowledgeInterrupt, type Devices, pendingInterrupt } from '../../x86/devices/devices.ts';
import type { Crossing, Deed, Work } from '../deed.ts';
import { dropEntry, resetShadow, serveFault } from '../direct/shadow.ts';
import { makeGuestEvent } from '../guestEvent.ts';
import type { GuestRun } from '../run.ts';
import { count, spend } from '../settle.ts';
import { isEptViolation } from './ept.ts';
import { guestStateOf } from './guestState.ts';
import { handledBy } from './handledBy.ts';
import type { Hardware } from './hardware.ts';
import { EPT_VIOLATION, EXCEPTION, INTERRUPT, TRIPLE_FAULT, WINDOW } from './vmx.ts';

/** Root mode: the monitor reads the exit reason and does what it says. */
export function handle(run: GuestRun, vmm: Hardware): Deed {
  const crossing = run.pending as Crossing;
  run.pending = undefined;
  vmm.phase = 'entering';
  const { prices } = run.settings;
  const { work, retires } = serve(run, vmm, crossing);
  vmm.saved = guestStateOf(run.guest.cpu);
  vmm.tally[handledBy(crossing)]++;
  if (retires) vmm.tally.emulated++;
  spend(run, 'vmm', prices.exit + prices.entry + (crossing.exitReason === EPT_VIOLATION ? prices.eptViolation : 0));
  return { kind: 'handle', address: crossing.address, work, retires };
}

/** INT3 and INTO are instructions: they return behind themselves, and their gate's DPL counts. */
const BREAKPOINT = 3;
const OVERFLOW = 4;

interface Served {
  readonly work: Work;
  readonly retires: boolean;
}
const served = (key: string, operands: Work['operands'], retires = false): Served => ({
  work: { key, operands },
  retires,
});

function serve(run: GuestRun, vmm: Hardware, crossing: Crossing): Served {
  const { exitReason, vector, errorCode, physical = 0 } = crossing;
  if (exitReason === EXCEPTION && vector === PAGE_FAULT && !run.settings.controls.ept)
    return servePageFault(run, vmm, crossing);
  count(run, crossing.reason);
  switch (exitReason) {
    case EXCEPTION:
      if (vector === BREAKPOINT || vector === OVERFLOW) return emulate(run, vmm, crossing);
      vmm.injection = { vector: vector ?? 0, errorCode, cause: 'fault' };
      return served('inject', { vector: vector ?? 0 });
    case INTERRUPT:
      return vmm.hostInterrupt === undefined ? takeInterrupt(run, vmm) : servedHost(vmm, vmm.hostInterrupt);
    case WINDOW:
      return inject(vmm, run.guest.devices);
    case EPT_VIOLATION:
      vmm.ept[physical >>> 12] = 1;
      return served('map', { physical });
    case TRIPLE_FAULT:
      run.end = 'triple-fault';
      return served('end', { why: 'triple-fault' });
    default:
      return emulate(run, vmm, crossing);
  }
}

/** The guest's PIC has been told. If the guest could take the interrupt now it is injected; else the monitor asks for the interrupt window. */
function takeInterrupt({ guest }: GuestRun, vmm: Hardware): Served {
  const { cpu, devices } = guest;
  if ((cpu.eflags & IF) !== 0 && !cpu.shadowed) return inject(vmm, devices);
  vmm.held = true;
  return served('hold', { vector: pendingInterrupt(devices) ?? 0 });
}

/** The host's kernel runs its own handler for it, in root mode, and the guest hears nothing. */
function servedHost(vmm: Hardware, vector: number): Served {
  vmm.hostInterrupt = undefined;
  return served('host', { vector });
}

/** The guest's PIC is acknowledged for the guest, as its processor would have done. */
function inject(vmm: Hardware, devices: Devices): Served {
  const vector = acknowledgeInterrupt(devices);
  vmm.held = false;
  vmm.injection = { vector, errorCode: undefined, cause: 'external' };
  return served('inject', { vector });
}

/** Every #PF exits while shadow tables stand in for the guest's. */
function servePageFault(run: GuestRun, vmm: Hardware, crossing: Crossing): Served {
  const { guest } = run;
  const linear = crossing.qualification ?? 0;
  const code = crossing.errorCode ?? 0;
  const user = (code >> 2) & 1;
  const cause = serveFault(vmm.real, guest, linear, (code & 2) !== 0 ? WRITE : READ, user);
  count(run, `${crossing.reason}: #PF ${cause}`);
  if (cause === 'hidden') return served('fill', { linear });
  if (cause !== 'traced') return emulate(run, vmm, crossing);
  const physical = translate(guest, linear, WRITE, user);
  const done = emulate(run, vmm, crossing);
  dropEntry(vmm.real, physical);
  return { ...done, work: { key: 'store', operands: { linear } } };
}

/** The instruction is carried out for the guest. Pages that the monitor touches for it are mapped as the guest would have had them. */
function emulate(run: GuestRun, vmm: Hardware, { address }: Crossing): Served {
  const { guest } = run;
  const { cr0, cr3, cr4 } = guest.cpu;
  const happening = eventWithPages(run, vmm);
  const { cpu, devices } = guest;
  // The write to the debug device ends the machine before it could be entered again.
  if (devices.exit !== undefined && happening.kind === 'retired') {
    run.end = 'debug-exit';
    run.endDetail = devices.exit;
  }
  const tablesChanged = cpu.cr0 !== cr0 || cpu.cr3 !== cr3 || cpu.cr4 !== cr4;
  if (tablesChanged && !run.settings.controls.ept) resetShadow(vmm.real);
  switch (happening.kind) {
    case 'exception':
    case 'interrupt':
      return served('deliver', { vector: happening.vector });
    case 'end':
      return served('end', { why: happening.why });
    case 'retired':
    case 'halted':
      return served('emulate', { address }, happening.kind === 'retired');
  }
}

/** A monitor that emulates maps what it needs without an exit. An instruction touches few pages, so this ends. */
function eventWithPages(run: GuestRun, vmm: Hardware): ReturnType<typeof makeGuestEvent> {
  for (;;) {
    try {
      return makeGuestEvent(run);
    } catch (thrown) {
      if (!isEptViolation(thrown)) throw thrown;
      vmm.ept[thrown.physical >>> 12] = 1;
    }
  }
}
