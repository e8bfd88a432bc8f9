import type { Bet } from '#kit/bet.ts';
import { both, type Text } from '#kit/text.ts';
import type { Hop } from '#sim/stacks/hop.ts';
import type { StackLayer } from '#sim/stacks/layer.ts';
import type { Trace } from '#sim/stacks/traceRequest.ts';

/** What the reasons are read from: the hop to come, who made it and who is entered, and who else is there. */
interface Entering {
  readonly hop: Hop;
  readonly to: StackLayer | undefined;
  /** What lies on the hardware: a monitor, a host’s kernel, or both. */
  readonly monitor: StackLayer | undefined;
  readonly host: StackLayer | undefined;
  readonly guest: StackLayer | undefined;
}

function enteringOf({ layers, site }: Trace, hop: Hop): Entering {
  const lowest = (site.outer ?? site).system.layers;
  return {
    hop,
    to: layers.find(({ id }) => id === hop.to),
    monitor: lowest.find(({ is }) => is === 'vmm'),
    host: lowest.find(({ is }) => is === 'host-kernel'),
    guest: layers.find(({ is, id }) => is === 'guest-kernel' && id === site.system.kernel),
  };
}

/** Who is entered: each belief is answered by what stands against it in this system, at this hop. */
export function enterBets(trace: Trace, hop: Hop): Readonly<Record<string, Bet>> {
  const entering = enteringOf(trace, hop);
  return {
    guest: [
      both('The guest’s own kernel', '客户机自己的内核'),
      both(
        'The processor’s gate leads into the guest’s own kernel, which is in an inner ring: nobody else hears of it.',
        '处理器的门直通客户机自己的内核，它在更内层的环里，别人毫不知情。',
      ),
      notGuest(entering),
    ],
    monitor: [both('A monitor', '监控器'), monitorEntered(entering), notMonitor(entering)],
    host: [both('A host’s kernel', '宿主机的内核'), hostEntered(entering), notHost(entering)],
    same: [
      both('Nobody: it stays in one address space', '谁也不进：都在同一地址空间'),
      nobody(entering),
      somebody(entering),
    ],
  };
}

const onlyData = both(
  'It comes next, but as data of the same process: the processor enters nobody.',
  '接下来是轮到它，但它只是同一个进程里的数据，处理器并没有进入谁。',
);

function notGuest({ hop, to, guest }: Entering): Text {
  if (!guest) return both('What runs here brings no kernel along.', '在这里运行的东西并没有自带内核。');
  if (hop.kind === 'emulated' && to === guest) return onlyData;
  if (hop.why === 'complete')
    return both(
      'The real disk is not the guest’s. It hears of the end later, from whoever serves it.',
      '真实的磁盘不归客户机。写完的消息，要等服务它的一方转告。',
    );
  if (hop.from === guest.id)
    return both(
      'It is this kernel that asks: what it wants is not in its own power.',
      '发出请求的正是这个内核：它要的事，自己做不了主。',
    );
  return both(
    'This gate leads to where the full privilege is, and the guest’s kernel is not there.',
    '这道门通向握有全部特权的地方，客户机内核不在那里。',
  );
}

function monitorEntered({ hop }: Entering): Text {
  switch (hop.why) {
    case 'privileged':
      return both(
        'The processor’s highest privilege is the monitor’s, and this needs it.',
        '处理器的最高特权在监控器手里，而这件事非它不可。',
      );
    case 'complete':
      return both(
        'A device interrupts whoever has the highest privilege: here the monitor.',
        '设备的中断进入握有最高特权的一方：这里是监控器。',
      );
    case 'kick':
      return both(
        'Whoever will serve the request, the way out of the guest leads to the monitor first.',
        '不管最后由谁来办，离开客户机的路先通到监控器。',
      );
    default:
      return both(
        'This gate leads into ring 0, and that is where the monitor is.',
        '这道门通向 ring 0，监控器就在那里。',
      );
  }
}

function notMonitor({ hop, to, monitor }: Entering): Text {
  if (hop.kind === 'emulated' && to?.is === 'vmm') return onlyData;
  if (!monitor)
    return both(
      'In this system there is no monitor that a processor could enter.',
      '这个系统里没有处理器能进入的监控器。',
    );
  if (hop.why === 'complete')
    return both(
      'This monitor leaves the interrupts of devices to the host’s kernel, which has the driver.',
      '这个监控器把设备的中断留给宿主内核，驱动在那里。',
    );
  return both(
    'It need not be asked: this gate does not lead out of the guest.',
    '不必问它：这道门并不通到客户机之外。',
  );
}

const hostEntered = ({ hop }: Entering): Text =>
  hop.why === 'complete'
    ? both(
        'The disk is the host’s: its kernel has the driver and takes the interrupts.',
        '磁盘归宿主机：驱动在它的内核里，中断也由它接。',
      )
    : both(
        'To the host’s kernel this is one of its processes. What a process cannot do by itself leads into that kernel.',
        '在宿主内核看来，这只是它的一个进程；进程自己做不了的事，都通向这个内核。',
      );

function notHost({ hop, to, host }: Entering): Text {
  if (!host) return both('There is no host under this monitor.', '这个监控器下面没有宿主机。');
  if (hop.kind === 'emulated')
    return both(
      'It is entered when the emulator itself needs something. A step that is imitated does not need it.',
      '模拟器自己有求于它时才进入它；模仿一步并不需要。',
    );
  if (hop.kind === 'call')
    return both(
      'Perhaps later. What is called first is in the program’s own process.',
      '也许随后才轮到它。先被调用的，就在程序自己的进程里。',
    );
  if (to?.is !== 'vmm')
    return both(
      'A process’s request would end there. This one is a guest’s, and the guest has a kernel of its own.',
      '普通进程的请求会到那里。这是客户机里的，客户机有自己的内核。',
    );
  return to.space === host.space
    ? both(
        'Nearly: the monitor is a module of that kernel, and it is the module that is entered. The rest is called if it is needed.',
        '差一点：监控器是这个内核的模块，进入的是这个模块；其余部分需要时才由它调用。',
      )
    : both(
        'The way out of the guest leads to the monitor. The host’s kernel hears of it only from there.',
        '离开客户机的路通向监控器。宿主内核要由它转告才知道。',
      );
}

const nobody = ({ hop }: Entering): Text =>
  hop.kind === 'emulated'
    ? both(
        'All of it is data of one process: the step is imitated, and nothing is crossed.',
        '这一切都是同一个进程里的数据：这一步只是模仿，没有穿越。',
      )
    : both(
        'Both are in the same address space: a call, and no crossing.',
        '两者在同一地址空间里，只是一次调用，没有穿越。',
      );

function somebody({ hop, to }: Entering): Text {
  if (hop.why === 'complete')
    return both(
      'An interrupt is no call: the processor leaves what it runs and goes where the privilege is.',
      '中断不是调用：处理器放下手头的事，转到有特权的地方去。',
    );
  if (to?.is === 'vmm')
    return both(
      'The monitor’s memory and privilege are out of a guest’s reach: it is entered by the processor, and not called.',
      '监控器的内存和特权，客户机都够不到：只能由处理器进入，不能调用。',
    );
  return both(
    'A program has not the privilege of a kernel: it gets there through a gate, and not by a call.',
    '程序没有内核的特权：要经过门才能进去，不是一次调用。',
  );
}
