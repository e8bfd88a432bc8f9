import { both, type Text } from '#kit/text.ts';
import type { Deed } from '#sim/vmm/deed.ts';
import { exitText } from '#sim/vmm/tell/exitTexts.ts';
import { vectorNumber } from '#sim/vmm/tell/vectorText.ts';
import { lineText } from './codeMarks.ts';
import type { State } from './model.ts';
import {
  CPUID,
  CR_ACCESS,
  EPT_VIOLATION,
  EXCEPTION,
  HLT,
  INTERRUPT,
  INVD,
  PORT,
  READ_MSR,
  TRIPLE_FAULT,
  VMCALL,
  WINDOW,
  WRITE_MSR,
} from './reasons.ts';
import { grouped } from './words.ts';

type Leave = Extract<Deed, { kind: 'leave' }>;

/** Why the processor left the guest: what asked for it. */
export function leftCaption(state: State, deed: Leave): Text {
  const text = lineText(state, deed.address);
  const why = whyOf(state, deed);
  const reason = exitText(deed.reason);
  return both(
    `${subject(deed, text).en} exits, reason ${reason.en}: ${why.en}`,
    `${subject(deed, text)['zh-CN']}引起退出，原因 ${reason['zh-CN']}：${why['zh-CN']}`,
  );
}

const isEvent = ({ exitReason }: Leave): boolean => exitReason === INTERRUPT || exitReason === WINDOW;

const subject = (deed: Leave, text: string): Text =>
  isEvent(deed)
    ? both(`An interrupt, vector ${vectorNumber(deed.vector ?? 0)},`, `中断（向量 ${vectorNumber(deed.vector ?? 0)}）`)
    : deed.exitReason === TRIPLE_FAULT
      ? both(`At ${text} an event that the guest cannot deliver`, `执行到 ${text} 时，客户机无法交付的事件`)
      : both(text, `${text} `);

const asked = (name: Text): Text => both(`“${name.en}” is 1.`, `“${name['zh-CN']}”为 1。`);

const always: Text = both('no control can prevent it.', '没有哪一位能阻止它。');

function whyOf({ run }: State, { exitReason, physical = 0, vector = 0, qualification = 0 }: Leave): Text {
  switch (exitReason) {
    case CPUID:
    case INVD:
    case VMCALL:
    case TRIPLE_FAULT:
      return always;
    case HLT:
      return asked(both('HLT exiting', 'HLT 退出'));
    case CR_ACCESS:
      return controlRegister(qualification & 15, run.settings.controls.ept);
    case PORT:
      return both('the port’s bit in the I/O bitmap is 1.', '该端口在 I/O 位图中的位是 1。');
    case READ_MSR:
    case WRITE_MSR:
      return both('there is no MSR bitmap, so each of them does.', '没有用 MSR 位图，所以个个都退出。');
    case EPT_VIOLATION:
      return both(
        `the EPT has no entry for guest-physical ${grouped(physical)}; the processor is now in root mode, ring 0.`,
        `EPT 里没有客户机物理地址 ${grouped(physical)} 的表项；处理器已到根模式 ring 0。`,
      );
    case EXCEPTION:
      return both(`bit ${vector} of the exception bitmap is 1.`, `异常位图的第 ${vector} 位是 1。`);
    case INTERRUPT:
      return both(
        'external-interrupt exiting is 1, and the guest’s IF has no say.',
        '“外部中断退出”为 1，客户机的 IF 管不着。',
      );
    case WINDOW:
      return both('KVM asked to be told when the guest can take it.', 'KVM 要求在客户机能接收时得到通知。');
    default:
      return both('its control is 1.', '它的控制位是 1。');
  }
}

/** CR0 bits that the monitor owns exit whatever is said; CR3 by its control; all of them where tables are shadowed. */
function controlRegister(number: number, ept: boolean): Text {
  if (number === 0)
    return both(
      'it changes a bit of CR0 that KVM keeps for itself (the guest/host mask).',
      '它要改 CR0 里由 KVM 掌管的一位（客户机/宿主机掩码）。',
    );
  if (ept) return asked(both('CR3-load exiting', 'CR3 装载退出'));
  return both('without EPT KVM must know the guest’s page tables.', '没有 EPT，KVM 必须掌握客户机的页表。');
}
