const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

/** The eight that share one pattern; the opcode of the first form is eight times the digit. */
const eight = ['add', 'or', 'adc', 'sbb', 'and', 'sub', 'xor', 'cmp'].map(
  (name, digit) => `
${name} m,r8     mr ${hex(8 * digit)} /r SM
${name} r8,r8    mr ${hex(8 * digit)} /r
${name} m,rv     mr ${hex(8 * digit + 1)} /r SM
${name} rv,rv    mr ${hex(8 * digit + 1)} /r
${name} r8,m     rm ${hex(8 * digit + 2)} /r SM
${name} rv,m     rm ${hex(8 * digit + 3)} /r SM
${name} rmv,imm8 mi 83 /${digit} ib,s
${name} al,imm   -i ${hex(8 * digit + 4)} ib SM
${name} av,sbv   mi 83 /${digit} ib,s SM
${name} av,imm   -i ${hex(8 * digit + 5)} iv SM
${name} rm8,imm  mi 80 /${digit} ib SM
${name} rmv,sbv  mi 83 /${digit} ib,s SM
${name} rmv,imm  mi 81 /${digit} iv SM
${name} m,imm8   mi 80 /${digit} ib SM
${name} m,sbvv   mi 83 /${digit} ib,s SM
${name} m,immv   mi 81 /${digit} iv SM`,
);

const shift = (name: string, digit: number): string => `
${name} rm8,1    m- d0 /${digit}
${name} rm8,cl   m- d2 /${digit}
${name} rm8,imm8 mi c0 /${digit} ib,u
${name} rmv,1    m- d1 /${digit}
${name} rmv,cl   m- d3 /${digit}
${name} rmv,imm8 mi c1 /${digit} ib,u`;
const shifts = ['rol', 'ror', 'rcl', 'rcr', 'shl', 'shr', '', 'sar'].map((name, digit) =>
  name ? shift(name, digit) : '',
);

const one = (name: string, digit: number): string => `
${name} rm8 m f6 /${digit}
${name} rmv m f7 /${digit}`;
const ones = ['', '', 'not', 'neg', 'mul', 'imul', 'div', 'idiv'].map((name, digit) => (name ? one(name, digit) : ''));

const doubleShift = (name: string, opcode: number): string => `
${name} m,rv,imm  mri 0f ${hex(opcode)} /r ib,u SM2
${name} rv,rv,imm mri 0f ${hex(opcode)} /r ib,u SM2
${name} m,rv,cl   mr- 0f ${hex(opcode + 1)} /r SM
${name} rv,rv,cl  mr- 0f ${hex(opcode + 1)} /r`;

const bitTest = (name: string, digit: number): string => `
${name} m,rv     mr 0f ${hex(0x83 + 8 * digit)} /r SM
${name} rv,rv    mr 0f ${hex(0x83 + 8 * digit)} /r
${name} rmv,imm8 mi 0f ba /${digit} ib,u`;

/** Arithmetic and logic; Intel SDM vol. 2, "Instruction Set Reference". */
export const arithmetic: string = [
  ...eight,
  ...shifts,
  shift('sal', 4),
  ...ones,
  doubleShift('shld', 0xa4),
  doubleShift('shrd', 0xac),
  bitTest('bt', 4),
  bitTest('bts', 5),
  bitTest('btr', 6),
  bitTest('btc', 7),
  `
inc rv  r 40+r
inc rm8 m fe /0
inc rmv m ff /0
dec rv  r 48+r
dec rm8 m fe /1
dec rmv m ff /1
imul rv,m  rm 0f af /r SM
imul rv,rv rm 0f af /r
imul rv,m,imm8  rmi 6b /r ib,s SM2
imul rv,m,sbv   rmi 6b /r ib,s SM
imul rv,m,immv  rmi 69 /r iv SM
imul rv,m,imm   rmi 69 /r iv SM
imul rv,rv,imm8 rmi 6b /r ib,s
imul rv,rv,sbv  rmi 6b /r ib,s SM
imul rv,rv,immv rmi 69 /r iv
imul rv,rv,imm  rmi 69 /r iv SM
imul rv,imm8 r+mi 6b /r ib,s
imul rv,sbv  r+mi 6b /r ib,s SM
imul rv,immv r+mi 69 /r iv
imul rv,imm  r+mi 69 /r iv SM
test m,r8    mr 84 /r SM
test r8,r8   mr 84 /r
test m,rv    mr 85 /r SM
test rv,rv   mr 85 /r
test r8,m    rm 84 /r SM
test rv,m    rm 85 /r SM
test al,imm  -i a8 ib SM
test av,imm  -i a9 iv SM
test rm8,imm mi f6 /0 ib SM
test rmv,imm mi f7 /0 iv SM
test m,imm8  mi f6 /0 ib SM
test m,immv  mi f7 /0 iv SM
bsf rv,m  rm 0f bc /r SM
bsf rv,rv rm 0f bc /r
bsr rv,m  rm 0f bd /r SM
bsr rv,rv rm 0f bd /r
cmpxchg m,r8  mr 0f b0 /r SM
cmpxchg r8,r8 mr 0f b0 /r
cmpxchg m,rv  mr 0f b1 /r SM
cmpxchg rv,rv mr 0f b1 /r
xadd m,r8  mr 0f c0 /r SM
xadd r8,r8 mr 0f c0 /r
xadd m,rv  mr 0f c1 /r SM
xadd rv,rv mr 0f c1 /r
cbw  - - o16 98
cwde - - 98
cwd  - - o16 99
cdq  - - 99`,
].join('\n');
