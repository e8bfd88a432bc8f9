import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { billOf } from '#sim/stacks/bill.ts';
import { isCrossing } from '#sim/stacks/hop.ts';
import { HARDWARE, type StackSystem } from '#sim/stacks/layer.ts';
import { usualPrices } from '#sim/stacks/prices.ts';
import { type Request, requests } from '#sim/stacks/requests.ts';
import { innerIds, type StackId, stackSystems, systemOf } from '#sim/stacks/stackSystems.ts';
import { pathOf, type Trace, traceRequest } from '#sim/stacks/traceRequest.ts';
import { runs } from '../../runs.ts';
import { crossingsBetween, sources } from './tiny.ts';

const ids = Object.keys(stackSystems) as StackId[];
const crossings = ({ hops }: Trace): number => hops.filter(({ counted }) => counted).length;

/** Any system with any request, and perhaps another system inside its guest. */
const anyTrace = fc
  .record({
    id: fc.constantFrom(...ids),
    ring: fc.constantFrom(1 as const, 3 as const),
    request: fc.constantFrom(...requests),
    inner: fc.option(fc.constantFrom(...innerIds), { nil: undefined }),
    shadowVmcs: fc.boolean(),
    vmcsAccesses: fc.nat(40),
  })
  .map(({ id, ring, request, inner, ...conditions }) => ({
    request,
    trace: traceRequest(systemOf(id, ring), request, { ...conditions, ...(inner && { inner: systemOf(inner) }) }),
  }));
const always = (holds: (trace: Trace, request: Request) => void) =>
  fc.assert(
    fc.property(anyTrace, ({ trace, request }) => holds(trace, request)),
    { numRuns: runs(300) },
  );

describe('a path', () => {
  test('never crosses a layer that its system lacks', () => {
    always((trace) => {
      const there = new Set(trace.layers.map(({ id }) => id));
      for (const id of pathOf(trace)) expect(there).toContain(id);
    });
  });
  test('goes on where the last hop ended, and never from a layer to itself', () => {
    always(({ hops, start }) => {
      let at = start;
      for (const { from, to } of hops) {
        expect(from).toBe(at);
        expect(to).not.toBe(from);
        at = to;
      }
    });
  });
  test('begins and ends where the request does: a packet on the wire, all else where it began', () => {
    always((trace, request) => {
      if (trace.hops.length === 0) return;
      const end = pathOf(trace).at(-1);
      expect(end).toBe(request === 'packet' ? HARDWARE : trace.start);
    });
  });
  test('reaches the device exactly once if it is for one, from a layer that serves it, and never otherwise', () => {
    always(({ hops, site, refused }, request) => {
      const reached = hops.filter(({ kind }) => kind === 'doorbell');
      const isForDevice = (request === 'packet' || request === 'disk-write') && refused === undefined;
      expect(reached).toHaveLength(isForDevice ? 1 : 0);
      const { system } = site.outer ?? site;
      const servers = request === 'packet' ? system.net : system.disk;
      for (const { from } of reached) expect(from).toBe(servers.at(-1) ?? system.kernel);
    });
  });
});

test('a bill counts each crossing once, and costs nothing where every price is nothing', () => {
  const free = Object.fromEntries(Object.keys(usualPrices).map((name) => [name, 0])) as typeof usualPrices;
  always((trace, request) => {
    const bill = billOf(trace, trace.hops, request, usualPrices);
    expect(Object.values(bill.kinds).reduce((a, b) => a + b)).toBe(bill.crossings);
    expect(bill.crossings + bill.own).toBe(trace.hops.filter(({ kind }) => isCrossing(kind)).length);
    expect(billOf(trace, trace.hops, request, free).cycles).toBe(0);
  });
});

/** Which technique of chapter 2 runs a guest as this system does. Its machine is a 32-bit one: its Xen guest’s kernel is in ring 1. */
const asInChapter2: readonly (readonly [StackId, StackSystem, 'hardware' | 'deprivileged' | 'paravirtual'])[] = [
  ...(['kvm', 'esxi', 'hyper-v', 'xen-hvm', 'xen-pvh', 'workstation', 'virtualbox', 'firecracker'] as const).map(
    (id) => [id, stackSystems[id], 'hardware'] as const,
  ),
  ['hypervisor-model', stackSystems['hypervisor-model'], 'deprivileged'],
  ['hosted-model', stackSystems['hosted-model'], 'deprivileged'],
  ['xen-pv', systemOf('xen-pv', 1), 'paravirtual'],
];

describe('the machine of chapter 2 counts as many crossings', () => {
  const cases = asInChapter2.flatMap(([id, system, technique]) =>
    (Object.keys(sources) as (keyof typeof sources)[]).map((request) => [id, request, system, technique] as const),
  );
  test.each(cases)('%s, %s', (_id, request, system, technique) => {
    const { count } = crossingsBetween(sources[request], technique, technique === 'paravirtual' ? ['PV'] : []);
    expect(crossings(traceRequest(system, request))).toBe(count);
  });
  test('and the counts differ from technique to technique, so that equality says something', () => {
    const counts = (['hardware', 'deprivileged', 'paravirtual'] as const).map(
      (technique) =>
        crossingsBetween(sources['page-fault'], technique, technique === 'paravirtual' ? ['PV'] : []).count,
    );
    expect(counts).toEqual([0, 3, 2]);
  });
});

describe('nesting', () => {
  const nested = (outer: StackId, inner: StackId, more: object = {}) =>
    traceRequest(systemOf(outer), 'privileged-instruction', { inner: systemOf(inner), ...more });
  test.each(innerIds)(
    'one exit of L2 under %s costs L0 the exit, every VMREAD and VMWRITE, and the VMRESUME',
    (outer) => {
      for (const inner of innerIds)
        expect([10, 0, 25].map((vmcsAccesses) => crossings(nested(outer, inner, { vmcsAccesses })))).toEqual([
          12, 2, 27,
        ]);
    },
  );
  test('shadowing leaves the exit and the VMRESUME', () => {
    expect(crossings(nested('kvm', 'kvm', { shadowVmcs: true, vmcsAccesses: 40 }))).toBe(2);
  });
  test('what L2 settles with its own kernel costs nothing on any depth', () => {
    expect(crossings(traceRequest(systemOf('kvm'), 'system-call', { inner: systemOf('kvm') }))).toBe(0);
  });
  test('is refused where the guest’s kernel is in ring 3, where nobody supports it, and where there is no machine', () => {
    expect((['xen-pv', 'firecracker', 'lxc'] as const).map((outer) => nested(outer, 'kvm').refused)).toEqual([
      'no-vmx',
      'unsupported',
      'no-machine',
    ]);
  });
  test('inside an emulator every level is data of one process', () => {
    expect(crossings(nested('qemu', 'kvm'))).toBe(0);
  });
});
