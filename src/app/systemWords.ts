import type { Text } from '#kit/text.ts';
import type { Kind } from '#sim/systems/system.ts';

export const kindWords: Readonly<Record<Kind, Text>> = {
  vmm: { en: 'virtual machine monitor', 'zh-CN': '虚拟机监控器' },
  emulator: { en: 'emulator', 'zh-CN': '模拟器' },
  platform: { en: 'product around a monitor', 'zh-CN': '围绕监控器的产品' },
  container: { en: 'containers', 'zh-CN': '容器' },
  interface: { en: 'an interface made again', 'zh-CN': '重做的接口' },
  language: { en: 'language virtual machine', 'zh-CN': '语言虚拟机' },
  machine: { en: 'a machine, not a virtual one', 'zh-CN': '真实机器，不是虚拟机系统' },
  image: { en: 'a guest’s image', 'zh-CN': '客户机镜像' },
  tool: { en: 'management or network tool', 'zh-CN': '管理或网络工具' },
};

interface Years {
  readonly from: number;
  readonly to: number | null;
  readonly about?: boolean | undefined;
}

/** `1999 to today`, `1967–1972`, `about 2004–2011`. */
export function yearsText({ from, to, about }: Years): Text {
  const [en, zh] = to === null ? [`since ${from}`, `${from} 年至今`] : [`${from}–${to}`, `${from}–${to} 年`];
  return about ? { en: `${en}, roughly`, 'zh-CN': `${zh}（约）` } : { en, 'zh-CN': zh };
}

/** An instruction set is called alike in both languages; these are not. */
const isaWords: Readonly<Record<string, Text>> = {
  any: { en: 'any', 'zh-CN': '不限' },
  same: { en: 'the same as the host’s', 'zh-CN': '与宿主机相同' },
  'Java bytecode': { en: 'Java bytecode', 'zh-CN': 'Java 字节码' },
};
export const isaText = (names: readonly string[]): Text => ({
  en: names.map((name) => isaWords[name]?.en ?? name).join(', ') || '–',
  'zh-CN': names.map((name) => isaWords[name]?.['zh-CN'] ?? name).join('、') || '–',
});

export const systemWords = {
  title: { en: 'Systems', 'zh-CN': '系统目录' },
  lead: (count: number): Text => ({
    en: `${count} systems: where the monitor of each stands, how its guests are run, and since when.`,
    'zh-CN': `共 ${count} 个系统：监控器在哪里，客户机怎样运行，始于何时。`,
  }),
  find: { en: 'Name or maker', 'zh-CN': '名称或开发者' },
  position: { en: 'Position', 'zh-CN': '位置' },
  technique: { en: 'Technique', 'zh-CN': '技术' },
  year: { en: 'In use in', 'zh-CN': '使用年份' },
  any: { en: 'any', 'zh-CN': '不限' },
  found: (count: number): Text => ({
    en: count === 1 ? '1 system' : `${count} systems`,
    'zh-CN': `${count} 个系统`,
  }),
  none: { en: 'No system is all of this at once.', 'zh-CN': '没有同时满足这些条件的系统。' },
  noForm: { en: 'runs no guest', 'zh-CN': '不运行客户机' },
  layers: { en: 'Layers', 'zh-CN': '分层' },
  layersNote: {
    en: 'The least privileged on top, the hardware at the bottom.',
    'zh-CN': '特权最低的在最上面，硬件在最下面。',
  },
  facts: { en: 'In short', 'zh-CN': '概况' },
  maker: { en: 'Maker', 'zh-CN': '开发者' },
  kind: { en: 'What it is', 'zh-CN': '类别' },
  years: { en: 'Years', 'zh-CN': '年代' },
  place: { en: 'Position and technique', 'zh-CN': '位置与技术' },
  host: { en: 'Host ISA', 'zh-CN': '宿主机 ISA' },
  guest: { en: 'Guest ISA', 'zh-CN': '客户机 ISA' },
  licence: { en: 'Licence', 'zh-CN': '许可证' },
  closed: { en: 'proprietary', 'zh-CN': '专有' },
  unlicensed: { en: 'none', 'zh-CN': '无' },
  open: { en: 'open source', 'zh-CN': '开源' },
  status: { en: 'In 2026', 'zh-CN': '2026 年现状' },
  said: { en: 'What the five sources say', 'zh-CN': '五份原文怎么说' },
  references: { en: 'References', 'zh-CN': '参考文献' },
  all: { en: 'All systems', 'zh-CN': '全部系统' },
  colon: { en: ': ', 'zh-CN': '：' },
  comma: { en: ', ', 'zh-CN': '、' },
} satisfies Record<string, Text | ((count: number) => Text)>;
