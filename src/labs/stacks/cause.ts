import { both, type Text } from '#kit/text.ts';
import type { Hop } from '#sim/stacks/hop.ts';
import { HARDWARE } from '#sim/stacks/layer.ts';
import type { Request } from '#sim/stacks/requests.ts';
import type { Trace } from '#sim/stacks/traceRequest.ts';
import { capital, saidName } from './names.ts';

/** Between whoever asked and whoever answers, a layer only passes on what it was entered for. */
const isPassedOn = ({ why, from }: Hop, before: Hop | undefined, { site }: Trace): boolean =>
  before?.why === why &&
  !['submit', 'device', 'complete', 'vmcs'].includes(why) &&
  !(why === 'answer' && from === site.system.kernel);

/** Why control goes where it goes; `before` is the hop that led to where it is. */
export function causeOf(trace: Trace, hop: Hop, before: Hop | undefined, request: Request): Text {
  const { why, from } = hop;
  const { en, 'zh-CN': zh } = capital(saidName(trace, from));
  const device = request === 'packet' ? both('network card', '网卡') : both('disk', '磁盘');
  if (isPassedOn(hop, before, trace)) return both(`${en} passes it on`, `${zh}转交出去`);
  switch (why) {
    case 'system-call':
      return both(`${en} has a request for its system`, `${zh}有事要请系统办`);
    case 'privileged':
      return both(`${en} runs into WRMSR, with which a timer is armed`, `${zh}碰上设定时器用的 WRMSR`);
    case 'fault':
      return both(`${en} touches a page that is not mapped yet`, `${zh}碰到一个还没映射的页`);
    case 'hidden-fault':
      return both(
        `${en} touches the page again, and the shadow has no entry for it yet`,
        `${zh}再碰那一页，影子页表里还没有它`,
      );
    case 'table':
      return both(`${en} sets the page-table entry`, `${zh}填写页表项`);
    case 'kick':
      return both(`${en} notifies its virtual ${device.en}`, `${zh}通知它的虚拟${device['zh-CN']}`);
    case 'submit':
      return both(`${en} hands the request down as any program would`, `${zh}像普通程序那样把请求往下交`);
    case 'device':
      return both(`${en} reaches the real ${device.en}`, `${zh}碰到真正的${device['zh-CN']}`);
    case 'complete':
      return from === HARDWARE
        ? both('The disk is done', '磁盘写完了')
        : both(`${en} passes on that the write is done`, `${zh}转告写完了`);
    case 'answer':
      return both(`${en} has answered`, `${zh}办完了`);
    case 'reflect':
      return both(
        `${en} writes L2’s exit into the VMCS that L1 keeps, and lets L1 believe that it was entered`,
        `${zh}把 L2 的退出写进 L1 所持的 VMCS，让 L1 以为是自己被进入了`,
      );
    case 'vmcs':
      return hop.kind === 'exit'
        ? both('A VMREAD or VMWRITE of L1 needs L0', 'L1 的一条 VMREAD 或 VMWRITE 要由 L0 代办')
        : both('L0 has carried it out', 'L0 代办完毕');
    case 'resume':
      return both('L1’s VMRESUME cannot enter L2 by itself', 'L1 的 VMRESUME 自己进不了 L2');
  }
}
