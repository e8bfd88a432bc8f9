import { both, type Text } from '#kit/text.ts';
import type { ExecutionControls } from '#sim/vmm/technique.ts';

/** Bits of the VMCS that a reader may flip, by the name of their switch. */
export const bits = [
  'ept',
  'cr3',
  'hlt',
  'io',
  'interrupts',
  'msr',
  'pageFaults',
  'invlpg',
  'tables',
  'rdtsc',
] as const;
export type Bit = (typeof bits)[number];

/** SDM vol. 3C, "VM-Execution Control Fields", for the control panel. */
export const bitNames: Readonly<Record<Bit, Text>> = {
  ept: both('Enable EPT', '启用 EPT'),
  cr3: both('CR3-load exiting', 'CR3 装载退出'),
  hlt: both('HLT exiting', 'HLT 退出'),
  io: both('I/O bitmaps: all ports exit', 'I/O 位图全 1：端口都退出'),
  interrupts: both('External-interrupt exiting', '外部中断退出'),
  msr: both('No MSR bitmap: all of them exit', '不用 MSR 位图：都退出'),
  pageFaults: both('Exception bitmap: #PF exits', '异常位图：#PF 退出'),
  invlpg: both('INVLPG exiting', 'INVLPG 退出'),
  tables: both('Descriptor-table exiting', '描述符表退出'),
  rdtsc: both('RDTSC exiting', 'RDTSC 退出'),
};

/** The same, for a button in the picture. */
export const shortBitNames: Readonly<Record<Bit, Text>> = {
  ept: both('EPT', '启用 EPT'),
  cr3: both('CR3-load exiting', 'CR3 装载退出'),
  hlt: both('HLT exiting', 'HLT 退出'),
  io: both('I/O bitmaps', 'I/O 位图'),
  interrupts: both('interrupt exiting', '外部中断退出'),
  msr: both('MSRs exit', 'MSR 退出'),
  pageFaults: both('#PF exits', '#PF 退出'),
  invlpg: both('INVLPG exiting', 'INVLPG 退出'),
  tables: both('LGDT… exit', 'LGDT 等退出'),
  rdtsc: both('RDTSC exiting', 'RDTSC 退出'),
};

/** Bits that shadow tables need, whatever is said. */
const forced: readonly Bit[] = ['cr3', 'invlpg', 'pageFaults'];
const PAGE_FAULT = 14;

/** Whether the bit is 1 in the VMCS: asked for, or needed where there is no EPT. */
export const isSet = (controls: ExecutionControls, bit: Bit): boolean =>
  isForced(controls, bit) || (bit === 'pageFaults' ? controls.exceptions.includes(PAGE_FAULT) : controls[bit]);

export const isForced = (controls: ExecutionControls, bit: Bit): boolean => !controls.ept && forced.includes(bit);

/** A VMWRITE that turns the bit over. */
export const flipped = (controls: ExecutionControls, bit: Bit): ExecutionControls =>
  bit === 'pageFaults'
    ? { ...controls, exceptions: controls.exceptions.includes(PAGE_FAULT) ? [] : [PAGE_FAULT] }
    : { ...controls, [bit]: !controls[bit] };

/** For a mark's `about`. */
export const bitAbout = (bit: Bit, on: boolean): Text => {
  const state = on ? both('1', '1') : both('0', '0');
  const name = bitNames[bit];
  return both(`${name.en}: ${state.en}`, `${name['zh-CN']}：${state['zh-CN']}`);
};
export const bitText = (bit: Bit, on: boolean): Text => {
  const name = shortBitNames[bit];
  return both(`${on ? 1 : 0}  ${name.en}`, `${on ? 1 : 0}  ${name['zh-CN']}`);
};
export const onlyEarly: Text = both(
  'EPT is chosen before the guest starts: use the control beside the picture.',
  'EPT 要在客户机启动前选定：请用图旁的开关。',
);
export const needed: Text = both(
  '1 whatever is said: without EPT the monitor’s shadow page tables need it.',
  '无论怎么选都是 1：没有 EPT，监控器的影子页表离不开它。',
);
export const locked: Text = both(
  'Only root mode can write the VMCS, and the processor is in the guest.',
  '只有根模式能写 VMCS，而处理器此刻在客户机里。',
);
