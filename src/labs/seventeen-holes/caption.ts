import { both, type Text } from '#kit/text.ts';
import type { Manner, Region } from '#sim/holes/judge.ts';
import { guestCaption } from './guestWords.ts';
import { itemsOf, type Placed, reportedOf } from './items.ts';
import { holesIn, isSorted, type Sorting, type State } from './model.ts';
import { faultWord } from './rows.ts';
import { regionNames } from './words.ts';

/** One sentence on the last step, and why it went as it did. */
export function caption(state: State): Text {
  if (state.kind === 'running') return guestCaption(state);
  const { picked, shown, placed, cpu } = state;
  const nameOf = (id: string) => itemsOf(cpu).find((each) => each.id === id)?.name ?? id;
  if (picked !== undefined)
    return both(
      `Where does ${nameOf(picked)} belong? Pick one of the four places, and it is tried.`,
      `${nameOf(picked)} 该在哪里？点四个位置之一，随即执行。`,
    );
  const last = shown === undefined ? undefined : placed[shown];
  if (shown === undefined || !last)
    return both(
      `${itemsOf(cpu).length} instructions, none tried. Pick one, or step to try the next.`,
      `${itemsOf(cpu).length} 条指令，都还没试。点一条，或单步试下一条。`,
    );
  const said = last.fact ? factCaption(state, nameOf(shown), last) : ranCaption(state, nameOf(shown), last);
  const missed = last.guess !== undefined && last.guess !== last.region ? last.guess : undefined;
  if (missed)
    return both(
      `Not “${regionNames[missed].en}”: ${said.en}`,
      `不是“${regionNames[missed]['zh-CN']}”：${said['zh-CN']}`,
    );
  return isSorted(state) && last.fact === undefined ? sortedCaption(state, said) : said;
}

function sortedCaption(state: Sorting, said: Text): Text {
  const holes = holesIn(state);
  if (state.cpu === 'vtx')
    return both(
      `${said.en} All are tried: no hole is left, though hardly anything exits.`,
      `${said['zh-CN']}全部试完：没有漏洞了，而退出的也没有几条。`,
    );
  return both(
    `${said.en} All are tried: ${holes === 0 ? 'no hole is left, so trapping is enough' : `${holes} holes, so trapping is not enough`}.`,
    `${said['zh-CN']}全部试完：${holes === 0 ? '没有漏洞，靠陷入就够了' : `${holes} 个漏洞，光靠陷入不够`}。`,
  );
}

function factCaption({ cpu }: Sorting, name: string, { fact, region }: Placed): Text {
  const reference = reportedOf(cpu)?.reference ?? '';
  return both(
    `${name}, ${regionNames[region].en}: ${fact?.why.en} (${reference}). Not run here.`,
    `${name}，${regionNames[region]['zh-CN']}：${fact?.why['zh-CN']}（${reference}）。此处未运行。`,
  );
}

function ranCaption({ cpu, ring }: Sorting, name: string, { verdict, region }: Placed): Text {
  if (!verdict) return both(name, name);
  const { shown, manner, exit } = verdict;
  if (exit !== undefined)
    return both(
      `${name} leaves non-root mode by a VM exit, reason ${exit}, and the monitor carries it out.`,
      `${name} 因虚拟机退出（原因 ${exit}）离开非根模式，由监控器代为执行。`,
    );
  if (cpu === 'vtx')
    return both(
      `${name} does not exit: at the guest’s own ring 0 it acts on the guest’s own state, and is right.`,
      `${name} 不退出：在客户机自己的 ring 0，它作用于客户机自己的状态，结果正确。`,
    );
  if (manner) return holeCaption(name, ring, manner);
  const fault = shown.here.fault && faultWord(shown.here.fault.vector, shown.here.fault.errorCode);
  return region === 'neither'
    ? both(
        `${name} completes at ring ${ring} with the same result as at ring 0: nobody need know.`,
        `${name} 在 ring ${ring} 完成，结果与 ring 0 相同，谁也不必知道。`,
      )
    : caughtCaption(name, ring, region, fault ?? '');
}

const caughtCaption = (name: string, ring: string, region: Region, fault: string): Text =>
  region === 'caught'
    ? both(
        `${name} raises ${fault} at ring ${ring}: the monitor has the processor and can do what the guest meant.`,
        `${name} 在 ring ${ring} 引发 ${fault}：处理器到了监控器手里，它可以照客户机的意思去做。`,
      )
    : both(
        `${name} raises ${fault} at ring ${ring}, though in this model it touches nothing that the monitor keeps.`,
        `${name} 在 ring ${ring} 引发 ${fault}，而在本模型里它不碰监控器保管的任何东西。`,
      );

function holeCaption(name: string, ring: string, manner: Manner): Text {
  switch (manner) {
    case 'ignored':
      return both(
        `${name} completes at ring ${ring}, leaves out what ring 0 would have done to the flags, and says nothing.`,
        `${name} 在 ring ${ring} 照样完成，该改的标志没有改，而且一声不吭。`,
      );
    case 'checked':
      return both(
        `${name} checks against the ring or the tables that the processor really has: it completes at ring ${ring}, with another result than at ring 0.`,
        `${name} 按处理器真实的特权级或表来检查：它在 ring ${ring} 完成，结果却与 ring 0 不同。`,
      );
    case 'leaked':
      return both(
        `${name} completes at ring ${ring} and shows the processor’s real state, which is the monitor’s and not the guest’s.`,
        `${name} 在 ring ${ring} 完成，露出处理器的真实状态：那是监控器的，不是客户机的。`,
      );
  }
}
