import type { Controls, ParamsOf, Range } from '#kit/controls.ts';
import { both, type Text } from '#kit/text.ts';
import { checkProgram, samples } from '#sim/vmm/tell/samples.ts';
import { costControls } from './costControls.ts';
import { mixer } from './mixer.ts';
import { platforms } from './platforms.ts';
import { measured } from './published.ts';
import { kindNames } from './words.ts';

const rate = (label: Text, max: number, initial: number) =>
  ({ kind: 'range', label, min: 0, max, initial }) as const satisfies Range;

const { plain: _, ...axes } = kindNames;
const { forkwait: __, ...fitted } = measured;
const names = <K extends string>(of: Readonly<Record<K, { readonly name: Text }>>): Readonly<Record<K, Text>> =>
  Object.fromEntries(Object.entries<{ readonly name: Text }>(of).map(([id, { name }]) => [id, name])) as Readonly<
    Record<K, Text>
  >;

export const controls = {
  workload: {
    kind: 'choice',
    label: both('Workload', '负载'),
    options: {
      own: both('the rates below', '下列频率'),
      guest: both('a guest, counted', '清点一个客户机'),
      ...names(fitted),
    },
    initial: 'own',
  },
  technique: {
    kind: 'choice',
    label: both('Technique whose bill and prices are shown', '查看哪种技术的账单与价格'),
    options: names(platforms),
    initial: 'binary-translation',
  },
  axis: {
    kind: 'choice',
    label: both('What grows from left to right', '从左到右增长的量'),
    options: axes,
    initial: 'tables',
  },
  calls: rate(both('System calls per million cycles', '每百万周期的系统调用'), 600, 60),
  faults: rate(both('Page faults per million cycles', '每百万周期的缺页'), 300, 0),
  tables: rate(both('Page-table writes per million cycles', '每百万周期的写页表'), 300, 5),
  ports: rate(both('Port accesses per million cycles', '每百万周期的端口访问'), 300, 0),
  interrupts: rate(both('Interrupts per million cycles', '每百万周期的中断'), 300, 0),
  pages: {
    kind: 'range',
    label: both('Working set in pages (the TLB holds 64)', '工作集页数（TLB 可容 64 页）'),
    min: 1,
    max: 2048,
    initial: 64,
  },
  program: {
    kind: 'source',
    label: both('The guest that is counted', '要计数的客户机'),
    language: 'x86',
    initial: mixer.text,
    gallery: { mixer, ...samples },
    help: both(
      'NASM syntax, 32-bit, entered at start. Choose the workload “a guest, counted”: it runs on bare metal and its events are counted.',
      'NASM 语法，32 位，从 start 进入。把“负载”选为“清点一个客户机”：它在裸机上运行，各种事件由机器数出。',
    ),
    check: checkProgram,
  },
  ...costControls,
} as const satisfies Controls;

export type Params = ParamsOf<typeof controls>;
