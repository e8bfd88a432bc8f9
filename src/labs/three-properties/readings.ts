import type { Readings } from '#kit/reading.ts';
import { both } from '#kit/text.ts';
import { names } from '#sim/monitor/machine.ts';
import { instructionsOf, lampsOf, properties, systemOf, touchedOf } from '#sim/monitor/properties.ts';
import { ticksInterpreted } from './goals.ts';
import type { State } from './model.ts';
import { lampNames, percent, propertyNames, systemNames } from './words.ts';

const ticks = both('ticks', '节拍');
const assumed = both(
  'Scaled down. Measured: CPUID exit 1,932–2,880 cycles with KVM on a Cascade Lake Xeon (2019), which a trap stands for; Bochs 2.7 at 30–34 times native, which interpretation stands for.',
  '按比例缩小。实测：2019 年的至强（Cascade Lake）上，KVM 处理一次 CPUID 退出用 1,932～2,880 周期，图中的陷入即代表它；Bochs 2.7 的用时是原生的 30～34 倍，图中的解释执行即代表它。',
);

/** A number for each guest, by its letter. */
const perGuest = ({ guests }: State, of: (guest: State['guests'][number]) => number) =>
  Object.fromEntries(guests.map((guest, i) => [names[i] ?? '', of(guest)]));

export function readings(state: State): Readings {
  const { clock, guests } = state;
  const [instructions, touched] = [instructionsOf(state), touchedOf(state)];
  const lamps = lampsOf(state);
  const system = systemOf(state);
  const direct = guests.reduce((sum, guest) => sum + guest.direct, 0);
  return {
    perThousand: {
      label: both('Instructions per 1,000 ticks', '每 1,000 个节拍的指令数'),
      value: clock ? Math.round((1000 * instructions) / clock) : 0,
      counter: true,
    },
    touchedShare: {
      label: both('Touched by the VMM', '经 VMM 之手的指令'),
      value: percent(touched, instructions),
      unit: both('%', '%'),
      counter: true,
    },
    vmmTime: {
      label: both('Time in the VMM', 'VMM 占用的时间'),
      value: percent(clock - direct, clock),
      unit: both('%', '%'),
      source: assumed,
      counter: true,
    },
    ticks: { label: both('Time so far', '已过时间'), value: clock, unit: ticks, counter: true },
    system: { label: both('It behaves like', '它像是'), value: system, words: systemNames[system] },
    ...Object.fromEntries(
      properties.map((property) => [
        property,
        { label: propertyNames[property], value: lamps[property], words: lampNames[lamps[property]] },
      ]),
    ),
    instructions: { label: both('Instructions done', '完成的指令'), value: instructions },
    instructionsOf: {
      label: both('of each guest', '各客户机完成的指令'),
      value: perGuest(state, (guest) => guest.done),
    },
    time: {
      label: both('Time of each guest', '各客户机用掉的时间'),
      value: perGuest(state, ({ direct, served }) => direct + served),
      unit: ticks,
    },
    waiting: {
      label: both('Waiting now, each guest', '各客户机此刻已等'),
      value: perGuest(state, ({ lastRan }) => Math.max(0, clock - lastRan)),
      unit: ticks,
    },
    faults: {
      label: both('Memory faults of each guest', '各客户机的内存异常'),
      value: perGuest(state, (guest) => guest.faults),
    },
    slices: { label: both('Slices begun', '已开始的时间片'), value: state.slices },
    overrun: { label: both('Ticks run past a slice', '超出时间片的节拍'), value: state.overrun },
    foreign: { label: both('Foreign frames reached', '动到别人页框的次数'), value: state.foreign },
    caught: { label: both('Accesses caught', '拦下的越界访问'), value: state.caught },
    ticksInterpreted: {
      label: both('The same, all interpreted', '同样这些，若逐条解释'),
      value: ticksInterpreted(state),
      unit: ticks,
      source: assumed,
    },
  };
}
