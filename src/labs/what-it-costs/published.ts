import { both, type Text } from '#kit/text.ts';
import { type EventKind, type Events, noEvents } from '#sim/vmm/count/counts.ts';
import { platforms } from './platforms.ts';

/** Per cent of native under binary translation and under VT-x with shadow tables: Adams and Agesen 2006, section 6. */
export interface Measured {
  readonly name: Text;
  readonly translated: number;
  readonly hardware: number;
}

export const measured = {
  specint: { name: both('SPECint 2000', 'SPECint 2000'), translated: 96, hardware: 95 },
  specjbb: { name: both('SPECjbb 2005', 'SPECjbb 2005'), translated: 98, hardware: 99 },
  build: { name: both('Linux kernel build', '编译 Linux 内核'), translated: 67.4, hardware: 54.8 },
  'apache-windows': { name: both('Apache, Windows', 'Apache，Windows'), translated: 53, hardware: 67 },
  'apache-linux': { name: both('Apache, Linux', 'Apache，Linux'), translated: 45, hardware: 38 },
  'large-ram': { name: both('PassMark Large RAM', 'PassMark Large RAM'), translated: 52, hardware: 20 },
  drawing: { name: both('PassMark 2D', 'PassMark 2D'), translated: 63, hardware: 70 },
  forkwait: { name: both('forkwait', 'forkwait'), translated: 16, hardware: 6 },
} as const satisfies Readonly<Record<string, Measured>>;

export type MeasuredName = keyof typeof measured;

const MILLION = 1_000_000;

/** What a platform's share of a unit of one event weighs against a native one, where it reaches this percentage. */
const weigh = (id: 'binary-translation' | 'vt-x', percent: number, kinds: readonly EventKind[]): number => {
  const { costs, native } = platforms[id];
  return kinds.reduce((all, kind) => all + (percent / 100) * costs[kind].cycles - native[kind].cycles, 0);
};

/**
 * The rates, per million cycles of computing, that give both published percentages, if the workload consists of system calls and of
 * page faults that each write one table entry: two equations for two rates. Undefined where one of them would be
 * less than nothing: then no such workload exists, and the benchmark spends its time on something that this bill does not list.
 */
export function mixOf({ translated, hardware }: Measured): Events | undefined {
  const [a, b] = [weigh('binary-translation', translated, ['calls']), weigh('vt-x', hardware, ['calls'])];
  const [c, d] = [
    weigh('binary-translation', translated, ['faults', 'tables']),
    weigh('vt-x', hardware, ['faults', 'tables']),
  ];
  const [e, f] = [MILLION * (1 - translated / 100), MILLION * (1 - hardware / 100)];
  const determinant = a * d - b * c;
  const calls = (e * d - f * c) / determinant;
  const faults = (a * f - b * e) / determinant;
  return calls < 0 || faults < 0 ? undefined : { ...noEvents, calls, faults, tables: faults };
}
