import { lineAt } from '#sim/vmm/lineAt.ts';
import type { GuestRun } from '#sim/vmm/run.ts';
import type { Block, Piece } from '#sim/vmm/translation/block.ts';
import { type State, vmmOf } from './model.ts';

/** The address that this step was about, if it was about one. */
export const addressIn = ({ deed }: GuestRun): number | undefined => ('address' in deed ? deed.address : undefined);

/** The block in view: the reader's, else the one that the processor is in or has just left. */
export function blockInView(state: State): Block | undefined {
  const { cache, at } = vmmOf(state);
  if (state.picked !== undefined) return cache.get(state.picked);
  const address = addressIn(state.run);
  const here = [...cache.values()].find(({ pieces }) => pieces.some((piece) => piece.address === address));
  return here ?? (at && cache.get(at.block));
}

const hex = (n: number): string => n.toString(16);

/** An address as the picture says it. */
export const addressToHex = (address: number): string => hex(address >>> 0).padStart(6, '0');

/** What the guest's programmer wrote; where the guest wrote it itself, its opcode. */
export const sourceOf = (run: GuestRun, { address, instruction }: Piece): string =>
  lineAt(run.program, address)?.text.trim().replace(/\s+/g, ' ') ?? `(${hex(instruction.opcode)} …)`;

const firstWord = (text: string): string => text.split(' ')[0] ?? text;

const segmentNames = ['es', 'cs', 'ss', 'ds', 'fs', 'gs'];
const pushed: Readonly<Record<number, string>> = { 6: 'es', 14: 'cs', 22: 'ss', 30: 'ds', 4000: 'fs', 4008: 'gs' };

/** The translator's own instructions, on the variables of the virtual processor. */
function inCacheText({ instruction: { opcode, reg } }: Piece): string {
  if ((opcode & 0xfff4) === 0xe4) return (opcode & 2) === 0 ? 'vdev.in' : 'vdev.out';
  const segment = pushed[opcode];
  if (segment) return `push vcpu.${segment}`;
  switch (opcode) {
    case 0xfa:
      return 'vcpu.IF := 0';
    case 0xfb:
      return 'vcpu.IF := 1; irq?';
    case 0x9c:
      return 'push vcpu.flags';
    case 0x9d:
      return 'pop vcpu.flags; irq?';
    case 0x8c:
      return `mov r, vcpu.${segmentNames[reg] ?? 'cs'}`;
    case 0x0fa2:
      return 'vcpu.cpuid';
    case 0x0f31:
      return 'vcpu.tsc';
    case 0x0f20:
      return `mov r, vcpu.cr${reg}`;
    case 0x0f06:
      return 'vcpu.cr0.TS := 0';
    case 0x0f00:
      return ['mov m, vcpu.ldtr', 'mov m, vcpu.tr'][reg] ?? 'check vcpu.gdt';
    case 0x0f01:
      return ['mov m, vcpu.gdtr', 'mov m, vcpu.idtr'][reg] ?? 'mov r, vcpu.cr0';
    default:
      return 'check vcpu.gdt';
  }
}

/** What the instruction became, in as few letters as say it. */
export function translationOf(run: GuestRun, piece: Piece): string {
  const source = sourceOf(run, piece);
  switch (piece.form) {
    case 'ident':
      return source;
    case 'branch':
      return `${firstWord(source)} → TC`;
    case 'indirect':
      return 'lookup → TC';
    case 'inCache':
      return inCacheText(piece);
    case 'callout':
      return 'call VMM';
    case 'simulate':
      return 'store, drop shadow';
  }
}
