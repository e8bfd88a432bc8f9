import { CF, type Cpu, OF, PF, SF, ZF } from './state.ts';

/** Whether SF and OF differ: "less" of signed numbers. */
const isLess = (flags: number): boolean => ((flags >> 4) & SF) !== (flags & SF);

function holdsEven(flags: number, pair: number): boolean {
  switch (pair) {
    case 0:
      return (flags & OF) !== 0;
    case 1:
      return (flags & CF) !== 0;
    case 2:
      return (flags & ZF) !== 0;
    case 3:
      return (flags & (CF | ZF)) !== 0;
    case 4:
      return (flags & SF) !== 0;
    case 5:
      return (flags & PF) !== 0;
    case 6:
      return isLess(flags);
    default:
      return (flags & ZF) !== 0 || isLess(flags);
  }
}

/** The condition in the low four bits of Jcc, SETcc and CMOVcc: SDM vol. 1, "EFLAGS Condition Codes". An odd code is the negation of the even one before it. */
export const holds = ({ eflags }: Cpu, code: number): boolean =>
  holdsEven(eflags, (code >> 1) & 7) !== ((code & 1) === 1);
