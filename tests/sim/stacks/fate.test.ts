import { describe, expect, test } from 'vitest';
import { fatesOf } from '#sim/stacks/fate.ts';
import { HARDWARE } from '#sim/stacks/layer.ts';
import { type StackId, stackSystems, systemOf } from '#sim/stacks/stackSystems.ts';
import { traceRequest } from '#sim/stacks/traceRequest.ts';

const crash = (id: StackId, layer: string, inner?: StackId) =>
  fatesOf(traceRequest(systemOf(id), 'disk-write', inner && { inner: systemOf(inner) }).site, layer);
const guest = (id: StackId, layer: string) => {
  const { layers, neighbour } = crash(id, layer);
  return [layers['guest-kernel'], neighbour];
};

describe('a driver that crashes', () => {
  test('takes all down in ESXi, where it is in the hypervisor, and under KVM, where it is in the host’s kernel', () => {
    expect([guest('esxi', 'vmkernel'), guest('kvm', 'host-kernel')]).toEqual([
      ['dies', 'dies'],
      ['dies', 'dies'],
    ]);
  });
  test.each(['xen-pv', 'xen-pvh', 'xen-hvm'] as const)(
    'is dom0’s in %s: guests stall, and Xen stands, to restart the machine',
    (id) => {
      expect(guest(id, 'dom0')).toEqual(['stalls', 'stalls']);
      expect([crash(id, 'dom0').layers.xen, crash(id, 'dom0').restarts]).toEqual(['lives', true]);
    },
  );
});

describe('a device model that crashes', () => {
  test.each([
    ['kvm', 'qemu'],
    ['firecracker', 'firecracker'],
    ['virtualbox', 'vbox'],
    ['workstation', 'vmx'],
    ['qemu', 'qemu'],
  ] as const)('is one process of one machine under %s', (id, layer) => {
    expect(guest(id, layer)).toEqual(['dies', 'lives']);
    expect(crash(id, layer).layers['host-kernel']).toBe('lives');
  });
});

test('an emulated kernel cannot hurt its emulator, and a bytecode program not its machine', () => {
  expect(crash('qemu', 'guest-kernel').layers).toMatchObject({ program: 'dies', qemu: 'lives' });
  expect(crash('jvm', 'program').layers).toMatchObject({ jvm: 'lives' });
  expect(crash('wine', 'program').layers).toMatchObject({ wine: 'dies' });
});

test('whatever crashes inside a nested system stays inside', () => {
  for (const layer of ['l1-hypervisor', 'l1-root-partition', 'l2-guest-kernel'])
    expect(crash('kvm', layer, 'hyper-v')).toMatchObject({
      neighbour: 'lives',
      layers: { kvm: 'lives', qemu: 'lives' },
    });
});

test('nothing lives on dead ground, and the hardware never dies', () => {
  for (const [id, { layers }] of Object.entries(stackSystems))
    for (const layer of layers.filter(({ is }) => is !== 'hardware')) {
      const { layers: fates } = crash(id as StackId, layer.id);
      expect(fates[HARDWARE]).toBe('lives');
      for (const { id: other, on } of layers) if (on && fates[on] === 'dies') expect(fates[other]).toBe('dies');
    }
});
