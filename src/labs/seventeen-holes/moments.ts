import type { Link } from '#kit/run.ts';

/** Named points of the story. */
export const moments = {
  start: {},
  'in-hand': { moves: 'pick.popf', at: '1' },
  cli: { moves: 'pick.cli place.caught', at: '2' },
  popf: { moves: 'pick.popf place.hole', at: '2' },
  sidt: { moves: 'pick.sidt place.hole', at: '2' },
  'push-cs': { moves: 'pick.push-cs place.hole', at: '2' },
  verw: { moves: 'pick.verw place.hole', at: '2' },
  'jmp-far': { moves: 'pick.jmp-far place.hole', at: '2' },
  iret: { moves: 'pick.iret place.hole', at: '2' },
  sorted: { at: '30' },
  umip: { cpu: 'umip', at: '30' },
  'umip-smsw': { cpu: 'umip', moves: '30 pick.smsw', at: '31' },
  vtx: { cpu: 'vtx', at: '30' },
  s370: { cpu: 's370', at: '16' },
  riscv: { cpu: 'riscv', at: '14' },
  arm: { cpu: 'arm', at: '14' },
  guest: { part: 'guest' },
  'guest-popf': { part: 'guest', at: '627' },
  parted: { part: 'guest', at: '628' },
  'guest-tick': { part: 'guest', at: '1817' },
  crash: { part: 'guest', at: '2216' },
  'guest-vtx': { part: 'guest', cpu: 'vtx', at: '2417' },
  hang: { part: 'guest', program: '@critical-section', at: '2962' },
} as const satisfies Readonly<Record<string, Link>>;
