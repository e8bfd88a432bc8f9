import type { Readings } from '#kit/reading.ts';
import { both } from '#kit/text.ts';
import { handledBy } from '#sim/vmm/hardware/handledBy.ts';
import { priceLists } from '#sim/vmm/prices.ts';
import { endTexts } from '#sim/vmm/tell/endTexts.ts';
import { exitTexts } from '#sim/vmm/tell/exitTexts.ts';
import { bits, isSet } from './bits.ts';
import { cellOf } from './cell.ts';
import { interruptionOf } from './fields.ts';
import { type State, vmmOf, waitOf } from './model.ts';
import { hex, words } from './words.ts';

const cycles = both('cycles', '个周期');
const asHex = (n: number | undefined): string | null => (n === undefined ? null : `${hex(n)}h`);

/** Where the processor is, what left the guest, who dealt with it, and what it has cost. */
export function readingsOf(state: State): Readings {
  const { run } = state;
  const { tally, exit } = vmmOf(state);
  const { mode, ring } = cellOf(run);
  const source = priceLists.modern.exit.source;
  return {
    instructions: { label: both('guest instructions', '客户机指令'), value: run.instructions, counter: true },
    direct: {
      label: both('of them without the host', '其中未惊动宿主机'),
      value: run.instructions - tally.emulated,
      counter: true,
    },
    exits: { label: both('VM exits', '虚拟机退出'), value: tally.kvm + tally.qemu, counter: true },
    qemu: { label: both('of them on to QEMU', '其中转交 QEMU'), value: tally.qemu, counter: true },
    kvm: { label: both('of them finished by KVM', '其中 KVM 处理完'), value: tally.kvm },
    vmmCycles: {
      label: both('spent on exits and entries', '退出与进入用去'),
      value: run.cycles.vmm,
      unit: cycles,
      counter: true,
      source,
    },
    guestCycles: { label: both('spent in the guest', '客户机用去'), value: run.cycles.guest, unit: cycles },
    mode: {
      label: both('mode', '模式'),
      value: mode,
      words: mode === 'root' ? both('root', '根模式') : both('non-root', '非根模式'),
    },
    ring: { label: both('ring', '特权级'), value: ring },
    reason: { label: both('basic exit reason', '基本退出原因'), value: exit?.exitReason ?? null },
    qualification: { label: both('exit qualification', '退出限定'), value: asHex(exit?.qualification) },
    interruption: {
      label: both('VM-exit interruption information', '虚拟机退出的中断信息'),
      value: exit ? asHex(interruptionOf(exit)) : null,
    },
    handler: { label: both('handled by', '处理者'), value: exit ? handledBy(exit) : null, names: words.handlers },
    reasons: {
      label: both('exits by reason', '各原因的退出次数'),
      value: Object.fromEntries(run.crossings),
      names: exitTexts,
    },
    controls: {
      label: both('execution controls that are 1', '为 1 的执行控制'),
      value: bits.filter((bit) => isSet(run.settings.controls, bit)),
    },
    waiting: {
      label: both('instructions for which a host’s interrupt has waited', '宿主机中断已等待的指令数'),
      value: waitOf(state) ?? null,
    },
    equivalent: { label: both('as on bare metal', '与裸机一致'), value: run.divergence === undefined },
    end: { label: both('end', '结局'), value: run.end ?? null, names: endTexts },
    serial: { label: both('on the serial port', '串口输出'), value: run.guest.devices.uart.sent },
  };
}
