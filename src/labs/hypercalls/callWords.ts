import { both, type Text } from '#kit/text.ts';

export const mmuNames: Text = both('The hypervisor has done what was asked', '虚拟机管理程序照办了');

/** What the hypervisor did, by the name of the call. */
export const workNames: Readonly<Record<string, Text>> = {
  cpuid: both(
    'The hypervisor answers in the processor’s place, with its own name where it is asked for',
    '虚拟机管理程序代替处理器作答，问到名字时报的是自己的',
  ),
  set_trap_table: both(
    'The hypervisor notes the handler; a gate that programs may use, like INT 80h, leads to ring 1 directly',
    '虚拟机管理程序记下处理程序；INT 80h 这类程序可用的门，直接通到 ring 1',
  ),
  stack_switch: both(
    'The hypervisor notes the stack for entries from ring 3 in the real TSS',
    '虚拟机管理程序把从 ring 3 进入时要用的栈记进真正的 TSS',
  ),
  set_gdt: both(
    'The hypervisor takes the descriptors after making sure that none grants ring 0',
    '虚拟机管理程序确认没有描述符授予 ring 0 之后，接受了它们',
  ),
  set_callbacks: both('The hypervisor notes where events are to be delivered', '虚拟机管理程序记下事件该送到哪里'),
  vm_assist: both(
    'The hypervisor agrees to carry out stores that fault on a page table',
    '虚拟机管理程序同意：写页表触发缺页时由它代写',
  ),
  update_va_mapping: both(
    'The hypervisor checks the new entry (whose frame is it, is that a page table?) and writes it',
    '虚拟机管理程序检查新表项（页框是谁的？是不是页表？），然后写入',
  ),
  mmu_update: both(
    'The hypervisor checks each entry of the list and writes it',
    '虚拟机管理程序逐项检查列表中的表项并写入',
  ),
  console_io: both('The hypervisor sends the bytes to the serial port', '虚拟机管理程序把字节发往串口'),
  set_timer_op: both(
    'The hypervisor will send a timer event at that time',
    '到那个时刻，虚拟机管理程序会送来定时器事件',
  ),
  event: both('The hypervisor sets the event’s bit in the shared page', '虚拟机管理程序在共享页里置上事件位'),
  iret: both(
    'The hypervisor returns where the guest’s stack says and sets the event mask',
    '虚拟机管理程序按客户机栈上的内容返回，并设好事件屏蔽',
  ),
};
