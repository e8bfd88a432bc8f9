import type { Link } from '#kit/run.ts';

/** Four systems, one for each corner of bare or hosted, full or paravirtual. */
const corners =
  'pick.vmware-esx put.bare-translate pick.xen put.bare-para pick.vmware-workstation put.host-translate pick.uml put.host-para';

/** Named points of the story. */
export const moments = {
  start: {},
  /** The first paravirtual system of the catalogue is a hosted one. */
  uml: { at: '1' },
  'para-is-bare': { at: '6' },
  'full-is-hosted': { rule: 'full implies hosted', at: '1' },
  'bare-is-para': { rule: 'bare-metal implies paravirtual', at: '1' },
  'type-2-slower': { rule: 'type-2 implies slower-than type-1', at: '1' },
  'container-kernel': { rule: 'container implies shared-kernel and not own-kernel', at: '12' },
  'in-between': { rule: 'own-kernel implies type-1 or type-2', at: '20' },
  corners: { moves: corners, at: '8' },
  outside: { moves: 'pick.wine put.none-library pick.jvm put.none-language pick.virtualbsd put.out', at: '6' },
  wrong: { moves: 'pick.kvm put.host-assist', at: '2' },
  'kvm-twice-wrong': { moves: 'pick.kvm put.host-assist pick.kvm put.bare-assist', at: '4' },
  /** The layers of one system of each class. */
  'layers-emulation': { moves: 'pick.qemu', at: '1' },
  'layers-full': { moves: 'pick.vmware-esx', at: '1' },
  'layers-hosted': { moves: 'pick.vmware-workstation', at: '1' },
  'layers-para': { moves: 'pick.xen', at: '1' },
  'layers-kvm': { moves: 'pick.kvm', at: '1' },
  'layers-hyper-v': { moves: 'pick.hyper-v', at: '1' },
  'layers-shared': { moves: 'pick.docker', at: '1' },
  'layers-library': { moves: 'pick.wine', at: '1' },
  'layers-language': { moves: 'pick.jvm', at: '1' },
  'year-1998': { year: '1998' },
} as const satisfies Record<string, Link>;
