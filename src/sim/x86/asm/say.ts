import type { Words } from './faultList.ts';

const words = (en: string, zh: string): Words => ({ en, 'zh-CN': zh });

/** Everything the assembler says about a source text. */
export const say = {
  badNumber: (word: string) =>
    words(
      `“${word}” is not a number: write 10, 0x0A, 0Ah, 0b1010 or 0o12, of at most 64 bits.`,
      `“${word}”不是数字；可以写 10、0x0A、0Ah、0b1010 或 0o12，最多 64 位。`,
    ),
  openString: (quote: string) =>
    words(`The string never ends: it lacks a closing ${quote}`, `字符串没有结束：缺少 ${quote}`),
  badEscape: (letters: string) =>
    words(
      `“${letters}” is no escape of a string in backquotes: there are \\n \\r \\t \\0 \\e \\x41 \\u4e2d \\\\ and a few more.`,
      `“${letters}”不是反引号字符串里的转义；可用的有 \\n \\r \\t \\0 \\e \\x41 \\u4e2d \\\\ 等。`,
    ),
  longCharacter: () =>
    words('A character constant in an expression has at most four bytes.', '表达式里的字符常量最多四个字节。'),
  spaceAfterPercent: () =>
    words(
      'Write a space after the sign %: NASM takes “%1” for an argument of a macro.',
      '请在取余号 % 后面留一个空格：NASM 会把“%1”看作宏的参数。',
    ),
  strayLetter: (letter: string) =>
    words(`“${letter}” has no meaning here; a comment begins with “;”.`, `“${letter}”在这里没有意义；注释以“;”开头。`),
  tooLong: (most: number) => words(`The source is longer than ${most} characters.`, `源程序超过 ${most} 个字符。`),
  expected: (what: Words) => words(`Expected ${what.en}.`, `这里应为${what['zh-CN']}。`),
  left: (word: string) => words(`“${word}” is left over at the end of the line.`, `行末多出“${word}”。`),
  deep: () => words('Too many parentheses or signs in one expression.', '一个表达式里的括号或符号过多。'),
  unknownDirective: (word: string) =>
    words(
      `“${word}” is not supported; there are %include, %define, %undef, %assign, %ifdef, %ifndef, %if, %elif, %else, %endif, %rep and %macro.`,
      `不支持“${word}”；可用的有 %include、%define、%undef、%assign、%ifdef、%ifndef、%if、%elif、%else、%endif、%rep 和 %macro。`,
    ),
  onlyPrelude: () =>
    words('Only %include "prelude.inc" can be included.', '只能包含 prelude.inc：%include "prelude.inc"。'),
  twicePrelude: () => words('prelude.inc is already included.', 'prelude.inc 已经包含过了。'),
  openBlock: (opener: string, closer: string) =>
    words(`This ${opener} has no ${closer}.`, `这个 ${opener} 缺少对应的 ${closer}。`),
  noBlock: (word: string, opener: string) =>
    words(`${word} without a ${opener} before it.`, `${word} 前面没有对应的 ${opener}。`),
  macroArguments: (name: string, wanted: string, given: number) =>
    words(`${name} takes ${wanted} argument(s), not ${given}.`, `${name} 需要 ${wanted} 个参数，而不是 ${given} 个。`),
  macroTooMuch: () => words('Macros expand to too much text here.', '宏在这里展开得过长。'),
  constantOnly: () =>
    words('Only numbers can stand here, no label or register.', '这里只能写数字，不能用标号或寄存器。'),
  unknownInstruction: (word: string, near: string | undefined) =>
    words(
      near ? `No instruction is called “${word}”. Did you mean “${near}”?` : `No instruction is called “${word}”.`,
      near ? `没有名为“${word}”的指令。是否想写“${near}”？` : `没有名为“${word}”的指令。`,
    ),
  refused: (word: string) =>
    words(`“${word}” is not part of this machine's language.`, `这台机器的语言里没有“${word}”。`),
  only32: () => words('Only “bits 32” is assembled.', '只支持“bits 32”。'),
  wrongOperands: (name: string, takes: string) =>
    words(
      takes ? `${name} does not take these operands. It takes: ${takes}.` : `${name} takes no operands.`,
      takes ? `${name} 不能用这些操作数，可以是：${takes}。` : `${name} 没有操作数。`,
    ),
  sizeMissing: (name: string) =>
    words(
      `How large is the operand of ${name}? Write byte, word or dword before it.`,
      `${name} 的操作数有多大？请在前面写 byte、word 或 dword。`,
    ),
  sizeMismatch: (name: string) => words(`The operands of ${name} differ in size.`, `${name} 的操作数大小不一致。`),
  badAddress: () =>
    words(
      'A 32-bit address is [base + index*scale + number]: scale 1, 2, 4 or 8, and ESP is no index.',
      '32 位地址的形式是 [基址 + 变址*比例 + 数]：比例为 1、2、4 或 8，ESP 不能作变址。',
    ),
  address16: () =>
    words(
      '16-bit addresses are not part of this machine; use 32-bit registers.',
      '这台机器不支持 16 位寻址，请用 32 位寄存器。',
    ),
  registerInNumber: (name: string) =>
    words(
      `The register ${name} has no value yet while assembling; a number must stand here.`,
      `汇编时还不知道寄存器 ${name} 的值；这里应写数字。`,
    ),
  undefinedSymbol: (name: string, near: string | undefined) =>
    words(
      near ? `No label or name “${name}”. Did you mean “${near}”?` : `No label or name “${name}”.`,
      near ? `没有名为“${name}”的标号或常量。是否想写“${near}”？` : `没有名为“${name}”的标号或常量。`,
    ),
  twiceDefined: (name: string) => words(`“${name}” is defined a second time.`, `“${name}”重复定义了。`),
  notConstant: (what: string) =>
    words(
      `${what} needs a value known at this point: numbers, and labels or names defined above, whose difference is a number.`,
      `${what} 需要此处已知的值：数字，或上文定义过的常量、标号之差。`,
    ),
  addressArithmetic: () =>
    words(
      'An address can be added to a number or subtracted from an address of its own section, and nothing else.',
      '地址只能与数字相加减，或减去同一节中的另一个地址。',
    ),
  addressInSmall: (bits: number) => words(`An address does not fit into ${bits} bits.`, `${bits} 位放不下一个地址。`),
  divideByZero: () => words('Division by zero.', '除数为零。'),
  noFit: (value: bigint, range: string) =>
    words(`${value} does not fit: ${range} does.`, `${value} 放不下：允许 ${range}。`),
  jumpTooFar: (distance: number) =>
    words(
      `The target is ${distance} bytes away; a short jump reaches −128 to 127.`,
      `目标相距 ${distance} 字节；短跳转只能到 −128 至 127。`,
    ),
  negativeTimes: (what: string, count: bigint) =>
    words(`${what} ${count}: a count cannot be negative.`, `${what} ${count}：次数不能为负。`),
  tooLarge: () => words('The program is larger than 1 MiB from here on.', '从这里起，程序超过 1 MiB。'),
  badAlign: () => words('An alignment is a power of two up to 4096.', '对齐值必须是不超过 4096 的 2 的幂。'),
  fillLength: () => words('The filling of align must be one byte long.', 'align 的填充必须恰好一个字节。'),
  dataInBss: () =>
    words(
      'A section without contents holds only resb, resw, resd and resq.',
      '无内容的节里只能用 resb、resw、resd 和 resq。',
    ),
  signBeforeString: () =>
    words(
      "A sign cannot stand before a character here; write 0 - 'a'.",
      "这里字符前不能直接加正负号；请写成 0 - 'a'。",
    ),
  orgTwice: () => words('org is given a second time.', 'org 重复出现。'),
  sectionChange: () =>
    words('A section takes its attributes where it is first named.', '节的属性只能在第一次出现时给出。'),
  unstable: () =>
    words('The lengths of the jumps here depend on one another without end.', '这里跳转的长度互相依赖，无法确定。'),
  loneWord: (word: string, near: string | undefined) =>
    near === undefined
      ? words(
          `“${word}” is no instruction of this machine; a label that stands alone needs a colon, “${word}:”.`,
          `这台机器没有“${word}”这条指令；若是标号，单独成行要加冒号：“${word}:”。`,
        )
      : words(
          `“${word}” stands alone: is it the instruction “${near}”, or a label, “${word}:”?`,
          `“${word}”单独成行：是指令“${near}”，还是标号“${word}:”？`,
        ),
  noHeader: () =>
    words(
      'No Multiboot header in the first 8 KiB. Begin with %include "prelude.inc", or write one with the address fields.',
      '前 8 KiB 里没有 Multiboot 头。请以 %include "prelude.inc" 开头，或自己写一个带地址字段的头。',
    ),
  headerChecksum: () =>
    words(
      'The first three words of the Multiboot header must add up to zero.',
      'Multiboot 头的前三个双字之和必须为零。',
    ),
  headerFlags: () =>
    words(
      'The Multiboot header needs flag bit 16 (0x00010000) and its five address fields.',
      'Multiboot 头需要标志位 16（0x00010000）和五个地址字段。',
    ),
  headerAddresses: () =>
    words(
      'The addresses in the Multiboot header contradict one another: load ≤ header, load < end ≤ end of the file, entry inside, all between 1 MiB and 16 MiB.',
      'Multiboot 头里的地址互相矛盾：应满足 load ≤ header、load < end ≤ 文件末尾，入口在其中，且都在 1 MiB 到 16 MiB 之间。',
    ),
} as const;

/** The things a parser waits for. */
export const what = {
  expression: words('a number, a name or “(”', '数字、名字或“(”'),
  closing: words('“)”', '“)”'),
  bracket: words('“]”', '“]”'),
  name: words('a name', '名字'),
  operand: words('an operand', '操作数'),
  comma: words('a comma or the end of the line', '逗号或行尾'),
  instruction: words('a label or an instruction', '标号或指令'),
  colon: words('“:”', '“:”'),
  label: words('a name before equ', 'equ 前的名字'),
  endOfLine: words('the end of the line', '行尾'),
} as const;
