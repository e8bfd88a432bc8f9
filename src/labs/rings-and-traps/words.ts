import { both, type Text } from '#kit/text.ts';
import type { Change } from './path.ts';
import type { RowName } from './registers.ts';

/** The instruction's own name: MOV. */
export const mnemonic = (text: string): string => text.split(' ')[0]?.toUpperCase() ?? '';

/** The real or virtual registers, by the manuals' names. */
export const rowLabels: Readonly<Record<RowName, string | Text>> = {
  cpl: 'CPL',
  if: 'IF',
  cr3: 'CR3',
  idt: 'IDT',
  gdt: 'GDT',
  timer: { en: 'Timer', 'zh-CN': '定时器' },
};

export const rowAbouts: Readonly<Record<RowName, Text>> = {
  cpl: { en: 'current privilege level: the ring', 'zh-CN': '当前特权级，即所在的 ring' },
  if: { en: 'interrupt flag', 'zh-CN': '中断标志' },
  cr3: { en: 'root of the page tables', 'zh-CN': '页表的根' },
  idt: { en: 'base of the interrupt descriptor table', 'zh-CN': '中断描述符表的基址' },
  gdt: { en: 'base of the global descriptor table', 'zh-CN': '全局描述符表的基址' },
  timer: { en: 'instructions until the next tick', 'zh-CN': '距下一次滴答还有多少条指令' },
};

const timers: Readonly<Record<string, Text>> = {
  due: { en: 'tick is due', 'zh-CN': '滴答已到' },
  held: { en: 'tick held back', 'zh-CN': '滴答被暂留' },
  taken: { en: 'tick taken', 'zh-CN': '滴答已接下' },
  off: { en: 'off', 'zh-CN': '未启动' },
};

/** What a cell of the table says. */
export function valueText(row: RowName, value: string): string | Text {
  if (row !== 'timer') return value;
  const left = Number(value.slice(3)).toLocaleString('en');
  return timers[value] ?? both(`tick in ${left}`, `${left} 条后滴答`);
}

/** `virtual IF 1 → 0`; in a list the word is said once. */
export function changeText({ row, from, to, shared }: Change, isFirst: boolean): Text {
  if (row === 'timer') return both('tick held back', '滴答被暂留');
  const change = shared ? `${row} = ${to}` : `${row.toUpperCase()} ${from} → ${to}`;
  return shared || !isFirst ? both(change, change) : both(`virtual ${change}`, `虚拟 ${change}`);
}

/** Phrases one after another, with the comma of each language. */
export const joinTexts = (texts: readonly Text[]): Text => ({
  en: texts.map(({ en }) => en).join(', '),
  'zh-CN': texts.map((text) => text['zh-CN']).join('，'),
});

export const labels = {
  believes: { en: 'guest believes', 'zh-CN': '客户机以为' },
  really: { en: 'what is real', 'zh-CN': '实际' },
  nobody: { en: 'nobody beneath', 'zh-CN': '下面没有别人' },
  processor: { en: 'Processor', 'zh-CN': '处理器' },
  application: { en: 'application', 'zh-CN': '应用' },
  kernel: { en: 'guest kernel', 'zh-CN': '客户机内核' },
  ownKernel: { en: 'kernel', 'zh-CN': '内核' },
  together: { en: 'app, kernel', 'zh-CN': '应用和内核' },
  vmm: { en: 'VMM', 'zh-CN': 'VMM' },
  asleep: { en: 'asleep', 'zh-CN': '睡着' },
  unused: { en: 'unused', 'zh-CN': '空着' },
  disk: { en: 'Interrupt for another guest', 'zh-CN': '来一次别的客户机的中断' },
  same: { en: 'As on bare metal so far', 'zh-CN': '到目前为止与裸机一致' },
  bare: { en: 'This is bare metal', 'zh-CN': '这就是裸机' },
} satisfies Record<string, Text>;

export const diskAbout: Text = {
  en: 'The disk of another guest interrupts the real processor now',
  'zh-CN': '此刻另一台客户机的磁盘向真实处理器发来中断',
};
