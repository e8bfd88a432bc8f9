import { expect, test } from 'vitest';
import { readHost } from '#sim/x86/cpu/physical.ts';
import { EAX, EBX, ECX } from '#sim/x86/cpu/state.ts';
import { type Story, stackOf, tell } from '../system.ts';

/** The first 4 MiB as they are through a page of 4 MiB, user's too; above 40000000h the table at 401000h. */
const paged = (body: string): string => `
    mov edi, 0x400000
    mov ecx, 2048
    xor eax, eax
    cld
    rep stosd
    mov dword [0x400000], 0x87
    mov dword [0x400000 + 4], 0x400083
    mov dword [0x400000 + 0x400], 0x401007
    mov eax, 0x10
    mov cr4, eax
    mov eax, 0x400000
    mov cr3, eax
    mov eax, cr0
    or eax, 0x80000000
    mov cr0, eax
${body}`;
const page = (entry: string): string => `mov dword [0x401000], ${entry}\n`;
const entryOf = ({ machine }: Story): number => readHost(machine.memory, 0x401000, 4);
const directoryOf = ({ machine }: Story): number => readHost(machine.memory, 0x400400, 4);
const user = (code: string): string =>
  `mov eax, 2\nmov ebx, user\njmp to_user\nuser:\nmov ecx, UDATA\nmov ds, ecx\n${code}`;

test('a page that is not there faults with its address in CR2 and the instruction to be tried again', () => {
  const { machine, happened, at } = tell(paged('here: mov eax, [0x40000123]'));
  expect(happened[0]).toEqual({ kind: 'exception', vector: 14, errorCode: 0 });
  expect(machine.cpu.cr2).toBe(0x4000_0123);
  expect(stackOf(machine, 2)).toEqual([0, at('here')]);
});

test.each([
  ['a write of a page that is not there', '0', 'mov [0x40000000], eax', 2],
  ['a read by ring 3 of a page that is not there', '0', user('mov eax, [0x40000000]'), 4],
  ['a read by ring 3 of the supervisor', '0x300003', user('mov eax, [0x40000000]'), 5],
  ['a write by ring 3 of a read-only page', '0x300005', user('mov [0x40000000], eax'), 7],
  ['a call by ring 3 of the supervisor', '0x300003', user('mov eax, 0x40000000\ncall eax'), 5],
  ['a read-modify-write, as hardware has it, is a write', '0', 'inc dword [0x40000000]', 2],
])('the error code tells of %s', (_, entry, code, errorCode) => {
  expect(tell(paged(page(entry) + code)).happened[0]).toEqual({ kind: 'exception', vector: 14, errorCode });
});

test('a reserved bit in an entry of 4 MiB is told in the error code', () => {
  const { happened } = tell(paged('mov dword [0x400408], 0x202087\nmov eax, [0x40800000]'));
  expect(happened[0]).toEqual({ kind: 'exception', vector: 14, errorCode: 9 });
});

test('a read sets the accessed flags and a write the dirty flag', () => {
  const untouched = tell(paged(page('0x300007')));
  expect([directoryOf(untouched), entryOf(untouched)]).toEqual([0x401007, 0x300007]);
  const read = tell(paged(`${page('0x300007')}mov eax, [0x40000000]`));
  expect([directoryOf(read), entryOf(read)]).toEqual([0x401027, 0x300027]);
  const written = tell(paged(`${page('0x300007')}mov eax, [0x40000000]\nmov [0x40000000], eax`));
  expect(entryOf(written)).toBe(0x300067);
});

test('the supervisor writes to read-only pages unless CR0.WP is set', () => {
  const write = `${page('0x300005')}mov [0x40000000], eax`;
  expect(tell(paged(write)).happened[0]).toMatchObject({ kind: 'end' });
  const protect = 'mov eax, cr0\nor eax, 0x10000\nmov cr0, eax\n';
  expect(tell(paged(protect + write)).happened[0]).toMatchObject({ vector: 14, errorCode: 3 });
});

test('a changed entry shows only after INVLPG', () => {
  const change = `mov dword [0x300000], 1\nmov dword [0x301000], 2\n${page('0x300007')}mov eax, [0x40000000]\n${page('0x301007')}mov ebx, [0x40000000]\n`;
  const { machine } = tell(paged(`${change}invlpg [0x40000000]\nmov ecx, [0x40000000]`));
  expect([EAX, EBX, ECX].map((register) => machine.cpu.regs[register])).toEqual([1, 1, 2]);
});

test('a load of CR3 forgets every page but the global ones', () => {
  const story = (entry: string) =>
    tell(
      paged(
        `mov eax, 0x90\nmov cr4, eax\nmov dword [0x300000], 1\nmov dword [0x301000], 2\n${page(`0x300007 | ${entry}`)}mov eax, [0x40000000]\n${page('0x301007')}mov eax, cr3\nmov cr3, eax\nmov ebx, [0x40000000]`,
      ),
    ).machine.cpu.regs[EBX];
  expect(story('0')).toBe(2);
  expect(story('0x100')).toBe(1);
});

test('a page of 4 MiB is one page: INVLPG of any address forgets it', () => {
  const { machine } = tell(
    paged(
      'mov dword [0x300000], 1\nmov dword [0x408000], 0\nmov dword [0x400408], 0x87\nmov eax, [0x40B00000]\nmov dword [0x400408], 0x400087\ninvlpg [0x40800000]\nmov dword [0x700000], 5\nmov ebx, [0x40B00000]',
    ),
  );
  expect([machine.cpu.regs[EAX], machine.cpu.regs[EBX]]).toEqual([1, 5]);
});

test('a write across two pages, the second missing, writes nothing and names the second', () => {
  const { machine, happened } = tell(paged(`${page('0x300007')}mov dword [0x40000FFE], 0x12345678`));
  expect(happened[0]).toMatchObject({ vector: 14, errorCode: 2 });
  expect(machine.cpu.cr2).toBe(0x4000_1000);
  expect(readHost(machine.memory, 0x300ffe, 2)).toBe(0);
});

test('a page fault while a page fault is delivered is a double fault', () => {
  const { happened } = tell(paged('mov esp, 0x40000000\nmov eax, [0x40000000]'));
  expect(happened).toEqual([{ kind: 'end', why: 'triple-fault' }]);
  const caught = tell(paged('mov dword [IDT + 14*8 + 2], 0x8E000000\nmov eax, [0x40000000]'));
  expect(caught.happened[0]).toMatchObject({ vector: 8, errorCode: 0 });
});
