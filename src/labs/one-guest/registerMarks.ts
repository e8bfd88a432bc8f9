import { column, row } from '#kit/layout.ts';
import type { Mark } from '#kit/mark.ts';
import { both, type Text } from '#kit/text.ts';
import type { GuestRun } from '#sim/vmm/run.ts';
import { type Cpu, CS, EAX, EBP, EBX, ECX, EDI, EDX, ESI, ESP, IF, IOPL } from '#sim/x86/cpu/state.ts';
import type { Layout } from './layout.ts';
import type { State } from './model.ts';
import { grouped, labels } from './words.ts';

const general = [
  ['eax', EAX],
  ['ebx', EBX],
  ['ecx', ECX],
  ['edx', EDX],
  ['esi', ESI],
  ['edi', EDI],
  ['ebp', EBP],
  ['esp', ESP],
] as const;

/** What a register says, as it is shown. */
const system: readonly (readonly [name: string, says: (cpu: Cpu) => string])[] = [
  ['CS', ({ segments, cpl }) => `${(segments[CS]?.selector ?? 0).toString(16).padStart(4, '0')} CPL ${cpl}`],
  ['FLAGS', ({ eflags }) => `IF ${(eflags & IF) === 0 ? 0 : 1} IOPL ${(eflags & IOPL) >> 12}`],
  ['CR0', ({ cr0 }) => grouped(cr0)],
  ['CR3', ({ cr3 }) => grouped(cr3)],
  ['GDTR', ({ gdtr }) => grouped(gdtr.base)],
  ['IDTR', ({ idtr }) => grouped(idtr.base)],
];

/** The processor as it really stands, where that is not the guest's own: undefined where nothing is kept apart. */
function realCpu({ vmm, settings }: GuestRun): Cpu | undefined {
  if (vmm.kind === 'hardware') return settings.controls.ept ? undefined : vmm.real.machine.cpu;
  return vmm.kind === 'deprivileged' || vmm.kind === 'binary-translation' ? vmm.real.machine.cpu : undefined;
}

export function registerMarks(state: State, layout: Layout): readonly Mark[] {
  return [...generalMarks(state, layout), ...systemMarks(state, layout)];
}

function generalMarks({ run, last }: State, { general: frame }: Layout): readonly Mark[] {
  const { cpu } = run.guest;
  const places = column(3, frame, 3).flatMap((place) => row(3, place, 4));
  const cells: readonly (readonly [string, number, boolean])[] = [
    ...general.map(([name, i]): [string, number, boolean] => {
      const value = cpu.regs[i] ?? 0;
      return [name, value, last !== undefined && (last.registers[i] ?? 0) !== value];
    }),
    ['eip', cpu.eip, false],
  ];
  return cells.flatMap(([name, value, isNew], i): Mark[] => {
    const place = places[i];
    if (!place) return [];
    return [
      {
        kind: 'box',
        key: name,
        place,
        size: 's',
        mono: true,
        text: `${name} ${grouped(value)}`,
        ...(isNew && { now: true }),
      },
    ];
  });
}

/** Without EPT the shadow tables stand in CR0 and CR3 only; the rest is loaded with the guest's own at each entry. */
const differsUnderVtx = ['CR0', 'CR3'];

function systemMarks({ run }: State, { system: frame }: Layout): readonly Mark[] {
  const real = realCpu(run);
  const [heading, ...rows] = column(system.length + 1, frame, 2);
  const cells = (place: typeof heading) => {
    if (!place) return undefined;
    const name = place.w * 0.16;
    const [mine, theirs] = row(2, { ...place, x: place.x + name, w: place.w - name }, 6);
    return mine && theirs && { name: { x: place.x + 2, y: place.y + place.h / 2 }, mine, theirs };
  };
  const head = cells(heading);
  const marks: Mark[] = head
    ? [
        { kind: 'label', key: 'believes', place: middle(head.mine), size: 's', text: labels.believes },
        { kind: 'label', key: 'holds', place: middle(head.theirs), size: 's', text: labels.holds },
      ]
    : [];
  for (const [i, [name, says]] of system.entries()) {
    const at = cells(rows[i]);
    if (!at) continue;
    const virtual = says(run.guest.cpu);
    const isApart = real && (run.vmm.kind !== 'hardware' || differsUnderVtx.includes(name));
    const actual = isApart ? says(real) : virtual;
    marks.push(
      { kind: 'label', key: `name-${name}`, place: at.name, align: 'start', size: 's', mono: true, text: name },
      {
        kind: 'box',
        key: `guest-${name}`,
        place: at.mine,
        tone: 'guestKernel',
        size: 's',
        mono: true,
        text: virtual,
        about: both(`${name} as the guest believes: ${virtual}`, `客户机看到的 ${name}：${virtual}`),
      },
      actualMark(run, name, at.theirs, virtual, actual),
    );
  }
  return marks;
}

const middle = ({ x, y, w, h }: { x: number; y: number; w: number; h: number }) => ({ x: x + w / 2, y: y + h / 2 });

function actualMark(
  run: GuestRun,
  name: string,
  place: { x: number; y: number; w: number; h: number },
  virtual: string,
  actual: string,
): Mark {
  const key = `real-${name}`;
  if (run.vmm.kind === 'interpreter')
    return { kind: 'box', key, place, size: 's', ghost: true, text: labels.noProcessor };
  if (virtual === actual) return { kind: 'box', key, place, size: 's', ghost: true, text: labels.same };
  const about: Text = both(`${name} as the processor holds it: ${actual}`, `处理器里的 ${name}：${actual}`);
  return { kind: 'box', key, place, tone: 'vmm', size: 's', mono: true, text: actual, about };
}
