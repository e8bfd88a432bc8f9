import { thousands } from '#kit/reading.ts';
import { both, type Text } from '#kit/text.ts';
import { addressOf } from '#sim/vmm/guestEvent.ts';
import { lineAt } from '#sim/vmm/lineAt.ts';
import { differingValue } from '#sim/vmm/lockstep.ts';
import { crossingText, workText } from '#sim/vmm/tell/crossingTexts.ts';
import { vectorText } from '#sim/vmm/tell/vectorText.ts';
import type { Guest, Symptom } from './guest.ts';
import type { Running } from './model.ts';
import { hex, labels } from './words.ts';

export function symptomText(kind: Symptom['kind']): Text {
  switch (kind) {
    case 'crash':
      return both('the machine goes down', '机器倒下了');
    case 'asleep':
      return both('the guest sleeps for ever', '客户机一睡不醒');
    case 'wrong':
      return both('the output is wrong', '输出错了');
    case 'silent':
      return both('output is missing', '该有的输出没有出现');
  }
}

/** What was not the same, there and on bare metal. */
export function divergenceText({ run: { divergence } }: Guest): Text {
  if (!divergence) return both('the same as on bare metal', '与裸机相同');
  const { what, here, bare } = divergence;
  const [a, b] = [here, bare].map((value) => differingValue(what, value, hex));
  const name = what.replace('eflags.', '').toUpperCase();
  const word = what === 'memory' ? both('stored', '写入') : both(name, name);
  return both(`${word.en}: ${a} here, ${b} on bare metal`, `${word['zh-CN']}：这里 ${a}，裸机 ${b}`);
}

/** One sentence on the last step of the guest. */
export function guestCaption({ guest, cpu }: Running): Text {
  if (!guest)
    return both(`${labels.foreign.en} Choose one of the first three.`, `${labels.foreign['zh-CN']}请选前三种之一。`);
  const { run, symptom, divergedAt } = guest;
  if (symptom) {
    const [late, words] = [thousands(symptom.at - (divergedAt ?? 0)), symptomText(symptom.kind)];
    const many = late === '1' ? 'instruction' : 'instructions';
    return both(
      `${capital(words.en)}, ${late} ${many} after the guest parted from bare metal at line ${run.divergence?.line}; nothing pointed there.`,
      `${words['zh-CN']}：离它在第 ${run.divergence?.line} 行与裸机分道，已过去 ${late} 条指令，没有任何东西指向那里。`,
    );
  }
  if (run.divergence && divergedAt === run.instructions && run.deed.kind === 'run') return partingCaption(guest);
  return deedCaption(guest, cpu === 'vtx');
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function partingCaption(guest: Guest): Text {
  const { divergence } = guest.run;
  const [what, word] = [divergenceText(guest), divergence?.instruction.split(/\s/)[0]?.toUpperCase() ?? ''];
  return both(
    `${word} did not trap and did not do what it does at ring 0: ${what.en}. The VMM knows nothing of it.`,
    `${word} 没有陷入，做的却不是 ring 0 上的事：${what['zh-CN']}。VMM 一无所知。`,
  );
}

/** The instruction’s line, or where it is from. */
function instructionAt({ run }: Guest, address: number): Text {
  const found = lineAt(run.program, address);
  if (!found) return both(`the instruction at ${hex(address)}`, `地址 ${hex(address)} 处的指令`);
  const words = found.text
    .trim()
    .replace(/\s*;.*$/, '')
    .replace(/\s+/g, ' ');
  return found.prelude
    ? both(`${words} (prelude)`, `程序库里的 ${words}`)
    : both(`line ${found.line}, ${words},`, `第 ${found.line} 行 ${words}`);
}

function deedCaption(guest: Guest, isHardware: boolean): Text {
  const { deed } = guest.run;
  const at = instructionAt(guest, 'address' in deed ? deed.address : addressOf(guest.run.guest));
  switch (deed.kind) {
    case 'boot':
      return isHardware
        ? both(
            'The guest is about to start at a ring 0 of its own, in non-root mode.',
            '客户机即将启动，在非根模式下它有自己的 ring 0。',
          )
        : both('The guest is about to start; it believes it is at ring 0.', '客户机即将启动，它以为自己在 ring 0。');
    case 'run':
      return both(`${capital(at.en)} runs directly; the VMM does not see it.`, `${at['zh-CN']} 直接执行，VMM 看不见。`);
    case 'leave': {
      const why = crossingText(deed);
      return both(`At ${at.en} ${why.en}.`, `执行到${at['zh-CN']}：${why['zh-CN']}。`);
    }
    case 'handle': {
      const work = workText(deed.work);
      return both(`For ${at.en} ${work.en}.`, `处理${at['zh-CN']}：${work['zh-CN']}。`);
    }
    case 'enter':
      return both('Back into the guest.', '回到客户机。');
    case 'deliver':
      return both(
        `Vector ${vectorText(deed.vector).en} is delivered through the guest’s own table.`,
        `向量 ${vectorText(deed.vector)['zh-CN']} 经客户机自己的表送达。`,
      );
    case 'sleep':
      return both('The guest waits for an interrupt.', '客户机在等中断。');
    case 'translate':
      return both('A block is translated.', '翻译了一个块。');
    case 'end':
      return guest.run.divergence
        ? both('The guest has ended, and nobody has noticed the difference.', '客户机结束了，谁也没看出差别。')
        : both('The guest has ended, as on bare metal.', '客户机结束了，与裸机上一样。');
  }
}
