import { both, type Text } from '#kit/text.ts';
import type { Lamp, Property, System } from '#sim/monitor/properties.ts';

export const title = both('The three properties', '三条性质');
export const question = both(
  'One core, several guests: what must hold for each to have “a machine of its own”?',
  '一个处理器核，几台客户机：要让每台都像独占一台机器，必须成立哪几条？',
);

export const controlWords = {
  equivalence: both('Equivalence (guests get the machine’s own interface)', '等价性（给客户机的就是真机的接口）'),
  efficiency: both('Efficiency (run directly; off: interpret everything)', '高效性（直接运行；关掉则逐条解释）'),
  control: both('Resource control (timer and bounds stay the VMM’s)', '资源控制（定时器和边界归 VMM）'),
  guests: both('Guests', '客户机台数'),
  sensitive: both('Sensitive instructions, in a hundred', '每百条指令中的敏感指令'),
  slice: both('Time slice, in ticks', '时间片（节拍）'),
  weights: both('Share weights of A, B, C, D', 'A、B、C、D 的份额权重'),
  grants: both('Frames granted to A, B, C, D', '分给 A、B、C、D 的页框数'),
  trapCost: both('Ticks of a trap, handler included', '一次陷入（含处理）的节拍数'),
  interpretCost: both('Ticks to interpret an instruction', '解释一条指令的节拍数'),
  program: both('Program of guest A; empty: the mix above', '客户机 A 的程序；留空则用上面的比例'),
  programHelp: both(
    'One instruction a line, begun anew after the last: add N · load ADDRESS · store ADDRESS · timer TICKS · clock · out. Numbers from 0 to 999; an address is a frame of the guest’s own memory; # begins a comment. The last three are sensitive.',
    '一行一条指令，执行完从头再来：add 数 · load 地址 · store 地址 · timer 节拍数 · clock · out。数从 0 到 999；地址是客户机自己内存里的第几个页框；# 起是注释。后三种是敏感指令。',
  ),
};

export const propertyNames: Readonly<Record<Property, Text>> = {
  equivalence: both('Equivalence', '等价性'),
  efficiency: both('Efficiency', '高效性'),
  control: both('Control', '资源控制'),
};

export const lampNames: Readonly<Record<Lamp, Text>> = {
  lit: both('holds so far', '至今成立'),
  dark: both('broken', '已被打破'),
  unseen: both('not seen yet', '尚无从判断'),
};

export const systemNames: Readonly<Record<System, Text>> = {
  unseen: both('Nothing has run yet', '还没有运行'),
  vmm: both('Virtual machine monitor', '虚拟机监控器'),
  emulator: both('Emulator', '模拟器'),
  paravirtual: both('Paravirtual, or a container', '半虚拟化系统或容器'),
  'dual-boot': both('Dual boot', '双系统启动'),
  'language-vm': both('Language VM, as early Java’s', '语言虚拟机（如早期 Java）'),
  cooperative: both('Cooperative multitasking', '协作式多任务'),
  nameless: both('No familiar name', '没有现成的名字'),
};

/** Why it is called so. */
export const systemReasons: Readonly<Record<System, Text>> = {
  unseen: both('Step on, and the lamps will tell.', '往前走，灯会告诉你。'),
  vmm: both('none broken so far', '至今一条也没破'),
  emulator: both('same results, little run directly', '结果相同，但几乎不直接运行'),
  paravirtual: both('fast, safe, not the same machine', '又快又安全，但不是原来那台机器'),
  'dual-boot': both('whoever runs owns the machine', '谁在运行，机器就归谁'),
  'language-vm': both('its own interface, interpreted', '接口自成一套，逐条解释'),
  cooperative: both('calls a system, is not held in check', '要调用系统，却不受系统管束'),
  nameless: both('slow, and nobody is in charge', '既慢，又没人说了算'),
};

export const labels = {
  vmm: both('VMM', 'VMM'),
  shares: both('Share of the core so far', '各占处理器时间多少'),
  memory: both('Memory: owner and content', '内存：归谁、存着什么'),
  timer: both('take timer', '占定时器'),
  wild: both('wild store', '越界写'),
  free: both('free', '空闲'),
  now: both('Now', '此刻'),
  core: both('the core runs it', '处理器直接执行'),
  shared: both('a shared page', '经共享页'),
  trap: both('VMM emulates it', 'VMM 代为模拟'),
  interpreted: both('VMM interprets', 'VMM 逐条解释'),
  call: both('calls the VMM', '调用 VMM'),
  caught: both('VMM refuses it', 'VMM 拦下'),
  switches: both('VMM gives core', 'VMM 分配处理器'),
  waits: both('waits to be run', '等待执行'),
  idle: both('Nobody runs', '无人运行'),
};

export const percent = (part: number, all: number): number => (all ? Math.round((100 * part) / all) : 0);
