import { both, type Text } from '#kit/text.ts';
import type { Region } from '#sim/holes/judge.ts';

/** What a manual says of an instruction, on a processor that we do not run. */
export interface Fact {
  readonly id: string;
  readonly name: string;
  readonly region: Region;
  readonly why: Text;
}
/** A processor that we only read about. */
export interface Reported {
  readonly reference: string;
  readonly rows: readonly Fact[];
}

const row = (region: Region, name: string, en: string, zh: string): Fact => ({
  id: name.toLowerCase().replace(' ', '-'),
  name,
  region,
  why: both(en, zh),
});
const sameEverywhere = ['the same in both states', '两种状态下都一样'] as const;
const own = ['acts on the guest’s own copy', '作用于客户机自己的那份'] as const;

const s370: Reported = {
  reference: 'IBM System/370 Principles of Operation, GA22-7000, “System Control”',
  rows: [
    row('caught', 'LPSW', 'loads the program status word', '装入程序状态字 PSW'),
    row('caught', 'SSM', 'sets the system mask', '设置系统屏蔽位'),
    row('caught', 'STNSM', 'stores the mask and clears bits', '存出屏蔽位并清位'),
    row('caught', 'STOSM', 'stores the mask and sets bits', '存出屏蔽位并置位'),
    row('caught', 'LCTL', 'loads control registers', '装入控制寄存器'),
    row('caught', 'STCTL', 'reading them traps as well', '读控制寄存器也陷入'),
    row('caught', 'SSK', 'sets a storage key', '设置存储键'),
    row('caught', 'ISK', 'reading a key traps as well', '读存储键也陷入'),
    row('caught', 'LRA', 'looks up a real address', '查实地址'),
    row('caught', 'PTLB', 'purges the TLB', '清空 TLB'),
    row('caught', 'SIO', 'starts an I/O operation', '启动 I/O'),
    row('caught', 'STIDP', 'tells the processor’s model', '读处理器标识'),
    row('neither', 'BALR', ...sameEverywhere),
    row('neither', 'SPM', 'sets the user’s own mask only', '只动用户自己的屏蔽位'),
    row('neither', 'A', ...sameEverywhere),
    row('neither', 'STCK', 'time: the theorem excepts it', '只涉及时间，定理不计'),
  ],
};

const riscv: Reported = {
  reference: 'RISC-V Privileged Architecture, “‘H’ Extension for Hypervisor Support”',
  rows: [
    row('neither', 'sstatus', 'reaches vsstatus, the guest’s own', '访问的是 vsstatus'),
    row('neither', 'satp', 'reaches vsatp, the guest’s own', '访问的是 vsatp'),
    row('neither', 'scause', 'reaches vscause, the guest’s own', '访问的是 vscause'),
    row('neither', 'stvec', 'reaches vstvec, the guest’s own', '访问的是 vstvec'),
    row('neither', 'sret', ...own),
    row('neither', 'sfence', 'drops the guest’s translations only', '只清客户机的转换'),
    row('caught', 'hgatp', 'virtual-instruction exception', '虚拟指令异常'),
    row('caught', 'hfence', 'virtual-instruction exception', '虚拟指令异常'),
    row('caught', 'hlv', 'virtual-instruction exception', '虚拟指令异常'),
    row('caught', 'wfi', 'traps if hstatus.VTW is 1', 'hstatus.VTW 为 1 时陷入'),
    row('caught', 'time', 'traps if hcounteren.TM is 0', 'hcounteren.TM 为 0 时陷入'),
    row('caught', 'mret', 'illegal-instruction exception', '非法指令异常'),
    row('caught', 'mhartid', 'illegal-instruction exception', '非法指令异常'),
    row('neither', 'add', 'the same in every mode', '各模式下都一样'),
  ],
};

const arm: Reported = {
  reference: 'Arm Architecture Reference Manual, DDI 0487, “Hypervisor Configuration Register, HCR_EL2”',
  rows: [
    row('neither', 'DAIFSet', 'masks interrupts in its own PSTATE', '屏蔽位在自己的 PSTATE'),
    row('neither', 'TTBR0', 'EL1’s own register', 'EL1 自己的寄存器'),
    row('neither', 'SCTLR', 'EL1’s own register', 'EL1 自己的寄存器'),
    row('neither', 'CurEL', 'CurrentEL says EL1, and that is true', '读 CurrentEL 得 EL1，属实'),
    row('neither', 'ERET', ...own),
    row('neither', 'TLBI', 'drops entries of its own VMID', '只清自己 VMID 的表项'),
    row('neither', 'MIDR', 'shows what EL2 put in VPIDR_EL2', '读到 EL2 给的 VPIDR_EL2'),
    row('caught', 'WFI', 'traps if HCR_EL2.TWI is 1', 'HCR_EL2.TWI 为 1 时陷入'),
    row('caught', 'SMC', 'traps if HCR_EL2.TSC is 1', 'HCR_EL2.TSC 为 1 时陷入'),
    row('caught', 'ID regs', 'trap if HCR_EL2.TID3 is 1', 'HCR_EL2.TID3 为 1 时陷入'),
    row('caught', 'DC ISW', 'traps if HCR_EL2.TSW is 1', 'HCR_EL2.TSW 为 1 时陷入'),
    row('caught', 'ACTLR', 'traps if HCR_EL2.TACR is 1', 'HCR_EL2.TACR 为 1 时陷入'),
    row('neither', 'ADD', 'the same at every level', '各级下都一样'),
    row('neither', 'LDR', 'the same at every level', '各级下都一样'),
  ],
};

/** The processors that no x86 model can stand for. */
export const reported = { s370, riscv, arm } as const;
