import { both, type Text } from '#kit/text.ts';

/** Letters of the machine's own, the same in every language. */
export const same = (text: string): Text => both(text, text);

export const hex = (n: number): string => (n >>> 0).toString(16).toUpperCase();
/** 32 bits, grouped by four. */
export const grouped = (n: number): string => (n >>> 0).toString(16).padStart(8, '0').replace(/^.{4}/, '$&_');

export const words = {
  root: both('root mode', '根模式'),
  nonRoot: both('non-root mode', '非根模式'),
  ring: (n: number): Text => same(`ring ${n}`),
  cpu: both('CPU', 'CPU'),
  empty: both('nobody', '无人'),
  occupants: {
    'root 0': both('host: KVM', '宿主机：KVM'),
    'root 3': both('host: QEMU', '宿主机：QEMU'),
    'non-root 0': both('guest kernel', '客户机内核'),
    'non-root 3': both('guest program', '客户机程序'),
  },
  interrupt: both('host interrupt', '来一个宿主机中断'),
  interruptOffer: both(
    'An interrupt comes in that is the host’s affair, vector ECh: its timer, say.',
    '来了一个归宿主机管的中断，向量 ECh，比如它的定时器。',
  ),
  interruptRoot: both(
    'The processor is in root mode: the host’s own IDT would take an interrupt at once, without an exit.',
    '处理器在根模式：中断直接走宿主机自己的 IDT，谈不上退出。',
  ),
  waits: (n: number): Text => both(`waits: ${n} instr.`, `已等 ${n} 条指令`),
  none: both('none waits', '没有在等的'),
  handlers: {
    nobody: both('nobody', '无人插手'),
    kvm: same('KVM'),
    qemu: same('QEMU'),
  },
  handledBy: both('who has dealt with what', '各由谁处理'),
  code: both('the guest’s code', '客户机代码'),
  controls: both('VMCS: execution controls', 'VMCS：执行控制'),
  exit: both('VMCS: the last exit', 'VMCS：最近一次退出'),
  noExit: both('none yet', '还没有'),
  saved: both('VMCS: guest state', 'VMCS：客户机状态'),
  stale: both('VMCS: guest state (of the last exit)', 'VMCS：客户机状态（停在上次退出）'),
  hostState: both('VMCS: host state', 'VMCS：宿主机状态'),
  hostFields: both('RIP: KVM’s exit entry, ring 0', 'RIP：KVM 的退出入口，ring 0'),
  hostAbout: both(
    'What every exit loads: where KVM goes on, in root mode, ring 0, on its own stack and page tables. KVM’s code is not part of the model.',
    '每次退出都装入的内容：KVM 从哪里接着跑，在根模式 ring 0，用它自己的栈和页表。KVM 的代码不在模型之内。',
  ),
} as const;
