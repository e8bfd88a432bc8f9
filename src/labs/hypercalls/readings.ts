import type { Readings } from '#kit/reading.ts';
import { both } from '#kit/text.ts';
import { endTexts } from '#sim/vmm/tell/endTexts.ts';
import { perThousand } from './cost.ts';
import { identify } from './identity.ts';
import { prices, type State, updateCrossings, vmmOf } from './model.ts';
import { crossingsOf, realRing } from './rings.ts';

const cycles = both('cycles', '周期');
const source = both(
  'model: a hypercall 2,030 cycles, as a trap that is emulated (Xen published none in cycles; Adams and Agesen 2006, section 3.3, for the trap), checking one entry 100 (assumed)',
  '模型：一次超级调用 2,030 周期，按一次陷入加模拟计（Xen 没有发表过周期数；陷入的数据取自 Adams 与 Agesen 2006，第 3.3 节），检查一项 100（假定）',
);

/** Everything that is counted. */
export function readings(state: State): Readings {
  const { run, updating, visits, params } = state;
  const { tally } = vmmOf(state);
  const told = identify(params.asker, params.bit);
  return {
    crossingsInAll: { label: both('crossings in all', '进入总次数'), value: crossingsOf(state), counter: true },
    updateCrossings: {
      label: both('crossings for updates', '改页表的进入次数'),
      value: updateCrossings(state),
      counter: true,
    },
    updates: { label: both('entries checked and made', '检查并写入的表项'), value: tally.updates, counter: true },
    refused: { label: both('entries refused', '被拒绝的表项'), value: tally.refused, counter: true },
    systemCalls: { label: both('system calls', '系统调用'), value: tally.direct, counter: true },
    systemCallVisits: {
      label: both('crossings for system calls', '系统调用的进入次数'),
      value: visits,
      counter: true,
      source: both('told, not run: our processor is a 32-bit one', '只讲述，未实跑：我们的处理器是 32 位的'),
    },
    perThousand: {
      label: both('cycles for 1,000 updates', '改 1,000 项的周期数'),
      value: perThousand(state) ?? null,
      unit: cycles,
      source,
      counter: true,
    },
    updateCycles: { label: both('spent on updates', '改页表所花'), value: updating.cycles, unit: cycles, source },
    systemCallCycles: {
      label: both('spent on the way of system calls', '系统调用途中所花'),
      value: visits * prices.hypercall,
      unit: cycles,
      source: both('model: each visit as dear as a hypercall (assumed)', '模型：每次进入与一次超级调用同价（假定）'),
    },
    ring: { label: both('ring of the processor', '处理器所在的 ring'), value: realRing(state) },
    crossings: { label: both('crossings by reason', '按原因统计的进入'), value: Object.fromEntries(run.crossings) },
    instructions: { label: both('guest instructions', '客户机指令数'), value: run.instructions },
    end: { label: both('how it ended', '如何结束'), value: run.end ?? null, names: endTexts },
    refusedAt: {
      label: both('refused at', '被拒绝的指令'),
      value: run.end === 'refused' ? (run.endDetail ?? null) : null,
    },
    hypervisorBit: {
      label: both('hypervisor bit that the other guest reads', '另一台客户机读到的位'),
      value: told.bit ?? null,
    },
    clock: {
      label: both('its clock', '它用的时钟'),
      value: typeof told.clock === 'string' ? told.clock : told.clock.en,
      ...(typeof told.clock !== 'string' && { words: told.clock }),
    },
    disk: {
      label: both('its disk driver', '它用的磁盘驱动'),
      value: typeof told.disk === 'string' ? told.disk : told.disk.en,
      ...(typeof told.disk !== 'string' && { words: told.disk }),
    },
  };
}
