import { stepRun } from '#sim/vmm/stepRun.ts';
import type { Technique } from '#sim/vmm/technique.ts';
import { MOST, programOf, settingsFor } from '../vmm/harness.ts';
import { startRun } from '../vmm/startRun.ts';

const head = `%define USE_EXIT
%define USE_GDT
%define USE_IDT
%include "prelude.inc"
start:
    mov esp, STACK
    call setup_gdt
    call setup_idt
`;
const toUser = `    push UDATA
    push USTACK
    push 0x202
    push UCODE
    push user
    iret
`;
const done = `    mov al, 0
    jmp exit
`;

/** A kernel arms its timer: a WRMSR, or in the paravirtual edition the hypercall that stands in its place. */
const privileged = `${head}
%ifndef PV
    mov ecx, 0x10
    xor eax, eax
    xor edx, edx
first:
    wrmsr
after:
%else
    mov eax, 15
    xor ebx, ebx
    xor ecx, ecx
first:
    int 0x82
after:
%endif
${done}`;

/** A program at ring 3 calls its kernel, which answers at once. */
const systemCall = `${head}
    mov al, 0x80
    mov ebx, handler
    mov cl, GATE_USER
    call set_gate
${toUser}
handler:
    cmp eax, 1
    je .end
    iret
.end:
${done}
user:
    xor eax, eax
    int 0x80
    xor eax, eax
first:
    int 0x80
after:
    mov eax, 1
    int 0x80
`;

/** A program at ring 3 touches a page of its own that its kernel maps only then. It has done so twice before, with the same frame. */
const pageFault = `${head}
DIRECTORY equ 0x400000
TABLE     equ 0x401000
IDENTITY  equ 0x402000
FRAME     equ 0x500000
HEAP      equ 0x40000000
    mov al, 0x80
    mov ebx, ended
    mov cl, GATE_USER
    call set_gate
    mov al, 14
    mov ebx, fault
    mov cl, GATE_INTERRUPT
    call set_gate
    cld
    mov edi, DIRECTORY
    mov ecx, 2048
    xor eax, eax
    rep stosd
    mov edi, IDENTITY
    mov eax, 7
    mov ecx, 4096
identity:
    stosd
    add eax, 0x1000
    loop identity
    mov eax, IDENTITY + 7
    mov edi, DIRECTORY
    mov ecx, 4
tables:
    stosd
    add eax, 0x1000
    loop tables
    mov dword [DIRECTORY + (HEAP >> 22)*4], TABLE + 7
%ifdef PV
    mov edi, IDENTITY + (DIRECTORY >> 12)*4
    mov ecx, 6
protect:
    and dword [edi], ~2
    add edi, 4
    loop protect
    mov eax, 26
    mov ebx, root
    mov ecx, 2
    mov edx, 0
    mov esi, 0x7FF0
    int 0x82
%else
    mov eax, DIRECTORY
    mov cr3, eax
    mov eax, cr0
    or eax, 0x80010000
    mov cr0, eax
%endif
${toUser}
fault:
    add esp, 4
%ifdef PV
    push ebx
    shl ebx, 2
    add ebx, TABLE
    mov [update], ebx
    mov eax, 1
    mov ebx, update
    mov ecx, 1
    mov edx, 0
    mov esi, 0x7FF0
    int 0x82
    pop ebx
%else
    mov dword [TABLE + ebx*4], FRAME + 7
%endif
    iret
ended:
${done}
user:
    xor ebx, ebx
    mov [HEAP], eax
    inc ebx
    mov [HEAP + 0x1000], eax
    inc ebx
first:
    mov [HEAP + 0x2000], eax
after:
    nop
    int 0x80
root:
    dd 1, DIRECTORY >> 12, 0
    dd 5, DIRECTORY >> 12, 0
update:
    dd 0, 0, FRAME + 7, 0
`;

export const sources = {
  'privileged-instruction': privileged,
  'system-call': systemCall,
  'page-fault': pageFault,
} as const;

/** How often the monitor is entered between the labels `first` and `after` of a program. */
export function crossingsBetween(
  source: string,
  technique: Technique,
  defines: readonly string[] = [],
  changes: Parameters<typeof settingsFor>[0] = {},
): { readonly count: number; readonly reasons: readonly string[] } {
  const program = programOf(source, defines);
  const [from, to] = ['first', 'after'].map((label) => program.symbols.get(label));
  let run = startRun(program, technique, settingsFor({ stopAtDivergence: false, ...changes }));
  const reasons: string[] = [];
  let inside = false;
  for (let made = 0; made < MOST && run.end === undefined; made++) {
    if (run.guest.cpu.eip === from) inside = true;
    if (run.guest.cpu.eip === to) break;
    run = stepRun(run);
    if (inside && run.deed.kind === 'leave') reasons.push(run.deed.reason);
  }
  return { count: reasons.length, reasons };
}
