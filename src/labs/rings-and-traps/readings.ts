import type { Readings } from '#kit/reading.ts';
import { both } from '#kit/text.ts';
import type { GuestRun } from '#sim/vmm/run.ts';
import { endTexts } from '#sim/vmm/tell/endTexts.ts';
import { differenceText } from './difference.ts';
import { registersIn, type State } from './state.ts';

const cycle = { en: 'cycles', 'zh-CN': '周期' };
const source = both(
  'Adams and Agesen 2006 on a Pentium 4: 2,030 for a trap and its emulation (section 3.3, RDTSC; yours to set), 2,313 for a system call by way of the monitor and 243 without (figure 4), 1,093 for a page fault (section 6.3), 3,209 for IN or OUT at a real port (section 6.3); any other instruction 1, assumed',
  'Adams 与 Agesen 2006，Pentium 4：一次陷入加模拟 2,030（第 3.3 节，RDTSC；可由你设定），系统调用经监控器 2,313、不经监控器 243（图 4），一次缺页 1,093（第 6.3 节），对真实端口 IN 或 OUT 3,209（第 6.3 节）；其他指令各 1，系假定',
);

/** Fills of the monitor's own tables: chapter 3 shows them, here they are made in passing. */
const fillsIn = ({ crossings }: GuestRun): number => crossings.get('#PF hidden') ?? 0;
const trapsIn = (run: GuestRun): number => [...run.crossings.values()].reduce((sum, n) => sum + n, 0) - fillsIn(run);

/** Everything that is counted, from power-on. */
export function readingsOf(state: State): Readings {
  const { run } = state;
  const { virtual, real } = registersIn(state);
  const { guest, divergence, cycles } = run;
  return {
    instructions: {
      label: { en: 'guest instructions', 'zh-CN': '客户机指令' },
      value: run.instructions,
      counter: true,
    },
    traps: { label: { en: 'traps into the VMM', 'zh-CN': '陷入 VMM 次数' }, value: trapsIn(run), counter: true },
    fills: {
      label: { en: 'page faults for the VMM’s own tables, not drawn', 'zh-CN': 'VMM 补自己页表的缺页（图中不画）' },
      value: fillsIn(run),
      counter: true,
    },
    guestCycles: {
      label: { en: 'cycles of the guest', 'zh-CN': '客户机的周期' },
      value: cycles.guest,
      unit: cycle,
      source,
      counter: true,
    },
    vmmCycles: {
      label: { en: 'cycles of the VMM', 'zh-CN': 'VMM 的周期' },
      value: cycles.vmm,
      unit: cycle,
      source,
      counter: true,
    },
    crossings: {
      label: { en: 'traps by cause', 'zh-CN': '按原因统计的陷入' },
      value: Object.fromEntries(run.crossings),
    },
    virtual: { label: { en: 'what the guest believes', 'zh-CN': '客户机以为的状态' }, value: virtual ?? null },
    real: { label: { en: 'what the processor holds', 'zh-CN': '处理器实际的状态' }, value: real },
    serial: { label: { en: 'sent through the serial port', 'zh-CN': '串口输出' }, value: guest.devices.uart.sent },
    end: { label: { en: 'end', 'zh-CN': '结束' }, value: run.end ?? null, names: endTexts },
    equivalent: {
      label: { en: 'as on bare metal so far', 'zh-CN': '到目前为止与裸机一致' },
      value: divergence === undefined,
      words: divergence ? { en: 'no', 'zh-CN': '否' } : { en: 'yes', 'zh-CN': '是' },
    },
    divergence: {
      label: { en: 'first difference from bare metal', 'zh-CN': '首次与裸机不同' },
      value: divergence
        ? {
            line: divergence.line,
            instruction: divergence.instruction,
            what: divergence.what,
            here: differenceText(divergence).here,
            bare: differenceText(divergence).bare,
          }
        : null,
    },
  };
}
