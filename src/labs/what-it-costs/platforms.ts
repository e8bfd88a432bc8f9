import { both, type Text } from '#kit/text.ts';
import { type Costs, pentium4, server2019 } from './natives.ts';
import { assumed, type Price, p4, price, server } from './price.ts';

/** A technique on the processor of its year. */
export interface Platform {
  readonly name: Text;
  readonly native: Costs;
  /** Cycles for an instruction that nobody need look at; natively 1. */
  readonly plain: Price;
  readonly costs: Costs;
  /** The percentages that are told of it, in per cent of native. */
  readonly old?: { readonly from: number; readonly to: number; readonly text: string };
}

const adams = 'Adams and Agesen 2006';
const directly = price(1, 'derived', 'the processor executes it itself');
const sum = (a: Price, b: Price): number => a.cycles + b.cycles;

/** Under an interpreter: so many instructions' worth of its work. */
const interpreted = (times: number): Price =>
  assumed(times * p4('interpret').cycles, `the work of ${times} interpreted instruction${times > 1 ? 's' : ''}`);

const xen32: Costs = {
  calls: assumed(260, 'as native and a few cycles: the gate leads straight into ring 1'),
  faults: price(4237, 'recalled', 'Xen 2003, lmbench at 2.4 GHz: 2.73 µs for a page fault instead of 1.42'),
  tables: assumed(
    Math.round(p4('update').cycles + p4('hypercall').cycles / 64),
    'a queued update, and a 64th of a hypercall',
  ),
  ports: assumed(sum(p4('hypercall'), p4('port')), 'a hypercall notifies the driver domain, which touches the device'),
  interrupts: assumed(889 + p4('hypercall').cycles, 'an event for the guest, as an interrupt and a trap'),
  misses: pentium4.misses,
};

const kvm: Costs = {
  ...server2019,
  ports: assumed(8000, 'an exit to a device model in user space, 5,000 to 15,000'),
  interrupts: price(
    900 + 2 * sum(server('exit'), server('entry')),
    'derived',
    'an exit for the interrupt and one for its end, 2,000 each',
  ),
  misses: price(504, 'derived', 'a two-dimensional walk takes 3.9 to 4.6 times a native one (Bhargava et al. 2008)'),
};

/** In the order of their years. */
export const platforms = {
  interpreter: {
    name: both('interpreter', '解释器'),
    native: pentium4,
    plain: p4('interpret'),
    costs: {
      calls: interpreted(10),
      faults: interpreted(10),
      tables: interpreted(1),
      ports: interpreted(10),
      interrupts: interpreted(10),
      misses: interpreted(10),
    },
    old: { from: 0, to: 1, text: '≤ 1 %' },
  },
  'pv-32': {
    name: both('Xen 32-bit', 'Xen 32 位'),
    native: pentium4,
    plain: directly,
    costs: xen32,
    old: { from: 90, to: 95, text: '90–95 %' },
  },
  'binary-translation': {
    name: both('BT 2006', 'BT 2006'),
    native: pentium4,
    plain: directly,
    costs: {
      calls: price(2313, 'seen', `${adams}, figure 4: a system call and its return`),
      faults: price(3927, 'seen', `${adams}, section 6.3: a true page fault`),
      tables: p4('tableWrite'),
      ports: price(217, 'seen', `${adams}, figure 4: IN from port 80h, which the monitor answers itself`),
      interrupts: assumed(3223, `as a divide error: 3,223 cycles (${adams}, section 6.3)`),
      misses: pentium4.misses,
    },
    old: { from: 80, to: 85, text: '80–85 %' },
  },
  'vt-x': {
    name: both('VT-x 2006', 'VT-x 2006'),
    native: pentium4,
    plain: directly,
    costs: {
      calls: price(247, 'seen', `${adams}, figure 4: a system call and its return`),
      faults: price(11_242, 'seen', `${adams}, section 6.3: a true page fault`),
      tables: price(12_733, 'seen', `${adams}, section 6.3: a page-table store under shadow paging`),
      ports: price(15_826, 'seen', `${adams}, section 6.3: IN from port 80h`),
      interrupts: price(
        1014 + sum(p4('exit'), p4('entry')),
        'derived',
        `an exit, an entry and an exception delivered (${adams}, table 1 and section 6.3)`,
      ),
      misses: pentium4.misses,
    },
    old: { from: 84.5, to: 85.5, text: '85 %' },
  },
  'pv-64': {
    name: both('Xen 64-bit', 'Xen 64 位'),
    native: pentium4,
    plain: directly,
    costs: {
      ...xen32,
      calls: assumed(2313, 'as under binary translation: through the monitor and back into an outer ring'),
    },
    old: { from: 90, to: 95, text: '90–95 %' },
  },
  ept: { name: both('EPT 2010', 'EPT 2010'), native: server2019, plain: directly, costs: kvm },
  posted: {
    name: both('posted 2020', '投递式 2020'),
    native: server2019,
    plain: directly,
    costs: {
      ...kvm,
      interrupts: assumed(900, 'posted: delivered without an exit, so as native'),
    },
  },
} as const satisfies Readonly<Record<string, Platform>>;

export type PlatformId = keyof typeof platforms;
export const platformIds = Object.keys(platforms) as readonly PlatformId[];
/** With the type that all of them share. */
export const platformOf = (id: PlatformId): Platform => platforms[id];
