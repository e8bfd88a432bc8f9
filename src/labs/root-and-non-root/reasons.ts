/** Basic exit reasons that captions and questions name: SDM vol. 3D, appendix C. */
export { EPT_VIOLATION, EXCEPTION, INTERRUPT, PORT, TRIPLE_FAULT, WINDOW } from '#sim/vmm/hardware/vmx.ts';
export const CPUID = 10;
export const HLT = 12;
export const INVD = 13;
export const VMCALL = 18;
export const CR_ACCESS = 28;
export const READ_MSR = 31;
export const WRITE_MSR = 32;
