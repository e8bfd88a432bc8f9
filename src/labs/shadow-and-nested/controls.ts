import type { Controls, ParamsOf } from '#kit/controls.ts';
import { checkTrace } from './faults.ts';
import { firstTrace } from './gallery.ts';

export const controls = {
  vmm: {
    kind: 'choice',
    label: { en: 'Memory virtualization', 'zh-CN': '内存虚拟化方式' },
    options: {
      shadow: { en: 'shadow paging', 'zh-CN': '影子分页' },
      nested: { en: 'nested paging (EPT)', 'zh-CN': '嵌套分页（EPT）' },
      native: { en: 'native, no VMM', 'zh-CN': '原生，没有 VMM' },
    },
    initial: 'shadow',
  },
  trace: {
    kind: 'source',
    label: { en: 'Trace: one action a line', 'zh-CN': '访问轨迹：一行一个动作' },
    language: 'trace',
    initial: firstTrace,
    help: {
      en: 'vm NAME · process NAME · map VA GPA r|rw|rx|rwx · unmap VA · invlpg VA · read VA · write VA · exec VA · balloon PAGES. Addresses are hexadecimal; # begins a comment. Programs run at CPL 3, and map sets U/S. Where map or unmap changes an entry that was present, the guest’s kernel executes INVLPG at once, unless the very next line is that invlpg.',
      'zh-CN':
        'vm 名字 · process 名字 · map VA GPA r|rw|rx|rwx · unmap VA · invlpg VA · read VA · write VA · exec VA · balloon 页数。地址用十六进制；# 起是注释。程序在 CPL 3 运行，map 会置 U/S 位。map 或 unmap 改动原本存在的表项时，客户机内核会立即执行 INVLPG，除非紧接着的下一行就是这条 invlpg。',
    },
    check: checkTrace,
  },
  sync: {
    kind: 'choice',
    label: { en: 'Shadow follows the guest’s stores', 'zh-CN': '影子页表何时跟上客户机的写入' },
    options: {
      eager: { en: 'at once: each store exits', 'zh-CN': '立即：每次写入都退出' },
      lazy: { en: 'at CR3 load and INVLPG', 'zh-CN': '等到装载 CR3 或 INVLPG' },
    },
    initial: 'eager',
  },
  entries: {
    kind: 'choice',
    label: { en: 'TLB entries', 'zh-CN': 'TLB 表项数' },
    options: { '8': '8', '16': '16', '64': '64', '512': '512', '1024': '1024' },
    initial: '8',
  },
  ways: {
    kind: 'choice',
    label: { en: 'TLB ways', 'zh-CN': 'TLB 路数' },
    options: { '1': '1', '2': '2', '4': '4', '8': '8' },
    initial: '4',
  },
  vpid: {
    kind: 'switch',
    label: { en: 'TLB tags for VMs (VPID)', 'zh-CN': '区分虚拟机的 TLB 标签（VPID）' },
    initial: true,
  },
  pcid: {
    kind: 'switch',
    label: { en: 'TLB tags for processes (PCID)', 'zh-CN': '区分进程的 TLB 标签（PCID）' },
    initial: true,
  },
  caches: { kind: 'switch', label: { en: 'Paging-structure caches', 'zh-CN': '分页结构缓存' }, initial: false },
  merge: { kind: 'switch', label: { en: 'Merge pages of zeros', 'zh-CN': '合并全零页' }, initial: false },
  exit: {
    kind: 'range',
    label: { en: 'Cycles for a VM exit and its handling', 'zh-CN': '一次虚拟机退出及其处理的周期数' },
    min: 100,
    max: 20_000,
    initial: 2000,
  },
  reference: {
    kind: 'range',
    label: { en: 'Cycles for reading one table entry', 'zh-CN': '读一个页表项的周期数' },
    min: 1,
    max: 300,
    initial: 30,
  },
} as const satisfies Controls;

export type Params = ParamsOf<typeof controls>;
