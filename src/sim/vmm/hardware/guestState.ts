import { type Cpu, CS, ESP } from '../../x86/cpu/state.ts';

/** What is looked at of the VMCS's guest-state area: SDM vol. 3C, "Guest-State Area". */
export interface GuestState {
  readonly rip: number;
  readonly rsp: number;
  readonly rflags: number;
  readonly cr3: number;
  readonly cs: number;
}

/** The fields as an exit writes them. */
export const guestStateOf = ({ eip, regs, eflags, cr3, segments }: Cpu): GuestState => ({
  rip: eip >>> 0,
  rsp: (regs[ESP] ?? 0) >>> 0,
  rflags: eflags >>> 0,
  cr3: cr3 >>> 0,
  cs: segments[CS]?.selector ?? 0,
});
