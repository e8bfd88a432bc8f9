import { both, type Text } from '#kit/text.ts';
import { vectorText } from '#sim/vmm/tell/vectorText.ts';
import { differenceText } from './difference.ts';
import { textAt } from './path.ts';
import { enterCaption, foreignCaption, handleCaption, leaveCaption } from './pathCaption.ts';
import { outerOf, registersOf } from './registers.ts';
import type { State } from './state.ts';

/** One sentence on the last step, and why it went as it did. */
export function captionOf(state: State): Text {
  const { run, path, foreign, strayed, whole } = state;
  const { deed } = run;
  if (foreign && path) return foreignCaption(path, foreign);
  if (strayed) return strayedCaption(state);
  if (whole && path?.handled && run.end === undefined) return handleCaption(path);
  switch (deed.kind) {
    case 'boot':
      return bootCaption(state);
    case 'run':
      return runCaption(state, textAt(run, deed.address));
    case 'deliver':
      return both(
        `Vector ${vectorText(deed.vector).en}: the processor enters a gate of the kernel’s own IDT, and nobody stands between.`,
        `向量 ${vectorText(deed.vector)['zh-CN']}：处理器直接进入内核自己 IDT 里的门，中间没有别人。`,
      );
    case 'sleep':
      return sleepCaption(state);
    case 'leave':
      return path ? leaveCaption(path) : endCaption(state);
    case 'handle':
      return run.end === undefined && path ? handleCaption(path) : endCaption(state);
    case 'enter':
      return path ? enterCaption(path) : endCaption(state);
    default:
      return endCaption(state);
  }
}

function bootCaption({ run }: State): Text {
  const { cpl } = registersOf(run).real;
  return outerOf(run)
    ? both(
        `Nothing has run yet: the guest’s kernel believes that it is in ring 0, and stands in ring ${cpl}.`,
        `还没有运行：客户机内核以为自己在 ring 0，其实站在 ring ${cpl}。`,
      )
    : both(
        'Nothing has run yet: the kernel believes that it is in ring 0, and it is.',
        '还没有运行：内核以为自己在 ring 0，也确实在。',
      );
}

function runCaption({ run, before }: State, text: string): Text {
  const [from, to] = [before.real.cpl, registersOf(run).real.cpl];
  if (to > from)
    return both(
      `\`${text}\` leaves ring ${from} for ring ${to}: no ring keeps anyone from going outward, so nothing traps.`,
      `\`${text}\` 从 ring ${from} 去往 ring ${to}：往外走不需要谁批准，所以没有陷入。`,
    );
  if (to < from)
    return both(
      `\`${text}\` takes a gate of the kernel’s own IDT straight from ring ${from} to ring ${to}.`,
      `\`${text}\` 经内核自己 IDT 里的门，从 ring ${from} 直达 ring ${to}。`,
    );
  return outerOf(run)
    ? both(
        `The processor itself executes \`${text}\` in ring ${to}: no trap, and the VMM does not know of it.`,
        `处理器自己在 ring ${to} 执行 \`${text}\`：没有陷入，VMM 也不知道。`,
      )
    : both(`The processor executes \`${text}\` in ring ${to}.`, `处理器在 ring ${to} 执行 \`${text}\`。`);
}

const sleepCaption = ({ run }: State): Text =>
  outerOf(run)
    ? both(
        'The virtual processor sleeps until the next tick; meanwhile the real one is free for other guests.',
        '虚拟处理器睡到下一次滴答；其间真实处理器可以去跑别的客户机。',
      )
    : both('The processor sleeps until the next tick.', '处理器睡到下一次滴答。');

function strayedCaption({ run, path }: State): Text {
  const { instruction } = run.divergence ?? {};
  const { name, here, bare } = differenceText(run.divergence);
  const how = path
    ? both('The trap does not mend it:', '陷入也没能纠正：')
    : both('Nothing trapped:', '没有任何陷入：');
  return both(
    `${how.en} after \`${instruction}\` the guest’s ${name.en} is ${here}, and on bare metal it would be ${bare}.`,
    `${how['zh-CN']}执行 \`${instruction}\` 之后，客户机的${name['zh-CN']}是 ${here}，而在裸机上应是 ${bare}。`,
  );
}

function endCaption({ run }: State): Text {
  switch (run.end) {
    case 'debug-exit':
      return both(
        'The guest has written to the debug port, and its machine is off.',
        '客户机写了调试端口，它的机器就此关闭。',
      );
    case 'triple-fault':
      return both(
        'An exception without a handler, twice over: the machine shuts down with a triple fault.',
        '异常找不到处理程序，接连失败：机器因三重故障而停机。',
      );
    default:
      return both(
        'The guest sleeps in HLT with its interrupts off: nothing will wake it any more.',
        '客户机关着中断睡在 HLT 里：再没有什么能叫醒它。',
      );
  }
}
