import type { Place } from '#kit/layout.ts';
import type { Mark, Tone } from '#kit/mark.ts';
import { both, type Text } from '#kit/text.ts';
import { addressOf } from '#sim/vmm/guestEvent.ts';
import { handledBy } from '#sim/vmm/hardware/handledBy.ts';
import { lineAt } from '#sim/vmm/lineAt.ts';
import type { Program } from '#sim/x86/program.ts';
import type { Layout } from './layout.ts';
import { type State, vmmOf } from './model.ts';
import { grouped, words } from './words.ts';

/** The linear address that this step was about, or of the next instruction. */
export const addressIn = ({ run }: State): number => ('address' in run.deed ? run.deed.address : addressOf(run.guest));

/** The instruction at an address as its author wrote it, without the comment; or the address. */
export const lineText = ({ run }: State, address: number): string =>
  lineAt(run.program, address)?.text.replace(/;.*/, '').trim().replace(/\s+/g, ' ') || grouped(address);

/** As many letters as fit. */
const cut = (text: string, letters: number): string =>
  text.length > letters ? `${text.slice(0, letters - 1)}…` : text;

/** The guest's code around the instruction that this step was about. */
export function codeMarks(state: State, { codeTitle, code, letters }: Layout): readonly Mark[] {
  const { lines } = state.run.program;
  const address = addressIn(state);
  const at = lines.findIndex((line) => line.address === address);
  const first = firstShown(lines, at, code.length);
  const shown = at < 0 ? [] : lines.slice(first, first + code.length);
  const title: Mark = { kind: 'label', key: 'code', place: codeTitle, align: 'start', size: 's', text: words.code };
  const rows = shown.flatMap((line, i): readonly Mark[] => {
    const place = code[i];
    if (!place) return [];
    const now = first + i === at;
    return [
      {
        kind: 'box',
        key: `code ${i}`,
        place,
        tone: toneOf(state),
        mono: true,
        size: 's',
        text: cut(lineText(state, line.address), letters),
        now,
      },
    ];
  });
  return [title, ...rows, ...(rows.length === 0 ? elsewhere(code[0], address) : [])];
}

/** The line before the current one, or more where the program ends soon; never what stands before the program, the prelude. */
function firstShown(lines: Program['lines'], at: number, room: number): number {
  let first = at;
  const wanted = Math.max(0, Math.min(at - 1, lines.length - room));
  while (first > wanted && lines[first - 1]?.prelude === lines[at]?.prelude) first--;
  return first;
}

const elsewhere = (place: Place | undefined, address: number): readonly Mark[] =>
  place ? [{ kind: 'box', key: 'code 0', place, ghost: true, mono: true, size: 's', text: grouped(address) }] : [];

const toneOf = ({ run }: State): Tone => (run.guest.cpu.cpl === 3 ? 'guestUser' : 'guestKernel');

const exits = (n: number): Text => both(`${n} ${n === 1 ? 'exit' : 'exits'}`, `${n} 次退出`);

/** Instructions that ran without anybody in the host, exits that KVM finished, and exits that went on to QEMU. */
export function handlerMarks(state: State, { handlersTitle, handlers }: Layout): readonly Mark[] {
  const { run } = state;
  const { tally, exit } = vmmOf(state);
  const alone = run.instructions - tally.emulated;
  const handler =
    run.deed.kind === 'handle' && exit
      ? handledBy(exit)
      : run.deed.kind === 'run' || run.deed.kind === 'deliver'
        ? 'nobody'
        : undefined;
  const parts = [
    {
      key: 'nobody',
      tone: 'plain',
      sub: both(`${alone} instr.`, `${alone} 条指令`),
      about: both(`${alone} guest instructions ran without the host.`, `${alone} 条客户机指令没有惊动宿主机。`),
    },
    {
      key: 'kvm',
      tone: 'vmm',
      sub: exits(tally.kvm),
      about: both(
        `KVM finished ${tally.kvm} exits in the host’s kernel.`,
        `KVM 在宿主机内核里处理完 ${tally.kvm} 次退出。`,
      ),
    },
    {
      key: 'qemu',
      tone: 'host',
      sub: exits(tally.qemu),
      about: both(`KVM returned to QEMU for ${tally.qemu} exits.`, `有 ${tally.qemu} 次退出，KVM 转交给了 QEMU。`),
    },
  ] as const;
  return [
    { kind: 'label', key: 'handlers', place: handlersTitle, align: 'start', size: 's', text: words.handledBy },
    ...parts.flatMap(({ key, tone, sub, about }, i): readonly Mark[] => {
      const place = handlers[i];
      return place
        ? [
            {
              kind: 'box',
              key: `by ${key}`,
              place,
              tone,
              size: 's',
              text: words.handlers[key],
              sub,
              now: handler === key,
              about,
            },
          ]
        : [];
    }),
  ];
}
