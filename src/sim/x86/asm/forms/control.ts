const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

/** The conditions by their number, with every name each has; Intel SDM vol. 2, "Jcc". */
const conditions = [
  'o',
  'no',
  'b c nae',
  'ae nb nc',
  'e z',
  'ne nz',
  'be na',
  'a nbe',
  's',
  'ns',
  'p pe',
  'np po',
  'l nge',
  'ge nl',
  'le ng',
  'g nle',
];

const conditional = (name: string, number: number): string => `
j${name} imm|near   i 0f ${hex(0x80 + number)} rel
j${name} imm32|near i 0f ${hex(0x80 + number)} rel
j${name} imm|short  i ${hex(0x70 + number)} rel8
j${name} imm        i nearby ${hex(0x70 + number)} rel8
j${name} imm        i 0f ${hex(0x80 + number)} rel
set${name} m  m 0f ${hex(0x90 + number)} /0 SB
set${name} r8 m 0f ${hex(0x90 + number)} /0
cmov${name} rv,m  rm 0f ${hex(0x40 + number)} /r SM
cmov${name} rv,rv rm 0f ${hex(0x40 + number)} /r`;

const loop = (name: string, opcode: string): string => `
${name} imm     i  ${opcode} rel8
${name} imm,c16 i- a16 ${opcode} rel8
${name} imm,c32 i- ${opcode} rel8`;

/** Where execution goes on; Intel SDM vol. 2, "Instruction Set Reference". */
export const control: string = [
  ...conditions.flatMap((names, number) => names.split(' ').map((name) => conditional(name, number))),
  loop('loop', 'e2'),
  loop('loope', 'e1'),
  loop('loopz', 'e1'),
  loop('loopne', 'e0'),
  loop('loopnz', 'e0'),
  `
jmp imm|short  i eb rel8
jmp imm        i nearby eb rel8
jmp imm        i e9 rel
jmp imm|near   i e9 rel
jmp imm32      i e9 rel
jmp imm32|near i e9 rel
jmp imm:,imm     ji ea id iw
jmp imm:32,imm   ji ea id iw
jmp imm:,imm32   ji ea id iw
jmp m32|far m ff /5
jmp m|far  m ff /5
jmp m|near m ff /4
jmp r32    m ff /4
jmp m      m ff /4
jmp rm32   m ff /4
call imm        i e8 rel
call imm|near   i e8 rel
call imm32      i e8 rel
call imm32|near i e8 rel
call imm:,imm     ji 9a id iw
call imm:32,imm   ji 9a id iw
call imm:,imm32   ji 9a id iw
call m32|far m ff /3
call m|far  m ff /3
call m|near m ff /2
call m      m ff /2
call rm32   m ff /2
jecxz imm i e3 rel8
jcxz  imm i a16 e3 rel8
ret  -   - c3
ret  imm i c2 iw SW
retn -   - c3
retn imm i c2 iw SW
retf -   - cb
retf imm i ca iw SW
int  imm i cd ib,u SB
int3  - - cc
int03 - - cc
int1  - - f1
icebp - - f1
into  - - ce
iret  - - cf
iretd - - cf`,
].join('\n');
