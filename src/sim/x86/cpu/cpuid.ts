/**
 * The answers of CPUID, leaf by leaf: EAX, EBX, ECX, EDX. It is the processor that QEMU calls
 * `pentium3,-fpu,-vme,-de,-cx8,-mce,-mtrr,-mca,-pat,-pse36,-mmx,-fxsr,-sse,-pae,-sep,-apic,-hypervisor,+umip`:
 * a Pentium III without what we do not model. It has PSE, TSC, MSR, PGE, CMOV and UMIP.
 */
const leaves: readonly (readonly [number, number, number, number])[] = [
  [7, 0x756e_6547, 0x6c65_746e, 0x4965_6e69],
  [0x673, 0x0800, 0, 0xa038],
  [1, 0, 0x4d, 0x002c_307d],
  [0, 0, 0, 0],
  [0, 0, 0, 0],
  [0, 0, 0, 0],
  [0, 0, 0, 0],
  [0, 0, 4, 0],
];

/** A leaf beyond the last answers as the last does: SDM vol. 2A, "CPUID". `subleaf` is ECX. */
export function identify(leaf: number, subleaf: number): readonly [number, number, number, number] {
  const which = Math.min(leaf >>> 0, leaves.length - 1);
  return (which === 7 && subleaf !== 0 ? undefined : leaves[which]) ?? [0, 0, 0, 0];
}
