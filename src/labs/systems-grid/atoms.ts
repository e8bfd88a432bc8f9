import type { Text } from '#kit/text.ts';
import { hasOwnKernel, isFull, type Subject, uses } from './subject.ts';

/** A word of the rule language that is true or false of a system. */
export interface Atom {
  readonly about: Text;
  /** Other spellings of it. */
  readonly also?: readonly string[];
  holds(subject: Subject): boolean;
}

/** Everything that may be asked. The first spelling is the one that is offered. */
export const atoms: Readonly<Record<string, Atom>> = {
  'bare-metal': {
    about: { en: 'its monitor is under every OS', 'zh-CN': '监控器在一切操作系统之下' },
    also: ['type-1', 'type-i'],
    holds: ({ form }) => form.position === 'bare',
  },
  'in-kernel': {
    about: { en: 'its monitor is part of a host’s kernel', 'zh-CN': '监控器是宿主机内核的一部分' },
    holds: ({ form }) => form.position === 'kernel',
  },
  hosted: {
    about: { en: 'its monitor is on top of a host OS', 'zh-CN': '监控器在宿主操作系统之上' },
    also: ['type-2', 'type-ii', 'on-os'],
    holds: ({ form }) => form.position === 'host',
  },
  'no-monitor': {
    about: { en: 'it has no monitor', 'zh-CN': '没有监控器' },
    holds: ({ form }) => form.position === 'none',
  },
  full: {
    about: { en: 'an unchanged OS gets a whole machine', 'zh-CN': '给未修改的操作系统一台整机' },
    also: ['full-virtualization'],
    holds: isFull,
  },
  paravirtual: {
    about: { en: 'the guest’s kernel was changed to call the monitor', 'zh-CN': '客户机内核改成了主动调用监控器' },
    also: ['para', 'paravirtualization', 'pv'],
    holds: (subject) => uses(subject, 'para'),
  },
  interpreted: {
    about: { en: 'each guest instruction is interpreted', 'zh-CN': '客户机指令逐条解释' },
    holds: (subject) => uses(subject, 'interpret'),
  },
  translated: {
    about: { en: 'guest code is translated', 'zh-CN': '客户机代码经过翻译' },
    also: ['binary-translation', 'bt'],
    holds: (subject) => uses(subject, 'translate'),
  },
  trapped: {
    about: { en: 'guest code runs directly and traps', 'zh-CN': '客户机代码直接执行，靠陷入' },
    also: ['trap-and-emulate'],
    holds: (subject) => uses(subject, 'trap'),
  },
  'hardware-assisted': {
    about: { en: 'the processor has a mode for guests', 'zh-CN': '处理器有专供客户机的模式' },
    also: ['hvm', 'assisted'],
    holds: (subject) => uses(subject, 'assist'),
  },
  'shared-kernel': {
    about: { en: 'what runs inside shares the host’s kernel', 'zh-CN': '里面的程序共享宿主机内核' },
    holds: (subject) => uses(subject, 'share'),
  },
  'own-kernel': {
    about: { en: 'what runs inside has a kernel of its own', 'zh-CN': '里面有自己的内核' },
    also: ['machine'],
    holds: hasOwnKernel,
  },
  container: {
    about: { en: 'it runs containers', 'zh-CN': '运行容器' },
    holds: ({ system }) => system.container,
  },
  library: {
    about: { en: 'it makes an interface again', 'zh-CN': '重做一套接口' },
    also: ['api'],
    holds: (subject) => uses(subject, 'library'),
  },
  'language-vm': {
    about: { en: 'it runs a language’s bytecode', 'zh-CN': '运行某种语言的字节码' },
    holds: (subject) => uses(subject, 'language'),
  },
  'foreign-isa': {
    about: { en: 'its guest may be of another ISA', 'zh-CN': '客户机可以是另一种 ISA' },
    holds: ({ system }) => system.foreign,
  },
  'open-source': {
    about: { en: 'its licence is open', 'zh-CN': '许可证是开源的' },
    holds: ({ system }) => system.open === true,
  },
  ended: {
    about: { en: 'it is no longer built so', 'zh-CN': '这种做法已不再使用' },
    holds: ({ form }) => form.to !== null,
  },
};

const spellings = new Map(
  Object.entries(atoms).flatMap(([name, { also = [] }]) => [name, ...also].map((word) => [word, name] as const)),
);

/** The atom that a word spells. */
export const atomOf = (word: string): Atom | undefined => atoms[spellings.get(word) ?? ''];
/** Every spelling there is. */
export const atomWords: readonly string[] = [...spellings.keys()];
