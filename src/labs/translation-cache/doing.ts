import { both, type Text } from '#kit/text.ts';
import { lineAt } from '#sim/vmm/lineAt.ts';
import { vectorNumber } from '#sim/vmm/tell/vectorText.ts';
import { type State, vmmOf } from './model.ts';
import { addressToHex } from './pieces.ts';

/** Who has the processor after this step: 0 user code, 1 translated code, 2 the monitor. */
export interface Doing {
  readonly level: 0 | 1 | 2;
  /** Who had it before, where it has changed hands in this step. */
  readonly from: 0 | 1 | 2 | undefined;
  readonly text: Text;
}

/** The line that stands at an address, or the address. */
export const lineText = ({ run }: State, address: number): string =>
  lineAt(run.program, address)?.text.trim().replace(/\s+/g, ' ') ?? addressToHex(address);

/** What the monitor's work is called. */
const workTexts: Readonly<Record<string, Text>> = {
  emulate: both('does it for the guest', '替客户机完成'),
  deliver: both('enters the guest’s handler', '转入客户机的处理程序'),
  fill: both('fills the shadow table', '填写影子页表'),
  store: both('stores, drops the entry', '代写，并作废影子表项'),
  hold: both('holds the interrupt back', '暂扣这个中断'),
  end: both('the end', '结束'),
};

/** The level at which the guest stands. */
const guestLevel = ({ run }: State): 0 | 1 => (run.guest.cpu.cpl === 0 ? 1 : 0);

/** This step as the picture's last rows say it. */
export function doingOf(state: State): Doing {
  const { deed } = state.run;
  switch (deed.kind) {
    case 'boot':
      return { level: 2, from: undefined, text: both('has loaded the guest', '已装好客户机') };
    case 'run':
      return {
        level: deed.where === 'translated' ? 1 : 0,
        from: undefined,
        text: both(lineText(state, deed.address), lineText(state, deed.address)),
      };
    case 'translate': {
      const block = vmmOf(state).cache.get(deed.address);
      const count = block?.pieces.length ?? 0;
      return {
        level: 2,
        from: 1,
        text: both(`translates ${count} ${count === 1 ? 'instruction' : 'instructions'}`, `翻译 ${count} 条指令`),
      };
    }
    case 'leave':
      return { level: 2, from: guestLevel(state), text: both(deed.reason, deed.reason) };
    case 'handle':
      return { level: 2, from: undefined, text: workTexts[deed.work.key] ?? both(deed.work.key, deed.work.key) };
    case 'enter':
      return {
        level: guestLevel(state),
        from: 2,
        text:
          deed.inject === undefined
            ? both('goes on', '继续')
            : both(`handler ${vectorNumber(deed.inject)}`, `处理程序 ${vectorNumber(deed.inject)}`),
      };
    case 'deliver':
      return {
        level: guestLevel(state),
        from: undefined,
        text: both(`handler ${vectorNumber(deed.vector)}`, `处理程序 ${vectorNumber(deed.vector)}`),
      };
    case 'sleep':
      return { level: 2, from: undefined, text: both('waits for the next event', '等待下一个事件') };
    case 'end':
      return { level: 2, from: undefined, text: both('the guest has ended', '客户机已结束') };
  }
}
