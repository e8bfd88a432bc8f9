/** One way to use an instruction: what stands before it, and the instruction itself, for NASM. */
export interface Case {
  readonly setup?: string;
  readonly instruction: string;
  /** Whether the guest has turned interrupts off before. */
  readonly masked?: true;
}

/** An instruction that is tried, in every way that makes a difference. */
export interface Specimen {
  readonly id: string;
  readonly name: string;
  readonly cases: readonly Case[];
  /** Whether it is one of the 18 mnemonics in the list of Robin and Irvine (2000) as it is usually reproduced. */
  readonly listed?: true;
}

const once = (id: string, instruction: string, setup?: string): Specimen => ({
  id,
  name: id.toUpperCase(),
  cases: [{ instruction, ...(setup && { setup }) }],
});
const listed = (specimen: Specimen): Specimen => ({ ...specimen, listed: true });

/** Selectors are those of `tables.ts`: 10h and 18h are the kernel's, 33h is ring 3's code, 51h ring 1's. */
export const specimens: readonly Specimen[] = [
  once('add', 'add eax, ebx'),
  once('cli', 'cli'),
  { id: 'popf', name: 'POPF', listed: true, cases: [{ setup: 'push 0x002', instruction: 'popf' }] },
  { id: 'pushf', name: 'PUSHF', listed: true, cases: [{ instruction: 'pushf', masked: true }] },
  once('hlt', 'hlt'),
  listed(once('sgdt', 'sgdt [esi]')),
  listed(once('sidt', 'sidt [esi]')),
  listed(once('sldt', 'sldt ax')),
  listed(once('str', 'str ax')),
  listed(once('smsw', 'smsw ax')),
  once('lgdt', 'lgdt [edi]'),
  once('clts', 'clts'),
  { ...once('mov-from-cr0', 'mov eax, cr0'), name: 'MOV CR0' },
  { ...once('mov-to-cr3', 'mov cr3, eax', 'mov eax, 0x160000'), name: 'MOV CR3' },
  { ...listed(once('push-cs', 'push cs')), name: 'PUSH CS' },
  {
    id: 'mov-cs',
    name: 'MOV CS',
    listed: true,
    cases: [{ instruction: 'mov eax, cs' }, { instruction: 'mov es, bx' }],
  },
  {
    id: 'pop-es',
    name: 'POP ES',
    listed: true,
    cases: [
      { setup: 'push 0x48', instruction: 'pop es' },
      { setup: 'push 0x18', instruction: 'pop es' },
    ],
  },
  listed(once('lar', 'lar eax, bx')),
  listed(once('lsl', 'lsl eax, bx')),
  listed(once('verr', 'verr bx')),
  listed(once('verw', 'verw bx')),
  { id: 'call-far', name: 'CALL', listed: true, cases: transfers('call') },
  { id: 'jmp-far', name: 'JMP', listed: true, cases: transfers('jmp') },
  {
    id: 'ret-far',
    name: 'RET',
    listed: true,
    cases: [
      { setup: 'push 0x2b\npush 0x11f000\npush 0x33\npush .end', instruction: 'retf' },
      { setup: 'push 0x59\npush 0x11f000\npush 0x51\npush .end', instruction: 'retf' },
      { setup: 'push 0x10\npush .end', instruction: 'retf' },
    ],
  },
  {
    id: 'int',
    name: 'INT n',
    listed: true,
    cases: [{ instruction: 'int 0x80' }, { instruction: 'int 0x20' }],
  },
  {
    id: 'iret',
    name: 'IRET',
    cases: [
      { setup: 'push 0x2b\npush 0x11f000\npush 0x3002\npush 0x33\npush .end', instruction: 'iret' },
      { setup: 'push 0x3002\npush 0x10\npush .end', instruction: 'iret' },
    ],
  },
  once('out', 'out dx, al'),
  once('wbinvd', 'wbinvd'),
  once('cpuid', 'cpuid'),
  once('rdtsc', 'rdtsc'),
];

/** Into the kernel's code, and into that of the ring in which the guest stands without knowing it. */
function transfers(mnemonic: string): readonly Case[] {
  return [0x10, 0x33, 0x51].map((selector) => ({ instruction: `${mnemonic} 0x${selector.toString(16)}:.end` }));
}
