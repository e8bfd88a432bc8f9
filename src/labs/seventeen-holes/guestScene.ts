import type { Mark } from '#kit/mark.ts';
import { both } from '#kit/text.ts';
import { lineAt } from '#sim/vmm/lineAt.ts';
import type { GuestRun } from '#sim/vmm/run.ts';
import { type Cpu, IF } from '#sim/x86/cpu/state.ts';
import { type Guest, sentBy } from './guest.ts';
import { axisMarks, cardMarks } from './guestStory.ts';
import type { GuestLayout, Layout } from './layout.ts';
import { whereIs } from './listing.ts';
import type { Running } from './model.ts';
import { labels } from './words.ts';

/** The program, the interrupt flag three times over, what came out of the serial port, and when what was noticed. */
export function guestMarks({ guest }: Running, { guest: layout, lamp }: Layout): readonly Mark[] {
  if (!guest) return [{ kind: 'label', key: 'foreign', place: lamp.words, align: 'start', text: labels.foreign }];
  return [
    ...listingMarks(guest, layout),
    ...flagMarks(guest, layout),
    ...serialMarks(guest, layout),
    ...cardMarks(guest, layout),
    ...axisMarks(guest, layout),
  ];
}

function listingMarks(guest: Guest, { listing }: GuestLayout): readonly Mark[] {
  const { title, line, lines, first } = whereIs(guest, listing.lines);
  const pitch = listing.h / (listing.lines + 1);
  const parted = lineAt(guest.run.program, guest.run.divergence?.address ?? 0);
  const diverged = parted?.prelude ? 0 : parted?.line;
  const place = (i: number) => ({ x: listing.x, y: listing.y + i * pitch, w: listing.w, h: pitch });
  const marks = lines.map((words, i): Mark => {
    const { x, y, h } = place(i + 1);
    return {
      kind: 'label',
      key: `source-${i}`,
      place: { x: x + 8, y: y + h / 2 },
      align: 'start',
      text: words.length > listing.letters ? `${words.slice(0, listing.letters - 1)}…` : words,
      size: 's',
      mono: true,
      ...(title === undefined && diverged === first + i && { tone: 'bad' }),
    };
  });
  return [
    {
      kind: 'label',
      key: 'listing',
      place: { x: listing.x + 8, y: listing.y + pitch / 2 },
      align: 'start',
      text: title ?? both(`line ${line} comes next`, `下一条：第 ${line} 行`),
      size: 's',
    },
    ...(line >= first && line < first + lines.length
      ? [{ kind: 'box', key: 'at', place: place(line - first + 1), now: true } as const]
      : []),
    ...marks,
  ];
}

/** The processor as it really stands. */
export const realCpuOf = ({ vmm, guest }: GuestRun): Cpu =>
  vmm.kind === 'deprivileged' ? vmm.real.machine.cpu : guest.cpu;

const ifOf = ({ eflags }: Cpu): number => ((eflags & IF) === 0 ? 0 : 1);

function flagMarks({ run, bare }: Guest, { columns, header, rows }: GuestLayout): readonly Mark[] {
  const [first, ...rest] = columns;
  const all = [bare.guest.cpu, run.guest.cpu, realCpuOf(run)];
  const heads = [both('bare metal', '裸机'), both('VMM’s copy', 'VMM 的副本'), both('real', '真实')];
  const values = [
    { name: 'IF', of: ifOf },
    { name: 'CPL', of: ({ cpl }: Cpu) => cpl },
  ];
  return [
    ...heads.map(
      (words, i): Mark => ({
        kind: 'label',
        key: `who-${i}`,
        place: { x: rest[i] ?? 0, y: header },
        text: words,
        size: 's',
      }),
    ),
    ...values.flatMap(({ name, of }, row): Mark[] => [
      { kind: 'label', key: name, place: { x: first, y: rows[row] ?? 0 }, align: 'start', text: name, mono: true },
      ...all.map(
        (cpu, i): Mark => ({
          kind: 'label',
          key: `${name}-${i}`,
          place: { x: rest[i] ?? 0, y: rows[row] ?? 0 },
          text: String(of(cpu)),
          mono: true,
          ...(i === 1 && of(cpu) !== of(bare.guest.cpu) && { tone: 'bad' }),
        }),
      ),
    ]),
  ];
}

function serialMarks({ run, bare }: Guest, { serial, serialLetters }: GuestLayout): readonly Mark[] {
  const tail = (of: GuestRun): string => sentBy(of).replaceAll('\n', '⏎').slice(-serialLetters) || '–';
  const [a, b] = serial;
  return [
    {
      kind: 'box',
      key: 'sent-bare',
      place: a,
      text: both('serial, bare metal', '串口：裸机'),
      sub: tail(bare),
      size: 's',
    },
    {
      kind: 'box',
      key: 'sent-here',
      place: b,
      text: both('serial, here', '串口：这里'),
      sub: tail(run),
      size: 's',
      tone: 'guestKernel',
    },
  ];
}
