import type { SourceFault } from '#kit/controls.ts';
import type { Text } from '#kit/text.ts';
import { type Parsed, parseTrace } from '#sim/mmu/parseTrace.ts';
import { verbs } from '#sim/mmu/trace.ts';
import type { TraceFault, TraceFaultKind } from '#sim/mmu/traceWord.ts';

let last: { readonly text: string; readonly parsed: Parsed } | undefined;

/** Reads a trace. The one read last is remembered, for it is checked and then run. */
export function readTrace(text: string): Parsed {
  if (last?.text !== text) last = { text, parsed: parseTrace(text) };
  return last.parsed;
}

const messages: Readonly<Record<TraceFaultKind, (word: string) => Text>> = {
  verb: (word) => ({
    en: `“${word}” is no action; a line begins with ${verbs.join(', ')}.`,
    'zh-CN': `没有“${word}”这个动作；一行以 ${verbs.join('、')} 之一开头。`,
  }),
  missing: () => ({
    en: 'something is missing here: write vm NAME, process NAME, map VA GPA r|rw|rx|rwx, unmap VA, invlpg VA, read VA, write VA, exec VA or balloon PAGES.',
    'zh-CN':
      '这里缺了内容：应写成 vm 名字、process 名字、map VA GPA r|rw|rx|rwx、unmap VA、invlpg VA、read VA、write VA、exec VA 或 balloon 页数。',
  }),
  extra: (word) => ({
    en: `“${word}” is one word too many; a comment begins with #.`,
    'zh-CN': `“${word}”是多余的；注释以 # 开头。`,
  }),
  name: (word) => ({
    en: `“${word}” is no name; a name is a letter and up to 15 more letters, digits, _ or -.`,
    'zh-CN': `“${word}”不能作名字；名字以字母开头，后面最多 15 个字母、数字、_ 或 -。`,
  }),
  hex: (word) => ({
    en: `“${word}” is no hexadecimal address; write one such as 7f0000001000.`,
    'zh-CN': `“${word}”不是十六进制地址；应写成 7f0000001000 这样。`,
  }),
  canonical: (word) => ({
    en: `“${word}” is not canonical; a 48-bit virtual address lies up to 7fffffffffff or from ffff800000000000.`,
    'zh-CN': `“${word}”不是规范地址；48 位虚拟地址不超过 7fffffffffff，或不低于 ffff800000000000。`,
  }),
  unaligned: (word) => ({
    en: `“${word}” is not the start of a page; its last three digits must be 000.`,
    'zh-CN': `“${word}”不是页的起点；末三位应为 000。`,
  }),
  beyond: (word) => ({
    en: `“${word}” is beyond the guest’s 64 MiB; the last page is 3fff000.`,
    'zh-CN': `“${word}”超出客户机的 64 MiB；最后一页是 3fff000。`,
  }),
  rights: (word) => ({
    en: `“${word}” is no right; write r, rw, rx or rwx.`,
    'zh-CN': `“${word}”不是权限；应写 r、rw、rx 或 rwx。`,
  }),
  pages: (word) => ({
    en: `“${word}” is no number of pages; write a whole number from 1 to 16384.`,
    'zh-CN': `“${word}”不是页数；应写 1 到 16384 的整数。`,
  }),
  vms: () => ({
    en: 'this would be the 17th virtual machine; there is room for 16.',
    'zh-CN': '这将是第 17 台虚拟机；最多 16 台。',
  }),
  processes: () => ({
    en: 'this would be process number 4096; a PCID has 12 bits, so there is room for 4095.',
    'zh-CN': '这将是第 4096 个进程；PCID 只有 12 位，最多 4095 个。',
  }),
  tables: () => ({
    en: 'this guest’s kernel has no room for another page table; it has room for 49152.',
    'zh-CN': '这台客户机的内核放不下更多页表；最多 49152 张。',
  }),
};

const faultToSource = ({ line, column, kind, word }: TraceFault): SourceFault => ({
  line,
  column,
  message: messages[kind](word),
});

/** What is wrong in a trace, where, and what would be right. */
export function checkTrace(text: string): readonly SourceFault[] {
  const parsed = readTrace(text);
  return 'faults' in parsed ? parsed.faults.map(faultToSource) : [];
}
