import type { Text } from '#kit/text.ts';
import { ignoredBy, type Pair } from '#sim/holes/judge.ts';
import type { Seen, System, Trial } from '#sim/holes/trial.ts';
import { exceptionName } from '#sim/vmm/direct/names.ts';
import { ZF } from '#sim/x86/cpu/state.ts';
import { hex, labels } from './words.ts';

/** One quantity on bare metal and where the guest’s kernel stands. */
export interface Row {
  readonly name: string | Text;
  readonly bare: string | Text;
  readonly here: string | Text;
  readonly differs: boolean;
}
const MOST = 5;

/** An exception as manuals write it: `#GP(10h)`. */
export const faultWord = (vector: number, errorCode: number | undefined): string =>
  errorCode === undefined
    ? exceptionName(vector)
    : `${exceptionName(vector)}(${errorCode === 0 ? '0' : hex(errorCode)})`;

function outcomeWord({ fault, entered }: Trial): string | Text {
  if (fault) return faultWord(fault.vector, fault.errorCode);
  return entered === undefined ? labels.done : { en: `gate ${hex(entered)}`, 'zh-CN': `进门 ${hex(entered)}` };
}

/** The real registers before and after, where something was changed or is not the same. */
export function rowsOf(pair: Pair): readonly Row[] {
  const { bare, here } = pair;
  const [was, is] = [outcomeWord(bare), outcomeWord(here)];
  const isSame = JSON.stringify(was) === JSON.stringify(is);
  const first: Row = { name: labels.outcome, bare: was, here: is, differs: !isSame };
  const rest = bare.fault || here.fault ? [] : visibleRows(bare.after, here.after);
  return [first, ...systemRows(pair), ...rest].slice(0, MOST);
}

const short = (name: keyof System): boolean => name === 'IF' || name === 'IOPL' || name === 'CPL' || name === 'halted';

function systemRows({ bare, here, ...rest }: Pair): readonly Row[] {
  const ignored = ignoredBy({ bare, here, ...rest });
  const names = (Object.keys(bare.after.system) as (keyof System)[]).filter((name) => name !== 'CS');
  const changes = ({ before, after }: Trial, name: keyof System) => before.system[name] !== after.system[name];
  const word = ({ before, after }: Trial, name: keyof System): string => {
    const [from, to] = [before.system[name], after.system[name]];
    if (name === 'sent') return String(to);
    if (!short(name)) return hex(to);
    return from === to ? `${to}` : `${from}→${to}`;
  };
  return names
    .filter((name) => changes(bare, name) || changes(here, name))
    .map((name) => ({
      name: name === 'sent' ? { en: 'bytes sent', 'zh-CN': '发出字节' } : name === 'halted' ? 'HLT' : name,
      bare: word(bare, name),
      here: word(here, name),
      differs: ignored.includes(name) || here.fault !== undefined,
    }));
}

/** What the program itself can look at afterwards. */
function visibleRows(bare: Seen, here: Seen): readonly Row[] {
  const rows: Row[] = [];
  const add = (name: string | Text, a: number, b: number, word = hex): void => {
    if (a !== b) rows.push({ name, bare: word(a), here: word(b), differs: true });
  };
  add('EAX', bare.regs[0] ?? 0, here.regs[0] ?? 0);
  add('ZF', bare.flags & ZF ? 1 : 0, here.flags & ZF ? 1 : 0, String);
  add({ en: 'stored', 'zh-CN': '存出' }, storedBy(bare), storedBy(here));
  if (rows.length === 0) add({ en: 'pushed', 'zh-CN': '压栈' }, topOf(bare), topOf(here));
  add('ESP', bare.regs[4] ?? 0, here.regs[4] ?? 0);
  add({ en: 'ES base', 'zh-CN': 'ES 基址' }, bare.data[0]?.[1] ?? 0, here.data[0]?.[1] ?? 0);
  return rows;
}

/** Base of a stored table register: two bytes of limit stand before it. */
const storedBy = ({ memory }: Seen): number => (((memory[8] ?? 0) >>> 16) | ((memory[9] ?? 0) << 16)) >>> 0;
/** The word at the top of the stack, if it lies in the piece that was looked at. */
const topOf = ({ memory, regs }: Seen): number => memory[((regs[4] ?? 0) - 0x11_ffe0) >>> 2] ?? 0;
