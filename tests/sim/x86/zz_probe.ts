import { opening, closing } from './generate/harness.ts';
import { trial } from './generate/faults.ts';
import { ourVerdict, realVerdict } from './judge.ts';
const seg = (lo: string, hi: string) => `    mov dword [TABLE + 0x80], ${lo}\n    mov dword [TABLE + 0x84], ${hi}\n    mov eax, 0x80\n`;
const probes: Record<string, string> = {
  'null FS read': '    xor eax, eax\n    mov fs, ax\n    mov eax, [fs:SCRATCH]',
  'write to read-only data': `${seg('0xFFFF', '0x00CF9000')}    mov fs, ax\n    mov dword [fs:SCRATCH], 1`,
  'write through code segment': '    mov [cs:SCRATCH], eax',
  'read execute-only': `    jmp .x\n.x:\n${seg('0xFFFF', '0x00CF9800')}    jmp 0x80:.y\n.y:\n    mov eax, [cs:start]\n    jmp KCODE:.z\n.z:`,
  'data limit': `${seg('0x00FF', '0x00409200')}    mov fs, ax\n    mov eax, [fs:0x200]`,
  'expand-down limit': `${seg('0xFFFF', '0x00CF9600')}    mov fs, ax\n    mov eax, [fs:0x200]`,
  'stack limit': `${seg('0x00FF', '0x00409200')}    mov ebx, esp\n    mov ss, ax\n    push eax\n    mov eax, KDATA\n    mov ss, ax\n    mov esp, ebx`,
  'far jump past limit': `${seg('0x00FF', '0x00409A00')}    jmp 0x80:start`,
  'near jump past limit': `${seg('0x0000', '0x00509A10')}    jmp KCODE:.a\n.a:`,
  'rdmsr unknown': '    mov ecx, 0x12345678\n    rdmsr\n    push eax\n    call mix',
  'wrmsr unknown': '    mov ecx, 0x12345678\n    wrmsr',
  'PG without PE': '    mov eax, cr0\n    mov ebx, eax\n    and eax, 0x7FFFFFFE\n    or eax, 0x80000000\n    mov cr0, eax\n    mov cr0, ebx',
  'CR4 reserved': '    mov eax, 0x80000000\n    mov cr4, eax\n    xor eax, eax\n    mov cr4, eax',
  'NW without CD': '    mov eax, cr0\n    mov ebx, eax\n    or eax, 0x20000000\n    mov cr0, eax\n    mov cr0, ebx',
  'EXT bit': '    and byte [IDT + 6*8 + 5], 0x7F\n    ud2',
  'IDT limit': '    int 0x90',
  'ring 3 TSD': '    mov eax, cr4\n    or eax, 4\n    mov cr4, eax\n    push UDATA\n    push USTACK\n    push 2\n    push UCODE\n    push .u\n    iret\n.u:\n    rdtsc',
  'AC': '    mov eax, cr0\n    or eax, 0x40000\n    mov cr0, eax\n    push UDATA\n    push USTACK\n    push 0x40002\n    push UCODE\n    push .u\n    iret\n.u:\n    mov eax, [SCRATCH + 1]\n    mov eax, 1\n    int 0x80',
  'lock-free cmpxchg id flag': '    pushf\n    or dword [esp], 0x200000\n    popf\n    pushf\n    pop eax\n    and eax, 0x200000\n    push eax\n    call mix',
  'push sreg upper': '    push dword -1\n    pop ecx\n    push ds\n    pop eax\n    push eax\n    call mix',
  'bsf zero': '    mov eax, 0x55\n    xor ebx, ebx\n    bsf eax, ebx\n    push eax\n    call mix',
  'str eax': '    mov eax, -1\n    str eax\n    push eax\n    call mix\n    smsw eax\n    push eax\n    call mix\n    mov eax, -1\n    sldt eax\n    push eax\n    call mix',
  'shl flags AF': '    mov eax, 0x1234\n    shl eax, 5\n    pushf\n    call mix',
  'mul flags': '    mov eax, 0x1234\n    mov ebx, 0x777777\n    mul ebx\n    pushf\n    call mix',
  'RF in frame': '    push ebp',
  'tf': '    pushf\n    or dword [esp], 0x100\n    popf\n    nop\n    nop',
  'ljmp cs busy accessed': `${seg('0xFFFF', '0x00CF9A00')}    jmp 0x80:.q\n.q:\n    jmp KCODE:.w\n.w:\n    push dword [TABLE + 0x84]\n    call mix`,
  'iret NT': '    push 0x4002\n    popf\n    push 2\n    push cs\n    push .q\n    iret\n.q:',
};
for (const [name, code] of Object.entries(probes)) {
  const g = { name, source: `%define TRACE\n${opening}    mov dword [resume], .after0\n${code}\n    mov al, '-'\n    call note\n.after0:\n    mov esp, BASE\n    call show\n${closing}`, defines: [], boots: true };
  let o: any, q: any; try { o = ourVerdict(g); } catch (e) { o = { serial: String(e) }; } try { q = await realVerdict(g); } catch (e) { q = { serial: String(e) }; }
  const line = (v: any) => `${v.end} ${v.serial?.slice(0, 120).split('\n').slice(0, 2).join(' | ')}`;
  console.log(line(o) === line(q) ? '=' : 'DIFF', name, '\n     ours', line(o), '\n     qemu', line(q));
}
