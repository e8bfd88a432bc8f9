import type { Goal } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { lineText } from './codeMarks.ts';
import { type State, waitOf } from './model.ts';
import { CR_ACCESS } from './reasons.ts';

const KEPT = 100;
const KINDS = 6;

/** An OUT that the guest made by itself. */
const wroteByItself = (state: State): boolean =>
  state.run.deed.kind === 'run' && /^(rep )?out(s[bwd])?\b/.test(lineText(state, state.run.deed.address));

export const goals: Readonly<Record<string, Goal<State>>> = {
  'keeps-processor': {
    text: both(
      `Break it: let the guest keep the processor for ${KEPT} instructions while an interrupt of the host’s is waiting.`,
      `打破它：让客户机在宿主机中断等待期间，把处理器占住 ${KEPT} 条指令。`,
    ),
    done: both(
      'With external-interrupt exiting at 0 the guest’s IF rules over the host’s interrupt, and IF = 0 was enough. Until the guest exits for some other reason the bits cannot even be turned back: only root mode can write them.',
      '“外部中断退出”为 0，客户机的 IF 就管住了宿主机的中断，IF = 0 足矣。只要客户机不因别的原因退出，连控制位都改不回来：只有根模式能写它们。',
    ),
    solution: { program: '@spin', moves: 'flip.interrupts 10 interrupt 110', at: '122' },
    reached: (state) => (waitOf(state) ?? 0) >= KEPT,
  },
  'own-port': {
    text: both(
      'Break it: let the guest write to a port without an exit.',
      '打破它：让客户机写一个端口，却不发生退出。',
    ),
    done: both(
      'Nobody in the host saw the byte. With the real serial port behind it, the guest would be sharing the host’s device; so monitors set almost all bits of the bitmap.',
      '宿主机里谁也没看到这个字节。如果背后是真的串口，客户机就在动用宿主机的设备；所以监控器把位图几乎全置 1。',
    ),
    solution: { program: '@ports', io: 'false', at: '6' },
    reached: wroteByItself,
  },
  'cr3-with-ept': {
    text: both('With EPT on, make a load of CR3 leave the guest.', '开着 EPT，让装载 CR3 离开客户机。'),
    done: both(
      'EPT makes the exit unnecessary, not impossible: the control is a bit like any other.',
      'EPT 只是让这次退出不再必要，并非不可能：它不过是一个控制位。',
    ),
    solution: { moves: 'flip.cr3 11', at: '12' },
    reached: (state) =>
      state.run.settings.controls.ept &&
      state.run.deed.kind === 'leave' &&
      state.run.deed.exitReason === CR_ACCESS &&
      lineText(state, state.run.deed.address).startsWith('mov cr3'),
  },
  'six-reasons': {
    text: both(
      `Have one guest leave for ${KINDS} different reasons in one run; write it, or find the bits.`,
      `让一台客户机在一次运行里因 ${KINDS} 种不同的原因退出；自己写一段，或者去找控制位。`,
    ),
    done: both(
      'Each of them was asked for by a bit, save those that no bit can prevent.',
      '除了哪一位都拦不住的几种，每一种都是某一位要求的。',
    ),
    solution: { cr3: 'true', tables: 'true', moves: '400', at: '400' },
    reached: ({ run }) => run.crossings.size >= KINDS,
  },
};
