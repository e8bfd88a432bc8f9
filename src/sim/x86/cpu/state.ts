/** The processor's registers as in Intel SDM vol. 3A, "System Architecture Overview". All numbers are unsigned 32-bit unless said otherwise. */

/** Indices of the general registers in `regs`, in the order of their encoding. */
export const EAX = 0;
export const ECX = 1;
export const EDX = 2;
export const EBX = 3;
export const ESP = 4;
export const EBP = 5;
export const ESI = 6;
export const EDI = 7;

/** Indices of the segment registers, in the order of their encoding. */
export const ES = 0;
export const CS = 1;
export const SS = 2;
export const DS = 3;
export const FS = 4;
export const GS = 5;

/** Bits of EFLAGS. */
export const CF = 1 << 0;
export const PF = 1 << 2;
export const AF = 1 << 4;
export const ZF = 1 << 6;
export const SF = 1 << 7;
export const TF = 1 << 8;
export const IF = 1 << 9;
export const DF = 1 << 10;
export const OF = 1 << 11;
export const IOPL = 3 << 12;
export const NT = 1 << 14;
export const RF = 1 << 16;
export const VM = 1 << 17;
export const AC = 1 << 18;
export const ID = 1 << 21;

/** Bits of CR0 and CR4. */
export const PE = 1 << 0;
export const MP = 1 << 1;
export const EM = 1 << 2;
export const TS = 1 << 3;
export const ET = 1 << 4;
export const NE = 1 << 5;
export const WP = 1 << 16;
export const PG = 0x8000_0000;
export const TSD = 1 << 2;
export const PSE = 1 << 4;
export const PGE = 1 << 7;
export const UMIP = 1 << 11;

/**
 * A segment register with its hidden part (SDM vol. 3A, "Segment Registers").
 * It is replaced as a whole when it is loaded, never changed.
 */
export interface Segment {
  readonly selector: number;
  readonly base: number;
  /** The last offset inside, in bytes: granularity is worked in. */
  readonly limit: number;
  /** Bits 40-55 of the descriptor: type 0-3, S 4, DPL 5-6, P 7, AVL 12, D/B 14, G 15. 0 for a null selector. */
  readonly access: number;
}

/** GDTR or IDTR. */
export interface TableRegister {
  readonly base: number;
  readonly limit: number;
}

export interface Cpu {
  /** EAX ECX EDX EBX ESP EBP ESI EDI, as signed 32-bit words. */
  readonly regs: Int32Array;
  /** The next instruction; while one executes it already points past it. */
  eip: number;
  eflags: number;
  /** ES CS SS DS FS GS. */
  readonly segments: Segment[];
  /** 0-3. It equals the RPL of CS and the DPL of SS. */
  cpl: number;
  ldtr: Segment;
  tr: Segment;
  gdtr: TableRegister;
  idtr: TableRegister;
  cr0: number;
  cr2: number;
  cr3: number;
  cr4: number;
  /** After HLT, until an interrupt. */
  halted: boolean;
  /** After a triple fault, for good: `halted` too. */
  shutDown?: true;
  /** No interrupt is taken before the next instruction: after STI, MOV SS and POP SS. */
  shadowed: boolean;
  /** SYSENTER_CS, _ESP, _EIP and others that were written, by number. */
  readonly msrs: Map<number, number>;
}

/** A copy that shares nothing that can change. */
export const copyCpu = (cpu: Cpu): Cpu => ({
  ...cpu,
  regs: cpu.regs.slice(),
  segments: cpu.segments.slice(),
  msrs: new Map(cpu.msrs),
});
