/**
 * What a paravirtual guest and the hypervisor agree on: 32-bit Xen's interface, made as small as our guests allow.
 *
 * **A hypercall** is `int 0x82` at ring 1 with its number in EAX and its arguments in EBX, ECX, EDX and ESI. The result comes
 * in EAX (0 or a count; negative for an error: -14 EFAULT a list that the kernel could not read itself, -16 EBUSY a frame in use as
 * something else, -22 EINVAL, -38 ENOSYS a number not listed, -7 E2BIG more than one call may do); nothing else changes.
 *
 * **Start.** Ring 1, CS = 0xE019, SS = DS = ES = FS = GS = 0xE021, both flat; user code has 0xE02B and 0xE033. EIP is the
 * Multiboot entry, ESI the address of the shared page, EBX that of the Multiboot information. Events are masked. IOPL is 0 and
 * the real IF is 1 and stays so. Paging: linear is physical until the first MMUEXT_NEW_BASEPTR, then as the guest's tables say.
 * (Xen starts a guest on tables it built, passes start_info in ESI, and takes page numbers; ours are 4 KiB frame numbers too,
 * tables have two levels, and the physical memory is the guest's own. Page tables in use must be mapped read-only.)
 *
 * **The shared page** lies at linear and physical 0x8000 and is laid out as the first page of Xen's `shared_info`: see `shared`.
 *
 * **An event.** The timer is event channel 1, bound at the start (Xen: VIRQ_TIMER through EVTCHNOP_bind_virq). When it is due,
 * its bit in `events`, bit 0 of `select` and the `pending` byte are set. While `pending` is set and `mask` is 0 the hypervisor
 * calls the event handler before the next guest instruction (it looks after every hypercall, interrupt and fault; a guest that
 * opens the mask itself must look at `pending` and make any hypercall). The call: from ring 3 it switches to the stack of
 * stack_switch and pushes SS and ESP; then EFLAGS with IF showing whether the mask was open, CS with the old mask in bits 16 to
 * 23, and EIP. It sets `mask` to 1. Exceptions of the trap table come the same way, with an error code where the processor has
 * one (a page fault also leaves its address in `faultAt`), and set `mask` only if flag bit 2 says so.
 *
 * **A user interrupt.** A trap table entry with DPL 3 (INT 0x80) is entered by the processor itself: from ring 3 into ring 1,
 * with the plain frame, the mask untouched and no hypervisor in between. Ring 1 may return to ring 3 or to itself by IRET.
 *
 * **CPUID** after the bytes 0F 0B 78 65 6E ("ud2; 'xen'") traps, and the hypervisor answers it. A plain CPUID does not.
 *
 * Source: Xen public headers 3.x to 4.x (xen.h, arch-x86/xen.h, arch-x86/xen-x86_32.h, event_channel.h, sched.h).
 */
export interface Hypercall {
  readonly name: string;
  /** What EBX, ECX, EDX and ESI hold, in this order. */
  readonly takes: readonly string[];
  readonly does: string;
}

export const hypercalls: Readonly<Record<number, Hypercall>> = {
  0: {
    name: 'set_trap_table',
    takes: ['list of { vector: u8, flags: u8, selector: u16, address: u32 }, ended by address 0'],
    does: 'names a handler for each vector listed; flags: bits 1-0 the DPL, bit 2 set the mask on entry',
  },
  1: {
    name: 'mmu_update',
    takes: [
      'list of { pointer: u64, value: u64 }',
      'how many',
      'where the count done goes, or 0',
      'domain: 0x7FF0, myself',
    ],
    does: 'writes page-table entries (pointer: physical address, low two bits 0) after checking each; EAX = 0',
  },
  2: {
    name: 'set_gdt',
    takes: ['list of frame numbers', 'how many entries'],
    does: 'takes the frames as descriptor table after checking that no entry grants ring 0; no entries: only the flat ones given',
  },
  3: { name: 'stack_switch', takes: ['SS', 'ESP'], does: 'the stack for entries from ring 3' },
  4: {
    name: 'set_callbacks',
    takes: ['selector of the event handler', 'its address', 'selector of the failsafe handler', 'its address'],
    does: 'where events are delivered; the failsafe handler is not used',
  },
  13: {
    name: 'multicall',
    takes: ['list of { op: u32, result: u32, args: u32[6] }', 'how many'],
    does: 'performs them in order, each result into its entry: one entry into the hypervisor for all',
  },
  14: {
    name: 'update_va_mapping',
    takes: ['linear address', 'new entry, low half', 'high half', 'flags: 2 drops the translation'],
    does: 'writes the last-level entry of the address in the tables in use',
  },
  15: {
    name: 'set_timer_op',
    takes: ['system time in nanoseconds, low half', 'high half'],
    does: 'one timer event at that time, or at once if it has passed; 0 cancels. Replaces the one asked for before',
  },
  17: {
    name: 'xen_version',
    takes: ['0'],
    does: 'EAX = 0x30000; its use is that a waiting event is let in on the way back',
  },
  18: {
    name: 'console_io',
    takes: ['0: write', 'how many bytes', 'where they are'],
    does: 'sends them to the serial port',
  },
  21: {
    name: 'vm_assist',
    takes: ['0: on, 1: off', '2: writable page tables'],
    does: 'from now on a MOV of one entry into a page table in use, which faults, is checked and made for the guest',
  },
  23: {
    name: 'iret',
    takes: [],
    does: 'pops EAX, EIP, CS, EFLAGS and, towards ring 3, ESP and SS; the mask becomes the opposite of IF in that EFLAGS',
  },
  // Commands, as in Xen's public/xen.h: 0 and 1 pin a page table and a page directory (MMUEXT_PIN_L1_TABLE, _L2_TABLE),
  // 4 unpins, 5 has a directory walked from now on (NEW_BASEPTR), 6 drops all translations and 7 one (INVLPG_LOCAL).
  // The argument is a frame number, or a linear address for 7.
  26: {
    name: 'mmuext_op',
    takes: [
      'list of { command: u32, argument: u32, 0: u32 }',
      'how many',
      'where the count done goes, or 0',
      'domain: 0x7FF0, myself',
    ],
    does: 'page-table operations, in order; EAX = 0',
  },
  // Commands, as in Xen's public/sched.h: 0 yield; 1 block, which opens the mask and sleeps until an event; 2 shutdown,
  // whose argument points at the reason (0 poweroff, 3 crash).
  29: {
    name: 'sched_op',
    takes: ['command', 'its argument'],
    does: 'gives the processor up',
  },
};

/** The page shared with the hypervisor: its address, and where things are in it, in bytes from its start. */
export const shared = {
  page: 0x8000,
  pending: 0, // u8: evtchn_upcall_pending
  mask: 1, // u8: evtchn_upcall_mask
  select: 4, // u32: evtchn_pending_sel
  faultAt: 8, // u32: arch.cr2
  systemTime: 0x20, // u64: time.system_time, nanoseconds since the start
  events: 0x800, // u32[32]: evtchn_pending
  timerChannel: 1,
} as const;
