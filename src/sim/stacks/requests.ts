import { type Device, serve } from './devices.ts';
import type { Why } from './hop.ts';
import { ringOf } from './kindOf.ts';
import { layerOf, PROGRAM, type StackSystem } from './layer.ts';
import type { Site } from './site.ts';
import { emit, go, monitorOf, pass, type Tracer } from './tracer.ts';

export const requests = ['privileged-instruction', 'system-call', 'page-fault', 'disk-write', 'packet'] as const;
export type Request = (typeof requests)[number];

const programOf = ({ system }: Site): string => layerOf(system.layers, system.layers[0]?.id ?? PROGRAM).id;

/** Whether the kernel that answers is a whole operating system’s, in a guest. */
export const hasGuestKernel = ({ layers, kernel }: StackSystem): boolean =>
  layerOf(layers, kernel).is === 'guest-kernel';

/** Where a request begins: a privileged instruction in the guest’s kernel if it has one, all else in a program. */
export const startOf = (site: Site, request: Request): string =>
  request === 'privileged-instruction' && hasGuestKernel(site.system) ? site.system.kernel : programOf(site);

/** Carries a request through. */
export function perform(t: Tracer, site: Site, request: Request): void {
  switch (request) {
    case 'privileged-instruction':
      privileged(t, site);
      break;
    case 'system-call':
      enterKernel(t, site, 'system-call');
      if (site.system.passesOn) handOn(t, site);
      leaveKernel(t, site);
      break;
    case 'page-fault':
      fault(t, site);
      break;
    case 'disk-write':
      callDevice(t, site, 'disk');
      break;
    case 'packet':
      callDevice(t, site, 'net');
      break;
  }
}

/** The processor’s own gate leads straight into a kernel in an inner ring, where nobody has put another gate before it. */
function hasGate({ system }: Site, program: string, why: Why): boolean {
  const [from, to] = [layerOf(system.layers, program), layerOf(system.layers, system.kernel)];
  return system.way === 'para' && why !== 'fault' && ringOf(to) < ringOf(from);
}

function enterKernel(t: Tracer, site: Site, why: Why, copies = false): void {
  const program = programOf(site);
  const { kernel } = site.system;
  if (hasGate(site, program, why)) emit(t, site, program, kernel, 'syscall', why, { copies });
  else go(t, site, program, kernel, why, { copies });
}

/** IRET goes to an outer ring by itself. A kernel in the program’s own ring must ask for it. */
function leaveKernel(t: Tracer, site: Site): void {
  const program = programOf(site);
  const { layers, kernel } = site.system;
  const [from, to] = [layerOf(layers, kernel), layerOf(layers, program)];
  if (from.is === 'guest-kernel' && to.on === from.on && ringOf(from) < ringOf(to))
    emit(t, site, kernel, program, 'return', 'answer');
  else go(t, site, kernel, program, 'answer');
}

function handOn(t: Tracer, site: Site): void {
  const { kernel, disk } = site.system;
  const host = disk.at(-1) ?? kernel;
  go(t, site, kernel, host, 'system-call');
  go(t, site, host, kernel, 'answer');
}

/** A kernel asks its monitor, by trap, exit, hypercall or system call as the case may be; a program without a kernel of its own is refused. */
function privileged(t: Tracer, site: Site): void {
  const { system } = site;
  if (hasGuestKernel(system)) askMonitor(t, site, system.kernel, 'privileged');
  else if (system.way !== 'language') refuseProgram(t, site);
}

function refuseProgram(t: Tracer, site: Site): void {
  const [host, { kernel }] = [hostOf(site), site.system];
  go(t, site, programOf(site), host, 'privileged');
  if (kernel !== host) go(t, site, host, kernel, 'privileged');
  leaveKernel(t, site);
}

const hostOf = ({ system }: Site): string => system.disk.at(-1) ?? system.kernel;

function askMonitor(t: Tracer, site: Site, from: string, why: Why): void {
  const monitor = monitorOf(site);
  go(t, site, from, monitor, why);
  go(t, site, monitor, from, 'answer');
}

/** A program touches a page of its own that is not mapped yet. The frame has been in use before. */
function fault(t: Tracer, site: Site): void {
  if (site.system.tables === 'host') faultToHost(t, site);
  else faultToKernel(t, site);
}

function faultToHost(t: Tracer, site: Site): void {
  const [program, host] = [programOf(site), hostOf(site)];
  pass(t, site, program, host, 'fault');
  pass(t, site, host, program, 'answer');
}

function faultToKernel(t: Tracer, site: Site): void {
  const { tables, kernel } = site.system;
  enterKernel(t, site, 'fault');
  if (tables !== 'own') askMonitor(t, site, kernel, 'table');
  leaveKernel(t, site);
  // The shadow is filled in only when the page is touched again.
  if (tables === 'shadow') askMonitor(t, site, programOf(site), 'hidden-fault');
}

/** A write is over when the program goes on; a packet, when it is on the wire. */
function callDevice(t: Tracer, site: Site, device: Device): void {
  const { kernel } = site.system;
  const program = layerOf(site.system.layers, programOf(site));
  const { space } = layerOf(site.system.layers, kernel);
  enterKernel(t, site, 'system-call', program.space !== space || site.system.way !== 'library');
  serve(t, site, { device, from: kernel, answerTo: device === 'disk' ? kernel : undefined, asker: site });
  if (device === 'disk') leaveKernel(t, site);
}
