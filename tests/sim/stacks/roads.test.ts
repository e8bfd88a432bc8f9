import { expect, test } from 'vitest';
import { billOf } from '#sim/stacks/bill.ts';
import { usualPrices } from '#sim/stacks/prices.ts';
import type { Request } from '#sim/stacks/requests.ts';
import { stackSystems } from '#sim/stacks/stackSystems.ts';
import { traceRequest } from '#sim/stacks/traceRequest.ts';
import { countsOf } from '../io/tellMachine.ts';

const bill = (request: Request) => {
  const trace = traceRequest(stackSystems.kvm, request);
  return billOf(trace, trace.hops, request, usualPrices);
};

/** What a guest’s own driver and the host do for one request; the copy from the program into its kernel is not the road’s. */
test('a packet under KVM leaves the guest, is copied and wakes a thread as often as on the vhost road', () => {
  const { exits, copies, contextSwitches } = countsOf({ road: 'vhost', packets: 1 });
  const { kinds, copies: all, switches } = bill('packet');
  expect([kinds.exit, all - 1, switches]).toEqual([exits, copies, contextSwitches]);
});

/** There a thread of QEMU’s is woken for the block; here the virtual processor’s own thread serves it. */
test('a block under KVM leaves the guest and is copied as often as on the virtio road', () => {
  const { exits, copies } = countsOf({ road: 'virtio', request: 'read', packets: 1 });
  const { kinds, copies: all } = bill('disk-write');
  expect([kinds.exit, all - 1]).toEqual([exits, copies]);
});
