import { type Dice, hex } from './dice.ts';
import { trial } from './faults.ts';

const SLOT = 0x98;

/** A code segment, conforming or not, of any ring, sometimes absent; a short one ends before the address jumped to. */
function segment(dice: Dice, mayBeShort: boolean): string {
  const rights = (dice.chance(85) ? 0x80 : 0) | (dice.below(4) << 5) | 0x18 | dice.pick([0, 2, 4, 6]);
  const [low, flags] = mayBeShort && dice.chance(30) ? ['0x000001FF', 0x40] : ['0x0000FFFF', 0xcf];
  return `    mov dword [TABLE + ${hex(SLOT)}], ${low}
    mov dword [TABLE + ${hex(SLOT + 4)}], ${hex(((flags << 16) | (rights << 8)) >>> 0)}
`;
}

const toUser = (at: number): string => `    mov [kernel_esp], esp
    push UDATA
    push USTACK
    push 2
    push UCODE
    push .user${at}
    iret
.user${at}:
`;

const arrived = (user: boolean): string =>
  user
    ? '    mov ebx, cs\n    xor eax, eax\n    int 0x80\n    mov eax, 1\n    int 0x80\n'
    : '    mov ebx, cs\n    push ebx\n    call mix\n    mov esp, BASE\n';

/** A far JMP, CALL, RETF or IRET to the address .landed through the segment. */
function transfer(dice: Dice, at: number): string {
  const selector = hex(SLOT | dice.below(4));
  switch (dice.below(4)) {
    case 0:
      return `    jmp ${selector}:.landed${at}\n`;
    case 1:
      return `    call ${selector}:.landed${at}\n`;
    case 2:
      return `    push UDATA\n    push USTACK\n    push ${selector}\n    push .landed${at}\n    retf\n`;
    default:
      return `    push UDATA\n    push USTACK\n    push 2\n    push ${selector}\n    push .landed${at}\n    iret\n`;
  }
}

/** Far transfers from ring 0 and ring 3 to code segments of every kind; CS, with the ring in it, is hashed on arrival. */
export function codeSegments(dice: Dice): string {
  const lines: string[] = [];
  for (let at = 0; at < 4; at++) {
    const fromUser = dice.chance(50);
    const move = transfer(dice, at);
    // A return may lead from ring 0 to another: there only the system call can leave again, and it serves ring 0 as well.
    const user = fromUser || move.includes('ret');
    lines.push(
      segment(dice, move.includes('jmp')),
      trial(
        `    mov [kernel_esp], esp\n${fromUser ? toUser(at) : ''}${move}.landed${at}:\n${arrived(user)}    jmp KCODE:.home${at}\n.home${at}:`,
        at,
      ),
    );
  }
  return `${lines.join('')}    mov esp, BASE\n    mov [kernel_esp], esp\n    call show\n`;
}
