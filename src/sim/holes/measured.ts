/**
 * What a real processor did with these instructions at CPL 3: Cascade Lake (06-55h, stepping 7), Linux 6.18, itself a KVM
 * guest; IOPL 0, CR4.UMIP set. Five runs in November 2026; `ticks` of the 2.5 GHz time-stamp counter, least and most.
 */
export interface Measured {
  /** Which of the specimen's cases it was. */
  readonly at: number;
  readonly outcome: 'trapped' | 'passed' | 'ignored';
  /** Of #GP, where it trapped: nothing here raised another exception. */
  readonly errorCode?: number;
  readonly ticks?: readonly [least: number, most: number];
  /** The kernel answered in the processor's place: user-mode instruction prevention. */
  readonly answered?: true;
}

const trapped = (errorCode = 0, at = 0): Measured => ({ at, outcome: 'trapped', errorCode });
const passed = (least: number, most: number): Measured => ({ at: 0, outcome: 'passed', ticks: [least, most] });
const answered = (least: number, most: number): Measured => ({ ...passed(least, most), answered: true });
const ignored = (least: number, most: number): Measured => ({ at: 0, outcome: 'ignored', ticks: [least, most] });
const silent = (at = 0): Measured => ({ at, outcome: 'passed' });

/** By specimen, the case that says most first. */
export const measured: Readonly<Record<string, readonly Measured[]>> = {
  cli: [trapped()],
  popf: [ignored(46, 48)],
  pushf: [passed(14, 16)],
  hlt: [trapped()],
  sgdt: [answered(9216, 13_360)],
  sidt: [answered(9242, 13_408)],
  sldt: [answered(9102, 13_282)],
  str: [answered(9120, 13_080)],
  smsw: [passed(20, 24)],
  lgdt: [trapped()],
  clts: [trapped()],
  'mov-from-cr0': [trapped()],
  'mov-to-cr3': [trapped()],
  'push-cs': [silent()],
  'mov-cs': [passed(16, 18)],
  'pop-es': [trapped(0x18, 1)],
  lar: [silent()],
  lsl: [silent()],
  verr: [silent()],
  verw: [silent()],
  'call-far': [trapped(0x10)],
  'jmp-far': [silent(1), trapped(0x10)],
  'ret-far': [silent(), trapped(0x10, 2)],
  int: [silent(), trapped(0x102, 1)],
  iret: [ignored(248, 276)],
  out: [trapped()],
  wbinvd: [trapped()],
  cpuid: [passed(1936, 2688)],
  rdtsc: [passed(36, 38)],
};
