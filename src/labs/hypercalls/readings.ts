import type { Readings } from '#kit/reading.ts';
import { perThousand } from './cost.ts';
import { identify } from './identity.ts';
import { prices, type State, updateCrossings, vmmOf } from './model.ts';
import { crossingsOf, realRing } from './rings.ts';
import { text } from './words.ts';

const cycles = text('cycles', '周期');
const source =
  'model: a hypercall 2,030 cycles, as a trap that is emulated (Xen published none in cycles; Adams and Agesen 2006, section 3.3, for the trap), checking one entry 100 (assumed)';

/** Everything that is counted. */
export function readings(state: State): Readings {
  const { run, updating, visits, params } = state;
  const { tally } = vmmOf(state);
  const told = identify(params.asker, params.bit);
  return {
    crossingsInAll: { label: text('crossings in all', '进入总次数'), value: crossingsOf(state), counter: true },
    updateCrossings: {
      label: text('crossings for updates', '改页表的进入次数'),
      value: updateCrossings(state),
      counter: true,
    },
    updates: { label: text('entries checked and made', '检查并写入的表项'), value: tally.updates, counter: true },
    refused: { label: text('entries refused', '被拒绝的表项'), value: tally.refused, counter: true },
    systemCalls: { label: text('system calls', '系统调用'), value: tally.direct, counter: true },
    systemCallVisits: {
      label: text('crossings for system calls', '系统调用的进入次数'),
      value: visits,
      counter: true,
      source: 'told, not run: our processor is a 32-bit one',
    },
    perThousand: {
      label: text('cycles for 1,000 updates', '改 1,000 项的周期数'),
      value: perThousand(state) ?? null,
      unit: cycles,
      source,
      counter: true,
    },
    updateCycles: { label: text('spent on updates', '改页表所花'), value: updating.cycles, unit: cycles, source },
    systemCallCycles: {
      label: text('spent on the way of system calls', '系统调用途中所花'),
      value: visits * prices.hypercall,
      unit: cycles,
      source: 'model: each visit as dear as a hypercall (assumed)',
    },
    ring: { label: text('ring of the processor', '处理器所在的 ring'), value: realRing(state) },
    crossings: { label: text('crossings by reason', '按原因统计的进入'), value: Object.fromEntries(run.crossings) },
    instructions: { label: text('guest instructions', '客户机指令数'), value: run.instructions },
    end: { label: text('how it ended', '如何结束'), value: run.end ?? null },
    refusedAt: {
      label: text('refused at', '被拒绝的指令'),
      value: run.end === 'refused' ? (run.endDetail ?? null) : null,
    },
    hypervisorBit: {
      label: text('hypervisor bit that the other guest reads', '另一台客户机读到的位'),
      value: told.bit ?? null,
    },
    clock: {
      label: text('its clock', '它用的时钟'),
      value: typeof told.clock === 'string' ? told.clock : told.clock.en,
      ...(typeof told.clock !== 'string' && { words: told.clock }),
    },
    disk: {
      label: text('its disk driver', '它用的磁盘驱动'),
      value: typeof told.disk === 'string' ? told.disk : told.disk.en,
      ...(typeof told.disk !== 'string' && { words: told.disk }),
    },
  };
}
