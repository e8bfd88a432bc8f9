/** Code at ring 0 or 3 that meets an exception at `here`, with its vector and error code. */
export const stories: readonly (readonly [string, string, number, number | undefined])[] = [
  ['UD2 is #UD', 'here: ud2', 6, undefined],
  ['VMCALL outside VMX is #UD', 'here: vmcall', 6, undefined],
  ['a division by zero is #DE', 'xor ecx, ecx\nhere: div ecx', 0, undefined],
  ['a selector beyond the table is #GP with it', 'mov eax, 0x7B\nhere: mov ds, ax', 13, 0x78],
  ['a null stack selector is #GP(0)', 'xor eax, eax\nhere: mov ss, ax', 13, 0],
  ['a stack that cannot be written is #GP', 'mov eax, READ_ONLY\nhere: mov ss, ax', 13, 0x60],
  ['an absent data segment is #NP', 'mov eax, ABSENT\nhere: mov ds, ax', 11, 0x30],
  ['an absent stack segment is #SS', 'mov eax, ABSENT\nhere: mov ss, ax', 12, 0x30],
  ['code that cannot be read is no data segment', 'mov eax, EXECUTE_ONLY\nhere: mov ds, ax', 13, 0x48],
  ['a null segment can be loaded but not used', 'xor eax, eax\nmov fs, ax\nhere: mov eax, [fs:0]', 13, 0],
  ['a write to a read-only segment is #GP(0)', 'mov eax, READ_ONLY\nmov fs, ax\nhere: mov [fs:0], eax', 13, 0],
  ['an access across the limit is #GP(0)', 'mov eax, LIMITED\nmov fs, ax\nhere: mov eax, [fs:13]', 13, 0],
  ['below an expand-down limit is outside', 'mov eax, DOWN\nmov fs, ax\nhere: mov eax, [fs:0x100FFC]', 13, 0],
  ['a far jump to data is #GP', 'here: jmp KDATA:0', 13, 0x10],
  ['a far jump to the TSS, a task switch, is #GP here', 'here: jmp TSS:0', 13, 0x28],
  ['LTR of a busy TSS is #GP', 'mov eax, TSS\nhere: ltr ax', 13, 0x28],
  ['LTR of a null selector is #GP(0)', 'xor eax, eax\nhere: ltr ax', 13, 0],
  ['an unknown MSR is #GP(0)', 'mov ecx, 0x1234\nhere: rdmsr', 13, 0],
  ['paging without protection is #GP(0)', 'mov eax, 0x80000000\nhere: mov cr0, eax', 13, 0],
  ['a reserved bit of CR4 is #GP(0)', 'mov eax, 1 << 20\nhere: mov cr4, eax', 13, 0],
  ['CR1 is #UD', 'here: db 0x0F, 0x20, 0xC8', 6, undefined],
  ['an INT through an absent gate is #NP', 'and byte [IDT + 0x41*8 + 5], 0x7F\nhere: int 0x41', 11, 0x41 * 8 + 2],
  ['an INT beyond the IDT is #GP', 'lidt [small]\nhere: int 0x41\nsmall: dw 0x40*8-1\ndd IDT', 13, 0x41 * 8 + 2],
];

/** The same at ring 3, where `user` begins. */
export const userStories: typeof stories = [
  ...['hlt', 'cli', 'sti', 'in al, 0x60', 'out 0x80, al', 'clts', 'lmsw ax', 'invlpg [0]', 'wbinvd'].map(
    (code) => [`${code} at ring 3 is #GP(0)`, `here: ${code}`, 13, 0] as const,
  ),
  ...['mov eax, cr0', 'mov cr3, eax', 'lgdt [0]', 'lidt [0]', 'lldt ax', 'ltr ax', 'rdmsr', 'wrmsr'].map(
    (code) => [`${code} at ring 3 is #GP(0)`, `here: ${code}`, 13, 0] as const,
  ),
  ['an INT through a gate of ring 0 is #GP with its vector', 'here: int 0x41', 13, 0x41 * 8 + 2],
  ['INT3 checks the gate too', 'here: int3', 13, 3 * 8 + 2],
  ['an inner data segment is #GP', 'mov eax, KDATA\nhere: mov ds, ax', 13, 0x10],
  ['an inner code segment cannot be called', 'here: call KCODE:0', 13, 8],
  ['RET goes outward only', 'push KCODE\npush 0\nhere: retf', 13, 8],
];
