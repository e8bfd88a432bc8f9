import { thousands } from '#kit/reading.ts';
import { both, type Text } from '#kit/text.ts';
import { captionOfDevice } from './captionOfDevice.ts';
import { captionOfDriver } from './captionOfDriver.ts';
import { captionOfMove } from './captionOfMove.ts';
import { captionOfVmm } from './captionOfVmm.ts';
import { model } from './model.ts';
import { isIde } from './slots.ts';
import type { State } from './state.ts';

/** What just happened and why. */
export function caption(state: State): Text {
  const { deed, last } = state;
  if (deed) return captionOfMove(state, deed);
  if (!last) return opening(state);
  if (model.step(state) === state) return closing(state);
  return captionOfDriver(state, last) ?? captionOfVmm(state, last) ?? captionOfDevice(state, last);
}

function opening(state: State): Text {
  const { setup } = state.machine;
  const all = setup.packets;
  const n = thousands(all);
  const what = {
    send: both(
      `The guest’s driver has ${counted(all, 'packet', 'packets')} to send.`,
      `客户机驱动有 ${n} 个包要发送。`,
    ),
    ping: both(
      `The guest’s driver has ${counted(all, 'packet', 'packets')} to send, ${all === 1 ? '' : 'each '}with an answer.`,
      `客户机驱动有 ${n} 个包要发送，${all === 1 ? '' : '每个都'}有应答。`,
    ),
    read: both(`The guest’s driver has ${counted(all, 'block', 'blocks')} to read.`, `客户机驱动有 ${n} 个块要读。`),
  }[setup.request];
  // An IDE disk is given one command at a time, by registers: it has no ring.
  return isIde(state)
    ? both(`${what.en} Nothing is counted yet.`, `${what['zh-CN']}尚未开始计数。`)
    : both(`${what.en} Its ring is set up, and nothing is counted yet.`, `${what['zh-CN']}环已建好，尚未开始计数。`);
}

const counted = (n: number, one: string, many: string): string => `${thousands(n)} ${n === 1 ? one : many}`;

function closing({ machine: { counts } }: State): Text {
  const { delivered, exits, copies, interrupts } = counts;
  return both(
    `All is done: ${thousands(delivered)} delivered, with ${counted(exits, 'exit', 'exits')}, ${counted(copies, 'copy', 'copies')} and ${counted(interrupts, 'interrupt', 'interrupts')}.`,
    `全部完成：送达 ${thousands(delivered)} 个，退出 ${thousands(exits)} 次，复制 ${thousands(copies)} 次，中断 ${thousands(interrupts)} 次。`,
  );
}
