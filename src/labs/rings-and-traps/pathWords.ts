import { both, type Text } from '#kit/text.ts';
import type { Crossing } from '#sim/vmm/deed.ts';
import { vectorNumber } from '#sim/vmm/tell/vectorText.ts';
import type { Handled, Path } from './path.ts';
import { changeText, joinTexts, mnemonic } from './words.ts';

/** An exception by mnemonic and error code: #GP(0). */
export const exceptionText = ({ reason, errorCode }: Pick<Crossing, 'reason' | 'errorCode'>): string =>
  errorCode === undefined ? reason : `${reason}(${errorCode.toString(16).toUpperCase()}${errorCode > 9 ? 'h' : ''})`;

/** What the processor does of its own accord: the second station of a trap. */
export function raisedText({ crossing, foreign }: Path): Text {
  const { reason, vector = 0 } = crossing;
  if (foreign) return both(`disk: vector ${vectorNumber(vector)}`, `磁盘：向量 ${vectorNumber(vector)}`);
  if (reason.startsWith('interrupt'))
    return both(`timer: vector ${vectorNumber(vector)}`, `定时器：向量 ${vectorNumber(vector)}`);
  if (reason.startsWith('int '))
    return both(`gate ${vectorNumber(vector)} of real IDT`, `真实 IDT 的 ${vectorNumber(vector)} 号门`);
  if (reason === 'window') return both('one step done', '单步完成');
  if (reason === 'exit') return both('power off', '关机');
  return both(
    `${exceptionText(crossing)}, vector ${vectorNumber(vector)}`,
    `${exceptionText(crossing)}，向量 ${vectorNumber(vector)}`,
  );
}

/** What the monitor does: the third station. */
export function handlerText({ text, crossing, handled, foreign }: Path): Text {
  const name = mnemonic(text);
  const { reason, vector = 0 } = crossing;
  if (!handled) return both('VMM handler entered', '进入 VMM 的处理程序');
  if (foreign) return both('serves the other guest', '为另一台客户机服务');
  switch (handled.work.key) {
    case 'hold':
      return both('keeps the tick for later', '把滴答先留着');
    case 'deliver':
      return both(
        `enters guest’s gate ${vectorNumber(Number(handled.work.operands.vector ?? vector))}`,
        `替它进入客户机的 ${vectorNumber(Number(handled.work.operands.vector ?? vector))} 号门`,
      );
    case 'store':
      return both('stores, and updates its shadow', '代为写入，并改好影子');
    case 'end':
      return both('ends the virtual machine', '结束这台虚拟机');
    default:
      return reason.startsWith('int ')
        ? both(`enters guest’s gate ${vectorNumber(vector)}`, `替它进入客户机的 ${vectorNumber(vector)} 号门`)
        : both(`emulates ${name}`, `模拟 ${name}`);
  }
}

const isPort = (text: string): boolean => /^(rep )?(in|out)s?[bwd]?\b/i.test(text);

/** What that changed for the guest: one phrase at least. */
export function effectOf({ text, foreign, handled }: Path): Text | undefined {
  if (!handled || handled.work.key === 'end') return undefined;
  if (foreign) return both('nothing of this guest changes', '这台客户机什么也没变');
  if (handled.work.key === 'hold')
    return handled.behindSti ? both('right behind STI', '紧跟在 STI 之后') : both('virtual IF is 0', '虚拟 IF 为 0');
  const effects = effectsOf(handled);
  if (effects.length) return joinTexts(effects);
  if (isPort(text)) return both('a virtual device hears of it', '由虚拟设备接收');
  return both('nothing but memory', '只涉及内存');
}

function effectsOf({ changes, sent, asleep }: Handled): readonly Text[] {
  const texts = changes.map((change, i) => changeText(change, i === 0));
  if (sent) texts.push(both(`serial port: ${JSON.stringify(sent)}`, `串口：${JSON.stringify(sent)}`));
  if (asleep) texts.push(both('virtual processor sleeps', '虚拟处理器睡下'));
  return texts;
}
