import { HARDWARE, layerOf } from './layer.ts';
import type { Site } from './site.ts';
import { emit, go, isEmulated, monitorOf, rootOf, type Tracer } from './tracer.ts';

export type Device = 'disk' | 'net';

/** What is asked of a device: by which kernel, and to whom the answer goes, if there is one. */
export interface Wish {
  readonly device: Device;
  readonly from: string;
  /** Undefined: nothing is waited for. */
  readonly answerTo: string | undefined;
  /** Where the asking kernel belongs: here, or to a system inside. */
  readonly asker: Site;
}

/** The request goes from server to server down to the driver that reaches the device, and its answer the same way back. */
export function serve(t: Tracer, site: Site, wish: Wish): void {
  const { system } = site;
  const servers = system[wish.device];
  const driver = servers.at(-1) ?? wish.from;
  handDown(t, site, wish);
  reachDevice(t, site, wish, driver);
  if (wish.answerTo === undefined) return;
  const back = servers.toReversed();
  for (const [i, server] of back.slice(1).entries()) go(t, site, back[i] ?? driver, server, 'complete');
  answer(t, site, servers[0] ?? driver, wish);
}

function handDown(t: Tracer, site: Site, { device, from, asker }: Wish): void {
  let at = from;
  for (const server of site.system[device]) {
    const why = at === from && !isCalled(site, at, server) ? 'kick' : 'submit';
    const copies = !isMapped(site, server, at);
    const start = isHere(site, at) ? at : enterMonitor(t, site, asker, at);
    go(t, site, start, server, why, { copies });
    at = server;
  }
}

/** A kernel of a system inside is the guest of this one: its kick goes to the monitor here. */
function enterMonitor(t: Tracer, site: Site, asker: Site, at: string): string {
  const monitor = monitorOf(site);
  emit(t, asker, at, monitor, isEmulated(site.system) ? 'emulated' : 'exit', 'kick');
  return monitor;
}

/** A kernel that is itself a process has no virtual device to notify: it calls the host, as every process does. */
const isCalled = (site: Site, at: string, server: string): boolean =>
  isHere(site, at) &&
  layerOf(site.system.layers, server).is === 'host-kernel' &&
  layerOf(site.system.layers, at).on === server;

const isHere = ({ system }: Site, id: string): boolean => system.layers.some((layer) => layer.id === id);

/** Whether a server reads the data where it is: the memory of a guest that it maps, or its own. */
function isMapped(site: Site, server: string, from: string): boolean {
  const { space, maps } = layerOf(site.system.layers, server);
  if (!isHere(site, from)) return maps?.includes(site.system.kernel) ?? false;
  return space === layerOf(site.system.layers, from).space || (maps?.includes(from) ?? false);
}

/** The driver tells the device; the device, when it is done, interrupts whoever stands on the hardware under the driver. */
function reachDevice(t: Tracer, site: Site, { device, answerTo }: Wish, driver: string): void {
  const { system, outer } = site;
  const taker = rootOf(system.layers, driver);
  if (outer)
    serve(t, outer, { device, from: driver, answerTo: answerTo === undefined ? undefined : taker, asker: site });
  else {
    emit(t, site, driver, HARDWARE, 'doorbell', 'device');
    if (answerTo !== undefined) emit(t, site, HARDWARE, taker, 'interrupt', 'complete');
  }
  if (answerTo !== undefined) go(t, site, taker, driver, 'complete');
}

function answer(t: Tracer, site: Site, from: string, { answerTo, asker }: Wish): void {
  if (answerTo === undefined) return;
  const monitor = monitorOf(site);
  go(t, site, from, isHere(site, answerTo) ? answerTo : monitor, 'complete');
  if (!isHere(site, answerTo))
    emit(t, asker, monitor, answerTo, isEmulated(site.system) ? 'emulated' : 'entry', 'complete');
}
