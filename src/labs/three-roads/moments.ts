import type { Link } from '#kit/run.ts';

/** Named points of the story. */
export const moments: Readonly<Record<string, Link>> = {
  start: {},
  /** The write to TDT has left the guest. */
  'tdt-exit': { at: '3' },
  'device-model': { at: '4' },
  'first-copy': { at: '6' },
  'second-copy': { at: '7' },
  /** The interrupt handler reads ICR: the second exit of six. */
  handler: { at: '10' },
  'emulated-end': { at: '400' },
  'virtio-filled': { road: 'virtio', packets: '64', batch: '8', at: '24' },
  'virtio-kick': { road: 'virtio', packets: '64', batch: '8', at: '25' },
  'virtio-copy': { road: 'virtio', packets: '64', batch: '8', at: '30' },
  'virtio-end': { road: 'virtio', packets: '64', batch: '8', at: '440' },
  'kick-kept': { road: 'virtio', packets: '64', batch: '8', backend: 'slower', at: '75' },
  'vhost-kick': { road: 'vhost', packets: '64', batch: '8', at: '26' },
  'vhost-worker': { road: 'vhost', packets: '64', batch: '8', at: '30' },
  doorbell: { road: 'passthrough', packets: '64', batch: '8', at: '17' },
  dma: { road: 'passthrough', packets: '64', batch: '8', at: '19' },
  posted: { road: 'passthrough', packets: '64', batch: '8', at: '42' },
  'not-posted': { road: 'passthrough', packets: '64', batch: '8', postedInterrupts: 'false', at: '42' },
  'passthrough-end': { road: 'passthrough', packets: '64', batch: '8', at: '344' },
  'two-functions': { road: 'sriov', packets: '16', batch: '4', moves: 'share 32', at: '33' },
  'migrate-refused': { road: 'passthrough', packets: '64', batch: '8', moves: '19 migrate', at: '20' },
  migrated: { road: 'virtio', packets: '64', batch: '8', moves: '54 migrate', at: '55' },
  leak: { road: 'passthrough', iommu: 'false', moves: 'hostile', at: '5' },
  fault: { road: 'passthrough', moves: 'hostile', at: '5' },
  'hostile-virtio': { road: 'virtio', moves: 'hostile', at: '9' },
  pio: { request: 'read', blockMode: 'pio', at: '8' },
  'disk-dma': { request: 'read', at: '7' },
  'disk-virtio': { road: 'virtio', request: 'read', at: '8' },
};
